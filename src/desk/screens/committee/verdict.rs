//! What follows from the marks, in words and in large digits.

use super::{Committee, is_masked};
use crate::consensus::{Proposal, Reach, Reason, Robustness, Total};
use crate::desk::action::{Action, Context};
use crate::desk::look::Look;
use crate::desk::theme::Theme;
use crate::desk::widgets::big;
use crate::desk::widgets::meter::bar;
use crate::desk::widgets::text::{inert, words, wrapped};
use crate::domain::grid::Grid;
use crate::domain::ratio::Ratio;
use crate::domain::saying::Saying;
use crate::domain::words::Lang;
use crate::office::ask::Deliberation;
use crate::speech::Speech;
use ratatui::text::Line;
use std::fmt::Write as _;

impl Committee {
    /// What follows from the marks: the axes, the total, the level and how near and how firm it is, in words.
    pub(super) fn follows(
        &self,
        dossier: &Deliberation,
        grid: &Grid,
        look: &Look<'_>,
        width: u16,
    ) -> Vec<Line<'static>> {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        if is_masked(shared) {
            let lines = wrapped(
                &speech.say(&shared.keyed("desk-masked", Context::Committee, Action::Unmask)),
                width.saturating_sub(1),
            );
            return lines
                .into_iter()
                .map(|line| Line::styled(format!(" {line}"), theme.alert))
                .collect();
        }
        let most = Ratio::whole(i64::from(grid.scale().max));
        let share = |value: &Ratio| value.over(&most).map_or(0, |share| share.percent());
        let outcome = &dossier.outcome;
        let mut text = String::new();
        for axis in grid.axes() {
            let value = match outcome.axes.get(&axis.code) {
                Some(Total::Value(value)) => {
                    let percent = share(value);
                    format!("{} {percent} %", bar(percent, 5))
                }
                Some(Total::NotApplicable) => speech.word("desk-mark-na"),
                Some(Total::NoResult) | None => "—".to_owned(),
            };
            let _ = write!(text, "{} {value}   ", inert(axis.code.as_str()));
        }
        let total = outcome
            .total
            .as_ref()
            .map_or_else(|| "—".to_owned(), |total| format!("{} %", share(total)));
        text.push_str(&speech.say(&Saying::new("desk-total").text("total", total)));
        let is_tight = shared.height < 30;
        let mut said = verdict(dossier, grid, shared.lang, speech, is_tight);
        if self
            .row()
            .is_some_and(|row| row.item.reasons.contains(&Reason::NoFeedback))
        {
            let _ = write!(said, " · {}", speech.word("desk-verdict-no-feedback"));
        }
        let mut lines = fold(&text, width, theme, false);
        lines.extend(fold(&said, width, theme, true));
        let motion = self.said_motion(dossier, grid, look);
        if !motion.is_empty() {
            lines.extend(fold(&format!("✎ {motion}"), width, theme, true));
        }
        lines
    }

    /// Says what is drafted beside the values, or what the decision said.
    fn said_motion(&self, dossier: &Deliberation, grid: &Grid, look: &Look<'_>) -> String {
        let Look { shared, speech, .. } = *look;
        let motion = &self.motion;
        let mut parts = Vec::new();
        if let Some(vote) = &motion.vote {
            let [a, b, c] = vote.groups().map(|hands| hands.count);
            let said = Saying::new("desk-vote").number("for", a).number("against", b);
            parts.push(speech.say(&said.number("abstain", c)));
        }
        if !motion.dissent.is_empty() {
            let who = motion.dissent.iter().map(|dissent| {
                let names = &dossier.names;
                names
                    .get(&dissent.juror)
                    .map_or(dissent.juror.as_str(), String::as_str)
            });
            let names = if self.is_projecting {
                motion.dissent.len().to_string()
            } else {
                who.collect::<Vec<&str>>().join(", ")
            };
            parts.push(speech.say(&Saying::new("desk-dissent").text("names", names)));
        }
        let given = grid.mentions().iter();
        let given = given.filter(|mention| motion.mentions.contains(&mention.code));
        let given: Vec<String> = given.map(|mention| words(&mention.name, shared.lang)).collect();
        if !given.is_empty() {
            parts.push(speech.say(&Saying::new("desk-mentions").text("names", given.join(", "))));
        }
        if !motion.feedback.trim().is_empty() {
            parts.push(speech.word("desk-told"));
        }
        parts.join(" · ")
    }
}

/// The level that the grades propose, and the total, in digits that are read from the back of the room.
pub(super) fn large(dossier: &Deliberation, grid: &Grid, look: &Look<'_>) -> Vec<Line<'static>> {
    let outcome = &dossier.outcome;
    if is_masked(look.shared) {
        return Vec::new();
    }
    let most = Ratio::whole(i64::from(grid.scale().max));
    let total = outcome.total.as_ref().and_then(|total| total.over(&most));
    let level = match outcome.proposed.code() {
        None => "?",
        Some("none") => "–",
        Some(code) => code,
    };
    let total = total.map_or_else(String::new, |share| format!("{}%", share.percent()));
    let mut lines: Vec<Line<'static>> = big::big(&format!("{level}   {total}"))
        .unwrap_or_default()
        .into_iter()
        .map(|row| Line::styled(format!("    {row}"), look.theme.strong))
        .collect();
    lines.push(Line::default());
    lines
}

fn fold(text: &str, width: u16, theme: &Theme, strong: bool) -> Vec<Line<'static>> {
    let style = if strong { theme.strong } else { theme.text };
    let lines = wrapped(text, width.saturating_sub(2)).into_iter();
    lines
        .map(|line| Line::styled(format!(" {line}"), style))
        .collect()
}

/// Says what weights up to a fifth lighter or heavier would propose.
fn weights(reach: &Reach, speech: &Speech) -> Saying {
    if reach.is_one() {
        return Saying::new("desk-verdict-weights-hold");
    }
    let level = |proposal: &Proposal| match proposal.code() {
        None | Some("none") => speech.word("desk-verdict-no-level"),
        Some(code) => inert(code),
    };
    Saying::new("desk-verdict-weights")
        .text("low", level(&reach.low))
        .text("high", level(&reach.high))
}

/// Says the level in words that a mayor understands; where rows are few, what reassures is left out.
fn verdict(dossier: &Deliberation, grid: &Grid, lang: Lang, speech: &Speech, is_tight: bool) -> String {
    let outcome = &dossier.outcome;
    let point = lang.point();
    let mut parts = Vec::new();
    parts.push(match outcome.proposed.code() {
        None => Saying::new("desk-verdict-undetermined"),
        Some("none") => Saying::new("desk-verdict-none"),
        Some(code) => Saying::new("desk-verdict-level").text("level", code),
    });
    if let Some(up) = outcome.margin_up.as_ref().filter(|up| **up > Ratio::zero()) {
        parts.push(Saying::new("desk-verdict-up").text("points", up.decimal(point)));
    }
    if let Some(down) = outcome.margin_down.as_ref().filter(|_| !is_tight) {
        parts.push(Saying::new("desk-verdict-down").text("points", down.decimal(point)));
    }
    if !outcome.floors_short.is_empty() {
        let axes = outcome.floors_short.iter();
        let name = |code: &crate::domain::ids::AxisCode| {
            let axis = grid.axes().iter().find(|axis| axis.code == *code);
            axis.map_or_else(|| inert(code.as_str()), |axis| words(&axis.name, lang))
        };
        let axes: Vec<String> = axes.map(name).collect();
        parts.push(Saying::new("desk-verdict-floors").text("axes", axes.join(", ")));
    }
    if let Some(raise) = &dossier.raise {
        let criteria = raise
            .criteria
            .iter()
            .map(|(code, to)| format!("{} → {to}", inert(code.as_str())));
        let raised = Saying::new("desk-verdict-raise").text("level", raise.level.code().unwrap_or_default());
        parts.push(raised.text("criteria", criteria.collect::<Vec<_>>().join(", ")));
    }
    parts.push(Saying::new(match outcome.robustness {
        Robustness::Robust => "desk-verdict-robust",
        Robustness::Sensitive => "desk-verdict-sensitive",
        Robustness::Fragile => "desk-verdict-fragile",
        Robustness::Untestable => "desk-verdict-untestable",
    }));
    if let Some(reach) = outcome
        .weights
        .as_ref()
        .filter(|reach| !is_tight || !reach.is_one())
    {
        parts.push(weights(reach, speech));
    }
    let ways = &dossier.alternatives;
    let is_told = !is_tight || ways.agreeing() < ways.0.len();
    if outcome.proposed.code().is_some() && ways.0.len() > 1 && is_told {
        let said = Saying::new("desk-verdict-ways").number("agree", ways.agreeing());
        parts.push(said.number("all", ways.0.len()));
    }
    if outcome.split {
        parts.push(Saying::new("desk-verdict-split"));
    }
    let said: Vec<String> = parts.iter().map(|part| speech.say(part)).collect();
    said.join(" · ")
}
