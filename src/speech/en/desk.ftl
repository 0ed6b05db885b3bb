# The full-screen desk.

desk-error = Attention
desk-notice = Note
desk-too-small = tnl-jury needs at least { $width } × { $height }; this window is { $columns } × { $rows }. Enlarge it: nothing is lost, all goes on.
desk-saving = saving
desk-read-only = read only
desk-saved = saved
desk-coordination = coordination
desk-not-your-role = This action is not for this file: scores are given in a juror’s one, decisions are taken in the coordinator’s.
desk-no-store = No file is open. Open a package or a campaign from the welcome screen.
desk-worker-hangs = The disk no longer answers: what was typed last may not be saved. Check the disk, then start again.
desk-mark-refused = Score not saved: { $why }
desk-text-refused = Text not saved, it stays here: { $why }
desk-key-esc = Esc
desk-key-delete = Del
desk-key-backspace = Backspace
desk-key-page-up = PgUp
desk-key-page-down = PgDn
desk-key-home = Home
desk-key-end = End
desk-key-space = Space

# Welcome.

desk-welcome = Welcome
desk-welcome-store = There is no working file yet. It will be here: { $store }
desk-begin-package = Open a package
desk-begin-package-for = You are a juror: the .jury.zip file that the coordinator gave you.
desk-begin-campaign = New campaign
desk-begin-campaign-for = You coordinate: an edition, its grid, its dossiers, its jury.
desk-begin-demo = Demo
desk-begin-demo-for = A whole fictional campaign, deleted on leaving.
desk-beginning = Getting ready…
desk-begun = Ready. ? shows the keys; there is nothing to save: all is saved as you go.
desk-ask-package = Path of the package (.jury.zip):
desk-ask-grid = Grid of the edition
desk-ask-edition = Edition (2026, say), with the grid { $grid }:

# List of dossiers.

desk-list-counts = { $done }/{ $all } done · { $left } left
desk-list-decided = { $done }/{ $all } decided · { $left } left
desk-list-empty = No dossier yet.
desk-list-begin = 
    A campaign begins in a terminal:
    tnl-jury import FILE        takes the platform’s dossiers in
    tnl-jury juror add NAME     enrols a juror
    tnl-jury assign --all       gives the jury its dossiers
    tnl-jury pack --out FOLDER  makes the packages to hand out
desk-list-no-match = No dossier matches. Esc brings the whole list back.
desk-filter = Filter:
desk-filter-found = { $n ->
    [one] { $n } dossier
   *[other] { $n } dossiers
 } 
desk-col-number = No.
desk-col-name = Applicant
desk-col-kind = Kind
desk-col-progress = Scored
desk-col-ballots = Ballots
desk-col-state = State
desk-state-todo = to do
desk-state-partial = under way
desk-state-aside = set aside
desk-state-done = done
desk-state-recused = recused
desk-ruling-level = level { $level }
desk-ruling-none = no level
desk-ruling-postponed = postponed
desk-ruling-reopened = reopened
desk-kind-commune = commune
desk-kind-epci = EPCI
desk-kind-departement = department
desk-kind-region = region
desk-kind-syndicat = syndicate
desk-recused-closed = You stepped back from dossier { $number }: it takes no score. { $key } to come back to it.
desk-ask-recuse = Stepping back from { $name }. Reason (optional), then Enter; your scores will not count:
desk-come-back-asks = Come back to { $name }? Your scores will count again.
desk-recused = Recusal saved. { $key } takes it back.
desk-came-back = You score this dossier again.
desk-all-scored = All is scored. { $key } shows the sheet to hand in.
desk-nothing-to-undo = Nothing is left to undo or redo.
desk-undone = Done: criterion { $code }.
desk-undone-recusal = Done: the recusal.

# Review of a dossier.

desk-place = dossier { $n }/{ $all }
desk-progress = { $n }/{ $all } scored
desk-answers-given = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
 }
desk-answers = Answers
desk-others = Other answers
desk-unanswered = — no answer
desk-pieces = Evidence
desk-no-pieces = No evidence in this dossier.
desk-no-pieces-here = No evidence for this criterion. { $key } reads that of others.
desk-own-pieces = { $key }: { $n ->
    [one] one piece
   *[other] { $n } pieces
 }
desk-pinned = pinned
desk-missing = missing
desk-piece-what = { $type } · { $size }
desk-piece-absent = This file is not here: ask the coordinator for it.
desk-piece-coming = Reading…
desk-piece-cut = The beginning only. { $key } opens the whole file.
desk-piece-missing = “{ $name }” is not here: ask the coordinator for this file.
desk-piece-not-viewed = “{ $name }” is not of a kind that is opened safely. Ask the coordinator what it holds.
desk-piece-gone = The bytes of this file are no longer here. Run “check”.
desk-no-piece = There is no piece to open. Go to another criterion.
desk-shown = Opened in your usual program.
desk-not-shown = It can’t be opened: { $why }
desk-size-b = { $n } B
desk-size-kb = { $n } kB
desk-size-mb = { $n } MB
desk-mark-abstained = abs
desk-mark-na = n.a.
desk-abstain = abstention
desk-na = not applicable
desk-for-jury = For the jury:
desk-for-candidate = For the candidate:
desk-for-me = For myself:
desk-criterion-title = Criterion { $code }
desk-no-criterion = These answers bear on no criterion: there is nothing to score here.
desk-off-scale = The scale goes from { $min } to { $max }. Give one of these values.
desk-ask-value = Value for criterion { $code }:
desk-dossier-complete = Dossier complete. { $key } goes to the next one, Esc to the list.
desk-dossier-gone = This dossier is no longer there. Esc goes back to the list.
desk-no-neighbour = There is no other dossier on that side.
desk-advance-on = A score leads to the next criterion.
desk-advance-off = A score stays on its criterion.
desk-recused-here = You stepped back from this dossier. { $reason }
desk-edit-comment = Comment for the jury, criterion { $code }
desk-edit-feedback = Way to progress for the candidate, criterion { $code }
desk-edit-note = Note for myself alone, criterion { $code } (never leaves this file)
desk-edit-keys = Esc closes · all is saved as you type · Ctrl-z undoes, Ctrl-y redoes

# My sheet.

desk-my-sheet = My sheet
desk-sheet-counts = { $n }/{ $all } scores
desk-sheet-fingerprint = Fingerprint to read over the telephone: { $fingerprint }
desk-sheet-distribution = How my scores spread
desk-sheet-whole = Nothing is missing. { $key } writes the sheet to hand in.
desk-sheet-missing = Missing:
desk-sheet-all-missing = all
desk-ask-sheet = Where to write your signed sheet:
desk-sheet-written = Sheet written
desk-sheet-send = Send this file to the coordinator, by e-mail or shared folder. Sent twice it does not count twice; after a change, write it again.
desk-sheet-holds = { $n ->
    [one] { $n } score
   *[other] { $n } scores
 }, revision { $revision }.
desk-sheet-lacks = Incomplete: { $n ->
    [one] one dossier
   *[other] { $n } dossiers
 }. It may be handed in so, and again later.
desk-path-empty = Give a path.

# Sheets received.

desk-work-keys = Esc stops: nothing will be written
desk-work-stopping = Stopping…
desk-work-settling = Last step: it can’t be stopped any more
desk-intake = Import
desk-intake-counts = { $new } new · { $updated } changed · { $unchanged } unchanged · { $refused } refused
desk-intake-questions = Questions of the form
desk-intake-changes = What changes
desk-intake-notes = To look at
desk-intake-reading = Reading the files…
desk-intake-failed = These files can’t be taken: the reason is at the bottom. Esc to go back.
desk-intake-no-question = These files ask no question.
desk-intake-no-change = Nothing changes in dossiers that are here.
desk-intake-no-note = Nothing to report.
desk-intake-nowhere = other answers (shown to jurors, under no criterion)
desk-intake-skip = left out (neither imported nor shown)
desk-intake-goes = Goes to:
desk-intake-by-you = Chosen by you; remembered for the next imports.
desk-intake-by-grid = Known by the grid.
desk-intake-by-none = Nothing in the grid answers to it: Enter to choose.
desk-intake-ask = Where does “{ $label }” go?
desk-intake-all-placed = Every question has its place.
desk-intake-nothing = There is no dossier to take in these files.
desk-intake-incomplete = { $why } Take the pages that are there all the same?
desk-ask-import = Which file of dossiers (JSON export of the platform, table, BagIt bag)?
desk-ask-attach = Folder or ZIP archive of the attachments (leave empty if there is none)?
desk-sheets = The jury’s sheets
desk-sheets-counts = { $n }/{ $all } handed in
desk-jury = Jury
desk-col-juror = Juror
desk-col-sheet = Sheet
desk-col-complete = Done
desk-col-dossiers = Dossiers
desk-sheet-revision = ● rev. { $n }
desk-sheet-none = missing
desk-sheets-legend = ● complete  ◐ under way  ○ nothing  ⊘ recused  ! conflict
desk-sheets-missing = { $juror } has not finished: { $dossiers }
desk-forks = Conflicts: { $n }
desk-side-written = Written on device { $devices }, sheet of { $at }
desk-side-here = Written here (device { $devices })
desk-no-fork = No conflict.
desk-kept = Kept; the other stays in the journal.
desk-ask-merge = Sheet (.sheet.json), or a folder that holds some; nothing changes before you agree:
desk-merge-plan = What merging would do
desk-merge-done = Merged
desk-merge-nothing = No sheet there.

# Committee.

desk-agenda = Agenda
desk-agenda-empty = No dossier on the agenda.
desk-sitting-open = sitting { $n } · present { $present }/{ $jurors }
desk-sitting-closed = no sitting · { $key } opens it
desk-decided = decided { $n }/{ $all }
desk-projection = projection
desk-masked-short = masked
desk-masked = The jurors’ scores stay masked until a sitting is opened. { $key } shows them before, and the journal says so.
desk-masked-closed = The scores are masked: open the sitting ({ $key }), or unmask ({ $unmask }).
desk-unmask-asks = Show the jurors’ scores before the sitting? The journal will say so.
desk-unmasked = Scores unmasked; the journal says so.
desk-unmasked-already = The scores are masked no longer.
desk-median = median
desk-spread = gap
desk-consensus = consensus
desk-median-short = med.
desk-spread-short = gap
desk-consensus-short = cons.
desk-all-decided = Every dossier has a decision.
desk-nothing-to-adopt = No undisputed dossier waits for a decision.
desk-adopt-asks = { $n ->
    [one] Adopt at the proposed level?
   *[other] Adopt these { $n } dossiers at their proposed levels?
 }
desk-verdict-no-feedback = no way to progress written for the candidate
desk-total = total { $total }
desk-verdict-level = Proposed level: { $level }
desk-verdict-none = No level proposed
desk-verdict-undetermined = No proposal: too few scores
desk-verdict-up = { $points } point below the next level
desk-verdict-down = { $points } point above the threshold
desk-verdict-floors = floor not reached: { $axes }
desk-verdict-robust = firm: no juror alone changes it
desk-verdict-sensitive = sensitive: one juror sometimes changes it
desk-verdict-fragile = fragile: it hangs on one juror
desk-verdict-untestable = firmness can’t be tested
desk-verdict-raise = level { $level } if { $criteria }
desk-verdict-weights-hold = weights within 20%: unchanged
desk-verdict-weights = weights within 20%: from { $low } to { $high }
desk-verdict-no-level = no level
desk-verdict-split = jurors two levels apart or more
desk-n = L{ $level }
desk-n-none = none
desk-proposed = proposed
desk-level-none = No level
desk-level-none-proposed = No level · proposed
desk-comments = Comments { $criterion }
desk-comments-masked = Masked with the scores.
desk-no-comments = Nobody commented on this criterion.
desk-recused-out = Recused, left out: { $names }
desk-forks-block = { $n ->
    [one] A conflict forbids
   *[other] { $n } conflicts forbid
 } a decision: { $key } to settle
desk-no-quorum = No quorum on this dossier: { $present } present, { $needed } needed
desk-no-sitting = No sitting is open: { $key } opens it.
desk-ask-present = Members present
desk-close-asks = Close sitting { $n }?
desk-sitting-opened = Sitting { $n } opened.
desk-sitting-closed-now = Sitting closed.
desk-ask-level = Level of { $name }
desk-edit-reason = Decision: { $level }. Reason
desk-edit-reason-keys = Enter decides · Alt-Enter breaks the line · Esc gives up · the reason goes into the minutes
desk-decision-taken = Decision entered in the journal.
desk-ask-export = Publication folder to write:
desk-exported = { $n ->
    [one] Published: one labelled candidate
   *[other] Published: { $n } labelled candidates
 }

# Boxes.

desk-confirm = Confirm
desk-confirm-keys = Enter yes · Esc no
desk-input = Entry
desk-input-keys = Enter accepts · Esc gives up
desk-input-path-keys = Tab completes · Enter accepts · Esc gives up
desk-choose-keys = ↑ ↓ choose · Enter accepts · Esc gives up
desk-choose-many-keys = Space ticks · Enter accepts · Esc gives up
desk-report-keys = Esc closes
desk-report-keys-scroll = ↑ ↓ scroll · Esc closes
desk-report-keys-apply = Enter applies · ↑ ↓ scroll · Esc gives up
desk-help-keys = Esc closes · Ctrl-c leaves anywhere, nothing is ever left to save
desk-help-keys-scroll = ↑ ↓ scroll · Esc closes · Ctrl-c leaves anywhere, nothing is left to save
desk-palette = Every action
desk-help-global = Keys everywhere
desk-help-welcome = Keys of the welcome screen
desk-help-list = Keys of the list
desk-help-review = Keys of the review
desk-help-my-sheet = Keys of my sheet
desk-help-sheets = Keys of the sheets
desk-help-intake = Keys of the import
desk-help-committee = Keys of the committee
desk-help-editor = Keys of the editor
desk-help-input = Keys of an entry
desk-help-overlay = Keys of boxes

# Keys: faults of a file.

desk-keymap-at = { $file }, line { $line }: { $fault }
desk-keymap-unreadable = unreadable: { $why }
desk-keymap-base = no shipped keymap is called “{ $name }” (default, vim, one-hand).
desk-keymap-context = no place is called “{ $name }”.
desk-keymap-action = no action is called “{ $name }”. “keys” lists them all.
desk-keymap-misplaced = “{ $action }” does not exist in [{ $context }].
desk-keymap-key = “{ $key }” is no key. Examples: n, F, Ctrl-s, Alt-Enter, PageDown, F5.
desk-keymap-fixed = { $key } means the same everywhere: ? help, Esc back, Ctrl-c leave.
desk-keymap-text = { $key } is text in that place; add Ctrl- or Alt-.
desk-keymap-twice = { $key } has two actions in [{ $context }]: “{ $first }” and “{ $second }”.
desk-keymap-essential = “{ $action }” would have no key left in [{ $context }].

# Actions: what they do, then their short name for the last line.

action-score = Score the criterion and go to the next one
desk-hint-score = score
action-set = Set a consensus value on the criterion
desk-hint-set = set
action-score-0 = Give score 0
action-score-1 = Give score 1
action-score-2 = Give score 2
action-score-3 = Give score 3
action-score-4 = Give score 4
action-score-5 = Give score 5
action-score-6 = Give score 6
action-score-7 = Give score 7
action-score-8 = Give score 8
action-score-9 = Give score 9
action-help = Show the keys of this screen
desk-hint-help = help
action-back = Go back
desk-hint-back = back
action-leave = Leave; all is saved already
desk-hint-leave = leave
action-palette = Find an action by its name
desk-hint-palette = actions
action-undo = Take back the last thing done
desk-hint-undo = undo
action-redo = Bring back what was taken back
desk-hint-redo = redo
action-up = Go up
desk-hint-up = up
action-down = Go down
desk-hint-down = down
action-left = Go left
desk-hint-left = left
action-right = Go right
desk-hint-right = right
action-page-up = Page up
desk-hint-page-up = page up
action-page-down = Page down
desk-hint-page-down = page down
action-first = Go to the start
desk-hint-first = start
action-last = Go to the end
desk-hint-last = end
action-open = Open
desk-hint-open = open
action-read = Read the dossier at this criterion
desk-hint-read = read
action-filter = Filter the list as you type
desk-hint-filter = filter
action-next-unscored = Go to the next criterion left to score
desk-hint-next-unscored = next
action-recuse = Step back from the dossier, or come back
desk-hint-recuse = recuse
action-my-sheet = See the sheet to hand in
desk-hint-my-sheet = my sheet
action-sheets = See the jury’s sheets
desk-hint-sheets = sheets
action-committee = Go to the committee
desk-hint-committee = committee
action-abstain = Abstain on the criterion
desk-hint-abstain = abstain
action-not-applicable = Say that the criterion does not apply
desk-hint-not-applicable = n.a.
action-clear-mark = Take the criterion’s score back
desk-hint-clear-mark = clear
action-comment = Comment for the jury
desk-hint-comment = comment
action-feedback = Write the candidate a way to progress
desk-hint-feedback = feedback
action-note = Write a note for oneself alone
desk-hint-note = note
action-guidance = Read all on the criterion: guidance, descriptors, texts
desk-hint-guidance = criterion
action-next-axis = Go to the next axis
desk-hint-next-axis = axis
action-previous-axis = Go to the previous axis
desk-hint-previous-axis = prev. axis
action-switch-pane = Switch pane
desk-hint-switch-pane = pane
action-next-piece = Read the next piece
desk-hint-next-piece = piece
action-previous-piece = Read the previous piece
desk-hint-previous-piece = prev. piece
action-pin-piece = Pin the piece, or free it
desk-hint-pin-piece = pin
action-open-piece = Open the piece in the usual program
desk-hint-open-piece = open
action-next-dossier = Go to the next dossier
desk-hint-next-dossier = dossier
action-previous-dossier = Go to the previous dossier
desk-hint-previous-dossier = prev. dossier
action-auto-advance = Move on after a score, or not
desk-hint-auto-advance = advance
action-write-sheet = Write the signed sheet
desk-hint-write-sheet = write the sheet
action-merge = Merge sheets
desk-hint-merge = merge
desk-ask-watch = Shared folder to watch: sheets that arrive are shown, none is merged without you. Empty: watch no more.
desk-ask-receipts = Folder for the receipts, one a juror:
desk-ask-receipt = The coordinator’s receipt (.receipt.json):
desk-watching = Watching { $folder }
desk-watching-ends = No folder is watched any more.
desk-receipts-written = Receipts written
desk-receipt-kept = The coordinator’s receipt
desk-arrived = { $n ->
    [one] One sheet has arrived
   *[other] { $n } sheets have arrived
 } in { $folder }.
desk-arrivals = Arrivals · { $folder }
desk-arrivals-last = Last merge
desk-sheet-no-receipt = No receipt from the coordinator yet.
desk-sheet-received = Received by the coordinator: revision { $revision } ({ $at }){ $since ->
    [0] , nothing has changed since.
    [one] , one change since.
   *[other] , { $since } changes since.
 }
action-watch = Watch a shared folder
desk-hint-watch = watch
action-receipts = Write the jurors’ receipts
desk-agreement = How far the jury agrees
action-agreement = See how far the jury agrees, and each juror’s severity
desk-hint-agreement = agreement
desk-hint-receipts = receipts
action-receipt = Take in the coordinator’s receipt
desk-hint-receipt = receipt
action-keep-a = Keep version A
desk-hint-keep-a = keep
action-keep-b = Keep version B
desk-hint-keep-b = keep B
action-sitting = Open or close the sitting
desk-hint-sitting = sitting
action-decide = Decide the level
desk-hint-decide = decide
action-next-undecided = Go to the next dossier without a decision
desk-hint-next-undecided = next
action-adopt = Adopt the undisputed dossiers in a block
desk-hint-adopt = in a block
action-postpone = Postpone the dossier
desk-hint-postpone = postpone
action-reopen = Reopen the dossier
desk-hint-reopen = reopen
action-projection = Project: letters in place of names
desk-hint-projection = project
action-unmask = Show the scores before the sitting
desk-hint-unmask = unmask
action-import = Import dossiers
desk-hint-import = import
action-place = Say where the question goes
desk-hint-place = place
action-attach = Say where the attachments are
desk-hint-attach = attachments
action-next-unplaced = Next question without a place
desk-hint-next-unplaced = without a place
action-export = Write the publication folder
desk-hint-export = publish
action-editor-undo = Undo in the text
desk-hint-editor-undo = undo
action-editor-redo = Redo in the text
desk-hint-editor-redo = redo
action-accept = Accept
desk-hint-accept = accept
action-toggle = Tick
desk-hint-toggle = tick
action-complete = Complete the path
desk-hint-complete = complete
