//! Marks and texts: shown at once, called saved only when the store said so, taken back where it refused.

use super::Review;
use crate::desk::action::{Action, Context};
use crate::desk::effect::{Draft, Field, Waiting};
use crate::desk::model::{Saving, Shared};
use crate::desk::overlays::Overlay;
use crate::desk::overlays::input::Purpose;
use crate::desk::overlays::report::Report;
use crate::desk::widgets::text::words;
use crate::domain::grid::{Criterion, Grid};
use crate::domain::ids::CriterionCode;
use crate::domain::saying::Saying;
use crate::domain::score::{Comment, Feedback, Mark, Note, Scale, Score};
use crate::office::Act;
use crate::office::act::CellChange;

/// Returns the score that a digit's key gives: 0 stands for 10 where the scale ends there and has no 0.
pub(in crate::desk) fn score_of_key(scale: Scale, digit: u8) -> Option<Score> {
    let ten = || (digit == 0).then(|| scale.score(10)).flatten();
    scale.score(i64::from(digit)).or_else(ten)
}

impl Review {
    pub(super) fn mark(&mut self, action: Action, grid: &Grid, shared: &mut Shared) {
        let Some(seen) = &self.seen else { return };
        if seen.recusal.is_some() {
            let closed = shared.keyed("desk-recused-closed", Context::Review, Action::Recuse);
            return shared.warn(closed.text("number", &seen.dossier.number));
        }
        let Some(code) = self.code(grid).cloned() else {
            return shared.warn(Saying::new("desk-no-criterion"));
        };
        let scale = grid.scale();
        if let (Action::Score(digit), 11..) = (action, scale.max) {
            let purpose = Purpose::Value(self.id.clone(), code);
            return shared.over(Overlay::input_with(purpose, &digit.to_string()));
        }
        match mark_of(action, scale) {
            Ok(mark) => self.give(&code, mark, grid, shared),
            Err(why) => shared.warn(why),
        }
    }

    /// Gives a mark, or takes it back, and moves on.
    pub fn give(&mut self, code: &CriterionCode, mark: Option<Mark>, grid: &Grid, shared: &mut Shared) {
        let Some(seen) = &mut self.seen else { return };
        // Whoever scores goes on: no recusal is suggested any more.
        seen.resembles = false;
        let cell = seen.cells.entry(code.clone()).or_default();
        let before = std::mem::replace(&mut cell.mark, mark);
        let waiting = Waiting::Mark {
            dossier: self.id.clone(),
            criterion: code.clone(),
            before,
        };
        let change = CellChange {
            mark: Some(mark),
            ..CellChange::default()
        };
        self.send(code, waiting, change, shared);
        if mark.is_none() {
            return;
        }
        match self.blank_from(grid, self.cursor + 1) {
            Some(place) if shared.auto_advance => self.move_to(place),
            Some(_) => {}
            None => shared.tell(shared.keyed("desk-dossier-complete", Context::Review, Action::NextUnscored)),
        }
    }

    /// Sends what changes in a cell to the store; until the answer it is on its way.
    pub(super) fn send(
        &mut self,
        code: &CriterionCode,
        waiting: Waiting,
        change: CellChange,
        shared: &mut Shared,
    ) {
        *self.pending.entry(code.clone()).or_insert(0) += 1;
        shared.saving = Saving::Pending;
        let (dossier, criterion) = (self.id.clone(), code.clone());
        let act = Act::Score {
            dossier,
            criterion,
            change,
        };
        shared.act(waiting, act);
    }

    /// The store took a mark or a text, or did not.
    pub fn settled(&mut self, code: &CriterionCode) {
        if let Some(count) = self.pending.get_mut(code) {
            *count -= 1;
            if *count == 0 {
                self.pending.remove(code);
            }
        }
    }

    /// Puts back what stood there before a mark that the store refused.
    pub fn revert(&mut self, code: &CriterionCode, before: Option<Mark>, shared: &mut Shared) {
        self.settled(code);
        if let Some(seen) = &mut self.seen
            && !self.pending.contains_key(code)
        {
            seen.cells.entry(code.clone()).or_default().mark = before;
        }
        self.stand_on(code, shared);
        self.ask(Some(code.clone()), shared);
    }

    /// Shows a text that is on its way to the store.
    pub fn take_draft(&mut self, draft: &Draft) {
        let Some(seen) = self.seen.as_mut().filter(|_| draft.dossier == self.id) else {
            return;
        };
        let cell = seen.cells.entry(draft.criterion.clone()).or_default();
        match draft.field {
            Field::Comment => cell.comment = Comment(draft.text.clone()),
            Field::Feedback => cell.feedback = Feedback(draft.text.clone()),
            Field::Note => {
                seen.notes
                    .insert(draft.criterion.clone(), Note(draft.text.clone()));
            }
        }
        *self.pending.entry(draft.criterion.clone()).or_insert(0) += 1;
    }

    /// Returns the next criterion without a mark from a place on, then from the start.
    pub(super) fn blank_from(&self, grid: &Grid, place: usize) -> Option<usize> {
        let seen = self.seen.as_ref()?;
        let blank = |code: &CriterionCode| seen.cells.get(code).is_none_or(|cell| cell.mark.is_none());
        let codes: Vec<_> = grid.criteria().map(|c| &c.code).collect();
        let after = codes.iter().enumerate().skip(place);
        let before = codes.iter().enumerate().take(place);
        let mut all = after.chain(before);
        all.find(|(_, code)| blank(code)).map(|(at, _)| at)
    }

    pub(super) fn write(&self, field: Field, grid: &Grid, shared: &mut Shared) {
        let (Some(seen), Some(code)) = (&self.seen, self.code(grid)) else {
            return shared.warn(Saying::new("desk-no-criterion"));
        };
        if seen.recusal.is_some() {
            let closed = shared.keyed("desk-recused-closed", Context::Review, Action::Recuse);
            return shared.warn(closed.text("number", &seen.dossier.number));
        }
        let cell = seen.cells.get(code);
        let text = match field {
            Field::Comment => cell.map(|c| c.comment.0.clone()),
            Field::Feedback => cell.map(|c| c.feedback.0.clone()),
            Field::Note => seen.notes.get(code).map(|note| note.0.clone()),
        };
        let draft = Draft {
            dossier: self.id.clone(),
            criterion: code.clone(),
            field,
            text: text.unwrap_or_default(),
            goes_on: false,
        };
        shared.over(Overlay::editor(draft));
    }

    /// Opens all there is to read on the criterion.
    pub(super) fn explain(&self, grid: &Grid, shared: &mut Shared) {
        let Some(criterion) = self.criterion(grid) else {
            return;
        };
        let mut report = explained(criterion, grid, shared);
        let cell = self
            .seen
            .as_ref()
            .and_then(|seen| seen.cells.get(&criterion.code));
        let note = self
            .seen
            .as_ref()
            .and_then(|seen| seen.notes.get(&criterion.code));
        let texts = [
            ("desk-for-jury", cell.map(|c| c.comment.0.as_str())),
            ("desk-for-candidate", cell.map(|c| c.feedback.0.as_str())),
            ("desk-for-me", note.map(|n| n.0.as_str())),
        ];
        for (id, text) in texts {
            if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
                report.text("");
                report.say(Saying::new(id));
                report.text(text);
            }
        }
        shared.over(Overlay::Report(Box::new(report)));
    }
}

/// Returns the mark that an action gives, or nothing where it takes one back.
///
/// # Errors
/// Which values there are, where the digit is none of them.
pub(in crate::desk) fn mark_of(action: Action, scale: Scale) -> Result<Option<Mark>, Saying> {
    match action {
        Action::Score(digit) => {
            let score = score_of_key(scale, digit).ok_or_else(|| off_scale(scale))?;
            Ok(Some(Mark::Scored(score)))
        }
        Action::Abstain => Ok(Some(Mark::Abstained)),
        Action::NotApplicable => Ok(Some(Mark::NotApplicable)),
        _ => Ok(None),
    }
}

/// Makes the change of a text.
pub(in crate::desk) fn change_of(draft: &Draft) -> CellChange {
    let mut change = CellChange {
        goes_on: draft.goes_on,
        ..CellChange::default()
    };
    match draft.field {
        Field::Comment => change.comment = Some(Comment(draft.text.clone())),
        Field::Feedback => change.feedback = Some(Feedback(draft.text.clone())),
        Field::Note => change.note = Some(Note(draft.text.clone())),
    }
    change
}

/// Says which values there are.
pub(in crate::desk) fn off_scale(scale: Scale) -> Saying {
    Saying::new("desk-off-scale")
        .number("min", scale.min)
        .number("max", scale.max)
}

/// Begins a report with all that the grid says on a criterion.
pub(in crate::desk) fn explained(criterion: &Criterion, grid: &Grid, shared: &Shared) -> Report {
    let lang = shared.lang;
    let mut report = Report::new(Saying::new("desk-criterion-title").text("code", criterion.code.as_str()));
    report.text(&words(&criterion.name, lang));
    report.text("");
    for (score, descriptor) in grid.scale().scores().zip(&criterion.descriptors) {
        report.text(&format!("{score}  {}", words(descriptor, lang)));
    }
    report.text("");
    report.text(&words(&criterion.guidance, lang));
    report
}
