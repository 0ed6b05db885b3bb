//! What can be found by its words, and the sentence in which it stands.

use super::ask::Hit;
use super::{Office, OfficeError};
use crate::domain::dossier::Dossier;
use crate::domain::evidence::Reading;
use crate::domain::ids::{CriterionCode, Digest, DossierId};
use crate::domain::sheet::Content;
use crate::domain::text::folded;
use crate::store::{Passage, PassageKind, Store, StoreError, terms};
use std::collections::BTreeMap;

/// The longest excerpt that is shown, in characters.
const EXCERPT: usize = 240;

/// Makes a dossier's answers findable, question and answer together.
pub(super) fn index_answers(store: &Store, dossier: &Dossier) -> Result<(), StoreError> {
    let given = dossier.answers.iter().filter(|answer| answer.is_given());
    let passages = given.map(|answer| {
        (
            answer.champ.as_str(),
            format!("{}\n{}", answer.label, answer.text),
        )
    });
    store.index_all(&dossier.id, PassageKind::Answer, passages)
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
        let mut dossiers: BTreeMap<DossierId, Dossier> = BTreeMap::new();
        let mut hits = Vec::new();
        for passage in self.store.search(words, most)? {
            if !dossiers.contains_key(&passage.dossier)
                && let Some(stored) = self.store.dossier(&passage.dossier)?
            {
                dossiers.insert(passage.dossier.clone(), stored.dossier);
            }
            if let Some(dossier) = dossiers.get(&passage.dossier) {
                hits.push(hit(dossier, passage, &wanted));
            }
        }
        Ok(hits)
    }
}

fn hit(dossier: &Dossier, passage: Passage, wanted: &[String]) -> Hit {
    let criterion = match passage.kind {
        PassageKind::Remark => Some(CriterionCode::new(passage.place.clone())),
        PassageKind::Answer => {
            let answer = dossier
                .answers
                .iter()
                .find(|answer| answer.champ == passage.place);
            answer.and_then(|answer| answer.criterion.clone())
        }
        PassageKind::Evidence => {
            let digest = passage.place.split('#').next().unwrap_or_default();
            let piece = dossier
                .evidence
                .iter()
                .find(|e| e.sha256.as_ref().is_some_and(|d| d.hex() == digest));
            piece.and_then(|piece| piece.criteria.first().cloned())
        }
    };
    Hit {
        dossier: dossier.id.clone(),
        number: dossier.number.clone(),
        name: dossier.name.clone(),
        kind: passage.kind,
        criterion,
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
