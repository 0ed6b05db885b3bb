//! A sheet as a form.

use super::line::{FORMAT, PARTS, VERSION, escaped, in_remark, lines};
use super::words::{Key, Wording, answer_word, mark_word};
use super::{Held, Owner, mark_of_cell, mark_of_recusal, tag, tags};
use crate::domain::grid::{Criterion, Grid};
use crate::domain::text::Inert;

/// Writes the form of what a store holds and is open to the juror, in the order given. The same store gives the same bytes.
pub fn write(owner: &Owner, held: &[Held], grid: &Grid, wording: &Wording) -> String {
    let (campaign, juror) = (tag(owner.campaign.as_str()), tag(owner.juror.as_str()));
    let mut out = Out(String::new());
    out.line(&format!("<!-- {FORMAT} {VERSION} {campaign} {juror} -->"));
    out.line("");
    out.remark(wording.help.iter().map(|line| format!("· {line}")));
    let tagged = held.iter().zip(tags(held));
    for (dossier, tag) in tagged.filter(|(dossier, _)| dossier.is_open) {
        out.heading("#", &tag, &dossier.name, &mark_of_recusal(&dossier.recusal));
        out.recusal(dossier, wording);
        // What is in a dossier from which one stepped back is not shown, here as elsewhere.
        if dossier.recusal.is_none() {
            for criterion in grid.criteria() {
                out.cell(dossier, &tag, criterion, grid, wording);
            }
        }
    }
    out.0
}

struct Out(String);

impl Out {
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn heading(&mut self, level: &str, tag: &str, name: &str, mark: &str) {
        let name = Inert::line(name);
        self.line("");
        self.line(&format!(
            "{level} {tag}{PARTS}{} <!-- {mark} -->",
            name.as_str().trim()
        ));
        self.line("");
    }

    fn remark(&mut self, inside: impl Iterator<Item = String>) {
        self.line("<!--");
        for line in inside {
            self.line(&in_remark(&line));
        }
        self.line("-->");
    }

    fn recusal(&mut self, dossier: &Held, wording: &Wording) {
        let answer = answer_word(dossier.recusal.is_some(), wording.lang);
        self.line(&format!("{}: {answer}", Key::Recusal.word(wording.lang)));
        self.line("");
        let reason = dossier.recusal.as_deref().unwrap_or_default();
        self.text(Key::Reason, reason, wording);
    }

    fn cell(&mut self, dossier: &Held, of: &str, criterion: &Criterion, grid: &Grid, wording: &Wording) {
        let (code, lang) = (&criterion.code, wording.lang);
        let content = dossier.cell(code);
        let mark = format!("{of} {}", mark_of_cell(&content));
        self.heading("##", &tag(code.as_str()), criterion.name.in_lang(lang), &mark);
        let scores = grid.scale().scores();
        let meanings = scores.filter_map(|score| {
            let words = criterion.descriptor(grid.scale(), score)?;
            Some(format!("{score} · {}", Inert::line(words.in_lang(lang))))
        });
        let fork = dossier.forks.contains(code).then(|| wording.fork.clone());
        self.remark(meanings.chain(fork));
        self.line("");
        let note = format!("{}: {}", Key::Note.word(lang), mark_word(content.mark, lang));
        self.line(note.trim_end());
        self.line("");
        self.text(Key::Comment, &content.comment.0, wording);
        self.line("");
        self.text(Key::Feedback, &content.feedback.0, wording);
    }

    /// Writes a text: beside its key where it is one line, else below.
    fn text(&mut self, key: Key, text: &str, wording: &Wording) {
        let key = key.word(wording.lang);
        let text = text.replace('\0', "\u{2400}");
        let mut rows: Vec<&str> = lines(&text).map(str::trim_end).collect();
        while rows.last().is_some_and(|row| row.is_empty()) {
            rows.pop();
        }
        let first = rows.iter().position(|row| !row.is_empty()).unwrap_or(0);
        match rows.get(first..).unwrap_or_default() {
            [] => self.line(&format!("{key}:")),
            [row] if !row.starts_with(char::is_whitespace) => self.line(&format!("{key}: {row}")),
            rows => {
                self.line(&format!("{key}:"));
                for row in rows {
                    self.line(&escaped(row));
                }
            }
        }
    }
}
