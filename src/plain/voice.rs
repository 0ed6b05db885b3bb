//! What is said and what is heard: whole lines, both ways.

use super::Outcome;
use super::text::{decode, readable, typed, wrapped};
use crate::domain::saying::Saying;
use crate::domain::words::Lang;
use crate::office::OfficeError;
use crate::speech::Speech;
use std::io::{BufRead, Write};

/// The indentation of all but a message's first line, as braille sets runovers: what begins at the margin is the
/// program's, and no line that somebody else wrote passes for one.
const RUNOVER: &str = "  ";

/// The two ends of the dialogue.
pub(super) struct Voice<'io> {
    speech: Speech,
    input: &'io mut dyn BufRead,
    output: &'io mut dyn Write,
}

impl<'io> Voice<'io> {
    pub(super) fn new(lang: Lang, input: &'io mut dyn BufRead, output: &'io mut dyn Write) -> Self {
        let speech = Speech::new(lang);
        Self {
            speech,
            input,
            output,
        }
    }

    pub(super) fn lang(&self) -> Lang {
        self.speech.lang()
    }

    /// Returns a word of the catalogues.
    pub(super) fn word(&self, id: &str) -> String {
        self.speech.word(id)
    }

    /// Returns a word of the catalogues, or what stands for it where they lack it.
    pub(super) fn word_or<'w>(&self, id: &str, other: &'w str) -> std::borrow::Cow<'w, str> {
        if self.speech.has(id) {
            self.speech.word(id).into()
        } else {
            other.into()
        }
    }

    /// Returns the line or lines of a message.
    pub(super) fn lines(&self, saying: &Saying) -> Vec<String> {
        wrapped(&readable(&self.speech.say(saying)), RUNOVER)
    }

    /// Says a message.
    pub(super) fn say(&mut self, saying: &Saying) -> Outcome {
        let lines = self.lines(saying);
        self.put(&lines)
    }

    /// Says a message that ends in what somebody wrote: its first line in the message's `text`, the others after it.
    pub(super) fn quote(&mut self, saying: Saying, raw: &str) -> Outcome {
        let text = readable(raw);
        let mut lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
        let first = saying.text("text", lines.next().unwrap_or_default());
        let first = readable(&self.speech.say(&first));
        self.put(&wrapped(&first, RUNOVER))?;
        for line in lines {
            self.put(&quoted(line))?;
        }
        Ok(())
    }

    /// Tells what failed, and what to do.
    pub(super) fn fault(&mut self, error: &OfficeError) -> Outcome {
        self.say(&error.saying())?;
        error.details().iter().try_for_each(|detail| self.say(detail))
    }

    /// Says an entry of the catalogues that takes no argument.
    pub(super) fn say_word(&mut self, id: &str) -> Outcome {
        let line = self.speech.word(id);
        self.put(&wrapped(&line, RUNOVER))
    }

    /// Writes lines that are laid already.
    pub(super) fn put(&mut self, lines: &[String]) -> Outcome {
        for line in lines {
            writeln!(self.output, "{line}")?;
        }
        Ok(())
    }

    /// Prompts, and waits for a line; nothing at the end of the input.
    pub(super) fn ask(&mut self, prompt: &Saying) -> Outcome<Option<String>> {
        self.say(prompt)?;
        self.hear()
    }

    /// Waits for a line.
    pub(super) fn hear(&mut self) -> Outcome<Option<String>> {
        self.output.flush()?;
        let mut bytes = Vec::new();
        if self.input.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        Ok(Some(typed(&decode(&bytes))))
    }

    /// Brings everything said to the listener.
    pub(super) fn flush(&mut self) -> Outcome {
        Ok(self.output.flush()?)
    }
}

/// Lays a line that somebody else wrote.
pub(super) fn quoted(line: &str) -> Vec<String> {
    wrapped(&format!("{RUNOVER}{line}"), &RUNOVER.repeat(2))
}
