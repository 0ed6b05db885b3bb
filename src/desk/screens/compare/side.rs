//! One dossier's side: what the juror gave and wrote on the criterion, then what the candidate answered.

use crate::desk::screens::review::criterion_of;
use crate::desk::widgets::text::{words, wrapped};
use crate::domain::grid::Grid;
use crate::domain::ids::{CriterionCode, DossierId};
use crate::domain::score::Note;
use crate::domain::sheet::Content;
use crate::domain::text::Inert;
use crate::domain::words::Lang;
use crate::office::ask::DossierView;

/// One dossier on the criterion.
#[derive(Debug, Clone)]
pub struct Side {
    /// Which dossier.
    pub id: DossierId,
    /// The criterion.
    pub code: CriterionCode,
    /// Number and name.
    pub title: String,
    /// What the juror gave.
    pub content: Content,
    note: Note,
    /// Questions, answers, and whether there is one.
    answers: Vec<(String, String, bool)>,
}

/// A line of a side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum SideLine {
    /// What the given value means.
    Meaning(String),
    /// The name of one of the juror's texts, as a word of the catalogue.
    Written(&'static str),
    /// A question.
    Label(String),
    /// A text.
    Text(String),
    /// That there is no answer.
    Unanswered,
    /// Nothing.
    Gap,
}

impl Side {
    /// Takes from a dossier what bears on the criterion.
    pub fn of(grid: &Grid, seen: &DossierView, code: &CriterionCode) -> Self {
        let dossier = &seen.dossier;
        let own = dossier
            .answers
            .iter()
            .filter(|answer| criterion_of(grid, answer) == Some(code));
        let answers = own.map(|answer| (answer.label.clone(), answer.text.clone(), answer.is_given()));
        Self {
            id: dossier.id.clone(),
            code: code.clone(),
            title: format!("{} {}", dossier.number, dossier.name),
            content: seen.cells.get(code).cloned().unwrap_or_default(),
            note: seen.notes.get(code).cloned().unwrap_or_default(),
            answers: answers.collect(),
        }
    }

    /// Breaks it into lines.
    pub(super) fn lines(&self, grid: &Grid, lang: Lang, width: u16) -> Vec<SideLine> {
        let width = width.saturating_sub(3);
        let mut lines = Vec::new();
        let meaning = self.content.mark.and_then(|mark| {
            let score = mark.score()?;
            grid.criterion(&self.code)?.descriptor(grid.scale(), score)
        });
        if let Some(meaning) = meaning {
            lines.extend(
                wrapped(&words(meaning, lang), width)
                    .into_iter()
                    .map(SideLine::Meaning),
            );
        }
        let texts = [
            ("desk-for-jury", &self.content.comment.0),
            ("desk-for-candidate", &self.content.feedback.0),
            ("desk-for-me", &self.note.0),
        ];
        for (id, text) in texts.into_iter().filter(|(_, text)| !text.trim().is_empty()) {
            lines.push(SideLine::Written(id));
            push_text(&mut lines, text, width);
        }
        for (label, text, is_given) in &self.answers {
            if !lines.is_empty() {
                lines.push(SideLine::Gap);
            }
            let label = wrapped(Inert::line(label).as_str(), width);
            lines.extend(label.into_iter().map(SideLine::Label));
            if *is_given || !text.trim().is_empty() {
                push_text(&mut lines, text, width);
            } else {
                lines.push(SideLine::Unanswered);
            }
        }
        if self.answers.is_empty() {
            lines.push(SideLine::Unanswered);
        }
        lines
    }
}

fn push_text(lines: &mut Vec<SideLine>, text: &str, width: u16) {
    let inert = Inert::block(text.trim_end());
    lines.extend(wrapped(inert.as_str(), width).into_iter().map(SideLine::Text));
}
