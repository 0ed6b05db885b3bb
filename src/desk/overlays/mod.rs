//! Boxes over the screen. The uppermost one has the keys.

pub mod choose;
pub mod confirm;
pub mod editor;
pub mod former;
pub mod help;
pub mod history;
pub mod input;
pub mod palette;
pub mod report;
pub mod snippets;
pub mod work;

use super::action::{Action, Context};
use super::effect::Draft;
use super::look::Look;
use super::model::Shared;
use crate::domain::saying::Saying;
use choose::Choose;
use confirm::Confirm;
use editor::Editor;
use help::Help;
use input::Input;
use palette::Palette;
use ratatui::Frame;
use report::Report;
use snippets::Snippets;
use work::Work;

/// A box over the screen.
#[derive(Debug)]
pub enum Overlay {
    /// The keys that work here.
    Help(Help),
    /// A text of several lines.
    Editor(Box<Editor>),
    /// A question to be answered by yes or by stepping back.
    Confirm(Box<Confirm>),
    /// A line to type.
    Input(Box<Input>),
    /// Something to choose.
    Choose(Box<Choose>),
    /// Something to read.
    Report(Box<Report>),
    /// Every action by its name.
    Palette(Box<Palette>),
    /// Sentences of one's own.
    Snippets(Box<Snippets>),
    /// How far long work is.
    Work(Work),
}

impl Overlay {
    /// Makes an editor of one of a criterion's texts.
    pub fn editor(draft: Draft) -> Self {
        Self::Editor(Box::new(Editor::of_text(draft)))
    }

    /// Makes a question.
    pub fn confirm(purpose: confirm::Purpose, asks: Saying) -> Self {
        Self::Confirm(Box::new(Confirm { purpose, asks }))
    }

    /// Makes a line to type, with what is likely already in it.
    pub fn input(purpose: input::Purpose, shared: &Shared) -> Self {
        let text = purpose.likely(shared);
        Self::input_with(purpose, &text)
    }

    /// Makes a line to type, with a text already in it.
    pub fn input_with(purpose: input::Purpose, text: &str) -> Self {
        Self::Input(Box::new(Input::new(purpose, text)))
    }

    /// Returns the place whose keys work in it.
    pub fn context(&self) -> Context {
        match self {
            Self::Editor(_) => Context::Editor,
            Self::Input(_) | Self::Palette(_) | Self::Snippets(_) => Context::Input,
            Self::Help(_) | Self::Confirm(_) | Self::Choose(_) | Self::Report(_) | Self::Work(_) => {
                Context::Overlay
            }
        }
    }

    /// Moves in it.
    pub fn act(&mut self, action: Action, page: usize) {
        match self {
            Self::Help(help) => help.act(action, page),
            Self::Choose(choose) => choose.act(action, page),
            Self::Report(report) => report.act(action, page),
            Self::Palette(palette) => palette.act(action),
            Self::Editor(_) | Self::Confirm(_) | Self::Input(_) | Self::Snippets(_) | Self::Work(_) => {}
        }
    }

    /// Draws it.
    pub fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        match self {
            Self::Help(help) => help.view(look, frame),
            Self::Editor(editor) => editor.view(look, frame),
            Self::Confirm(confirm) => confirm.view(look, frame),
            Self::Input(input) => input.view(look, frame),
            Self::Choose(choose) => choose.view(look, frame),
            Self::Report(report) => report.view(look, frame),
            Self::Palette(palette) => palette.view(look, frame),
            Self::Snippets(snippets) => snippets.view(look, frame),
            Self::Work(work) => work.view(look, frame),
        }
    }
}

/// Moves a place in a list.
pub(in crate::desk) fn moved(place: usize, action: Action, page: usize, all: usize) -> usize {
    let last = all.saturating_sub(1);
    match action {
        Action::Up => place.saturating_sub(1),
        Action::Down => place.saturating_add(1).min(last),
        Action::PageUp => place.saturating_sub(page),
        Action::PageDown => place.saturating_add(page).min(last),
        Action::First => 0,
        Action::Last => last,
        _ => place.min(last),
    }
}
