//! Watches a folder that a sync tool fills. It is looked at now and then rather than listened to: shares and sticks send no
//! word of what comes. A file is told of once it has stayed as it is from one look to the next, for half a file is none.

use super::message::Msg;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, SystemTime};

/// How often one looks.
const OFTEN: Duration = Duration::from_secs(2);

/// A folder being watched, until dropped.
#[derive(Debug)]
pub(super) struct Lookout {
    _stop: Sender<()>,
}

impl Lookout {
    /// Watches a folder from now on; it is told of at once, and then whenever something in it has changed and settled.
    pub(super) fn over(folder: PathBuf, desk: Sender<Msg>) -> Self {
        let (stop, stopped) = channel();
        std::thread::spawn(move || watch(&folder, &desk, &stopped));
        Self { _stop: stop }
    }
}

/// What tells a file that changed from one that did not.
type Sight = Vec<(PathBuf, u64, Option<SystemTime>)>;

fn watch(folder: &Path, desk: &Sender<Msg>, stopped: &Receiver<()>) {
    let mut told = None;
    let mut before = sight(folder);
    loop {
        if told.as_ref() != Some(&before) {
            if desk.send(Msg::Arrived(folder.to_owned())).is_err() {
                return;
            }
            told = Some(before);
        }
        before = match settled(folder, stopped) {
            Some(sight) => sight,
            None => return,
        };
    }
}

/// Waits until the folder was the same twice; nothing where nobody wants to know any more.
fn settled(folder: &Path, stopped: &Receiver<()>) -> Option<Sight> {
    let mut before = None;
    loop {
        match stopped.recv_timeout(OFTEN) {
            Err(RecvTimeoutError::Timeout) => {}
            Ok(()) | Err(RecvTimeoutError::Disconnected) => return None,
        }
        let now = sight(folder);
        if before.as_ref() == Some(&now) {
            return before;
        }
        before = Some(now);
    }
}

fn sight(folder: &Path) -> Sight {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut sight: Sight = entries
        .filter_map(Result::ok)
        .filter_map(|entry| {
            let seen = entry.metadata().ok()?;
            Some((entry.path(), seen.len(), seen.modified().ok()))
        })
        .collect();
    sight.sort();
    sight
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_told_of_at_once_and_again_when_a_file_has_come() {
        let folder = tempfile::tempdir().unwrap();
        let (to_desk, desk) = channel();
        let lookout = Lookout::over(folder.path().to_owned(), to_desk);
        let is_told = || matches!(desk.recv(), Ok(Msg::Arrived(path)) if path == folder.path());
        assert!(is_told());
        std::fs::write(folder.path().join("a.sheet.json"), "{}").unwrap();
        assert!(is_told());
        drop(lookout);
        assert!(desk.recv().is_err(), "the watch ends with whoever wanted it");
    }
}
