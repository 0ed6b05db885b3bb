//! The table of actions: where each works and for whom.

use super::{Action, Context};
use crate::domain::role::Role;

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
    Context::Intake,
    Context::Jury,
    Context::Committee,
    Context::WhatIf,
    Context::Results,
    Context::Statistics,
    Context::Publication,
    Context::Compare,
    Context::Everywhere,
    Context::Overlay,
];
const MOVING: &[Context] = &[
    Context::Welcome,
    Context::List,
    Context::Review,
    Context::Passage,
    Context::MySheet,
    Context::Sheets,
    Context::Intake,
    Context::Jury,
    Context::Committee,
    Context::WhatIf,
    Context::Results,
    Context::Statistics,
    Context::Publication,
    Context::Search,
    Context::Compare,
    Context::Everywhere,
    Context::Overlay,
];
const SCREENS: &[Context] = &[
    Context::Global,
    Context::Welcome,
    Context::List,
    Context::Review,
    Context::MySheet,
    Context::Sheets,
    Context::Intake,
    Context::Jury,
    Context::Committee,
    Context::WhatIf,
    Context::Results,
    Context::Statistics,
    Context::Publication,
    Context::Search,
    Context::Compare,
    Context::Everywhere,
];
/// The screens in which a letter is no text.
const PLACES: &[Context] = &[
    Context::Global,
    Context::Welcome,
    Context::List,
    Context::Review,
    Context::MySheet,
    Context::Sheets,
    Context::Intake,
    Context::Jury,
    Context::Committee,
    Context::WhatIf,
    Context::Results,
    Context::Statistics,
    Context::Publication,
    Context::Compare,
    Context::Everywhere,
];
const EVERYWHERE: &[Context] = &Context::ALL;
const LIST: &[Context] = &[Context::List];
const REVIEW: &[Context] = &[Context::Review];
const MY_SHEET: &[Context] = &[Context::MySheet];
const SHEETS: &[Context] = &[Context::Sheets];
const MERGING: &[Context] = &[Context::Sheets, Context::MySheet];
const INTAKE: &[Context] = &[Context::Intake];
const JURY: &[Context] = &[Context::Jury];
const SIDEWAYS: &[Context] = &[Context::Passage, Context::Sheets, Context::WhatIf];
const COMMITTEE: &[Context] = &[Context::Committee];
const UNDOING: &[Context] = &[
    Context::List,
    Context::Review,
    Context::MySheet,
    Context::Everywhere,
];
const MARKING: &[Context] = &[Context::Review, Context::Committee, Context::Everywhere];
const ABSTAINING: &[Context] = &[Context::Review, Context::Everywhere];
const COMPARING: &[Context] = &[Context::Compare];
const WALKING: &[Context] = &[Context::Review, Context::Committee];
const PANES: &[Context] = &[
    Context::Review,
    Context::Passage,
    Context::Sheets,
    Context::Intake,
    Context::Jury,
    Context::Committee,
    Context::WhatIf,
    Context::Statistics,
    Context::Compare,
];
const OPENING: &[Context] = &[
    Context::Welcome,
    Context::List,
    Context::Sheets,
    Context::Intake,
    Context::Jury,
    Context::Committee,
    Context::WhatIf,
    Context::Results,
    Context::Search,
    Context::Compare,
    Context::Everywhere,
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
        &[
            Context::Overlay,
            Context::Input,
            Context::Editor,
            Context::Passage,
        ],
        None,
    ),
    spec(Action::Open, "open", OPENING, None),
    spec(
        Action::NextUnscored,
        "next_unscored",
        &[Context::List, Context::Review],
        JUROR,
    ),
    spec(Action::NextUnplaced, "next_unplaced", INTAKE, COORDINATOR),
    spec(
        Action::Import,
        "import",
        &[Context::List, Context::Intake],
        COORDINATOR,
    ),
    spec(Action::Attach, "attach", INTAKE, COORDINATOR),
    spec(Action::WriteSheet, "write_sheet", MY_SHEET, JUROR),
    spec(Action::WriteForm, "write_form", MY_SHEET, JUROR),
    spec(Action::ReadForm, "read_form", MY_SHEET, JUROR),
    spec(Action::Merge, "merge", MERGING, None),
    spec(Action::KeepA, "keep_a", MERGING, None),
    spec(Action::KeepB, "keep_b", MERGING, None),
    spec(Action::Watch, "watch", SHEETS, COORDINATOR),
    spec(Action::Receipts, "receipts", SHEETS, COORDINATOR),
    spec(Action::Receipt, "receipt", MY_SHEET, JUROR),
    spec(Action::AcceptConflict, "accept_conflict", JURY, COORDINATOR),
    spec(Action::DismissConflict, "dismiss_conflict", JURY, COORDINATOR),
    spec(Action::AddJuror, "add_juror", JURY, COORDINATOR),
    spec(Action::Assign, "assign", JURY, COORDINATOR),
    spec(Action::Pack, "pack", JURY, COORDINATOR),
    spec(Action::TakeBackConflict, "take_back_conflict", JURY, COORDINATOR),
    spec(Action::Decide, "decide", COMMITTEE, COORDINATOR),
    spec(Action::NextUndecided, "next_undecided", COMMITTEE, COORDINATOR),
    spec(Action::Sitting, "sitting", COMMITTEE, COORDINATOR),
    spec(Action::Adopt, "adopt", COMMITTEE, COORDINATOR),
    spec(Action::Vote, "vote", COMMITTEE, COORDINATOR),
    spec(Action::Attendance, "attendance", COMMITTEE, COORDINATOR),
    spec(Action::Filter, "filter", LIST, None),
    spec(Action::Comment, "comment", REVIEW, JUROR),
    spec(Action::SwitchPane, "switch_pane", PANES, None),
    spec(Action::NextAxis, "next_axis", REVIEW, None),
    spec(Action::PreviousAxis, "previous_axis", REVIEW, None),
    spec(Action::NextPiece, "next_piece", REVIEW, None),
    spec(Action::PreviousPiece, "previous_piece", REVIEW, None),
    spec(Action::OpenPiece, "open_piece", REVIEW, None),
    spec(Action::Search, "search", &[Context::List, Context::Review], None),
    spec(Action::Compare, "compare", REVIEW, JUROR),
    spec(Action::Everywhere, "everywhere", REVIEW, JUROR),
    spec(Action::NextOther, "next_other", COMPARING, None),
    spec(Action::PreviousOther, "previous_other", COMPARING, None),
    spec(
        Action::MySheet,
        "my_sheet",
        &[Context::List, Context::Review],
        JUROR,
    ),
    spec(
        Action::Sheets,
        "sheets",
        &[Context::List, Context::Jury, Context::Committee],
        COORDINATOR,
    ),
    spec(
        Action::Jury,
        "jury",
        &[Context::List, Context::Sheets, Context::Committee],
        COORDINATOR,
    ),
    spec(
        Action::Committee,
        "committee",
        &[Context::List, Context::Sheets, Context::Jury],
        COORDINATOR,
    ),
    spec(Action::Undo, "undo", UNDOING, JUROR),
    spec(Action::Redo, "redo", UNDOING, JUROR),
    spec(Action::Feedback, "feedback", REVIEW, JUROR),
    spec(Action::Guidance, "guidance", WALKING, None),
    spec(Action::Recuse, "recuse", &[Context::List, Context::Review], JUROR),
    spec(Action::Abstain, "abstain", ABSTAINING, JUROR),
    spec(Action::NotApplicable, "not_applicable", ABSTAINING, JUROR),
    spec(Action::ClearMark, "clear_mark", MARKING, None),
    spec(Action::Note, "note", REVIEW, JUROR),
    spec(Action::PinPiece, "pin_piece", REVIEW, None),
    spec(Action::Cite, "cite", REVIEW, JUROR),
    spec(Action::NextCitation, "next_citation", WALKING, None),
    spec(Action::NextPage, "next_page", REVIEW, None),
    spec(Action::PreviousPage, "previous_page", REVIEW, None),
    spec(Action::FindInPiece, "find_in_piece", REVIEW, None),
    spec(Action::Enlarge, "enlarge", REVIEW, None),
    spec(Action::Picture, "picture", REVIEW, None),
    spec(Action::NextWords, "next_words", REVIEW, None),
    spec(Action::PreviousWords, "previous_words", REVIEW, None),
    spec(Action::DropCitation, "drop_citation", REVIEW, JUROR),
    spec(Action::Postpone, "postpone", COMMITTEE, COORDINATOR),
    spec(Action::Reopen, "reopen", COMMITTEE, COORDINATOR),
    spec(Action::Compose, "compose", COMMITTEE, COORDINATOR),
    spec(Action::Dissent, "dissent", COMMITTEE, COORDINATOR),
    spec(Action::Mention, "mention", COMMITTEE, COORDINATOR),
    spec(Action::Break, "break", COMMITTEE, COORDINATOR),
    spec(Action::WhatIf, "what_if", COMMITTEE, COORDINATOR),
    spec(
        Action::Results,
        "results",
        &[Context::List, Context::Committee],
        COORDINATOR,
    ),
    spec(
        Action::Agreement,
        "agreement",
        &[Context::Jury, Context::Committee, Context::Results],
        COORDINATOR,
    ),
    spec(Action::MoveEarlier, "move_earlier", COMMITTEE, COORDINATOR),
    spec(Action::MoveLater, "move_later", COMMITTEE, COORDINATOR),
    spec(
        Action::Reset,
        "reset",
        &[Context::Committee, Context::WhatIf],
        COORDINATOR,
    ),
    spec(Action::Projection, "projection", COMMITTEE, COORDINATOR),
    spec(Action::Unmask, "unmask", COMMITTEE, COORDINATOR),
    spec(
        Action::Export,
        "export",
        &[
            Context::List,
            Context::Committee,
            Context::Results,
            Context::Publication,
        ],
        COORDINATOR,
    ),
    spec(Action::Draft, "draft", &[Context::Publication], COORDINATOR),
    spec(
        Action::OpenFolder,
        "open_folder",
        &[Context::Publication],
        COORDINATOR,
    ),
    spec(Action::NextDossier, "next_dossier", WALKING, None),
    spec(Action::PreviousDossier, "previous_dossier", WALKING, None),
    spec(Action::History, "history", REVIEW, JUROR),
    spec(Action::Former, "former", REVIEW, None),
    spec(Action::Look, "look", REVIEW, JUROR),
    spec(Action::Dismiss, "dismiss", REVIEW, JUROR),
    spec(Action::AutoAdvance, "auto_advance", REVIEW, JUROR),
    spec(Action::Up, "up", MOVING, None),
    spec(Action::Down, "down", MOVING, None),
    spec(Action::Left, "left", SIDEWAYS, None),
    spec(Action::Right, "right", SIDEWAYS, None),
    spec(Action::PageUp, "page_up", MOVING, None),
    spec(Action::PageDown, "page_down", MOVING, None),
    spec(Action::First, "first", LISTS, None),
    spec(Action::Last, "last", LISTS, None),
    spec(Action::EditorUndo, "editor_undo", &[Context::Editor], None),
    spec(Action::EditorRedo, "editor_redo", &[Context::Editor], None),
    spec(
        Action::Toggle,
        "toggle",
        &[Context::Overlay, Context::WhatIf],
        None,
    ),
    spec(Action::Complete, "complete", &[Context::Input], None),
    spec(Action::Snippets, "snippets", &[Context::Editor], None),
    spec(Action::EditOutside, "edit_outside", &[Context::Editor], None),
    spec(Action::Theme, "theme", PLACES, None),
    spec(Action::Mouse, "mouse", PLACES, None),
    spec(Action::Palette, "palette", SCREENS, None),
    spec(Action::Help, "help", EVERYWHERE, None),
    spec(Action::Back, "back", EVERYWHERE, None),
    spec(Action::Leave, "leave", EVERYWHERE, None),
];
