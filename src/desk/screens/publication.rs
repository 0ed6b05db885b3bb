//! What would be published: what stands in the way of it, and the palmarès as it will be announced.

mod view;

use crate::desk::action::Action;
use crate::desk::effect::{Effect, Waiting};
use crate::desk::layout::frame as parts;
use crate::desk::look::Look;
use crate::desk::model::Shared;
use crate::desk::overlays::Overlay;
use crate::desk::overlays::input::Purpose;
use crate::desk::theme::Theme;
use crate::domain::saying::Saying;
use crate::office::{Preview, Question};
use crate::speech::Speech;
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
        let page = rows(shared).saturating_sub(2).max(1);
        match action {
            Action::Export => shared.over(Overlay::input(Purpose::Export { draft: false }, shared)),
            Action::Draft => shared.over(Overlay::input(Purpose::Export { draft: true }, shared)),
            Action::OpenFolder => match self.folder.clone() {
                Some(folder) => {
                    shared.want(Waiting::Shown, |ticket| Effect::OpenFolder(ticket, folder));
                }
                None => shared.warn(Saying::new("publication-none-yet")),
            },
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top = self.top.saturating_add(1),
            Action::PageUp => self.top = self.top.saturating_sub(page),
            Action::PageDown => self.top = self.top.saturating_add(page),
            Action::First => self.top = 0,
            Action::Last => self.top = usize::MAX,
            _ => {}
        }
    }

    /// Keeps the last line at the bottom at most.
    pub fn settle(&mut self, shared: &mut Shared) {
        // How many lines there are depends on the words, not on how they look.
        let look = Look {
            shared,
            theme: &Theme::plain(),
            speech: &Speech::new(shared.lang),
            is_covered: false,
        };
        let all = self.lines(&look).len();
        self.top = self.top.min(all.saturating_sub(rows(shared)));
    }
}

fn rows(shared: &Shared) -> usize {
    usize::from(parts(shared.width, shared.height).body.height)
}
