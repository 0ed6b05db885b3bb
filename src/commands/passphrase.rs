//! Where a package's key comes from: a file, the environment, else the terminal, without echo.

use super::Run;
use super::args::{OpenArgs, PackArgs};
use super::error::Failure;
use crate::office::seal::{identities_of, needs, passphrase, passphrase_of};
use crate::office::{CAN_SEAL, SealKey, SealLock, SealNeeds};

/// Returns what a package is to be sealed with; nothing where it is not to be.
pub(super) fn lock(run: &Run, args: &PackArgs) -> Result<Option<SealLock>, Failure> {
    if !args.recipient.is_empty() {
        return Ok(Some(SealLock::Recipients(args.recipient.clone())));
    }
    if let Some(file) = &args.passphrase_file {
        return Ok(Some(SealLock::Passphrase(passphrase_of(file)?)));
    }
    // One who set it wants it used: a package in clear would be a surprise.
    if let Some(text) = run.context.passphrase() {
        return Ok(Some(SealLock::Passphrase(passphrase(&text)?)));
    }
    if !args.passphrase {
        return Ok(None);
    }
    let text = if CAN_SEAL {
        terminal::asked_twice(run)?
    } else {
        "-".to_owned()
    };
    Ok(Some(SealLock::Passphrase(passphrase(&text)?)))
}

/// Returns what opens a package; nothing where it is in clear, or where this build could not use it.
pub(super) fn key(run: &Run, args: &OpenArgs) -> Result<Option<SealKey>, Failure> {
    let needs = needs(&args.package)?;
    if let Some(file) = args.identity.as_ref().filter(|_| needs == SealNeeds::Identity) {
        return Ok(Some(identities_of(file)?));
    }
    // Without a key the package says itself what it needs.
    if needs != SealNeeds::Passphrase || args.identity.is_some() || !CAN_SEAL {
        return Ok(None);
    }
    if let Some(file) = &args.passphrase_file {
        return Ok(Some(SealKey::Passphrase(passphrase_of(file)?)));
    }
    let text = match run.context.passphrase() {
        Some(text) => text,
        None => terminal::asked(run)?,
    };
    Ok(Some(SealKey::Passphrase(passphrase(&text)?)))
}

#[cfg(feature = "encrypt")]
mod terminal {
    use super::super::Run;
    use super::super::error::Failure;
    use crate::domain::saying::Saying;

    pub(super) fn asked(run: &Run) -> Result<String, Failure> {
        ask(run, "seal-ask")
    }

    pub(super) fn asked_twice(run: &Run) -> Result<String, Failure> {
        let first = ask(run, "seal-ask")?;
        if first == ask(run, "seal-ask-again")? {
            return Ok(first);
        }
        Err(Failure::Refused(Saying::new("seal-differ")))
    }

    fn ask(run: &Run, id: &str) -> Result<String, Failure> {
        let prompt = format!("{} ", run.speech.word(id));
        rpassword::prompt_password(prompt).map_err(|_| Failure::Refused(Saying::new("seal-no-terminal")))
    }
}

#[cfg(not(feature = "encrypt"))]
mod terminal {
    use super::super::Run;
    use super::super::error::Failure;
    use crate::domain::saying::Saying;

    pub(super) fn asked(_run: &Run) -> Result<String, Failure> {
        Err(Failure::Refused(Saying::new("seal-no-terminal")))
    }

    pub(super) fn asked_twice(run: &Run) -> Result<String, Failure> {
        asked(run)
    }
}
