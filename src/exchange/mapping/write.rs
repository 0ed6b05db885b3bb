//! A mapping file out, always the same for the same content: fields in their own order, entries in theirs. What is
//! still open follows as comments, to be uncommented by whoever completes the file.

use super::{Asked, ColumnRef, Field, MappingFile, Open, Proposed};
use crate::exchange::intake::MapTo;
use std::fmt::Write as _;

impl MappingFile {
    /// Writes the file.
    pub fn to_toml(&self) -> String {
        let mut out = String::new();
        if !self.fields.is_empty() {
            out.push_str("[dossier]\n");
            for (field, column) in &self.fields {
                push_field(&mut out, *field, column);
            }
        }
        for rule in &self.answers {
            if !out.is_empty() {
                out.push('\n');
            }
            push_entry(&mut out, "", &rule.asked);
            match &rule.to {
                MapTo::Question(id) => push_pair(&mut out, "question", id.as_str()),
                MapTo::Criterion(code) => push_pair(&mut out, "criterion", code.as_str()),
                MapTo::Skip => out.push_str("skip = true\n"),
            }
        }
        out
    }
}

impl Proposed {
    /// Writes the file; each open entry is a comment with its candidates, the likeliest ready to be uncommented.
    pub fn to_toml(&self) -> String {
        let mut out = self.file.to_toml();
        for open in &self.open {
            if !out.is_empty() {
                out.push('\n');
            }
            push_open(&mut out, open);
        }
        out
    }
}

fn push_open(out: &mut String, open: &Open) {
    push_entry(out, "# ", &open.asked);
    for (id, wording) in &open.candidates {
        let wording = wording.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(
            out,
            "# question = {}  # {}",
            quoted(id.as_str()),
            commented(&wording)
        );
    }
    out.push_str("# skip = true\n");
}

fn push_field(out: &mut String, field: Field, column: &ColumnRef) {
    let ColumnRef { heading, occurrence } = column;
    let (key, heading) = (field.key(), quoted(heading));
    let _ = match occurrence {
        1 => writeln!(out, "{key} = {heading}"),
        n => writeln!(out, "{key} = {{ column = {heading}, occurrence = {n} }}"),
    };
}

fn push_entry(out: &mut String, mark: &str, asked: &Asked) {
    let _ = writeln!(out, "{mark}[[answers]]");
    match asked {
        Asked::Column(ColumnRef { heading, occurrence }) => {
            let _ = writeln!(out, "{mark}column = {}", quoted(heading));
            let _ = writeln!(out, "{mark}occurrence = {occurrence}");
        }
        Asked::Champ { id, label } => {
            let _ = writeln!(out, "{mark}champ = {}", quoted(id));
            if let Some(label) = label {
                let _ = writeln!(out, "{mark}label = {}", quoted(label));
            }
        }
    }
}

fn push_pair(out: &mut String, key: &str, value: &str) {
    let _ = writeln!(out, "{key} = {}", quoted(value));
}

/// Writes a basic string on one line; whatever acts without being seen is escaped, so that the file shows all it says.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || crate::domain::text::is_hidden(c) => {
                let _ = write!(out, "\\U{:08X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// TOML allows no control character in a comment.
fn commented(text: &str) -> crate::domain::text::Inert {
    crate::domain::text::Inert::line(text)
}
