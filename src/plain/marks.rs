//! Scoring: a value is said to be saved only when it is; then the dialogue goes where something is left to score.

use super::Outcome;
use super::criterion::{self, Spot, progress};
use super::lexicon::Word;
use super::session::Session;
use super::steps::Way;
use crate::domain::grid::Grid;
use crate::domain::ids::{CriterionCode, DossierId};
use crate::domain::saying::Saying;
use crate::domain::score::{Comment, Feedback, Mark, Note};
use crate::domain::sheet::Citation;
use crate::office::act::CellChange;
use crate::office::ask::DossierView;
use crate::office::{Act, Answer, Question, Report};

impl Session<'_> {
    /// Gives the value that was typed.
    pub(super) fn score(&mut self, spot: &Spot, typed: &str) -> Outcome {
        let scale = self.office.grid().scale();
        if let Some(mark) = Mark::parse(typed, scale) {
            return self.give(spot, mark);
        }
        let saying = Saying::new("plain-off-scale")
            .text("typed", typed)
            .number("min", scale.min)
            .number("max", scale.max);
        self.voice.say(&saying)
    }

    /// Gives a mark, and goes to the next criterion of the dossier that has none.
    pub(super) fn give(&mut self, spot: &Spot, mark: Mark) -> Outcome {
        let before = self.view(&spot.dossier)?;
        if before.recusal.is_some() {
            return self.say_recused(&before);
        }
        let standing = before.cells.get(&spot.criterion).and_then(|cell| cell.mark);
        self.change(spot, Change::Mark(Some(mark)))?;
        self.steps.did(usize::from(standing != Some(mark)));
        let given = criterion::mark(self.office.grid(), &spot.criterion, Some(mark), self.voice.lang());
        self.voice.say(&Saying::new("plain-saved").said("mark", given))?;
        let view = self.view(&spot.dossier)?;
        match left_in(self.office.grid(), &view, &spot.criterion) {
            Some(code) => self.go(&spot.dossier, &code),
            None => self.say_complete(&view),
        }
    }

    fn say_complete(&mut self, view: &DossierView) -> Outcome {
        let (_, all) = progress(self.office.grid(), view);
        let is_last = self.next_place()?.is_none();
        let saying = Saying::new(if is_last {
            "plain-all-complete"
        } else {
            "plain-dossier-complete"
        });
        self.voice.say(&saying.number("all", all))
    }

    /// Changes a cell; returns when that is on the disk.
    pub(super) fn change(&mut self, spot: &Spot, change: Change) -> Outcome {
        let mut cell = CellChange::default();
        match change {
            Change::Mark(mark) => cell.mark = Some(mark),
            Change::Comment(text) => cell.comment = Some(Comment(text)),
            Change::Feedback(text) => cell.feedback = Some(Feedback(text)),
            Change::Note(text) => cell.note = Some(Note(text)),
            Change::Citations(citations) => cell.citations = Some(citations),
        }
        self.office.perform(Act::Score {
            dossier: spot.dossier.clone(),
            criterion: spot.criterion.clone(),
            change: cell,
        })?;
        Ok(())
    }

    /// Takes the mark back, or a text out.
    pub(super) fn erase(&mut self, spot: &Spot, what: &str) -> Outcome {
        let view = self.view(&spot.dossier)?;
        if view.recusal.is_some() {
            return self.say_recused(&view);
        }
        let named = self.lexicon.hear(what).map(|(word, _)| word);
        let cell = view.cells.get(&spot.criterion).cloned().unwrap_or_default();
        let note = view.notes.get(&spot.criterion).cloned().unwrap_or_default();
        let (is_blank, change) = match named {
            None if what.is_empty() => (cell.mark.is_none(), Change::Mark(None)),
            Some(Word::Comment) => (cell.comment.is_blank(), Change::Comment(String::new())),
            Some(Word::Feedback) => (cell.feedback.is_blank(), Change::Feedback(String::new())),
            Some(Word::Note) => (note.is_blank(), Change::Note(String::new())),
            Some(Word::Cite) => {
                let mut citations = cell.citations.clone();
                (citations.pop().is_none(), Change::Citations(citations))
            }
            _ => {
                return self
                    .voice
                    .say(&Saying::new("plain-erase-what").text("typed", what));
            }
        };
        if is_blank {
            return self.voice.say(&Saying::new("plain-nothing-to-erase"));
        }
        self.change(spot, change)?;
        self.steps.did(1);
        self.voice.say(&Saying::new("plain-erased"))?;
        self.say_standing(spot)
    }

    /// Takes the last command back, or brings it back; goes where that was.
    pub(super) fn step(&mut self, way: Way) -> Outcome {
        let wanted = self.steps.next(way);
        let mut place = None;
        let mut went = 0;
        while went < wanted {
            let act = match way {
                Way::Back => Act::Undo,
                Way::Forth => Act::Redo,
            };
            let Report::Undone { place: Some(at) } = self.office.perform(act)? else {
                break;
            };
            place = Some(at);
            went += 1;
        }
        self.steps.went(way, went);
        match (place, way) {
            (Some((dossier, code)), way) => self.stepped(&dossier, code, way),
            (None, Way::Back) => self.voice.say(&Saying::new("plain-nothing-to-undo")),
            (None, Way::Forth) => self.voice.say(&Saying::new("plain-nothing-to-redo")),
        }
    }

    fn stepped(&mut self, dossier: &DossierId, code: Option<CriterionCode>, way: Way) -> Outcome {
        let view = self.view(dossier)?;
        let saying = match way {
            Way::Back => Saying::new("plain-undone"),
            Way::Forth => Saying::new("plain-redone"),
        };
        let saying = saying
            .text("number", &view.dossier.number)
            .text("name", &view.dossier.name);
        self.voice.say(&saying)?;
        let here = self.spot.take().filter(|spot| spot.dossier == *dossier);
        let code = code.or_else(|| here.map(|spot| spot.criterion));
        let code = code.or_else(|| self.office.grid().criteria().next().map(|c| c.code.clone()));
        let Some(code) = code else {
            return Ok(());
        };
        let spot = Spot::new(&view, &code);
        self.pages = None;
        self.spot = Some(spot.clone());
        self.say_standing(&spot)
    }

    /// Returns the next criterion left to score after where one stands.
    pub(super) fn next_place(&self) -> Outcome<Option<(DossierId, CriterionCode)>> {
        let spot = self.spot.as_ref();
        let after = spot.map(|spot| (spot.dossier.clone(), Some(spot.criterion.clone())));
        match self.office.ask(Question::NextUnscored { after })? {
            Answer::NextUnscored(place) => Ok(place),
            _ => Ok(None),
        }
    }

    /// Goes to the next criterion left to score, in this dossier or in the next ones.
    pub(super) fn go_to_next(&mut self) -> Outcome {
        match self.next_place()? {
            Some((dossier, code)) => self.go(&dossier, &code),
            None => self.voice.say(&Saying::new("plain-nothing-left")),
        }
    }
}

/// What is to stand in a cell.
#[derive(Debug, Clone)]
pub(super) enum Change {
    Mark(Option<Mark>),
    Comment(String),
    Feedback(String),
    Note(String),
    Citations(Vec<Citation>),
}

/// Returns the first criterion without a mark after one, in the grid's order, then from its start.
pub(super) fn left_in(grid: &Grid, view: &DossierView, after: &CriterionCode) -> Option<CriterionCode> {
    let is_left = |code: &CriterionCode| view.cells.get(code).is_none_or(|cell| cell.mark.is_none());
    let codes: Vec<&CriterionCode> = grid.criteria().map(|criterion| &criterion.code).collect();
    let place = codes.iter().position(|code| *code == after);
    let (before, rest) = codes.split_at(place.map_or(0, |place| place + 1));
    rest.iter()
        .chain(before)
        .find(|code| is_left(code))
        .map(|code| (*code).clone())
}
