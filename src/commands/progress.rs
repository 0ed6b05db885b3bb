//! Long work on a terminal: a bar that says how far it is, and an interruption that stops it with nothing written. Where
//! nobody looks, it is silent.

use super::Run;
use super::error::Failure;
use crate::office::{Act, Office, Progress, Report, Stage, Watch};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use signal_hook::consts::SIGINT;
use std::io::IsTerminal as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// How often the bar is looked after, and an interruption seen.
const OFTEN: Duration = Duration::from_millis(80);

/// Does an act under the eyes of whoever waits for it.
pub(super) fn watched(run: &Run, office: &mut Office, act: Act) -> Result<Report, Failure> {
    let watch = Watch::default();
    office.be_watched(watch.clone());
    let interrupted = Arc::new(AtomicBool::new(false));
    // Without it an interruption ends the process, and SQLite forgets what was not committed all the same.
    let heard = signal_hook::flag::register(SIGINT, Arc::clone(&interrupted)).ok();
    let is_seen = std::io::stderr().is_terminal();
    let words = Stage::ALL.map(|stage| (stage, run.speech.word(stage.word())));
    let report = std::thread::scope(|scope| {
        let (done, wait) = channel::<()>();
        let (watch, interrupted, words) = (&watch, &interrupted, &words);
        scope.spawn(move || {
            let bar = bar(is_seen);
            while wait.recv_timeout(OFTEN) == Err(RecvTimeoutError::Timeout) {
                if interrupted.load(Ordering::Relaxed) {
                    watch.stop();
                }
                if let Some(progress) = watch.progress() {
                    show(&bar, progress, words);
                }
            }
            bar.finish_and_clear();
        });
        let report = office.perform(act);
        drop(done);
        report
    });
    if let Some(heard) = heard {
        signal_hook::low_level::unregister(heard);
    }
    Ok(report?)
}

fn bar(is_seen: bool) -> ProgressBar {
    let target = if is_seen {
        ProgressDrawTarget::stderr()
    } else {
        ProgressDrawTarget::hidden()
    };
    ProgressBar::with_draw_target(Some(0), target)
}

fn show(bar: &ProgressBar, progress: Progress, words: &[(Stage, String)]) {
    let template = if progress.all > 0 {
        "{msg} {bar:30} {percent} %"
    } else {
        "{spinner} {msg} {pos}"
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style.progress_chars("▰▰▱"));
    }
    let word = words.iter().find(|(stage, _)| *stage == progress.stage);
    bar.set_message(word.map(|(_, word)| word.clone()).unwrap_or_default());
    bar.set_length(progress.all);
    bar.set_position(progress.done);
}
