//! The thread that owns the office: it does and answers in the order asked, and ends when nobody can ask any more.

use super::effect::{Beginning, Effect, OutsideFile, Ticket};
use super::message::{Answered, Msg, Session};
use super::{settings, snippets};
use crate::context::Context;
use crate::demo;
use crate::demo::DemoRole;
use crate::domain::saying::Saying;
use crate::office::{
    Answer, NewCampaign, Office, OfficeError, Question, SealKey, Watch, new_campaign, open_sealed,
};
use crate::store::Access;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

/// How long nothing is asked before that is a pause.
const PAUSE: Duration = Duration::from_secs(5);
/// Most paths offered for a line that is typed.
const MOST_PATHS: usize = 50;

/// What the worker needs.
#[derive(Debug)]
pub struct Worker {
    office: Option<Office>,
    store: PathBuf,
    context: Context,
    /// Over the work that is under way.
    watch: Watch,
    /// Copies for the system's viewer, and the demo: gone with the worker.
    scratch: Option<tempfile::TempDir>,
    demo: Option<tempfile::TempDir>,
}

impl Worker {
    /// Takes the office, where there is one already.
    pub fn new(office: Option<Office>, store: PathBuf, context: Context, watch: Watch) -> Self {
        Self {
            office,
            store,
            context,
            watch,
            scratch: None,
            demo: None,
        }
    }

    /// Returns the office, where one is open.
    pub fn office(&self) -> Option<&Office> {
        self.office.as_ref()
    }

    /// Works until nobody asks any more; what failed while nobody listened comes back.
    pub fn work(mut self, asked: &Receiver<Effect>, answers: &Sender<Msg>) -> Vec<Saying> {
        let mut unheard = Vec::new();
        let mut is_due = false;
        while let Some(effect) = self.next(asked, &mut is_due) {
            let is_act = matches!(effect, Effect::Do(..));
            is_due |= is_act;
            let Some((ticket, outcome)) = self.answer(effect) else {
                continue;
            };
            if let Err(unsent) = answers.send(Msg::Answer(ticket, outcome))
                && let Msg::Answer(_, Err(why)) = unsent.0
                && is_act
            {
                unheard.push(why);
            }
        }
        unheard
    }

    /// Waits for what is asked next; the first pause after something was done is time for the day's copy.
    fn next(&mut self, asked: &Receiver<Effect>, is_due: &mut bool) -> Option<Effect> {
        if *is_due {
            match asked.recv_timeout(PAUSE) {
                Ok(effect) => return Some(effect),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {}
            }
            *is_due = false;
            if let Some(copying) = self.office.as_ref().and_then(Office::copy_due) {
                // Work does not depend on a copy: a store that fails says so where it matters.
                thread::spawn(move || copying.make().is_ok());
            }
        }
        asked.recv().ok()
    }

    /// Does or answers one thing; nothing comes of what is not for the worker.
    pub fn answer(&mut self, effect: Effect) -> Option<(Ticket, Result<Answered, Saying>)> {
        let none = || Err(Saying::new("desk-no-store"));
        let said = |error: OfficeError| error.saying();
        match effect {
            Effect::Do(ticket, act) => Some((
                ticket,
                match &mut self.office {
                    Some(office) => {
                        self.watch.renew();
                        office.copy_in_a_pause();
                        office.be_watched(self.watch.clone());
                        let done = office.perform(act).map(|r| Answered::Done(Box::new(r)));
                        done.or_else(|why| refused(&why))
                    }
                    None => none(),
                },
            )),
            Effect::Ask(ticket, question) => Some((
                ticket,
                match &self.office {
                    Some(office) => office
                        .ask(question)
                        .map(|a| Answered::Told(Box::new(a)))
                        .map_err(said),
                    None => none(),
                },
            )),
            Effect::Begin(ticket, beginning) => Some((ticket, self.begin(beginning).map_err(said))),
            Effect::Complete(ticket, typed) => Some((ticket, Ok(Answered::Paths(paths(&typed))))),
            Effect::OpenFolder(ticket, folder) => {
                let failed = |why: std::io::Error| Saying::new("desk-not-shown").text("why", why);
                let opened = open::that_detached(&folder).map_err(failed);
                Some((ticket, opened.map(|()| Answered::Shown)))
            }
            Effect::OpenOutside(ticket, file) => Some((ticket, self.show(&file))),
            Effect::Remember(ticket, setting) => {
                let kept = settings::remember(self.context.settings.as_deref(), setting);
                Some((ticket, kept.map(|()| Answered::Remembered)))
            }
            Effect::KeepSnippets(ticket, list) => {
                let kept = snippets::keep(self.context.snippets.as_deref(), &list);
                Some((ticket, kept.map(|()| Answered::Remembered)))
            }
            Effect::Read(..)
            | Effect::Draw(..)
            | Effect::ReadAhead(..)
            | Effect::StopReading
            | Effect::StopWork
            | Effect::Watch(_)
            | Effect::EditOutside(..)
            | Effect::Mouse(_)
            | Effect::WakeAfter(_)
            | Effect::Quit => None,
        }
    }

    fn begin(&mut self, beginning: Beginning) -> Result<Answered, OfficeError> {
        let context = self.context.clone();
        let office = match beginning {
            Beginning::Package { package, passphrase } => {
                make_folder(&self.store)?;
                let key = passphrase.map(SealKey::Passphrase);
                open_sealed(&self.store, &expanded(&package), key.as_ref(), context)?.0
            }
            Beginning::Campaign { grid, edition } => {
                make_folder(&self.store)?;
                let new = NewCampaign {
                    grid,
                    edition,
                    opens: None,
                    closes: None,
                };
                new_campaign(&self.store, &new, context)?
            }
            Beginning::Demo => {
                let folder = demo::scratch()?;
                let made = demo::build(folder.path(), false, &context)?;
                let store = made.store(DemoRole::Juror);
                self.demo = Some(folder);
                Office::open(&store, Access::Write, context)?
            }
        };
        let session = session_of(&office);
        self.office = Some(office);
        Ok(Answered::Opened(Box::new(session)))
    }

    /// Hands a copy of a document to the system's viewer. Its name is its digest and a known ending: nothing that the
    /// candidate chose reaches a shell.
    fn show(&mut self, file: &OutsideFile) -> Result<Answered, Saying> {
        let office = self.office.as_ref().ok_or_else(|| Saying::new("desk-no-store"))?;
        let question = Question::Evidence(file.digest.clone());
        let Answer::Evidence(Some(bytes)) = office.ask(question).map_err(|why| why.saying())? else {
            return Err(Saying::new("desk-piece-gone"));
        };
        let failed = |why: std::io::Error| Saying::new("desk-not-shown").text("why", why);
        let folder = match &self.scratch {
            Some(folder) => folder.path().to_owned(),
            None => {
                let made = tempfile::Builder::new()
                    .prefix("tnl-jury-")
                    .tempdir()
                    .map_err(failed)?;
                let path = made.path().to_owned();
                self.scratch = Some(made);
                path
            }
        };
        let path = folder.join(format!("{}.{}", file.digest.short(), file.ending));
        let mut copy = std::fs::File::create(&path).map_err(failed)?;
        copy.write_all(&bytes).map_err(failed)?;
        open::that_detached(&path).map_err(failed)?;
        Ok(Answered::Shown)
    }
}

/// Tells each fault of what was refused, where there are several.
fn refused(error: &OfficeError) -> Result<Answered, Saying> {
    let (why, faults) = (error.saying(), error.details());
    if faults.is_empty() {
        return Err(why);
    }
    Ok(Answered::Refused(why, faults))
}

/// Says what does not change while an office is open.
pub fn session_of(office: &Office) -> Session {
    Session {
        role: office.role(),
        campaign: office.campaign().clone(),
        grid: Arc::new(office.grid().clone()),
        juror: office.juror(),
        store: office.path().to_owned(),
        holder: office.holder().map(str::to_owned),
    }
}

fn make_folder(store: &Path) -> Result<(), OfficeError> {
    match store.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => std::fs::create_dir_all(folder).map_err(|e| OfficeError::io(folder, &e)),
        None => Ok(()),
    }
}

/// Reads `~/` as the home folder, as people write it.
fn expanded(path: &Path) -> PathBuf {
    let home = directories::BaseDirs::new();
    match (path.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.home_dir().join(rest),
        _ => path.to_owned(),
    }
}

/// Lists what begins as typed; folders end with a slash.
fn paths(typed: &str) -> Vec<String> {
    let (folder, start) = typed
        .rsplit_once('/')
        .map_or(("", typed), |(folder, start)| (folder, start));
    let shown = if typed.contains('/') {
        format!("{folder}/")
    } else {
        String::new()
    };
    let place = match shown.as_str() {
        "" => PathBuf::from("."),
        shown => expanded(Path::new(shown)),
    };
    let Ok(entries) = std::fs::read_dir(place) else {
        return Vec::new();
    };
    let mut found: Vec<String> = entries
        .filter_map(Result::ok)
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let hidden = name.starts_with('.') && !start.starts_with('.');
            let slash = if entry.path().is_dir() { "/" } else { "" };
            (name.starts_with(start) && !hidden).then(|| format!("{shown}{name}{slash}"))
        })
        .collect();
    found.sort();
    found.truncate(MOST_PATHS);
    found
}
