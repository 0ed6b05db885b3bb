//! What is printed: one JSON document, or lines of words. Nothing of it can act on a terminal.

use crate::domain::text::is_hidden;
use serde_json::Value;
use std::fmt::Write as _;
use std::io::{ErrorKind, Write as _};
use std::sync::OnceLock;

/// Where a command speaks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Out {
    json: bool,
}

impl Out {
    pub(super) fn new(json: bool) -> Self {
        Self { json }
    }

    /// Tells whether JSON was asked for.
    pub(super) fn is_json(self) -> bool {
        self.json
    }

    /// Prints a report: the document, or its lines.
    pub(super) fn report(self, document: &Value, lines: impl IntoIterator<Item = String>) {
        let mut text = String::new();
        if self.json {
            text.push_str(&escaped(
                &serde_json::to_string_pretty(document).unwrap_or_default(),
            ));
            text.push('\n');
        } else {
            for line in lines {
                let _ = writeln!(text, "{line}");
            }
        }
        print(&text);
    }
}

/// Why something could not be printed.
static UNSAID: OnceLock<std::io::Error> = OnceLock::new();

/// Prints a text as it stands. A reader that closed early wants no more of it; a full disk is remembered.
pub(super) fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let printed = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    if let Err(why) = printed
        && why.kind() != ErrorKind::BrokenPipe
    {
        let _ = UNSAID.set(why);
    }
}

/// Returns why what was to be printed is not where it was to go, where that is so.
pub(super) fn unsaid() -> Option<&'static std::io::Error> {
    UNSAID.get()
}

/// Prints a message to standard error.
pub(super) fn tell(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// Writes C1 controls, bidi controls and zero-width characters of a JSON text as `\uXXXX`; C0 are so already, and none
/// of these can stand outside its strings.
fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if is_hidden(c) || c == '\u{7f}' {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn json_carries_nothing_that_acts() {
        let raw = serde_json::to_string("a\u{1b}b\u{9b}c\u{202e}d\u{200b}e\u{e0041}").unwrap();
        let safe = escaped(&raw);
        assert!(safe.is_ascii(), "{safe}");
        let back: String = serde_json::from_str(&safe).unwrap();
        assert_eq!(back, "a\u{1b}b\u{9b}c\u{202e}d\u{200b}e\u{e0041}");
    }
}
