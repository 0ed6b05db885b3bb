//! The places that a question of the form may take in the grid.

use crate::desk::overlays::choose::{Choose, Item, Purpose};
use crate::desk::widgets::text::inert;
use crate::domain::grid::Grid;
use crate::domain::ids::{CriterionCode, QuestionId};
use crate::domain::mapping::MapTo;
use crate::domain::saying::Saying;
use crate::domain::words::Lang;
use crate::office::act::Asked;

const NOWHERE: &str = "";
const SKIP: &str = "-";
const QUESTION: &str = "q:";
const CRITERION: &str = "c:";

/// Offers them: those that the question's own words come near to, then the criteria with their questions.
pub(super) fn offer(asked: &Asked, grid: &Grid, lang: Lang) -> Choose {
    let mut items: Vec<Item> = asked
        .near
        .iter()
        .filter_map(|id| question(grid, id, lang, "≈ "))
        .collect();
    items.push(said(NOWHERE, "desk-intake-nowhere"));
    items.push(said(SKIP, "desk-intake-skip"));
    for criterion in grid.criteria() {
        items.push(Item {
            value: format!("{CRITERION}{}", criterion.code),
            label: format!("{} {}", criterion.code, inert(criterion.name.in_lang(lang))),
            said: None,
            is_on: false,
        });
        let questions = criterion.questions.iter();
        items.extend(questions.filter_map(|id| question(grid, id, lang, "    ")));
    }
    let now = asked.to.as_ref().map_or(NOWHERE.to_owned(), value_of);
    let chosen = items.iter().position(|item| item.value == now);
    let first = if asked.to.is_none() {
        0
    } else {
        chosen.unwrap_or(0)
    };
    Choose {
        purpose: Purpose::Place,
        asks: Saying::new("desk-intake-ask").text("label", &asked.label),
        items,
        selected: first,
    }
}

fn question(grid: &Grid, id: &QuestionId, lang: Lang, before: &str) -> Option<Item> {
    let question = grid.questions().iter().find(|q| q.id == *id)?;
    let code = grid.criterion_of(id).map_or("—", CriterionCode::as_str);
    Some(Item {
        value: format!("{QUESTION}{id}"),
        label: format!("{before}{code} {}", inert(question.text.in_lang(lang))),
        said: None,
        is_on: false,
    })
}

fn said(value: &str, id: &'static str) -> Item {
    Item {
        value: value.to_owned(),
        label: String::new(),
        said: Some(id),
        is_on: false,
    }
}

fn value_of(to: &MapTo) -> String {
    match to {
        MapTo::Question(id) => format!("{QUESTION}{id}"),
        MapTo::Criterion(code) => format!("{CRITERION}{code}"),
        MapTo::Skip => SKIP.to_owned(),
    }
}

/// Returns what a line of the offer stands for; nothing for no place.
pub(super) fn of_value(value: &str) -> Option<MapTo> {
    if value == SKIP {
        return Some(MapTo::Skip);
    }
    let question = value.strip_prefix(QUESTION).map(|id| MapTo::Question(id.into()));
    question.or_else(|| {
        value
            .strip_prefix(CRITERION)
            .map(|code| MapTo::Criterion(code.into()))
    })
}
