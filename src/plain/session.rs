//! The dialogue itself: where one stands, what a line means there, and who answers it.

use super::criterion::{self, Spot};
use super::lexicon::{Lexicon, Word, chief_words};
use super::pages::Pages;
use super::steps::{Steps, Way};
use super::voice::Voice;
use super::{Outcome, PlainError};
use crate::domain::ids::{CriterionCode, DossierId};
use crate::domain::role::Role;
use crate::domain::saying::Saying;
use crate::domain::score::Mark;
use crate::domain::text::folded;
use crate::office::ask::DossierView;
use crate::office::{Answer, Office, OfficeError, Question};

/// A dialogue under way.
pub(super) struct Session<'io> {
    pub(super) office: Office,
    pub(super) voice: Voice<'io>,
    pub(super) lexicon: Lexicon,
    /// The criterion where one stands; nothing in the list.
    pub(super) spot: Option<Spot>,
    /// What is left to hear of something long.
    pub(super) pages: Option<Pages>,
    pub(super) steps: Steps,
    /// A line that answered no question and so is a command.
    pub(super) queued: Option<String>,
    leaving: bool,
}

impl<'io> Session<'io> {
    pub(super) fn new(office: Office, voice: Voice<'io>) -> Self {
        Self {
            office,
            voice,
            lexicon: Lexicon::new(),
            spot: None,
            pages: None,
            steps: Steps::default(),
            queued: None,
            leaving: false,
        }
    }

    /// Talks until the juror leaves or the input ends.
    pub(super) fn hold(mut self) -> Outcome {
        if self.office.role() == Role::Coordinator {
            self.voice.say(&Saying::new("plain-coordinator"))?;
            return self.voice.flush();
        }
        self.welcome()?;
        while !self.leaving {
            let Some(line) = self.next_line()? else { break };
            match self.obey(&line) {
                Err(PlainError::Office(error)) => self.voice.fault(&error)?,
                done => done?,
            }
        }
        self.voice.say(&Saying::new("plain-bye"))?;
        self.voice.flush()
    }

    fn next_line(&mut self) -> Outcome<Option<String>> {
        if let Some(line) = self.queued.take() {
            return Ok(Some(line));
        }
        let prompt = self.prompt();
        self.voice.ask(&prompt)
    }

    fn prompt(&self) -> Saying {
        let Some(spot) = &self.spot else {
            return Saying::new("plain-prompt-list");
        };
        let is_recused = self.view(&spot.dossier).is_ok_and(|view| view.recusal.is_some());
        let scale = self.office.grid().scale();
        let saying = Saying::new(if is_recused {
            "plain-prompt-recused"
        } else {
            "plain-prompt-criterion"
        });
        saying
            .text("number", &spot.number)
            .text("code", &spot.criterion)
            .number("min", scale.min)
            .number("max", scale.max)
    }

    fn obey(&mut self, line: &str) -> Outcome {
        let line = line.trim();
        if line.is_empty() {
            return self.go_on();
        }
        match (digits(line), self.spot.clone()) {
            (Some(value), Some(spot)) => return self.score(&spot, &value),
            (Some(number), None) => return self.open(&number),
            (None, Some(spot)) if self.has_criterion(line) => return self.turn_to(&spot, line),
            (None, _) => {}
        }
        let Some((word, rest)) = self.lexicon.hear(line) else {
            return self.not_understood(line);
        };
        if !rest.is_empty() && !word.takes_more() {
            return self.voice.say(&Saying::new("plain-alone").text("typed", line));
        }
        match (word.needs_criterion(), self.spot.clone()) {
            (true, None) => self
                .voice
                .say(&Saying::new("plain-needs-criterion").text("typed", line)),
            (true, Some(spot)) => self.in_criterion(word, rest, &spot),
            (false, _) => self.anywhere(word, rest),
        }
    }

    fn anywhere(&mut self, word: Word, rest: &str) -> Outcome {
        match word {
            Word::List => self.list(rest),
            Word::Open => self.open(rest),
            Word::Next => self.go_to_next(),
            Word::Search => self.search(rest),
            Word::Sheet => self.my_sheet(),
            Word::HandIn => self.hand_in(rest),
            Word::Undo => self.step(Way::Back),
            Word::Redo => self.step(Way::Forth),
            Word::More => self.more(),
            Word::Back => self.leave_criterion(),
            Word::Quit => {
                self.leaving = true;
                Ok(())
            }
            _ => self.help(),
        }
    }

    fn in_criterion(&mut self, word: Word, rest: &str, spot: &Spot) -> Outcome {
        match word {
            Word::Abstain => self.give(spot, Mark::Abstained),
            Word::NotApplicable => self.give(spot, Mark::NotApplicable),
            Word::Comment | Word::Feedback | Word::Note => self.write(spot, word),
            Word::Erase => self.erase(spot, rest),
            Word::Recuse => self.recuse(spot),
            Word::Piece => self.piece(spot, rest),
            Word::Cite => self.cite(spot, rest),
            Word::Criterion => self.turn_to(spot, rest),
            Word::Values => self.say_values(spot),
            Word::General => self.say_general(spot),
            Word::Compare => self.compare(spot),
            Word::Seen => self.seen(spot, rest),
            Word::Former => self.say_former(spot),
            _ => self.read(spot),
        }
    }

    /// An empty line goes on with what is long, else says where one stands.
    fn go_on(&mut self) -> Outcome {
        match (&self.pages, self.spot.clone()) {
            (Some(_), _) => self.more(),
            (None, None) => self.say_counts(),
            (None, Some(spot)) => self.say_standing(&spot),
        }
    }

    fn more(&mut self) -> Outcome {
        match self.pages.take() {
            Some(pages) => {
                self.pages = pages.turn(&mut self.voice)?;
                Ok(())
            }
            None => self.voice.say(&Saying::new("plain-no-more")),
        }
    }

    fn leave_criterion(&mut self) -> Outcome {
        if self.spot.take().is_none() {
            return self.voice.say(&Saying::new("plain-in-list-already"));
        }
        self.pages = None;
        self.say_counts()
    }

    fn help(&mut self) -> Outcome {
        let in_criterion = self.spot.is_some();
        let scale = self.office.grid().scale();
        let about = if in_criterion {
            Saying::new("plain-help-of-criterion")
                .number("min", scale.min)
                .number("max", scale.max)
        } else {
            Saying::new("plain-help-of-list")
        };
        self.voice.say(&about)?;
        for (_, name) in Word::of_place(in_criterion) {
            self.voice.say_word(&format!("plain-help-{name}"))?;
        }
        Ok(())
    }

    fn not_understood(&mut self, line: &str) -> Outcome {
        let in_criterion = self.spot.is_some();
        let scale = self.office.grid().scale();
        let id = if in_criterion {
            "plain-unknown-in-criterion"
        } else {
            "plain-unknown-in-list"
        };
        let saying = Saying::new(id)
            .text("typed", line)
            .text("words", chief_words(&self.voice, in_criterion))
            .number("min", scale.min)
            .number("max", scale.max);
        self.voice.say(&saying)
    }

    fn has_criterion(&self, line: &str) -> bool {
        self.office.grid().criterion(&CriterionCode::new(line)).is_some()
    }

    /// Returns a dossier as it stands now.
    pub(super) fn view(&self, id: &DossierId) -> Outcome<Box<DossierView>> {
        match self.office.ask(Question::Dossier(id.clone()))? {
            Answer::Dossier(Some(view)) => Ok(view),
            _ => Err(refused(Saying::new("dossier-unknown").text("name", id))),
        }
    }

    /// Goes to a criterion, and says it; names the dossier first where it is another one.
    pub(super) fn go(&mut self, dossier: &DossierId, code: &CriterionCode) -> Outcome {
        let view = self.view(dossier)?;
        let is_other = self.spot.as_ref().is_none_or(|spot| spot.dossier != *dossier);
        self.pages = None;
        self.spot = Some(Spot::new(&view, code));
        if is_other {
            self.announce(&view)?;
        }
        if view.recusal.is_some() {
            return self.say_recused(&view);
        }
        criterion::present(&mut self.voice, &self.office, &view, code)
    }

    fn turn_to(&mut self, spot: &Spot, code: &str) -> Outcome {
        if code.is_empty() {
            return self.say_plan(spot);
        }
        if self.has_criterion(code) {
            return self.go(&spot.dossier, &CriterionCode::new(code));
        }
        let known: Vec<&str> = self.office.grid().criteria().map(|c| c.code.as_str()).collect();
        let saying = Saying::new("criterion-unknown").text("code", code);
        let saying = saying.text("known", known.join(", "));
        self.voice.say(&saying)
    }

    /// Tells whether a line that was to be a path is a command rather; it is then obeyed next.
    pub(super) fn is_command(&mut self, line: &str) -> bool {
        let is_path = line.contains(['.', '/', '\\']);
        let heard = self.lexicon.hear(line);
        let is_command = heard.is_some_and(|(word, rest)| rest.is_empty() || word.takes_more() && !is_path);
        if is_command {
            self.queued = Some(line.to_owned());
        }
        is_command
    }
}

/// Returns a number as typed, in digits of the keyboard.
pub(super) fn digits(line: &str) -> Option<String> {
    let line = folded(line);
    let is_number = !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(line)
}

/// Makes a refusal that the dialogue tells.
pub(super) fn refused(saying: Saying) -> PlainError {
    PlainError::Office(OfficeError::Refused(saying))
}
