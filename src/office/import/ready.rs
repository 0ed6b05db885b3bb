//! Dossiers on their way from the thread that reads to the one that writes, a handful at a time.

use crate::exchange::intake::Taken;
use crate::office::search::{Questions, findable};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};

/// How many bytes of dossiers go together, at least: handed over one by one, each would wake the other thread up.
const TOGETHER: usize = 128 * 1024;
/// Handfuls that may wait between the two.
const WAITING: usize = 4;

/// A dossier ready to be written.
pub(super) struct Ready {
    pub(super) taken: Taken,
    /// What makes it findable.
    pub(super) words: String,
    /// Its questions that were not met before.
    pub(super) questions: Vec<String>,
}

impl Ready {
    /// Makes a dossier ready to be written; in a dry run it never is.
    fn of(taken: Taken, met: &mut Questions, dry_run: bool) -> Self {
        let (words, questions) = if dry_run {
            (String::new(), Vec::new())
        } else {
            (findable(&taken.dossier), met.new_in(&taken.dossier))
        };
        Self {
            taken,
            words,
            questions,
        }
    }

    fn size(&self) -> usize {
        self.taken.written.json.len() + self.words.len()
    }
}

/// The reader's end.
pub(super) struct Giving {
    to: SyncSender<Vec<Ready>>,
    spent: Receiver<Vec<Ready>>,
    met: Questions,
    handful: Vec<Ready>,
    held: usize,
    dry_run: bool,
}

/// The writer's end.
pub(super) struct Taking {
    from: Receiver<Vec<Ready>>,
    spent: Sender<Vec<Ready>>,
}

/// Makes both ends.
pub(super) fn ends(dry_run: bool) -> (Giving, Taking) {
    let (to, from) = sync_channel(WAITING);
    let (back, spent) = channel();
    let giving = Giving {
        to,
        spent,
        met: Questions::default(),
        handful: Vec::new(),
        held: 0,
        dry_run,
    };
    (giving, Taking { from, spent: back })
}

impl Giving {
    /// Gives a dossier; tells whether more are wanted.
    pub(super) fn give(&mut self, taken: Taken) -> bool {
        let ready = Ready::of(taken, &mut self.met, self.dry_run);
        self.held += ready.size();
        self.handful.push(ready);
        self.held < TOGETHER || self.hand_over()
    }

    /// Gives what is left. Where nobody takes it, the writer says why.
    pub(super) fn end(mut self) {
        let _ = self.hand_over();
    }

    /// What was written is let go of here: the writer has more to do than the reader.
    fn hand_over(&mut self) -> bool {
        self.spent.try_iter().for_each(drop);
        self.held = 0;
        self.to.send(std::mem::take(&mut self.handful)).is_ok()
    }
}

impl Taking {
    /// Takes every dossier, until `take` fails.
    ///
    /// # Errors
    /// Those of `take`.
    pub(super) fn each<E>(self, mut take: impl FnMut(&mut Ready) -> Result<(), E>) -> Result<(), E> {
        for mut handful in &self.from {
            handful.iter_mut().try_for_each(&mut take)?;
            let _ = self.spent.send(handful);
        }
        Ok(())
    }
}
