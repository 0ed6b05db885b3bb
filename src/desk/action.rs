//! What a key or a line of the palette names. One table says where each action works and for whom; the bottom line, the
//! help, the palette and the `keys` command are drawn from it.

mod table;

pub use table::{ACTIONS, Spec};

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
    /// A passage of evidence that is being chosen.
    Passage,
    /// What the juror would hand in.
    MySheet,
    /// The sheets that came in.
    Sheets,
    /// Dossiers on their way in.
    Intake,
    /// Who sits on the jury.
    Jury,
    /// The committee's place.
    Committee,
    /// What levels would be, were something else.
    WhatIf,
    /// The levels and who has them.
    Results,
    /// How far the jury agrees.
    Statistics,
    /// What would be published.
    Publication,
    /// Words that are looked for everywhere; bare characters are text.
    Search,
    /// A criterion in two dossiers.
    Compare,
    /// One's scores on a criterion everywhere.
    Everywhere,
    /// A text of several lines; bare characters are text.
    Editor,
    /// A line of text; bare characters are text.
    Input,
    /// A box over the screen: help, a choice, a question, a report.
    Overlay,
}

impl Context {
    /// Every context, in the order of the help.
    pub const ALL: [Self; 20] = [
        Self::Global,
        Self::Welcome,
        Self::List,
        Self::Review,
        Self::Passage,
        Self::MySheet,
        Self::Sheets,
        Self::Intake,
        Self::Jury,
        Self::Committee,
        Self::WhatIf,
        Self::Results,
        Self::Statistics,
        Self::Publication,
        Self::Search,
        Self::Compare,
        Self::Everywhere,
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
            Self::Passage => "passage",
            Self::MySheet => "my_sheet",
            Self::Sheets => "sheets",
            Self::Intake => "intake",
            Self::Jury => "jury",
            Self::Committee => "committee",
            Self::WhatIf => "what_if",
            Self::Results => "results",
            Self::Statistics => "statistics",
            Self::Publication => "publication",
            Self::Search => "search",
            Self::Compare => "compare",
            Self::Everywhere => "everywhere",
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
        matches!(self, Self::Editor | Self::Input | Self::Search)
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
    Jury,
    AcceptConflict,
    DismissConflict,
    TakeBackConflict,
    AddJuror,
    Assign,
    Pack,
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
    NextPage,
    PreviousPage,
    FindInPiece,
    NextWords,
    PreviousWords,
    Picture,
    Enlarge,
    Cite,
    NextCitation,
    DropCitation,
    NextDossier,
    PreviousDossier,
    AutoAdvance,
    WriteSheet,
    WriteForm,
    ReadForm,
    Merge,
    /// Watch a folder in which sheets arrive.
    Watch,
    /// Write receipts.
    Receipts,
    /// See how far the jury agrees.
    Agreement,
    /// Take in the coordinator's receipt.
    Receipt,
    Import,
    Attach,
    NextUnplaced,
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
    Attendance,
    Break,
    Vote,
    Dissent,
    Mention,
    Compose,
    MoveEarlier,
    MoveLater,
    Reset,
    WhatIf,
    Results,
    Search,
    Everywhere,
    Compare,
    NextOther,
    PreviousOther,
    History,
    Former,
    Look,
    Dismiss,
    Export,
    Draft,
    OpenFolder,
    EditorUndo,
    EditorRedo,
    EditOutside,
    Snippets,
    Accept,
    Toggle,
    Complete,
    Theme,
    Mouse,
}

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
                (Self::Score(_) | Self::ClearMark | Self::NextCitation, Context::Review) => Some(Role::Juror),
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
