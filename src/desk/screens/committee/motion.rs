//! What goes with a decision beside its level: the vote, dissent, mentions, and what the candidate is told. Each is kept
//! with the sitting as it is made.

use super::Committee;
use crate::desk::model::Shared;
use crate::desk::overlays::Overlay;
use crate::desk::overlays::choose::{Choose, Item, Purpose};
use crate::desk::overlays::editor::Editor;
use crate::desk::overlays::input::Purpose as Typed;
use crate::desk::widgets::text::{inert, words};
use crate::domain::grid::Grid;
use crate::domain::ids::{DossierId, JurorId};
use crate::domain::motion::{Dissent, Vote};
use crate::domain::saying::Saying;
use std::collections::BTreeSet;

impl Committee {
    /// Asks for the hands: all who may vote are for it until somebody says otherwise.
    pub(super) fn ask_vote(&self, id: DossierId, shared: &mut Shared) {
        let likely = match &self.motion.vote {
            Some(vote) => {
                let [a, b, c] = vote.groups().map(|hands| hands.count);
                format!("{a} {b} {c}")
            }
            None => format!("{} 0 0", self.voters(shared).len()),
        };
        shared.over(Overlay::input_with(Typed::Vote(id), &likely));
    }

    /// Takes hands as they are typed: for, against, abstentions; nothing takes the vote away.
    pub fn take_vote(&mut self, id: &DossierId, typed: &str, shared: &mut Shared) {
        if self.id() != Some(id) {
            return;
        }
        let counts: Result<Vec<u32>, _> = typed
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::parse)
            .collect();
        self.motion.vote = match counts.as_deref() {
            Ok([]) => None,
            Ok([a]) => Some(Vote::of_counts(*a, 0, 0)),
            Ok([a, b]) => Some(Vote::of_counts(*a, *b, 0)),
            Ok([a, b, c]) => Some(Vote::of_counts(*a, *b, *c)),
            Ok(_) | Err(_) => return shared.warn(Saying::new("desk-vote-malformed")),
        };
        self.lay(shared);
    }

    /// Returns the members who may vote on the dossier: in the room and not recused.
    fn voters(&self, shared: &Shared) -> BTreeSet<JurorId> {
        let sitting = shared.overview.as_ref().and_then(|o| o.sitting.as_ref());
        let recused: BTreeSet<JurorId> = self
            .dossier
            .iter()
            .flat_map(|dossier| dossier.panel.recused.iter().cloned())
            .collect();
        sitting.map_or_else(BTreeSet::new, |sitting| {
            sitting.present.difference(&recused).cloned().collect()
        })
    }

    fn name(&self, juror: &JurorId) -> String {
        let names = self.dossier.as_ref().map(|dossier| &dossier.names);
        names
            .and_then(|names| names.get(juror))
            .map_or_else(|| inert(juror.as_str()), |name| inert(name))
    }

    /// Offers the members who may dissent; those who do are marked, and choosing one again takes it back.
    pub(super) fn ask_dissent(&self, id: DossierId, shared: &mut Shared) {
        let voters = self.voters(shared);
        let dissents = |juror: &JurorId| self.motion.dissent.iter().any(|d| d.juror == *juror);
        let items = voters.iter().map(|juror| Item {
            value: juror.as_str().to_owned(),
            label: self.name(juror),
            said: dissents(juror).then_some("desk-dissents"),
            is_on: false,
        });
        self.choose(Purpose::Dissent(id), "desk-ask-dissent", items.collect(), shared);
    }

    /// Takes a dissent with its reason.
    pub fn take_dissent(&mut self, id: &DossierId, juror: JurorId, reason: &str, shared: &mut Shared) {
        if self.id() == Some(id) {
            let reason = reason.trim().to_owned();
            self.motion.dissent.push(Dissent { juror, reason });
            self.lay(shared);
        }
    }

    pub(super) fn ask_mentions(&self, id: DossierId, grid: &Grid, shared: &mut Shared) {
        let items: Vec<Item> = grid
            .mentions()
            .iter()
            .map(|mention| Item {
                value: mention.code.clone(),
                label: words(&mention.name, shared.lang),
                said: None,
                is_on: self.motion.mentions.contains(&mention.code),
            })
            .collect();
        if items.is_empty() {
            return shared.tell(Saying::new("desk-no-mentions"));
        }
        self.choose(Purpose::Mentions(id), "desk-ask-mentions", items, shared);
    }

    /// Offers what jurors wrote for the candidate, by criterion: one key each takes it into what the candidate is told.
    pub(super) fn ask_feedback(&self, id: DossierId, grid: &Grid, shared: &mut Shared) {
        let texts = self.feedback_of_jurors(grid);
        if texts.is_empty() {
            return shared.over(Overlay::Editor(Box::new(Editor::of_told(
                id,
                &self.motion.feedback,
            ))));
        }
        let items = texts.into_iter().map(|(code, text)| Item {
            is_on: self.tells(&text),
            label: format!("{code}  {}", inert(&text)),
            value: text,
            said: None,
        });
        self.choose(Purpose::Compose(id), "desk-ask-compose", items.collect(), shared);
    }

    fn choose(&self, purpose: Purpose, asks: &'static str, items: Vec<Item>, shared: &mut Shared) {
        let name = self
            .row()
            .map_or_else(String::new, |row| format!("{} {}", row.number, row.name));
        shared.over(Overlay::Choose(Box::new(Choose {
            purpose,
            asks: Saying::new(asks).text("name", name),
            items,
            selected: 0,
        })));
    }

    /// Takes what was chosen.
    pub fn chosen(&mut self, id: &DossierId, choose: &Choose, shared: &mut Shared) {
        if self.id() != Some(id) {
            return;
        }
        let on = choose.items.iter().filter(|item| item.is_on);
        match &choose.purpose {
            Purpose::Mentions(_) => {
                self.motion.mentions = on.map(|item| item.value.clone()).collect();
                self.lay(shared);
            }
            Purpose::Compose(_) => {
                for item in &choose.items {
                    self.tell(&item.value, item.is_on);
                }
                self.lay(shared);
                shared.over(Overlay::Editor(Box::new(Editor::of_told(
                    id.clone(),
                    &self.motion.feedback,
                ))));
            }
            Purpose::Dissent(_) => {
                let Some(juror) = choose.value().map(JurorId::new) else {
                    return;
                };
                let before = self.motion.dissent.len();
                self.motion.dissent.retain(|dissent| dissent.juror != juror);
                if self.motion.dissent.len() == before {
                    let name = self.name(&juror);
                    let ask = Typed::Dissent(id.clone(), juror, name);
                    return shared.over(Overlay::input(ask, shared));
                }
                self.lay(shared);
            }
            Purpose::Grid
            | Purpose::Level(..)
            | Purpose::Present
            | Purpose::Attend
            | Purpose::Adopt
            | Purpose::Place => {}
        }
    }

    /// Takes what the candidate is told, as it is written.
    pub fn take_told(&mut self, id: &DossierId, text: &str, shared: &mut Shared) {
        if self.id() == Some(id) && self.motion.feedback != text {
            text.clone_into(&mut self.motion.feedback);
            self.lay(shared);
        }
    }

    fn tells(&self, text: &str) -> bool {
        self.motion.feedback.split("\n\n").any(|part| part == text)
    }

    /// Adds a juror's text to what the candidate is told, or takes it away; what was written by hand stays.
    fn tell(&mut self, text: &str, on: bool) {
        let is_told = self.tells(text);
        if on && !is_told {
            if !self.motion.feedback.is_empty() {
                self.motion.feedback.push_str("\n\n");
            }
            self.motion.feedback.push_str(text);
        } else if !on && is_told {
            let parts = self.motion.feedback.split("\n\n");
            let kept: Vec<&str> = parts.filter(|part| *part != text).collect();
            self.motion.feedback = kept.join("\n\n");
        }
    }

    /// Returns what jurors wrote for the candidate, by criterion in the grid's order, each text once.
    fn feedback_of_jurors(&self, grid: &Grid) -> Vec<(String, String)> {
        let Some(dossier) = &self.dossier else {
            return Vec::new();
        };
        let mut seen = BTreeSet::new();
        let mut texts = Vec::new();
        for criterion in grid.criteria() {
            for remark in dossier.remarks.get(&criterion.code).into_iter().flatten() {
                let text = remark.content.feedback.0.trim().replace("\n\n", "\n");
                if !text.is_empty() && seen.insert(text.clone()) {
                    texts.push((criterion.code.to_string(), text));
                }
            }
        }
        texts
    }
}
