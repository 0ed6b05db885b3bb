//! Which names of members are taken. Nothing is ever written under them; but a name that leads elsewhere, or that two
//! systems read as two files or as one, is the mark of a file made to deceive.

use super::fault::BagFault;
use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization as _;

/// Longest name of a member, in bytes: APPNOTE's own bound.
const MOST_NAME: usize = 65_535;

/// Returns the name in the form by which a manifest and a file system are compared (RFC 8493 §6.1.1.3: a system may
/// have composed or decomposed it).
pub(super) fn composed(name: &str) -> String {
    name.nfc().collect()
}

/// Checks the names of all members, and that no two of them are one on some system.
pub(super) fn check<'n>(names: impl IntoIterator<Item = &'n str>) -> Result<(), BagFault> {
    let mut seen = HashSet::new();
    for name in names {
        let member = || name.to_owned();
        if !is_plain(name) {
            return Err(BagFault::Name { member: member() });
        }
        if !seen.insert(composed(name.trim_end_matches('/')).to_lowercase()) {
            return Err(BagFault::Twice { member: member() });
        }
    }
    Ok(())
}

/// Tells whether a name is a relative path downwards that means the same on every system.
pub(super) fn is_plain(name: &str) -> bool {
    let body = name.strip_suffix('/').unwrap_or(name);
    !body.is_empty()
        && name.len() <= MOST_NAME
        && !name.contains(['\\', '\0'])
        && body
            .split('/')
            .all(|part| !matches!(part, "" | "." | "..") && !has_stream(part))
}

/// Tells of a drive (`C:`) or an alternate stream (`a.txt:b`). French puts a space before a colon: that one is a title's.
fn has_stream(part: &str) -> bool {
    let mut before = None;
    let mut stream = false;
    for c in part.chars() {
        stream |= c == ':' && !before.is_some_and(char::is_whitespace);
        before = Some(c);
    }
    stream
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_elsewhere_is_no_plain_name() {
        for bad in [
            "",
            "/",
            "/etc/passwd",
            "../a",
            "a/../b",
            "a/./b",
            "a//b",
            "C:\\x",
            "C:/x",
            "c:x",
            "a\\b",
            "a\0b",
            "data/a.txt:s",
            "\\\\server\\share\\x",
            "..",
        ] {
            assert!(!is_plain(bad), "{bad:?}");
        }
        for good in [
            "data/a.txt",
            "data/",
            "data/Compte rendu : séance.pdf",
            "data/...",
            "data/a..b",
        ] {
            assert!(is_plain(good), "{good:?}");
        }
        assert!(is_plain(&format!("data/{}", "é".repeat(400))), "over 255 bytes");
    }

    #[test]
    fn names_that_a_system_takes_for_one_are_two_of_one_name() {
        assert!(check(["data/a", "data/b"]).is_ok());
        for second in ["data/É.PDF", "data/e\u{301}.pdf", "data/é.pdf/"] {
            let fault = check(["data/é.pdf", second]);
            assert!(matches!(fault, Err(BagFault::Twice { .. })), "{second}");
        }
    }
}
