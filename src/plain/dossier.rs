//! A dossier as a whole: who applies, what bears on no criterion, which criteria are marked; and stepping back from it.

use super::Outcome;
use super::criterion::{self, Spot, criterion_of, progress};
use super::pages::Pages;
use super::session::{Session, digits};
use crate::domain::dossier::Standing;
use crate::domain::saying::Saying;
use crate::office::ask::DossierView;
use crate::office::{Act, Answer, Question};

impl Session<'_> {
    /// Names a dossier, and what is worth knowing before one scores it.
    pub(super) fn announce(&mut self, view: &DossierView) -> Outcome {
        let dossier = &view.dossier;
        let (scored, all) = progress(self.office.grid(), view);
        let kind = self
            .voice
            .word_or(&format!("desk-kind-{}", dossier.kind), &dossier.kind);
        let saying = Saying::new("plain-dossier")
            .text("number", &dossier.number)
            .text("name", &dossier.name)
            .text("kind", kind)
            .number("place", view.place + 1)
            .number("of", self.dossiers()?)
            .number("n", scored)
            .number("all", all);
        self.voice.say(&saying)?;
        for (is_so, id) in [
            (
                dossier.standing == Standing::Irrecevable,
                "plain-dossier-irrecevable",
            ),
            (dossier.standing == Standing::Withdrawn, "plain-dossier-withdrawn"),
            (dossier.late, "plain-dossier-late"),
            (
                view.resembles && view.recusal.is_none(),
                "plain-dossier-resembles",
            ),
        ] {
            if is_so {
                self.voice.say(&Saying::new(id))?;
            }
        }
        self.announce_changes(view)
    }

    /// Says where answers changed after one scored.
    fn announce_changes(&mut self, view: &DossierView) -> Outcome {
        if view.changes.is_empty() {
            return Ok(());
        }
        let (grid, none) = (self.office.grid(), self.voice.word("plain-no-criterion"));
        let mut places: Vec<&str> = Vec::new();
        for answer in &view.dossier.answers {
            let place = criterion_of(grid, answer).map_or(none.as_str(), |code| code.as_str());
            if view.changes.contains_key(&answer.champ) && !places.contains(&place) {
                places.push(place);
            }
        }
        let saying = Saying::new("plain-dossier-changed").number("n", view.changes.len());
        self.voice.say(&saying.text("places", places.join(", ")))
    }

    /// Says that one stepped back from the dossier, and how to come back.
    pub(super) fn say_recused(&mut self, view: &DossierView) -> Outcome {
        let reason = view.recusal.as_deref().unwrap_or_default();
        self.voice.say(&Saying::new("plain-recused-here"))?;
        if reason.trim().is_empty() {
            return Ok(());
        }
        self.voice.quote(Saying::new("plain-recused-reason"), reason)
    }

    /// Says the candidate's answers and pieces that bear on no criterion.
    pub(super) fn say_general(&mut self, spot: &Spot) -> Outcome {
        let view = self.view(&spot.dossier)?;
        if view.recusal.is_some() {
            return self.say_recused(&view);
        }
        self.announce(&view)?;
        let grid = self.office.grid();
        criterion::answers(&mut self.voice, &view, |answer| {
            criterion_of(grid, answer).is_none()
        })?;
        criterion::pieces(&mut self.voice, &view, |piece| {
            piece.criteria.is_empty()
                && piece
                    .question
                    .as_ref()
                    .is_none_or(|q| grid.criterion_of(q).is_none())
        })
    }

    /// Says the criteria of the dossier with their marks.
    pub(super) fn say_plan(&mut self, spot: &Spot) -> Outcome {
        let view = self.view(&spot.dossier)?;
        let (grid, lang) = (self.office.grid(), self.voice.lang());
        for one in grid.criteria() {
            let given = view.cells.get(&one.code).and_then(|cell| cell.mark);
            let saying = Saying::new("plain-plan-row")
                .text("code", &one.code)
                .text("name", one.name.in_lang(lang))
                .said("mark", criterion::mark(grid, &one.code, given, lang));
            self.voice.say(&saying)?;
        }
        self.voice.say(&Saying::new("plain-plan-hint"))
    }

    /// Says what one gave on this criterion in every dossier, the highest first.
    pub(super) fn compare(&mut self, spot: &Spot) -> Outcome {
        let Answer::OnCriterion(rows) = self.office.ask(Question::OnCriterion(spot.criterion.clone()))?
        else {
            return Ok(());
        };
        let (grid, lang) = (self.office.grid(), self.voice.lang());
        let items = rows.iter().map(|row| {
            let given = criterion::mark(grid, &spot.criterion, row.content.mark, lang);
            let saying = Saying::new("plain-compare-row")
                .text("number", &row.number)
                .text("name", &row.name)
                .said("mark", given);
            self.voice.lines(&saying).join("\n")
        });
        let pages = Pages::new(items.collect(), Saying::new("plain-end-list"));
        self.pages = pages.turn(&mut self.voice)?;
        Ok(())
    }

    /// Steps back from the dossier, or comes back to it.
    pub(super) fn recuse(&mut self, spot: &Spot) -> Outcome {
        let view = self.view(&spot.dossier)?;
        let is_recused = view.recusal.is_some();
        let name = &view.dossier.name;
        let prompt = Saying::new(if is_recused {
            "plain-prompt-come-back"
        } else {
            "plain-prompt-recuse"
        });
        let Some(line) = self.voice.ask(&prompt.text("name", name))? else {
            return Ok(());
        };
        let Some(answer) = self.agreed(&line, is_recused) else {
            return self.voice.say(&Saying::new("plain-unchanged"));
        };
        self.office.perform(Act::Recuse {
            dossier: spot.dossier.clone(),
            reason: (!is_recused).then_some(answer),
        })?;
        self.steps.did(1);
        if is_recused {
            self.voice.say(&Saying::new("plain-came-back"))?;
            return self.say_standing(spot);
        }
        self.voice.say(&Saying::new("plain-recused"))
    }

    /// Reads the answer to whether one steps back: the reason, empty for a plain yes; nothing where it is a no.
    fn agreed(&mut self, line: &str, is_recused: bool) -> Option<String> {
        let line = line.trim();
        if self.lexicon.is_yes(line) {
            return Some(String::new());
        }
        let is_no = line.is_empty() || self.lexicon.is_no(line) || digits(line).is_some();
        if is_no || self.is_command(line) || is_recused {
            return None;
        }
        Some(line.to_owned())
    }
}
