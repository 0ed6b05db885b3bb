//! A JSON member, read as strictly as any JSON from outside: no duplicate key, bounded depth and texts.

use super::fault::BagFault;
use crate::exchange::budget::Budget;
use crate::exchange::json::{Reading, Rules, Tree, text_of};
use serde::de::DeserializeOwned;
use std::borrow::Cow;

/// Most bytes of a JSON member: 35,000 long answers.
pub const MOST_DOCUMENT: u64 = 64 << 20;

/// Nothing is kept: the reading only refuses.
const NOTHING: Rules = Rules {
    keep: |_| false,
    verbatim: |_| false,
};

/// A document, and whether U+0000 stood in it (it became U+2400).
#[derive(Debug)]
pub struct Document<T> {
    /// What it says.
    pub says: T,
    /// Whether a null character was replaced.
    pub had_nul: bool,
}

/// Reads a document; `file` names it whole, `member` within its bag.
///
/// # Errors
/// What is no JSON, or not that document.
pub fn parse<T: DeserializeOwned>(
    file: &str,
    member: &str,
    bytes: &[u8],
    budget: &Budget,
) -> Result<Document<T>, BagFault> {
    let strict = |error| BagFault::Document(Box::new(error));
    let named = format!("{file}/{member}");
    let text = text_of(&named, bytes).map_err(strict)?;
    let reading = Reading::new(&named, text, budget, NOTHING);
    reading.whole(Tree::passed(&reading)).map_err(strict)?;
    let clean = without_nul(text);
    let says = serde_json::from_str(&clean).map_err(|error| BagFault::Malformed {
        member: member.to_owned(),
        at: format!("{}:{}", error.line(), error.column()),
        found: error.to_string(),
    })?;
    Ok(Document {
        says,
        had_nul: matches!(clean, Cow::Owned(_)),
    })
}

/// Writes the escape of U+0000 as that of U+2400; an escaped backslash before `u0000` is none.
fn without_nul(text: &str) -> Cow<'_, str> {
    const NUL: &str = "u0000";
    let mut out = String::new();
    let mut rest = text;
    let mut found = false;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        out.push('\\');
        rest = if let Some(after) = after.strip_prefix(NUL) {
            found = true;
            out.push_str("u2400");
            after
        } else {
            let mut signs = after.chars();
            out.extend(signs.next());
            signs.as_str()
        };
    }
    if !found {
        return Cow::Borrowed(text);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_null_character_becomes_its_picture() {
        let text = r#"["a\u0000b", "\\u0000", "\\\u0000", "\"\n"]"#;
        let document: Document<Vec<String>> = parse("f", "m", text.as_bytes(), &Budget::tiny()).unwrap();
        assert!(document.had_nul);
        assert_eq!(document.says, ["a\u{2400}b", "\\u0000", "\\\u{2400}", "\"\n"]);
    }

    #[test]
    fn what_serde_would_let_pass_is_refused() {
        let deep = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
        for bad in [
            r#"{"a": 1, "a": 2}"#,
            &deep,
            "[1e400]",
            "[NaN]",
            r#"["\ud800"]"#,
            "[1] x",
            "",
        ] {
            let fault = parse::<serde_json::Value>("f", "m", bad.as_bytes(), &Budget::default());
            assert!(
                matches!(fault, Err(BagFault::Document(_))),
                "{}",
                bad.get(..20).unwrap_or(bad)
            );
        }
    }
}
