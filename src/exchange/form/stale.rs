//! What is said of a part that changed in the store since the form was written.

use crate::domain::ids::{CriterionCode, DossierId};
use crate::domain::prose::shortened;
use crate::domain::saying::Saying;
use crate::domain::sheet::{Content, Recusal};

/// The longest text of which all is quoted, in characters.
const QUOTED: usize = 60;

/// A part that changed in the store since the form was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// The line in the form.
    pub line: usize,
    /// The dossier.
    pub dossier: DossierId,
    /// Its number.
    pub number: String,
    /// The criterion; none for the recusal.
    pub criterion: Option<CriterionCode>,
    /// What the form says.
    pub file: Side,
    /// What the store holds.
    pub store: Side,
    /// Whether the form was edited there: otherwise it only tells what stood there before.
    pub is_edited: bool,
}

/// One of the two values of a stale part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Side {
    /// A cell's.
    Cell(Content),
    /// A recusal's.
    Recusal(Recusal),
}

impl Stale {
    /// Says where it is, what the form says there and what the store holds.
    pub fn saying(&self) -> Saying {
        let id = if self.is_edited {
            "form-stale"
        } else {
            "form-stale-unedited"
        };
        let criterion = self.criterion.as_ref().map_or("", CriterionCode::as_str);
        Saying::new(id)
            .number("line", self.line)
            .text("dossier", &self.number)
            .text("criterion", criterion)
            .said("file", self.file.saying())
            .said("store", self.store.saying())
    }
}

impl Side {
    fn saying(&self) -> Saying {
        match self {
            Self::Cell(content) => cell(content),
            Self::Recusal(None) => Saying::new("form-side-here"),
            Self::Recusal(Some(reason)) => {
                Saying::new("form-side-recused").text("reason", shortened(reason, QUOTED))
            }
        }
    }
}

fn cell(content: &Content) -> Saying {
    let score = content
        .mark
        .map_or_else(|| "–".to_owned(), |mark| mark.to_string());
    let texts = [content.comment.0.as_str(), content.feedback.0.as_str()];
    let given = texts.into_iter().filter(|text| !text.is_empty());
    let texts: Vec<String> = given.map(|text| shortened(text, QUOTED)).collect();
    if texts.is_empty() {
        return Saying::new("form-side-score").text("score", score);
    }
    Saying::new("form-side-texts")
        .text("score", score)
        .text("texts", texts.join(" / "))
}
