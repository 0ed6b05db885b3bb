//! Work on a hostile file happens on a thread of its own: its failure is an answer, its deep recursion has room, and
//! whoever waits leaves at once when told to stop; the thread then ends at its own next look at the flag.

use super::{Cancel, Trick, Unreadable};
use std::any::Any;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Once};
use std::thread;
use std::time::Duration;

/// Room for parsers that call themselves for each level of nesting; only what is used costs memory.
const STACK: usize = 256 << 20;
/// How long the one who waits may overlook the flag.
const GLANCE: Duration = Duration::from_millis(10);

thread_local! {
    static CONTAINED: Cell<bool> = const { Cell::new(false) };
}

/// Tells whether a panic of this thread is caught and reported as [`Trick::Crash`], so that a panic hook has nothing
/// to say or to restore. The hook in place at the first reading is wrapped accordingly; one set later should ask.
pub fn is_contained() -> bool {
    CONTAINED.get()
}

/// Runs work apart and waits for it, or for the flag.
pub(super) fn run<T: Send + 'static>(
    bytes: &[u8],
    cancel: &Cancel,
    work: impl FnOnce(&Arc<Vec<u8>>, &Cancel) -> Result<T, Unreadable> + Send + 'static,
) -> Result<T, Unreadable> {
    cancel.check()?;
    hush();
    let (bytes, flag) = (Arc::new(bytes.to_vec()), cancel.clone());
    let (send, receive) = mpsc::sync_channel(1);
    thread::Builder::new()
        .name("evidence".to_owned())
        .stack_size(STACK)
        .spawn(move || {
            CONTAINED.set(true);
            let done = panic::catch_unwind(AssertUnwindSafe(|| work(&bytes, &flag)));
            // Nobody listens any more when the flag went up.
            let _ = send.send(done.unwrap_or_else(|fault| Err(told(&*fault))));
        })
        .map_err(|_| crash())?;
    loop {
        match receive.recv_timeout(GLANCE) {
            Ok(done) => return done,
            Err(RecvTimeoutError::Timeout) => cancel.check()?,
            Err(RecvTimeoutError::Disconnected) => return Err(crash()),
        }
    }
}

/// Leaves a parser that offers no other way out of its callbacks; [`run`] or [`attempt`] gets the reason. No panic
/// hook runs.
pub(super) fn leave(reason: Unreadable) -> ! {
    panic::resume_unwind(Box::new(reason))
}

/// Runs one step, so that what fails in it leaves the rest standing.
pub(super) fn attempt<T>(step: impl FnOnce() -> T) -> Result<T, Unreadable> {
    panic::catch_unwind(AssertUnwindSafe(step)).map_err(|fault| told(&*fault))
}

fn told(fault: &(dyn Any + Send)) -> Unreadable {
    fault.downcast_ref::<Unreadable>().cloned().unwrap_or_else(crash)
}

fn crash() -> Unreadable {
    Unreadable::Hostile { trick: Trick::Crash }
}

fn hush() {
    static WRAPPED: Once = Once::new();
    WRAPPED.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !is_contained() {
                before(panic);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_answer() {
        let answer: Result<(), _> = run(b"", &Cancel::new(), |_, _| panic!("a parser's fault"));
        assert_eq!(answer, Err(crash()));
        assert!(!is_contained());
    }

    #[test]
    fn leaving_keeps_the_reason() {
        let answer: Result<(), _> = run(b"", &Cancel::new(), |_, _| leave(Unreadable::Encrypted));
        assert_eq!(answer, Err(Unreadable::Encrypted));
    }

    #[test]
    fn deep_recursion_has_room() {
        fn deep(levels: u32) -> u64 {
            let room = std::hint::black_box([u64::from(levels); 16]);
            if levels == 0 {
                0
            } else {
                deep(levels - 1) + room[3]
            }
        }
        assert!(run(b"", &Cancel::new(), |_, _| Ok(deep(200_000))).is_ok());
    }

    #[test]
    fn whoever_waits_leaves_though_the_work_goes_on() {
        let cancel = Cancel::new();
        let other = cancel.clone();
        let (done, wait) = mpsc::channel::<()>();
        let answer = run(b"", &cancel, move |_, _| {
            other.cancel();
            let _ = wait.recv();
            Ok(())
        });
        drop(done);
        assert_eq!(answer, Err(Unreadable::Cancelled));
    }
}
