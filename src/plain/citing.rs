//! Citations: a sentence of a piece, found by words of it, kept with the score.

use super::Outcome;
use super::criterion::Spot;
use super::marks::Change;
use super::reading::read;
use super::session::{Session, digits};
use crate::domain::evidence::{Evidence, Reading};
use crate::domain::prose::{excerpt, flowing, sentences};
use crate::domain::saying::Saying;
use crate::domain::sheet::{CITATIONS, Citation};
use crate::domain::text::{Inert, folded, found};
use crate::office::ask::DossierView;

impl Session<'_> {
    /// Says the citations of the criterion, or keeps the sentence of a piece that holds some words.
    pub(super) fn cite(&mut self, spot: &Spot, rest: &str) -> Outcome {
        let view = self.view(&spot.dossier)?;
        if view.recusal.is_some() {
            return self.say_recused(&view);
        }
        if rest.is_empty() {
            return self.say_citations(&view, spot);
        }
        let (number, words) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let place = digits(number).and_then(|n| n.parse::<usize>().ok()?.checked_sub(1));
        let Some(piece) = place.and_then(|place| view.dossier.evidence.get(place)) else {
            let saying = Saying::new("plain-piece-unknown").text("typed", number);
            return self.voice.say(&saying.number("all", view.dossier.evidence.len()));
        };
        if words.trim().is_empty() {
            return self.voice.say(&Saying::new("plain-cite-words").text("n", number));
        }
        let reading = match read(&mut self.office, &spot.dossier, piece)? {
            Ok(reading) => reading,
            Err(why) => return self.voice.say(&why),
        };
        match sentence(piece, &reading, words) {
            Some(citation) => self.keep_citation(&view, spot, citation),
            None => self
                .voice
                .say(&Saying::new("evidence-not-found").text("words", words)),
        }
    }

    fn keep_citation(&mut self, view: &DossierView, spot: &Spot, citation: Citation) -> Outcome {
        let mut citations = citations(view, spot).to_vec();
        if citations.contains(&citation) {
            return self.voice.say(&Saying::new("evidence-cited-already"));
        }
        if citations.len() >= CITATIONS {
            let enough = Saying::new("evidence-cited-enough");
            return self.voice.say(&enough.number("most", CITATIONS));
        }
        let said = told(&citation, view);
        citations.push(citation);
        self.change(spot, Change::Citations(citations))?;
        self.steps.did(1);
        self.voice.say(&Saying::new("plain-cited").said("citation", said))
    }

    fn say_citations(&mut self, view: &DossierView, spot: &Spot) -> Outcome {
        let citations = citations(view, spot);
        if citations.is_empty() {
            return self.voice.say(&Saying::new("plain-no-citations"));
        }
        for citation in citations {
            self.voice
                .say(&Saying::new("plain-citation").said("citation", told(citation, view)))?;
        }
        Ok(())
    }
}

fn citations<'v>(view: &'v DossierView, spot: &Spot) -> &'v [Citation] {
    let cell = view.cells.get(&spot.criterion);
    cell.map_or(&[], |cell| &cell.citations)
}

/// Says a citation: what it says, its piece, its page.
pub(super) fn told(citation: &Citation, view: &DossierView) -> Saying {
    Saying::new("plain-citation-told")
        .text("excerpt", &citation.excerpt)
        .said("place", citation.said_place(&view.dossier))
}

/// Finds the first sentence that holds some words; a number before them names the page, where there are several.
fn sentence(piece: &Evidence, reading: &Reading, words: &str) -> Option<Citation> {
    let pages = reading.pages.len();
    let (first, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let page = digits(first).and_then(|n| n.parse::<usize>().ok()?.checked_sub(1));
    let named = page.filter(|page| *page < pages && pages > 1 && !rest.trim().is_empty());
    let (from, words) = named.map_or((0, words), |page| (page, rest));
    let most = if named.is_some() { 1 } else { pages };
    let terms = [folded(words)];
    let mut pages_read = reading.pages.iter().enumerate().skip(from).take(most);
    let (page, excerpt) = pages_read.find_map(|(page, raw)| {
        let text = flowing(Inert::block(raw).as_str());
        let sentences = sentences(&text);
        let mut said = sentences.iter().filter_map(|sentence| text.get(sentence.clone()));
        let holds = said.find(|sentence| !found(sentence, &terms).is_empty())?;
        Some((page, excerpt(holds)))
    })?;
    Some(Citation::new(piece.sha256.clone()?, page, pages, excerpt))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Digest;

    #[test]
    fn a_sentence_is_found_by_its_words_and_its_page() {
        let piece = Evidence {
            name: "a.pdf".into(),
            sha256: Some(Digest::of(b"a")),
            media_type: String::new(),
            size: 0,
            criteria: Vec::new(),
            question: None,
            checksum: None,
        };
        let reading = Reading {
            pages: vec![
                "Un. Les données sont ouvertes. Deux.".into(),
                "Les données\nrestent ouvertes.".into(),
            ],
            truncated: false,
        };
        let cited = |words: &str| sentence(&piece, &reading, words).map(|c| (c.page, c.excerpt));
        assert_eq!(
            cited("donnees sont"),
            Some((Some(1), "Les données sont ouvertes.".into()))
        );
        assert_eq!(cited("2 données"), Some((Some(2), "Les données".into())));
        assert_eq!(cited("2 sont"), None);
        assert_eq!(cited("restent ouv"), Some((Some(2), "restent ouvertes.".into())));
    }
}
