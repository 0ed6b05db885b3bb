//! Newtypes for every identifier, so that a juror can't be passed where a dossier is meant. Most are shorter than the 24
//! bytes that lie in place: a merge reads millions, and none of these is allocated.

use compact_str::CompactString;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(CompactString);

        impl $name {
            /// Wraps the text as it stands.
            pub fn new(text: impl Into<CompactString>) -> Self {
                Self(text.into())
            }
            /// Returns the text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

text_id!(
    /// One campaign of one edition: random, made by `campaign new`.
    CampaignId
);
text_id!(
    /// A dossier: its source system and its number there, `demarche-26001`.
    DossierId
);
text_id!(
    /// A juror within a campaign.
    JurorId
);
text_id!(
    /// A device on which a juror works; each has its own key.
    DeviceId
);
text_id!(
    /// An axis of a grid, `3`.
    AxisCode
);
text_id!(
    /// A criterion of a grid, `3.1`.
    CriterionCode
);
text_id!(
    /// A level of a grid, `4` or `argent`.
    LevelCode
);
text_id!(
    /// A question of a grid, `q-rgi-connu`.
    QuestionId
);

/// A SHA-256 digest, written `sha256:` and 64 hexadecimal digits in files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Digest(String);

impl Digest {
    /// Computes the digest of the bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(hex(&Sha256::digest(bytes)))
    }

    /// Names bytes whose SHA-256 was computed while they were read.
    pub fn of_hash(sha256: [u8; 32]) -> Self {
        Self(hex(&sha256))
    }

    /// Reads 64 hexadecimal digits, with or without the `sha256:` prefix.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix("sha256:").unwrap_or(text);
        let good = digits.len() == 64
            && digits
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        good.then(|| Self(digits.to_owned()))
    }

    /// Returns the 64 hexadecimal digits.
    pub fn hex(&self) -> &str {
        &self.0
    }

    /// Returns the 32 bytes: where many digests are kept, a third of the room.
    pub fn bytes(&self) -> [u8; 32] {
        let bytes = unhex(&self.0).unwrap_or_default();
        bytes.try_into().unwrap_or_default()
    }

    /// Returns the first eight digits, enough to read over the telephone.
    pub fn short(&self) -> &str {
        self.0.get(..8).unwrap_or(&self.0)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "sha256:{}", self.0)
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digest.to_string()
    }
}

impl TryFrom<String> for Digest {
    type Error = String;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("not a SHA-256 digest: {text:?}"))
    }
}

/// Writes bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 2);
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    out.extend(halves.filter_map(|half| char::from_digit(half.into(), 16)));
    out
}

/// Reads lower-case hexadecimal digits.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text
        .chars()
        .map(|c| match c {
            '0'..='9' | 'a'..='f' => c.to_digit(16).and_then(|d| u8::try_from(d).ok()),
            _ => None,
        })
        .collect();
    let digits = digits?;
    let (pairs, rest) = digits.as_chunks::<2>();
    rest.is_empty()
        .then(|| pairs.iter().map(|[high, low]| high * 16 + low).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_round_trips() {
        let bytes = [0, 1, 0x7f, 0xff];
        assert_eq!(unhex(&hex(&bytes)), Some(bytes.to_vec()));
        assert_eq!(unhex("0"), None);
        assert_eq!(unhex("0G"), None);
        assert_eq!(unhex("AB"), None);
    }

    #[test]
    fn a_digest_is_sixty_four_lower_case_digits() {
        let digest = Digest::of(b"abc");
        assert_eq!(Digest::of_hash(digest.bytes()), digest);
        assert_eq!(
            digest.hex(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(Digest::parse(&digest.to_string()), Some(digest.clone()));
        assert_eq!(Digest::parse(&digest.hex().to_uppercase()), None);
        assert_eq!(Digest::parse("sha256:12"), None);
    }
}
