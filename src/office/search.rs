//! What can be found by its words, and the sentence in which it stands.

use super::ask::Hit;
use super::{Office, OfficeError};
use crate::domain::dossier::{Answer, Dossier};
use crate::domain::evidence::Reading;
use crate::domain::grid::Grid;
use crate::domain::ids::{CriterionCode, Digest, DossierId};
use crate::domain::sheet::Content;
use crate::domain::text::{folded, found};
use crate::store::{Passage, PassageKind, Store, StoreError, terms};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashSet};

/// The longest excerpt that is shown, in characters.
const EXCERPT: usize = 240;

/// Returns what makes a dossier's answers findable, folded. The questions are found apart.
pub(super) fn findable(dossier: &Dossier) -> String {
    let folded: Vec<String> = given(dossier).map(|answer| folded(&answer.text)).collect();
    folded.join("\n")
}

/// Makes a dossier's answers findable.
pub(super) fn index_answers(store: &Store, dossier: &Dossier) -> Result<(), StoreError> {
    for answer in given(dossier) {
        store.index_question(&answer.label)?;
    }
    store.index_answers(&dossier.id, &findable(dossier))
}

/// The questions that were met, so that each is made findable once.
#[derive(Debug, Default)]
pub(super) struct Questions(HashSet<String>);

impl Questions {
    /// How many are known again: a file may hold as many as it has answers.
    const MOST: usize = 4096;

    /// Returns the questions of a dossier's answers that were not met before.
    pub(super) fn new_in(&mut self, dossier: &Dossier) -> Vec<String> {
        let mut new = Vec::new();
        for label in given(dossier).map(|answer| &answer.label) {
            if self.0.contains(label) {
                continue;
            }
            if self.0.len() >= Self::MOST {
                self.0.clear();
            }
            self.0.insert(label.clone());
            new.push(label.clone());
        }
        new
    }
}

fn given(dossier: &Dossier) -> impl Iterator<Item = &Answer> {
    dossier.answers.iter().filter(|answer| answer.is_given())
}

/// The question and the answer together are what is looked through.
fn said(answer: &Answer) -> String {
    format!("{}\n{}", answer.label, answer.text)
}

/// Makes what the juror wrote on a criterion findable.
pub(super) fn index_remark(
    store: &Store,
    dossier: &DossierId,
    criterion: &CriterionCode,
    content: &Content,
) -> Result<(), StoreError> {
    let text = format!("{}\n{}", content.comment.0, content.feedback.0);
    store.index(dossier, PassageKind::Remark, criterion.as_str(), &text)
}

/// Makes a piece of evidence findable, page by page.
pub(super) fn index_reading(
    store: &Store,
    dossier: &DossierId,
    digest: &Digest,
    reading: &Reading,
) -> Result<(), StoreError> {
    for (page, text) in reading.pages.iter().enumerate() {
        let place = format!("{}#{page}", digest.hex());
        store.index(dossier, PassageKind::Evidence, &place, text)?;
    }
    Ok(())
}

impl Office {
    pub(super) fn search(&self, words: &str, most: usize) -> Result<Vec<Hit>, OfficeError> {
        let wanted = terms(words);
        let mut dossiers: BTreeMap<DossierId, Option<Dossier>> = BTreeMap::new();
        let mut hits = Vec::new();
        self.store.search::<OfficeError>(words, |passage| {
            let known = match dossiers.entry(passage.dossier.clone()) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(unknown) => {
                    let read = self.readable(&passage.dossier)?;
                    unknown.insert(read)
                }
            };
            if let Some(dossier) = known {
                let found = parted(dossier, passage, &wanted).into_iter();
                let room = most - hits.len();
                hits.extend(
                    found
                        .take(room)
                        .map(|part| hit(dossier, part, &wanted, &self.grid)),
                );
            }
            Ok(hits.len() < most)
        })?;
        Ok(hits)
    }

    /// Returns a dossier, unless the juror stepped back from it: then nothing of it is shown.
    fn readable(&self, id: &DossierId) -> Result<Option<Dossier>, OfficeError> {
        if let Some(me) = &self.me
            && self
                .store
                .ballot(&me.addressee.id, id, self.grid.scale())?
                .is_recused()
        {
            return Ok(None);
        }
        Ok(self.store.dossier(id)?.map(|stored| stored.dossier))
    }
}

/// Parts a dossier's answers, which are found together, into those that hold every term.
fn parted(dossier: &Dossier, passage: Passage, wanted: &[String]) -> Vec<Passage> {
    if passage.kind != PassageKind::Answer {
        return vec![passage];
    }
    let parts = given(dossier).filter_map(|answer| {
        let text = said(answer);
        let holds = |term: &String| !found(&text, std::slice::from_ref(term)).is_empty();
        wanted.iter().all(holds).then(|| Passage {
            place: answer.champ.clone(),
            text,
            ..passage.clone()
        })
    });
    parts.collect()
}

fn hit(dossier: &Dossier, passage: Passage, wanted: &[String], grid: &Grid) -> Hit {
    let place = passage.place.as_str();
    let (digest, page) = place.split_once('#').unwrap_or((place, ""));
    let answer = dossier.answers.iter().find(|answer| answer.champ == place);
    let piece = dossier
        .evidence
        .iter()
        .find(|e| e.sha256.as_ref().is_some_and(|d| d.hex() == digest));
    let (source, named, question) = match passage.kind {
        PassageKind::Remark => (String::new(), Some(CriterionCode::from(place)), None),
        PassageKind::Answer => (
            answer.map_or_else(String::new, |answer| answer.label.clone()),
            answer.and_then(|answer| answer.criterion.clone()),
            answer.and_then(|answer| answer.question.as_ref()),
        ),
        PassageKind::Evidence => (
            piece.map_or_else(String::new, |piece| piece.name.clone()),
            piece.and_then(|piece| piece.criteria.first().cloned()),
            piece.and_then(|piece| piece.question.as_ref()),
        ),
    };
    let asked = question.and_then(|question| grid.criterion_of(question));
    Hit {
        dossier: dossier.id.clone(),
        number: dossier.number.clone(),
        name: dossier.name.clone(),
        kind: passage.kind,
        criterion: named
            .filter(|code| grid.criterion(code).is_some())
            .or_else(|| asked.cloned()),
        source,
        page: page.parse().ok().map(|from_0: usize| from_0.saturating_add(1)),
        sentence: sentence(&passage.text, wanted),
        place: passage.place,
    }
}

/// Returns the sentence that holds most of the terms, cut to an excerpt.
fn sentence(text: &str, wanted: &[String]) -> String {
    let held = |part: &&str| {
        let part = folded(part);
        wanted.iter().filter(|term| part.contains(term.as_str())).count()
    };
    // The last of equals would win in `max_by_key`, and the first is the one to show.
    let best = text
        .split_inclusive(['\n', '.', '!', '?'])
        .rev()
        .max_by_key(held)
        .unwrap_or(text)
        .trim();
    if best.chars().count() <= EXCERPT {
        return best.to_owned();
    }
    let cut: String = best.chars().take(EXCERPT).collect();
    format!("{cut}…")
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn the_sentence_that_holds_the_words_is_quoted() {
        let text = "Question ?\nNous publions. Les jeux de données sont sur le portail. Ils sont à jour.";
        assert_eq!(
            sentence(text, &["jeux".into()]),
            "Les jeux de données sont sur le portail."
        );
        assert_eq!(
            sentence(text, &["portail".into(), "donnees".into()]),
            "Les jeux de données sont sur le portail."
        );
        assert_eq!(sentence("", &[]), "");
    }
}
