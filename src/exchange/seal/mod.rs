//! Sealed packages: the age format (age-encryption.org/v1), with a passphrase or for recipients' keys. What is opened
//! goes into a file without a name that nobody else can read, and that is gone with the program: a package may hold
//! more evidence than memory does, and its clear bytes must not outlive it.
//!
//! Built with the feature `encrypt` alone; without it the same functions say so.

#[cfg(not(feature = "encrypt"))]
mod absent;
#[cfg(feature = "encrypt")]
mod age_format;

#[cfg(not(feature = "encrypt"))]
pub use absent::{open, seal};
#[cfg(feature = "encrypt")]
pub use age_format::{open, seal};

use crate::domain::saying::Saying;
use std::fmt;
use std::io::Read;

/// What is added to a package's name once it is sealed.
pub const ENDING: &str = ".age";

/// Whether this build can seal and open.
pub const IS_BUILT_IN: bool = cfg!(feature = "encrypt");

/// How a sealed file begins.
const MAGIC: &[u8] = b"age-encryption.org/v1\n";

/// How the header of one with a passphrase goes on; it may say nothing else.
const PASSPHRASE: &[u8] = b"-> scrypt ";

/// A passphrase; never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(String);

impl Passphrase {
    /// Takes a passphrase; nothing where it is empty.
    pub fn new(text: impl Into<String>) -> Option<Self> {
        let text = text.into();
        (!text.is_empty()).then_some(Self(text))
    }

    /// Returns the words, for the one who opens with them.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// What a package is sealed with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lock {
    /// Whoever knows it opens.
    Passphrase(Passphrase),
    /// The owner of any of these keys opens: `age1…`.
    Recipients(Vec<String>),
}

/// What a package is opened with.
#[derive(Clone, PartialEq, Eq)]
pub enum Key {
    /// The passphrase.
    Passphrase(Passphrase),
    /// The text of a file of identities, `AGE-SECRET-KEY-1…` a line.
    Identities {
        /// The file, for messages.
        file: String,
        /// Its text.
        text: String,
    },
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Passphrase(passphrase) => passphrase.fmt(f),
            Self::Identities { file, .. } => write!(f, "Identities({file})"),
        }
    }
}

/// Why a package can't be sealed or opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SealFault {
    /// This build has no encryption.
    NotBuiltIn,
    /// It takes a passphrase, and none was given.
    NeedsPassphrase,
    /// It takes an identity, and none was given.
    NeedsIdentity,
    /// The passphrase is another.
    WrongPassphrase,
    /// None of the identities opens it.
    WrongIdentity,
    /// What was given as a recipient is none.
    BadRecipient(String),
    /// A file of identities that can't be read as one.
    BadIdentities(String),
    /// The header asks for more work than any honest one.
    TooCostly,
    /// The bytes are not those that were sealed, or not all of them.
    Damaged,
    /// The system failed.
    Io(String),
}

impl SealFault {
    /// Says what is wrong with a package, and what to do.
    pub fn saying(&self, file: &str) -> Saying {
        match self {
            Self::NotBuiltIn => Saying::new("seal-not-built-in").text("file", file),
            Self::NeedsPassphrase => Saying::new("seal-needs-passphrase").text("file", file),
            Self::NeedsIdentity => Saying::new("seal-needs-identity").text("file", file),
            Self::WrongPassphrase => Saying::new("seal-wrong-passphrase").text("file", file),
            Self::WrongIdentity => Saying::new("seal-wrong-identity").text("file", file),
            Self::BadRecipient(found) => Saying::new("seal-bad-recipient").text("found", found),
            Self::BadIdentities(file) => Saying::new("seal-bad-identities").text("file", file),
            Self::TooCostly => Saying::new("seal-too-costly").text("file", file),
            Self::Damaged => Saying::new("seal-damaged").text("file", file),
            Self::Io(why) => Saying::new("package-io").text("file", file).text("why", why),
        }
    }
}

/// What a file needs to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing: it is not sealed.
    Nothing,
    /// A passphrase.
    Passphrase,
    /// The private key of a recipient.
    Identity,
}

/// Tells what a file that begins so needs. Nothing is checked.
///
/// # Errors
/// The system's.
pub fn needs(input: impl Read) -> std::io::Result<Needs> {
    let mut head = Vec::new();
    let most = MAGIC.len() + PASSPHRASE.len();
    input.take(most as u64).read_to_end(&mut head)?;
    Ok(match head.strip_prefix(MAGIC) {
        None => Needs::Nothing,
        Some(PASSPHRASE) => Needs::Passphrase,
        Some(_) => Needs::Identity,
    })
}

#[cfg(test)]
#[cfg(feature = "encrypt")]
mod tests;
