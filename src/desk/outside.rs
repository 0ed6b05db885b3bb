//! The terminal lent to another program: who reads it meanwhile, and what comes back from the user's own editor.

use crate::domain::saying::Saying;
use std::io::{Read as _, Write as _};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Most bytes taken back from an editor.
const MOST: u64 = 4_000_000;

/// Who reads the terminal: the listener in turns, or a program that it was lent to.
#[derive(Debug, Default)]
pub(super) struct Gate {
    is_lent: AtomicBool,
    reading: Mutex<()>,
}

impl Gate {
    /// Tells whether another program has the terminal, or is about to.
    pub(super) fn is_lent(&self) -> bool {
        self.is_lent.load(Ordering::Acquire)
    }

    /// Reads while this is held; whoever lends the terminal waits for it.
    pub(super) fn turn(&self) -> MutexGuard<'_, ()> {
        self.reading.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does something while nobody reads the terminal.
    pub(super) fn lend<T>(&self, work: impl FnOnce() -> T) -> T {
        self.is_lent.store(true, Ordering::Release);
        let turn = self.turn();
        let done = work();
        drop(turn);
        self.is_lent.store(false, Ordering::Release);
        done
    }
}

/// Has a text edited by a program named with its arguments, and returns what it left. No shell is asked.
pub(super) fn edited(command: Option<&str>, text: &str) -> Result<String, Saying> {
    let mut words = command.unwrap_or_default().split_whitespace();
    let program = words.next().ok_or_else(|| Saying::new("comfort-editor-unset"))?;
    let failed = |why: &dyn std::fmt::Display| {
        Saying::new("comfort-editor-failed")
            .text("program", program)
            .text("why", why)
    };
    let mut file = tempfile::Builder::new()
        .prefix("tnl-jury-")
        .suffix(".txt")
        .tempfile()
        .map_err(|e| failed(&e))?;
    file.write_all(text.as_bytes())
        .and_then(|()| file.flush())
        .map_err(|e| failed(&e))?;
    let status = Command::new(program)
        .args(words)
        .arg(file.path())
        .status()
        .map_err(|e| failed(&e))?;
    if !status.success() {
        return Err(failed(&status));
    }
    // Many editors write a new file in the place of the old one.
    let mut back = String::new();
    let written = std::fs::File::open(file.path()).map_err(|e| failed(&e))?;
    written
        .take(MOST)
        .read_to_string(&mut back)
        .map_err(|e| failed(&e))?;
    let had_end = text.ends_with('\n');
    Ok(match back.strip_suffix('\n') {
        // The end of line that editors add by themselves.
        Some(kept) if !had_end => kept.to_owned(),
        _ => back,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_editor_leaves_comes_back_and_its_failure_is_said() {
        assert_eq!(edited(Some("true"), "deux\nlignes").unwrap(), "deux\nlignes");
        assert_eq!(edited(Some("sed -i s/deux/trois/"), "deux").unwrap(), "trois");
        assert_eq!(edited(Some("sed -i $a\\fin"), "a").unwrap(), "a\nfin");
        assert_eq!(edited(None, "x").unwrap_err().id, "comfort-editor-unset");
        assert_eq!(edited(Some(" "), "x").unwrap_err().id, "comfort-editor-unset");
        for broken in ["false", "no-such-program-here"] {
            assert_eq!(edited(Some(broken), "x").unwrap_err().id, "comfort-editor-failed");
        }
    }

    #[test]
    fn nobody_reads_while_it_is_lent() {
        let gate = Gate::default();
        gate.lend(|| {
            assert!(gate.is_lent());
            assert!(gate.reading.try_lock().is_err());
        });
        assert!(!gate.is_lent());
        assert!(gate.reading.try_lock().is_ok());
    }
}
