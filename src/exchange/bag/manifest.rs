//! Manifests: which bytes a bag holds, by SHA-256 or SHA-512 (RFC 8493 §2.1.3). MD5 and SHA-1 prove nothing to someone
//! who wants to deceive, and are passed over.

use super::fault::BagFault;
use super::names::composed;
use crate::domain::ids::hex;
use sha2::{Digest as _, Sha256, Sha512};
use std::collections::BTreeMap;

/// What a digest is computed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    /// SHA-256, 64 digits.
    Sha256,
    /// SHA-512, 128 digits.
    Sha512,
}

impl Algorithm {
    /// Those that prove something.
    pub const ALL: [Self; 2] = [Self::Sha256, Self::Sha512];

    /// Returns its name in a manifest's file name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "sha256",
            Self::Sha512 => "sha512",
        }
    }

    fn digits(self) -> usize {
        match self {
            Self::Sha256 => 64,
            Self::Sha512 => 128,
        }
    }
}

/// The digests of members, lower-case, by composed name.
pub(super) type Listed = BTreeMap<String, String>;

/// Digests of the same bytes by both algorithms.
#[derive(Debug, Default)]
pub(super) struct Hashers {
    short: Sha256,
    long: Sha512,
}

impl Hashers {
    /// Takes more bytes.
    pub(super) fn update(&mut self, chunk: &[u8]) {
        self.short.update(chunk);
        self.long.update(chunk);
    }

    /// Returns both digests, SHA-256 first.
    pub(super) fn finish(self) -> [String; 2] {
        [hex(&self.short.finalize()), hex(&self.long.finalize())]
    }
}

/// Reads a manifest; `member` is its own name.
pub(crate) fn parse(
    member: &str,
    bytes: &[u8],
    algorithm: Algorithm,
    percent: bool,
) -> Result<Listed, BagFault> {
    let malformed = |at: String, found: String| BagFault::Malformed {
        member: member.to_owned(),
        at,
        found,
    };
    let text = std::str::from_utf8(bytes).map_err(|error| malformed(String::new(), error.to_string()))?;
    let mut listed = Listed::new();
    for (number, line) in (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty())
    {
        let fresh = line
            .split_once([' ', '\t'])
            .filter(|(digits, _)| is_digest(digits, algorithm))
            .map(|(digits, rest)| (digits.to_ascii_lowercase(), name_of(rest, percent)))
            .is_some_and(|(digits, name)| !name.is_empty() && listed.insert(name, digits).is_none());
        if !fresh {
            return Err(malformed(number.to_string(), line.chars().take(200).collect()));
        }
    }
    Ok(listed)
}

fn is_digest(digits: &str, algorithm: Algorithm) -> bool {
    digits.len() == algorithm.digits() && digits.bytes().all(|b| b.is_ascii_hexdigit())
}

/// Two spaces, or one and the star of `sha256sum --binary`, stand before a name.
fn name_of(rest: &str, percent: bool) -> String {
    let rest = rest.trim_start_matches([' ', '\t']);
    let rest = rest.strip_prefix('*').unwrap_or(rest);
    composed(&decoded(rest.strip_prefix("./").unwrap_or(rest), percent))
}

/// Only a line's end and, since 1.0, the percent sign are encoded.
fn decoded(name: &str, percent: bool) -> String {
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let code = after.get(..2).unwrap_or_default().to_ascii_uppercase();
        let (sign, next) = match code.as_str() {
            "0A" => ('\n', after.get(2..)),
            "0D" => ('\r', after.get(2..)),
            "25" if percent => ('%', after.get(2..)),
            _ => ('%', Some(after)),
        };
        out.push(sign);
        rest = next.unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// Writes a name as a manifest holds it.
pub fn encoded(name: &str) -> String {
    name.replace('%', "%25").replace('\n', "%0A").replace('\r', "%0D")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_are_read_as_writers_write_them() {
        let a = "AB".repeat(32);
        let text = format!("{a}  data/a%0Ab\r\n{a} *data/c\n{a}\t./data/d%25\n\n");
        let listed = parse("m", text.as_bytes(), Algorithm::Sha256, true).unwrap();
        let names: Vec<&str> = listed.keys().map(String::as_str).collect();
        assert_eq!(names, ["data/a\nb", "data/c", "data/d%"]);
        assert!(listed.values().all(|digits| *digits == "ab".repeat(32)));
        for bad in [
            "zz  data/a".to_owned(),
            a.clone(),
            format!("{a}  "),
            format!("{a}  x\n{a}  x"),
            format!("{a}  é\n{a}  e\u{301}"),
        ] {
            let fault = parse("m", bad.as_bytes(), Algorithm::Sha256, true);
            assert!(matches!(fault, Err(BagFault::Malformed { .. })), "{bad}");
        }
        assert!(parse("m", b"\xff", Algorithm::Sha256, true).is_err());
    }

    proptest! {
        #[test]
        fn a_name_survives_its_manifest(name in "[a-z%0-9ADé\r\n/ ]{1,20}[a-z]") {
            prop_assert_eq!(decoded(&encoded(&name), true), name);
        }
    }
}
