//! A criterion as one hears it: what it is, what to look for, what the candidate answered and attached, what each value
//! means, what stands.

use super::Outcome;
use super::citing::told;
use super::lexicon::Word;
use super::session::Session;
use super::voice::Voice;
use crate::domain::dossier::{Answer, Dossier};
use crate::domain::evidence::Evidence;
use crate::domain::grid::{Criterion, Grid};
use crate::domain::ids::{CriterionCode, DossierId};
use crate::domain::saying::Saying;
use crate::domain::score::{Mark, Score};
use crate::domain::words::Lang;
use crate::office::ask::DossierView;
use crate::office::{Act, Office};

/// Where one stands.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) dossier: DossierId,
    pub(super) criterion: CriterionCode,
    /// The dossier's number, for the prompt.
    pub(super) number: String,
}

impl Spot {
    pub(super) fn new(view: &DossierView, code: &CriterionCode) -> Self {
        Self {
            dossier: view.dossier.id.clone(),
            criterion: code.clone(),
            number: view.dossier.number.clone(),
        }
    }
}

/// Says the whole of a criterion.
pub(super) fn present(
    voice: &mut Voice<'_>,
    office: &Office,
    view: &DossierView,
    code: &CriterionCode,
) -> Outcome {
    let grid = office.grid();
    let Some(criterion) = grid.criterion(code) else {
        return Ok(());
    };
    head(voice, grid, view, criterion)?;
    let guidance = criterion.guidance.in_lang(voice.lang()).to_owned();
    if !guidance.trim().is_empty() {
        voice.say(&Saying::new("plain-guidance").text("text", guidance))?;
    }
    answers(voice, view, |answer| criterion_of(grid, answer) == Some(code))?;
    pieces(voice, view, |piece| bears(grid, piece, code))?;
    values(voice, grid, criterion)?;
    standing(voice, grid, view, criterion)
}

fn head(voice: &mut Voice<'_>, grid: &Grid, view: &DossierView, criterion: &Criterion) -> Outcome {
    let lang = voice.lang();
    let mut axes = grid.axes().iter();
    let axis = axes.find(|axis| axis.criteria.iter().any(|c| c.code == criterion.code));
    let (scored, all) = progress(grid, view);
    let saying = Saying::new("plain-criterion")
        .text("code", &criterion.code)
        .text("name", criterion.name.in_lang(lang))
        .text("axis", axis.map_or("", |axis| axis.code.as_str()))
        .text("axis-name", axis.map_or("", |axis| axis.name.in_lang(lang)))
        .number("n", scored)
        .number("all", all);
    voice.say(&saying)
}

/// Counts the criteria that are marked, and all.
pub(super) fn progress(grid: &Grid, view: &DossierView) -> (usize, usize) {
    let marked = |c: &&Criterion| view.cells.get(&c.code).is_some_and(|cell| cell.mark.is_some());
    (grid.criteria().filter(marked).count(), grid.criteria().count())
}

/// Returns the criterion of this grid on which an answer bears.
pub(super) fn criterion_of<'g>(grid: &'g Grid, answer: &Answer) -> Option<&'g CriterionCode> {
    answer.criterion_in(grid)
}

/// Tells whether a piece supports a criterion.
fn bears(grid: &Grid, piece: &Evidence, code: &CriterionCode) -> bool {
    let asked = piece
        .question
        .as_ref()
        .and_then(|question| grid.criterion_of(question));
    piece.criteria.contains(code) || asked == Some(code)
}

/// Says the questions and answers that are wanted.
pub(super) fn answers(
    voice: &mut Voice<'_>,
    view: &DossierView,
    wanted: impl Fn(&Answer) -> bool,
) -> Outcome {
    let mut any = false;
    for answer in view.dossier.answers.iter().filter(|answer| wanted(answer)) {
        any = true;
        voice.say(&Saying::new("plain-question").text("text", &answer.label))?;
        if answer.text.trim().is_empty() {
            voice.say(&Saying::new("plain-unanswered"))?;
        } else {
            voice.quote(Saying::new("plain-answer"), &answer.text)?;
        }
        match view.changes.get(&answer.champ) {
            Some(before) if before.trim().is_empty() => voice.say(&Saying::new("plain-answer-new"))?,
            Some(before) => voice.quote(Saying::new("plain-answer-changed"), before)?,
            None => {}
        }
    }
    if any {
        return Ok(());
    }
    voice.say(&Saying::new("plain-no-question"))
}

/// Says the pieces that are wanted, each by its number in the dossier.
pub(super) fn pieces(
    voice: &mut Voice<'_>,
    view: &DossierView,
    wanted: impl Fn(&Evidence) -> bool,
) -> Outcome {
    let mut any = false;
    for (place, piece) in view.dossier.evidence.iter().enumerate() {
        if wanted(piece) {
            any = true;
            voice.say(&super::pieces::line(view, place, piece))?;
        }
    }
    if any {
        return Ok(());
    }
    voice.say(&none_here(&view.dossier))
}

fn none_here(dossier: &Dossier) -> Saying {
    Saying::new("plain-no-piece").number("all", dossier.evidence.len())
}

/// Says what each value means.
pub(super) fn values(voice: &mut Voice<'_>, grid: &Grid, criterion: &Criterion) -> Outcome {
    for score in grid.scale().scores() {
        let saying = Saying::new("plain-value")
            .number("value", score.value())
            .text("text", descriptor(grid, criterion, score, voice.lang()));
        voice.say(&saying)?;
    }
    voice.say(&Saying::new("plain-value-none"))
}

fn descriptor<'g>(grid: &Grid, criterion: &'g Criterion, score: Score, lang: Lang) -> &'g str {
    let words = criterion.descriptor(grid.scale(), score);
    words.map_or("", |words| words.in_lang(lang))
}

/// Says a mark with its meaning.
pub(super) fn mark(grid: &Grid, code: &CriterionCode, mark: Option<Mark>, lang: Lang) -> Saying {
    match mark {
        None => Saying::new("plain-mark-none"),
        Some(Mark::Abstained) => Saying::new("plain-mark-abstained"),
        Some(Mark::NotApplicable) => Saying::new("plain-mark-na"),
        Some(Mark::Scored(score)) => {
            let criterion = grid.criterion(code);
            let text = criterion.map_or("", |criterion| descriptor(grid, criterion, score, lang));
            Saying::new("plain-mark")
                .number("value", score.value())
                .text("text", text)
        }
    }
}

/// Says what stands: mark, comment, feedback, note.
pub(super) fn standing(
    voice: &mut Voice<'_>,
    grid: &Grid,
    view: &DossierView,
    criterion: &Criterion,
) -> Outcome {
    let cell = view.cells.get(&criterion.code).cloned().unwrap_or_default();
    let given = mark(grid, &criterion.code, cell.mark, voice.lang());
    voice.say(&Saying::new("plain-standing").said("mark", given))?;
    let note = view.notes.get(&criterion.code).cloned().unwrap_or_default();
    for (id, text) in [
        ("plain-standing-comment", cell.comment.0),
        ("plain-standing-feedback", cell.feedback.0),
        ("plain-standing-note", note.0),
    ] {
        if !text.is_empty() {
            voice.quote(Saying::new(id), &text)?;
        }
    }
    for citation in &cell.citations {
        voice.say(&Saying::new("plain-citation").said("citation", told(citation, view)))?;
    }
    Ok(())
}

impl Session<'_> {
    /// Says the criterion again.
    pub(super) fn read(&mut self, spot: &Spot) -> Outcome {
        let view = self.view(&spot.dossier)?;
        present(&mut self.voice, &self.office, &view, &spot.criterion)
    }

    /// Says the scale again, and what stands on it.
    pub(super) fn say_values(&mut self, spot: &Spot) -> Outcome {
        let view = self.view(&spot.dossier)?;
        let grid = self.office.grid();
        let Some(criterion) = grid.criterion(&spot.criterion) else {
            return Ok(());
        };
        values(&mut self.voice, grid, criterion)?;
        standing(&mut self.voice, grid, &view, criterion)
    }

    /// Says where one stands, and what stands there.
    pub(super) fn say_standing(&mut self, spot: &Spot) -> Outcome {
        let view = self.view(&spot.dossier)?;
        if view.recusal.is_some() {
            return self.say_recused(&view);
        }
        let grid = self.office.grid();
        let Some(criterion) = grid.criterion(&spot.criterion) else {
            return Ok(());
        };
        head(&mut self.voice, grid, &view, criterion)?;
        standing(&mut self.voice, grid, &view, criterion)
    }

    /// Notes that the changed answers of this criterion, or those of none, were looked at.
    pub(super) fn seen(&mut self, spot: &Spot, which: &str) -> Outcome {
        let of_none = self
            .lexicon
            .hear(which)
            .is_some_and(|(word, _)| word == Word::General);
        if !of_none && !which.is_empty() {
            return self.voice.say(&Saying::new("plain-alone").text("typed", which));
        }
        let wanted = Some(&spot.criterion).filter(|_| !of_none);
        let view = self.view(&spot.dossier)?;
        let grid = self.office.grid();
        let here = |answer: &&Answer| criterion_of(grid, answer) == wanted;
        let changed = view.dossier.answers.iter().filter(here);
        let changed = changed.filter(|answer| view.changes.contains_key(&answer.champ));
        let champs: Vec<String> = changed.map(|answer| answer.champ.clone()).collect();
        for champ in &champs {
            let (dossier, champ) = (spot.dossier.clone(), champ.clone());
            self.office.perform(Act::Look { dossier, champ })?;
        }
        self.voice
            .say(&Saying::new("plain-seen").number("n", champs.len()))
    }
}
