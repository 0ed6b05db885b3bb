//! What is longer than one wants to hear at once: a page, then « suite » for the next.

use super::Outcome;
use super::voice::Voice;
use crate::domain::saying::Saying;

/// Items a page; most are one line.
const ITEMS: usize = 20;

/// Items of which some were said: lines of a text, rows of a list.
#[derive(Debug)]
pub(super) struct Pages {
    items: Vec<String>,
    said: usize,
    end: Saying,
}

impl Pages {
    /// Takes items, each of one line or of several; `end` is said after the last of several pages.
    pub(super) fn new(items: Vec<String>, end: Saying) -> Self {
        Self { items, said: 0, end }
    }

    /// Says the next page; returns what is left, where something is.
    pub(super) fn turn(mut self, voice: &mut Voice<'_>) -> Outcome<Option<Self>> {
        let page = self.items.iter().skip(self.said).take(ITEMS).cloned();
        voice.put(&page.collect::<Vec<_>>())?;
        let of = self.items.len().div_ceil(ITEMS);
        self.said += ITEMS;
        if of <= 1 {
            return Ok(None);
        }
        let is_last = self.said >= self.items.len();
        let place = Saying::new(if is_last { "plain-page-last" } else { "plain-page" });
        let place = place.number("n", self.said / ITEMS).number("of", of);
        voice.say(&if is_last {
            place.said("end", self.end.clone())
        } else {
            place
        })?;
        Ok((!is_last).then_some(self))
    }
}
