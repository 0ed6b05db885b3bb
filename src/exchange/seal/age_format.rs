//! The age format, by its crate. Work is bounded before it is done: a hostile header can ask for gigabytes.

use super::{Key, Lock, SealFault};
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, EncryptError, Encryptor, Identity, IdentityFile, Recipient};
use std::fs::File;
use std::io::{self, BufReader, ErrorKind, Read, Seek as _, Write};

/// scrypt's cost when sealing, as a power of two: 128 MiB and about half a second.
const WORK: u8 = 17;

/// Most of it when opening: what the `age` program itself writes, 256 MiB.
const MOST_WORK: u8 = 18;

/// A header of one passphrase or a jury's keys is far under it.
const MOST_HEADER: usize = 64 * 1024;

/// What ends a header.
const HEADER_END: &[u8] = b"\n---";

fn failed(error: &io::Error) -> SealFault {
    SealFault::Io(error.to_string())
}

/// Seals what `clear` gives into `out`.
///
/// # Errors
/// A recipient that is none; the system's.
pub fn seal<W: Write>(mut clear: impl Read, out: W, lock: &Lock) -> Result<W, SealFault> {
    let recipients = recipients(lock)?;
    let all = recipients.iter().map(AsRef::as_ref);
    let encryptor = Encryptor::with_recipients(all).map_err(|error| match error {
        EncryptError::Io(error) => failed(&error),
        other => SealFault::BadRecipient(other.to_string()),
    })?;
    let mut writer = encryptor.wrap_output(out).map_err(|e| failed(&e))?;
    io::copy(&mut clear, &mut writer).map_err(|e| failed(&e))?;
    writer.finish().map_err(|e| failed(&e))
}

fn recipients(lock: &Lock) -> Result<Vec<Box<dyn Recipient>>, SealFault> {
    match lock {
        Lock::Passphrase(passphrase) => {
            let mut recipient =
                age::scrypt::Recipient::new(SecretString::from(passphrase.reveal().to_owned()));
            recipient.set_work_factor(WORK);
            Ok(vec![Box::new(recipient)])
        }
        Lock::Recipients(keys) => keys
            .iter()
            .map(|text| {
                let key: age::x25519::Recipient = text
                    .trim()
                    .parse()
                    .map_err(|_| SealFault::BadRecipient(text.clone()))?;
                Ok(Box::new(key) as Box<dyn Recipient>)
            })
            .collect(),
    }
}

/// Opens what was sealed, into a file without a name; it stands at its start.
///
/// # Errors
/// No key, another key, bytes that were altered or cut; the system's.
pub fn open(mut sealed: impl Read, key: Option<&Key>) -> Result<File, SealFault> {
    let head = head_of(&mut sealed)?;
    let decryptor =
        Decryptor::new(head.as_slice().chain(sealed)).map_err(|e| refused(e, SealFault::Damaged))?;
    let takes_passphrase = decryptor.is_scrypt();
    let identities = match key {
        Some(key) if takes_passphrase == matches!(key, Key::Passphrase(_)) => identities(key)?,
        _ if takes_passphrase => return Err(SealFault::NeedsPassphrase),
        _ => return Err(SealFault::NeedsIdentity),
    };
    let wrong = if takes_passphrase {
        SealFault::WrongPassphrase
    } else {
        SealFault::WrongIdentity
    };
    let opened = decryptor.decrypt(identities.iter().map(AsRef::as_ref));
    let mut clear = opened.map_err(|e| refused(e, wrong))?;
    let mut file = tempfile::tempfile().map_err(|e| failed(&e))?;
    copy(&mut clear, &mut file)?;
    file.rewind().map_err(|e| failed(&e))?;
    Ok(file)
}

/// Reads far enough to know that the header ends; the reader of the format would read on for ever.
fn head_of(sealed: &mut impl Read) -> Result<Vec<u8>, SealFault> {
    let mut head = Vec::new();
    let most = MOST_HEADER as u64;
    sealed.take(most).read_to_end(&mut head).map_err(|e| failed(&e))?;
    let ends = head.windows(HEADER_END.len()).any(|window| window == HEADER_END);
    if ends { Ok(head) } else { Err(SealFault::Damaged) }
}

/// What can't be unsealed was altered; what can't be written is the disk's matter.
fn copy(clear: &mut impl Read, file: &mut File) -> Result<(), SealFault> {
    let mut chunk = vec![0; 64 * 1024];
    loop {
        let n = match clear.read(&mut chunk) {
            Ok(0) => return Ok(()),
            Ok(n) => n,
            Err(error) if matches!(error.kind(), ErrorKind::InvalidData | ErrorKind::UnexpectedEof) => {
                return Err(SealFault::Damaged);
            }
            Err(error) => return Err(failed(&error)),
        };
        file.write_all(chunk.get(..n).unwrap_or_default())
            .map_err(|e| failed(&e))?;
    }
}

fn identities(key: &Key) -> Result<Vec<Box<dyn Identity>>, SealFault> {
    match key {
        Key::Passphrase(passphrase) => {
            let mut identity = age::scrypt::Identity::new(SecretString::from(passphrase.reveal().to_owned()));
            identity.set_max_work_factor(MOST_WORK);
            Ok(vec![Box::new(identity)])
        }
        Key::Identities { file, text } => {
            let bad = || SealFault::BadIdentities(file.clone());
            let read = IdentityFile::from_buffer(BufReader::new(text.as_bytes())).map_err(|_| bad())?;
            let found = read.into_identities().map_err(|_| bad())?;
            if found.is_empty() { Err(bad()) } else { Ok(found) }
        }
    }
}

fn refused(error: DecryptError, wrong: SealFault) -> SealFault {
    match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
            wrong
        }
        DecryptError::ExcessiveWork { .. } => SealFault::TooCostly,
        DecryptError::InvalidHeader | DecryptError::InvalidMac | DecryptError::UnknownFormat => {
            SealFault::Damaged
        }
        DecryptError::Io(error) => match error.kind() {
            ErrorKind::InvalidData | ErrorKind::UnexpectedEof => SealFault::Damaged,
            _ => failed(&error),
        },
    }
}
