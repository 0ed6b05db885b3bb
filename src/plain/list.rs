//! The list of dossiers: where one begins, opens, searches.

use super::Outcome;
use super::marks::left_in;
use super::pages::Pages;
use super::session::{Session, digits};
use crate::domain::ids::DossierId;
use crate::domain::saying::Saying;
use crate::office::ask::{Hit, ListRow, Overview};
use crate::office::{Answer, Question};
use crate::store::PassageKind;

/// Most hits that are told.
const HITS: usize = 20;

impl Session<'_> {
    /// Says who works here, on what, and how to begin.
    pub(super) fn welcome(&mut self) -> Outcome {
        let juror = self.office.juror().map(|juror| juror.name).unwrap_or_default();
        let saying = Saying::new("plain-welcome")
            .text("juror", juror)
            .text("edition", &self.office.campaign().edition);
        self.voice.say(&saying)?;
        self.say_counts()?;
        self.voice.say(&Saying::new("plain-welcome-hint"))
    }

    /// Says how many dossiers are done, and how many are left.
    pub(super) fn say_counts(&mut self) -> Outcome {
        let overview = self.overview()?;
        let saying = Saying::new("plain-counts")
            .number("all", overview.dossiers)
            .number("done", overview.done)
            .number("left", overview.dossiers.saturating_sub(overview.done));
        self.voice.say(&saying)
    }

    fn overview(&self) -> Outcome<Overview> {
        match self.office.ask(Question::Overview)? {
            Answer::Overview(overview) => Ok(overview),
            _ => Err(super::session::refused(Saying::new("plain-no-dossier"))),
        }
    }

    /// Returns how many dossiers there are.
    pub(super) fn dossiers(&self) -> Outcome<usize> {
        Ok(self.page("", 0)?.0)
    }

    fn page(&self, filter: &str, most: usize) -> Outcome<(usize, Vec<ListRow>)> {
        let question = Question::Page {
            filter: filter.to_owned(),
            from: 0,
            most,
        };
        Ok(match self.office.ask(question)? {
            Answer::Page(page) => (page.total, page.rows),
            _ => (0, Vec::new()),
        })
    }

    /// Says the dossiers, or those that a filter leaves.
    pub(super) fn list(&mut self, filter: &str) -> Outcome {
        let (_, rows) = self.page(filter, usize::MAX)?;
        if rows.is_empty() {
            let id = if filter.is_empty() {
                "plain-no-dossier"
            } else {
                "plain-no-match"
            };
            return self.voice.say(&Saying::new(id).text("filter", filter));
        }
        let items = rows.iter().map(|row| self.row(row).join("\n")).collect();
        let pages = Pages::new(items, Saying::new("plain-end-list"));
        self.pages = pages.turn(&mut self.voice)?;
        Ok(())
    }

    fn row(&self, row: &ListRow) -> Vec<String> {
        let kind = self.voice.word_or(&format!("desk-kind-{}", row.kind), &row.kind);
        let state = self.voice.word(&format!("state-{}", row.state.as_str()));
        let saying = Saying::new("plain-row")
            .text("number", &row.number)
            .text("name", &row.name)
            .text("kind", kind)
            .number("n", row.scored)
            .number("all", row.criteria)
            .text("state", state);
        self.voice.lines(&saying)
    }

    /// Opens a dossier on its first criterion left to score.
    pub(super) fn open(&mut self, name: &str) -> Outcome {
        if name.is_empty() {
            return self.voice.say(&Saying::new("plain-open-what"));
        }
        let dossier = self.office.find_dossier(name)?;
        self.open_dossier(&dossier)
    }

    fn open_dossier(&mut self, dossier: &DossierId) -> Outcome {
        let view = self.view(dossier)?;
        let grid = self.office.grid();
        let Some(first) = grid.criteria().next().map(|criterion| criterion.code.clone()) else {
            return Ok(());
        };
        let is_left = view.cells.get(&first).is_none_or(|cell| cell.mark.is_none());
        let code = if is_left {
            None
        } else {
            left_in(grid, &view, &first)
        };
        // Opened anew, a dossier is named even where one stood in it.
        self.spot = None;
        self.go(dossier, &code.unwrap_or(first))
    }

    /// Searches everything that can be read, and lets one of the hits be opened.
    pub(super) fn search(&mut self, words: &str) -> Outcome {
        if words.is_empty() {
            return self.voice.say(&Saying::new("plain-search-what"));
        }
        let question = Question::Search {
            words: words.to_owned(),
            most: HITS,
        };
        let Answer::Search(hits) = self.office.ask(question)? else {
            return Ok(());
        };
        if hits.is_empty() {
            return self.voice.say(&Saying::new("plain-no-hit").text("words", words));
        }
        for (place, hit) in hits.iter().enumerate() {
            self.say_hit(place + 1, hit)?;
        }
        self.choose(&hits)
    }

    fn say_hit(&mut self, place: usize, hit: &Hit) -> Outcome {
        let kind = Saying::new(match hit.kind {
            PassageKind::Answer => "plain-hit-answer",
            PassageKind::Evidence => "plain-hit-evidence",
            PassageKind::Remark => "plain-hit-remark",
        });
        let saying = match &hit.criterion {
            Some(code) => Saying::new("plain-hit").text("code", code),
            None => Saying::new("plain-hit-general"),
        };
        let saying = saying
            .number("n", place)
            .text("number", &hit.number)
            .text("name", &hit.name)
            .said("kind", kind);
        self.voice.quote(saying, &hit.sentence)
    }

    /// Asks which hit to open; anything that is no number is the next command.
    fn choose(&mut self, hits: &[Hit]) -> Outcome {
        loop {
            let prompt = Saying::new("plain-prompt-hit").number("all", hits.len());
            let Some(line) = self.voice.ask(&prompt)? else {
                return Ok(());
            };
            let Some(number) = digits(line.trim()) else {
                self.queued = Some(line).filter(|line| !line.trim().is_empty());
                return Ok(());
            };
            let place = number.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
            if let Some(hit) = place.and_then(|place| hits.get(place)) {
                return self.open_hit(hit);
            }
            let saying = Saying::new("plain-hit-unknown").text("typed", number);
            self.voice.say(&saying.number("all", hits.len()))?;
        }
    }

    fn open_hit(&mut self, hit: &Hit) -> Outcome {
        match &hit.criterion {
            Some(code) => self.go(&hit.dossier, code)?,
            None => self.open_dossier(&hit.dossier)?,
        }
        if let (None, Some(spot)) = (&hit.criterion, self.spot.clone()) {
            self.say_general(&spot)?;
        }
        if hit.kind != PassageKind::Evidence {
            return Ok(());
        }
        let digest = hit.place.split('#').next().unwrap_or_default();
        let view = self.view(&hit.dossier)?;
        let mut pieces = view.dossier.evidence.iter();
        let place = pieces.position(|piece| piece.sha256.as_ref().is_some_and(|d| d.hex() == digest));
        let Some(place) = place else { return Ok(()) };
        self.voice
            .say(&Saying::new("plain-hit-piece").number("n", place + 1))
    }
}
