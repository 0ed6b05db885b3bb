//! What a key or a line of the palette names. One table says where each action works and for whom; the bottom line, the
//! help, the palette and the `keys` command are drawn from it.

use crate::domain::role::Role;

/// A place in which keys have a meaning of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Context {
    /// Everywhere, unless the place says otherwise.
    Global,
    /// The welcome screen.
    Welcome,
    /// The list of dossiers.
    List,
    /// The juror's place.
    Review,
    /// What the juror would hand in.
    MySheet,
    /// The sheets that came in.
    Sheets,
    /// The committee's place.
    Committee,
    /// A text of several lines; bare characters are text.
    Editor,
    /// A line of text; bare characters are text.
    Input,
    /// A box over the screen: help, a choice, a question, a report.
    Overlay,
}

impl Context {
    /// Every context, in the order of the help.
    pub const ALL: [Self; 10] = [
        Self::Global,
        Self::Welcome,
        Self::List,
        Self::Review,
        Self::MySheet,
        Self::Sheets,
        Self::Committee,
        Self::Editor,
        Self::Input,
        Self::Overlay,
    ];

    /// Returns its name in keymaps.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::Welcome => "welcome",
            Self::List => "list",
            Self::Review => "review",
            Self::MySheet => "my_sheet",
            Self::Sheets => "sheets",
            Self::Committee => "committee",
            Self::Editor => "editor",
            Self::Input => "input",
            Self::Overlay => "overlay",
        }
    }

    /// Returns the context of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|context| context.name() == name)
    }

    /// Tells whether bare characters are text in it.
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Editor | Self::Input)
    }
}

/// What can be done with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(
    missing_docs,
    reason = "the catalogues describe every action by its name, in both languages"
)]
pub enum Action {
    Help,
    Back,
    Leave,
    Palette,
    Undo,
    Redo,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
    Open,
    Filter,
    NextUnscored,
    Recuse,
    MySheet,
    Sheets,
    Committee,
    Score(u8),
    Abstain,
    NotApplicable,
    ClearMark,
    Comment,
    Feedback,
    Note,
    Guidance,
    NextAxis,
    PreviousAxis,
    SwitchPane,
    NextPiece,
    PreviousPiece,
    PinPiece,
    OpenPiece,
    NextDossier,
    PreviousDossier,
    AutoAdvance,
    WriteSheet,
    Merge,
    KeepA,
    KeepB,
    Sitting,
    Decide,
    Postpone,
    Reopen,
    Projection,
    Unmask,
    NextUndecided,
    Adopt,
    Search,
    Everywhere,
    Look,
    Export,
    EditorUndo,
    EditorRedo,
    Accept,
    Toggle,
    Complete,
}

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    /// The action.
    pub action: Action,
    /// Its name in keymaps and catalogues.
    pub name: &'static str,
    /// Where it works.
    pub contexts: &'static [Context],
    /// For whom, where not for everyone.
    pub role: Option<Role>,
}

const LISTS: &[Context] = &[
    Context::Welcome,
    Context::List,
    Context::Review,
    Context::MySheet,
    Context::Sheets,
    Context::Committee,
    Context::Overlay,
];
const SCREENS: &[Context] = &[
    Context::Global,
    Context::Welcome,
    Context::List,
    Context::Review,
    Context::MySheet,
    Context::Sheets,
    Context::Committee,
];
const EVERYWHERE: &[Context] = &Context::ALL;
const LIST: &[Context] = &[Context::List];
const REVIEW: &[Context] = &[Context::Review];
const SHEETS: &[Context] = &[Context::Sheets];
const COMMITTEE: &[Context] = &[Context::Committee];
const UNDOING: &[Context] = &[Context::List, Context::Review, Context::MySheet];
const MARKING: &[Context] = &[Context::Review, Context::Committee];
const WALKING: &[Context] = &[Context::Review, Context::Committee];
const PANES: &[Context] = &[Context::Review, Context::Sheets, Context::Committee];
const OPENING: &[Context] = &[
    Context::Welcome,
    Context::List,
    Context::Sheets,
    Context::Committee,
];
const JUROR: Option<Role> = Some(Role::Juror);
const COORDINATOR: Option<Role> = Some(Role::Coordinator);

const fn spec(action: Action, name: &'static str, contexts: &'static [Context], role: Option<Role>) -> Spec {
    Spec {
        action,
        name,
        contexts,
        role,
    }
}

/// Every action, the most useful first: the bottom line is cut from the end.
pub const ACTIONS: &[Spec] = &[
    spec(Action::Score(0), "score_0", MARKING, None),
    spec(Action::Score(1), "score_1", MARKING, None),
    spec(Action::Score(2), "score_2", MARKING, None),
    spec(Action::Score(3), "score_3", MARKING, None),
    spec(Action::Score(4), "score_4", MARKING, None),
    spec(Action::Score(5), "score_5", MARKING, None),
    spec(Action::Score(6), "score_6", MARKING, None),
    spec(Action::Score(7), "score_7", MARKING, None),
    spec(Action::Score(8), "score_8", MARKING, None),
    spec(Action::Score(9), "score_9", MARKING, None),
    spec(
        Action::Accept,
        "accept",
        &[Context::Overlay, Context::Input, Context::Editor],
        None,
    ),
    spec(Action::Open, "open", OPENING, None),
    spec(
        Action::NextUnscored,
        "next_unscored",
        &[Context::List, Context::Review],
        JUROR,
    ),
    spec(Action::WriteSheet, "write_sheet", &[Context::MySheet], JUROR),
    spec(Action::Merge, "merge", SHEETS, COORDINATOR),
    spec(Action::KeepA, "keep_a", SHEETS, COORDINATOR),
    spec(Action::KeepB, "keep_b", SHEETS, COORDINATOR),
    spec(Action::Decide, "decide", COMMITTEE, COORDINATOR),
    spec(Action::NextUndecided, "next_undecided", COMMITTEE, COORDINATOR),
    spec(Action::Sitting, "sitting", COMMITTEE, COORDINATOR),
    spec(Action::Filter, "filter", LIST, None),
    spec(Action::Comment, "comment", REVIEW, JUROR),
    spec(Action::SwitchPane, "switch_pane", PANES, None),
    spec(Action::NextAxis, "next_axis", REVIEW, None),
    spec(Action::PreviousAxis, "previous_axis", REVIEW, None),
    spec(Action::NextPiece, "next_piece", REVIEW, None),
    spec(Action::PreviousPiece, "previous_piece", REVIEW, None),
    spec(Action::OpenPiece, "open_piece", REVIEW, None),
    spec(Action::Search, "search", &[Context::List, Context::Review], None),
    spec(Action::Everywhere, "everywhere", REVIEW, JUROR),
    spec(
        Action::MySheet,
        "my_sheet",
        &[Context::List, Context::Review],
        JUROR,
    ),
    spec(
        Action::Sheets,
        "sheets",
        &[Context::List, Context::Committee],
        COORDINATOR,
    ),
    spec(
        Action::Committee,
        "committee",
        &[Context::List, Context::Sheets],
        COORDINATOR,
    ),
    spec(Action::Undo, "undo", UNDOING, JUROR),
    spec(Action::Redo, "redo", UNDOING, JUROR),
    spec(Action::Feedback, "feedback", REVIEW, JUROR),
    spec(Action::Guidance, "guidance", REVIEW, None),
    spec(Action::Recuse, "recuse", &[Context::List, Context::Review], JUROR),
    spec(Action::Abstain, "abstain", REVIEW, JUROR),
    spec(Action::NotApplicable, "not_applicable", REVIEW, JUROR),
    spec(Action::ClearMark, "clear_mark", MARKING, None),
    spec(Action::Note, "note", REVIEW, JUROR),
    spec(Action::PinPiece, "pin_piece", REVIEW, None),
    spec(Action::Postpone, "postpone", COMMITTEE, COORDINATOR),
    spec(Action::Reopen, "reopen", COMMITTEE, COORDINATOR),
    spec(Action::Adopt, "adopt", COMMITTEE, COORDINATOR),
    spec(Action::Projection, "projection", COMMITTEE, COORDINATOR),
    spec(Action::Unmask, "unmask", COMMITTEE, COORDINATOR),
    spec(
        Action::Export,
        "export",
        &[Context::List, Context::Committee],
        COORDINATOR,
    ),
    spec(Action::NextDossier, "next_dossier", WALKING, None),
    spec(Action::PreviousDossier, "previous_dossier", WALKING, None),
    spec(Action::Look, "look", REVIEW, JUROR),
    spec(Action::AutoAdvance, "auto_advance", REVIEW, JUROR),
    spec(Action::Up, "up", LISTS, None),
    spec(Action::Down, "down", LISTS, None),
    spec(Action::Left, "left", &[Context::Sheets], None),
    spec(Action::Right, "right", &[Context::Sheets], None),
    spec(Action::PageUp, "page_up", LISTS, None),
    spec(Action::PageDown, "page_down", LISTS, None),
    spec(Action::First, "first", LISTS, None),
    spec(Action::Last, "last", LISTS, None),
    spec(Action::EditorUndo, "editor_undo", &[Context::Editor], None),
    spec(Action::EditorRedo, "editor_redo", &[Context::Editor], None),
    spec(Action::Toggle, "toggle", &[Context::Overlay], None),
    spec(Action::Complete, "complete", &[Context::Input], None),
    spec(Action::Palette, "palette", SCREENS, None),
    spec(Action::Help, "help", EVERYWHERE, None),
    spec(Action::Back, "back", EVERYWHERE, None),
    spec(Action::Leave, "leave", EVERYWHERE, None),
];

impl Action {
    /// Returns its line of the table.
    pub fn spec(self) -> Option<&'static Spec> {
        ACTIONS.iter().find(|spec| spec.action == self)
    }

    /// Returns its name.
    pub fn name(self) -> &'static str {
        self.spec().map_or("", |spec| spec.name)
    }

    /// Returns the action of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        ACTIONS
            .iter()
            .find(|spec| spec.name == name)
            .map(|spec| spec.action)
    }

    /// Tells whether it works in a place, for someone.
    pub fn works(self, context: Context, role: Option<Role>) -> bool {
        self.spec().is_some_and(|spec| {
            let for_whom = match (self, context) {
                // On a dossier jurors give marks; before the committee the same keys set values.
                (Self::Score(_) | Self::ClearMark, Context::Review) => JUROR,
                _ => spec.role,
            };
            spec.contexts.contains(&context) && (for_whom.is_none() || role.is_none() || for_whom == role)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_name_and_every_action_stands_once() {
        let names: BTreeSet<_> = ACTIONS.iter().map(|spec| spec.name).collect();
        let actions: BTreeSet<_> = ACTIONS.iter().map(|spec| spec.action).collect();
        assert_eq!((names.len(), actions.len()), (ACTIONS.len(), ACTIONS.len()));
        assert!(ACTIONS.iter().all(|spec| !spec.contexts.is_empty()));
    }
}
