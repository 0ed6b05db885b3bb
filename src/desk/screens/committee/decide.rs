//! The sitting and its decisions.

use super::citations::told;
use super::{Committee, is_masked, masked_closed};
use crate::desk::action::{Action, Context};
use crate::desk::effect::Waiting;
use crate::desk::model::Shared;
use crate::desk::overlays::Overlay;
use crate::desk::overlays::choose::{Choose, Item, Purpose};
use crate::desk::overlays::confirm::Purpose as Confirmed;
use crate::desk::overlays::editor::Editor;
use crate::desk::overlays::report::Tone;
use crate::desk::screens::review::explained;
use crate::desk::widgets::text::{inert, words};
use crate::domain::decision::Ruling;
use crate::domain::grid::Grid;
use crate::domain::ids::{DossierId, LevelCode};
use crate::domain::saying::Saying;
use crate::office::act::Decide;
use crate::office::{Act, Question};

impl Committee {
    pub(super) fn decide(&self, action: Action, grid: &Grid, shared: &mut Shared) {
        let sitting = shared.overview.as_ref().and_then(|o| o.sitting.as_ref());
        if action == Action::Sitting {
            return match sitting {
                Some(sitting) => {
                    let asks = Saying::new("desk-close-asks").number("n", sitting.number);
                    shared.over(Overlay::confirm(Confirmed::CloseSitting, asks));
                }
                None => shared.ask(Waiting::Room, Question::Room),
            };
        }
        if sitting.is_none() {
            return shared.warn(shared.keyed("desk-no-sitting", Context::Committee, Action::Sitting));
        }
        if sitting.is_some_and(|sitting| sitting.break_since.is_some()) {
            return shared.warn(shared.keyed("desk-on-break", Context::Committee, Action::Break));
        }
        if is_masked(shared) {
            return shared.warn(masked_closed(shared));
        }
        let Some(id) = self.id().cloned() else { return };
        match action {
            Action::Decide => self.choose_level(id, grid, shared),
            Action::Adopt => self.review_adoption(shared),
            Action::Postpone => self.rule(id, Ruling::Postponed, shared),
            Action::Reopen => self.rule(id, Ruling::Reopened, shared),
            _ => {}
        }
    }

    /// Takes down what happens in the room: none of it needs the scores to be seen.
    pub(super) fn hear(&self, action: Action, grid: &Grid, shared: &mut Shared) {
        let sitting = shared.overview.as_ref().and_then(|o| o.sitting.as_ref());
        let Some(sitting) = sitting else {
            return shared.warn(shared.keyed("desk-no-sitting", Context::Committee, Action::Sitting));
        };
        let on = sitting.break_since.is_none();
        if action == Action::Break {
            return shared.act(Waiting::Sitting, Act::Pause { on });
        }
        if action == Action::Attendance {
            return shared.ask(Waiting::Room, Question::Room);
        }
        if !on {
            return shared.warn(shared.keyed("desk-on-break", Context::Committee, Action::Break));
        }
        let Some(id) = self.id().cloned() else { return };
        match action {
            Action::Vote => self.ask_vote(id, shared),
            Action::Dissent => self.ask_dissent(id, shared),
            Action::Mention => self.ask_mentions(id, grid, shared),
            Action::Compose if is_masked(shared) => shared.warn(masked_closed(shared)),
            Action::Compose => self.ask_feedback(id, grid, shared),
            _ => {}
        }
    }

    fn rule(&self, dossier: DossierId, ruling: Ruling, shared: &mut Shared) {
        let decide = Decide {
            dossier: dossier.clone(),
            ruling,
            reason: String::new(),
            motion: self.motion.clone(),
        };
        shared.act(Waiting::Decision(dossier), Act::Decide(Box::new(decide)));
    }

    /// Offers the dossiers that nothing calls into question, to be adopted at the level that their grades propose: all of
    /// them to begin with, each named with its level, so that the list is read before it is adopted.
    fn review_adoption(&self, shared: &mut Shared) {
        let items: Vec<Item> = self
            .agenda
            .iter()
            .filter(|row| row.is_adoptable())
            .map(|row| Item {
                value: row.id.as_str().to_owned(),
                label: format!(
                    "{} {} → {}",
                    inert(&row.number),
                    inert(&row.name),
                    row.proposed.as_deref().map_or_else(String::new, inert)
                ),
                said: None,
                is_on: true,
            })
            .collect();
        if items.is_empty() {
            return shared.tell(Saying::new("desk-nothing-to-adopt"));
        }
        shared.over(Overlay::Choose(Box::new(Choose {
            purpose: Purpose::Adopt,
            asks: Saying::new("desk-adopt-asks").number("n", items.len()),
            items,
            selected: 0,
        })));
    }

    /// Offers the levels, standing on the one that the grades propose.
    fn choose_level(&self, id: DossierId, grid: &Grid, shared: &mut Shared) {
        let proposed = self.proposed();
        let said = |code: &str| (proposed.as_deref() == Some(code)).then_some("desk-proposed");
        let levels = grid.levels().iter().map(|level| Item {
            value: level.code.as_str().to_owned(),
            label: words(&level.name, shared.lang),
            said: said(level.code.as_str()),
            is_on: false,
        });
        let none = Item {
            value: "none".to_owned(),
            label: String::new(),
            said: Some(match said("none") {
                Some(_) => "desk-level-none-proposed",
                None => "desk-level-none",
            }),
            is_on: false,
        };
        let items: Vec<Item> = std::iter::once(none).chain(levels).collect();
        let selected = items
            .iter()
            .position(|item| Some(&item.value) == proposed.as_ref());
        let name = self
            .row()
            .map_or_else(String::new, |row| format!("{} {}", row.number, row.name));
        shared.over(Overlay::Choose(Box::new(Choose {
            purpose: Purpose::Level(id, proposed),
            asks: Saying::new("desk-ask-level").text("name", name),
            items,
            selected: selected.unwrap_or(0),
        })));
    }

    /// Goes on to the reason of a level. One that departs from the proposal begins with what jurors wrote on the criteria in
    /// dispute: it goes into the minutes, which are not published.
    pub fn reason(&self, dossier: DossierId, level: &str, proposed: Option<&str>) -> Option<Overlay> {
        let same = proposed == Some(level);
        let decide = Decide {
            ruling: Ruling::Decided {
                level: (level != "none").then(|| LevelCode::new(level)),
            },
            reason: if same { String::new() } else { self.disputed() },
            motion: self.motion.clone(),
            dossier,
        };
        (self.id() == Some(&decide.dossier)).then(|| Overlay::Editor(Box::new(Editor::of_reason(decide))))
    }

    /// Opens all there is to read on the criterion, with all that jurors said of it.
    pub(super) fn explain(&self, grid: &Grid, shared: &mut Shared) {
        let Some(criterion) = grid.criteria().nth(self.cursor) else {
            return;
        };
        let mut report = explained(criterion, grid, shared);
        if let Some(dossier) = self.dossier.as_ref().filter(|_| !is_masked(shared)) {
            for remark in dossier.remarks.get(&criterion.code).into_iter().flatten() {
                let content = &remark.content;
                let comment = if self.is_projecting {
                    ""
                } else {
                    content.comment.0.as_str()
                };
                let citations = told(remark, &dossier.dossier);
                if comment.is_empty() && content.feedback.is_blank() && citations.is_empty() {
                    continue;
                }
                report.text("");
                report.text(&format!("— {}", self.speaker(remark, dossier)));
                if !comment.is_empty() {
                    report.text(comment);
                }
                if !content.feedback.is_blank() {
                    report.text(&format!("→ {}", content.feedback.0));
                }
                for citation in citations {
                    report.say(citation);
                }
            }
            report.text("");
            report.say_as(Tone::Strong, Saying::new("desk-ways"));
            for (way, proposal) in &dossier.alternatives.0 {
                let level = match proposal.code() {
                    None | Some("none") => Saying::new("level-none"),
                    Some(code) => Saying::new("desk-n").text("level", code),
                };
                let way = Saying::new(way.word());
                report.say(Saying::new("desk-way").said("way", way).said("level", level));
            }
        }
        shared.over(Overlay::Report(Box::new(report)));
    }

    /// What the grades propose with the values set.
    fn proposed(&self) -> Option<String> {
        let here = self.dossier.as_ref().filter(|d| Some(&d.dossier.id) == self.id());
        match here {
            Some(dossier) => dossier.outcome.proposed.code().map(str::to_owned),
            None => self.row().and_then(|row| row.proposed.clone()),
        }
    }

    /// What jurors wrote for the jury on the criteria in dispute, or else for the candidate: the words of a reason.
    fn disputed(&self) -> String {
        let Some(dossier) = &self.dossier else {
            return String::new();
        };
        let disputed = dossier
            .outcome
            .criteria
            .iter()
            .filter(|(_, outcome)| outcome.disagreement == crate::consensus::Disagreement::Discuss)
            .filter_map(|(code, _)| Some((code, dossier.remarks.get(code)?)));
        let said = disputed.flat_map(|(code, remarks)| {
            remarks.iter().filter_map(move |remark| {
                let content = &remark.content;
                let texts = [content.comment.0.trim(), content.feedback.0.trim()];
                let text = texts.into_iter().find(|text| !text.is_empty())?;
                Some(format!("{code} {text}"))
            })
        });
        let said: Vec<String> = said.take(3).collect();
        said.join("\n")
    }
}
