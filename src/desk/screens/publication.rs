//! What would be published: what stands in the way of it, and the palmarès as it will be announced.

mod view;

use crate::desk::action::Action;
use crate::desk::effect::{Effect, Waiting};
use crate::desk::layout::frame as parts;
use crate::desk::look::Look;
use crate::desk::model::Shared;
use crate::desk::overlays::Overlay;
use crate::desk::overlays::input::Purpose;
use crate::desk::widgets::scrolled::scrolled;
use crate::domain::saying::Saying;
use crate::office::{Preview, Question};
use std::path::{Path, PathBuf};

/// The screen.
#[derive(Debug, Default)]
pub struct Publication {
    preview: Option<Box<Preview>>,
    /// The folder that was written last.
    folder: Option<PathBuf>,
    top: usize,
}

impl Publication {
    /// Asks for it.
    pub fn open(shared: &mut Shared) -> Self {
        Self::ask(shared);
        Self::default()
    }

    /// Asks anew.
    pub fn ask(shared: &mut Shared) {
        shared.ask(Waiting::Publication, Question::Publication);
    }

    /// Takes it.
    pub fn take(&mut self, preview: Box<Preview>) {
        self.preview = Some(preview);
    }

    /// Takes where the folder was written.
    pub fn written(&mut self, folder: &Path) {
        self.folder = Some(folder.to_owned());
    }

    /// Takes an action.
    pub fn act(&mut self, action: Action, shared: &mut Shared) {
        match action {
            Action::Export => shared.over(Overlay::input(Purpose::Export { draft: false }, shared)),
            Action::Draft => shared.over(Overlay::input(Purpose::Export { draft: true }, shared)),
            Action::OpenFolder => match self.folder.clone() {
                Some(folder) => {
                    shared.want(Waiting::Shown, |ticket| Effect::OpenFolder(ticket, folder));
                }
                None => shared.warn(Saying::new("publication-none-yet")),
            },
            _ => self.top = scrolled(self.top, action, rows(shared)),
        }
    }

    /// Keeps the last line at the bottom at most.
    pub fn settle(&mut self, shared: &mut Shared) {
        let all = Look::plain(shared, |look| self.lines(look).len());
        self.top = self.top.min(all.saturating_sub(rows(shared)));
    }
}

fn rows(shared: &Shared) -> usize {
    usize::from(parts(shared.width, shared.height).body.height)
}
