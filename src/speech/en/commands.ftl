# What commands say, and their help.

cmd-tnl-jury = The workplace of the “Territoire Numérique Libre” jury. Without a command: the full screen.
cmd-tnl-jury-demo = A whole fictional campaign, ready to try
cmd-tnl-jury-campaign = The campaign: make it, show it
cmd-tnl-jury-campaign-new = Makes a campaign (the coordinator’s file)
cmd-tnl-jury-campaign-show = Grid, thresholds, dates, counts
cmd-tnl-jury-import = Takes dossiers as the platform exports them
cmd-tnl-jury-dossier = A dossier: see it whole, say whether it is in the running
cmd-tnl-jury-dossier-show = Shows a dossier as it came in, with the platform’s messages and opinions
cmd-tnl-jury-dossier-standing = Says whether a dossier is in the running, not admissible or withdrawn
arg-mapping = Which column is what (mapping.toml); with --dry-run, writes it where it is not there yet
arg-standing = received: in the running; irrecevable: not admissible; withdrawn: taken back by the candidate
cmd-tnl-jury-juror = The jury and its conflicts of interest
cmd-tnl-jury-juror-add = Enrols a juror
cmd-tnl-jury-juror-list = Lists the jury
cmd-tnl-jury-juror-conflict = Declares a conflict of interest
cmd-tnl-jury-assign = Gives dossiers to jurors
cmd-tnl-jury-pack = Makes one package a juror
cmd-tnl-jury-open = Opens the package received (juror’s side)
cmd-tnl-jury-dossiers = Lists the dossiers and their progress
cmd-tnl-jury-score = Scores a criterion of a dossier
cmd-tnl-jury-recuse = Steps back from a dossier, or comes back to it
cmd-tnl-jury-form = One’s whole sheet as a text file, to fill in with one’s own editor
cmd-tnl-jury-form-write = Write that file
cmd-tnl-jury-form-read = Read it back: take what changed in it
cmd-tnl-jury-sheet = The signed score sheet
cmd-tnl-jury-receipt = Receipts: what the coordinator received, and where their journal stands
cmd-tnl-jury-receipt-write = Writes a receipt for each juror of whom a sheet came
cmd-tnl-jury-receipt-read = Takes in the coordinator’s receipt
cmd-tnl-jury-sheet-write = Writes one’s sheet, signed
cmd-tnl-jury-sheet-show = Shows what a sheet says of itself
cmd-tnl-jury-sheet-verify = Verifies a sheet
cmd-tnl-jury-merge = Merges the sheets that came back
cmd-tnl-jury-conflicts = Scores that two devices of one juror wrote without knowing of each other
cmd-tnl-jury-conflicts-keep = Keeps one side
cmd-tnl-jury-status = Who handed in what, what is missing
cmd-tnl-jury-results = Each dossier’s result
cmd-tnl-jury-agreement = How far the jury agrees: coefficients, and each juror’s severity
cmd-tnl-jury-agenda = The dossiers in the order in which to talk about them, and why
cmd-tnl-jury-session = The committee’s sitting
cmd-tnl-jury-session-open = Opens the sitting
cmd-tnl-jury-session-close = Closes the sitting
cmd-tnl-jury-decide = Fixes a dossier’s level
cmd-tnl-jury-export = Writes the publication folder
cmd-tnl-jury-log = The chained journal
cmd-tnl-jury-check = Checks the whole file
cmd-tnl-jury-backup = Copies the file, even while open
cmd-tnl-jury-restore = Puts a copy back in place
cmd-tnl-jury-keys = The keys in force
cmd-tnl-jury-completions = Completion for the shell
cmd-tnl-jury-man = Manual page

arg-store = The working file
arg-lang = Language of messages
arg-json = Exactly one JSON document on standard output
arg-keymap = Keys: default, vim, one-hand, or a file
arg-theme = Colours; auto follows the terminal
arg-plain = A dialogue line by line, for screen readers and braille displays (without a command, or with “demo”)
arg-help = Prints help
arg-version = Prints the version
arg-role = In whose place the demo opens
arg-dir = Where to build it (else a temporary folder)
arg-reset = Build it again
arg-grid = A built-in grid (tnl-2016, tnl-2024, tnl-2025) or a grid.toml file
arg-edition = The edition, as it is printed
arg-opens = First day of the window, YYYY-MM-DD
arg-closes = Last day of the window, YYYY-MM-DD
arg-paths = Files (or, for “merge”, folders)
arg-from = Where the dossiers come from
arg-evidence = Folder of downloaded evidence
arg-dry-run = Say what would happen, and write nothing
arg-allow-incomplete = Take an export too of which a page is missing
arg-name = Name
arg-email = E-mail, never published
arg-affiliation = Organisation
arg-juror = Juror: name, start of a name, or identifier
arg-dossier = Dossier: number, identifier, or start of a name
arg-reason = Reason
arg-all = Every dossier to every juror, conflicts of interest apart
arg-out = Output folder, made where missing
arg-package = The package received (.jury.zip)
arg-criterion = Code of the criterion, for example 3.1
arg-value = A value of the scale, “abstain” or “na”
arg-comment = For the jury
arg-feedback = For the candidate
arg-note = For oneself; never leaves this file
arg-undo = Take the recusal back
arg-file = File
arg-id = The conflict’s identifier
arg-side = The side to keep
arg-present = Members present
arg-level = The level’s code, or “none”
arg-set = Consensus values set by the committee, for example 3.1=4
arg-postpone = Leave for later
arg-reopen = Take a decided dossier up again
arg-draft = A draft: allowed before the end, and marked so
arg-ratings = Ratings of a JSON file, without a store: a row a juror
arg-csv = Write to this CSV file, a row a dossier
arg-to = In this shared folder, under a name of this device’s own
arg-verify = Verify the chain
arg-receipt = Verify too that the journal holds what this receipt says
arg-head = Also tell whether this head, given out before, stands in the chain
arg-shell = Shell

campaign-made = Campaign { $edition } made on grid “{ $grid }”: { $store }
campaign-shown = Campaign { $edition } · { $grid } · { $dossiers ->
    [one] { $dossiers } dossier
   *[other] { $dossiers } dossiers
 } · { $jurors ->
    [one] { $jurors } juror
   *[other] { $jurors } jurors
 }
campaign-unofficial = Thresholds and descriptors are the program’s own: no public source gives them.
imported = { $new } new, { $updated } updated, { $unchanged } unchanged.
imported-dry = Dry run: { $new } new, { $updated } updated, { $unchanged } unchanged. Nothing was written.
imported-dry-refused = Dry run: as they are, these files would be refused, all of them. Nothing was written.
imported-more = … and { $n ->
    [one] { $n } more updated dossier
   *[other] { $n } more updated dossiers
 }.
imported-withdrawn = Dossier { $number }: withdrawn by its candidate on the platform, it will be neither scored nor published.
imported-difference = { $part }: “{ $before }” → “{ $after }”
imported-part-name = Name
imported-part-kind = Kind of body
imported-part-submitted = Date of submission
imported-part-siren = SIREN
imported-part-siret = SIRET
imported-part-commune = INSEE code of the commune
imported-part-city = Name of the commune
imported-part-department = Code of the department
imported-part-region = Code of the region
imported-part-answer = { $name }
imported-part-evidence = Evidence “{ $name }”
dossier-missing = file missing
stood-received = { $dossier }: in the running.
stood-irrecevable = { $dossier }: not admissible, it will be neither scored nor published.
stood-withdrawn = { $dossier }: withdrawn, it will be neither scored nor published.
stage-attachments = Attachments
stage-dossiers = Reading dossiers
stage-packages = Jurors’ packages
stage-sheets = Reading sheets
stage-settling = Saving
juror-added = { $name } is on the jury ({ $id }).
conflict-declared = Conflict of interest of { $juror } on { $dossier }: noted.
packed = { $juror }: { $file } ({ $dossiers ->
    [one] { $dossiers } dossier
   *[other] { $dossiers } dossiers
 })
opened = Welcome { $juror }. Edition { $edition }: { $new ->
    [one] { $new } new dossier
   *[other] { $new } new dossiers
 }, { $updated } updated, { $unchanged } unchanged. Your scores are intact.
scored = { $dossier } { $criterion }: { $value }, saved.
recused = Recusal from dossier { $dossier } saved.
recusal-undone = You are back on dossier { $dossier }.
sheet-written = { $file }: revision { $revision }, { $scored ->
    [one] { $scored } score
   *[other] { $scored } scores
 }, signed. Send this file to the coordinator. Fingerprint: { $fingerprint }
sheet-gap = Missing, dossier { $dossier }: { $criteria }
sheet-shown = Sheet of { $juror }, revision { $revision } of { $at }: { $dossiers ->
    [one] { $dossiers } dossier
   *[other] { $dossiers } dossiers
 }, { $scores ->
    [one] { $scores } score
   *[other] { $scores } scores
 }, { $recusals ->
    [one] { $recusals } recusal
   *[other] { $recusals } recusals
 }. Valid signature. Fingerprint: { $fingerprint }
sheet-valid = { $file }: valid for this campaign.
sheet-valid-alone = { $file }: valid signature (without a coordinator’s file, nothing else can be verified).
merge-new = + new: { $juror }, revision { $revision }, { $dossiers ->
    [one] { $dossiers } dossier
   *[other] { $dossiers } dossiers
 } ({ $file })
merge-newer = + newer: { $juror }, revision { $revision }, changes { $dossiers ->
    [one] { $dossiers } dossier
   *[other] { $dossiers } dossiers
 } ({ $file })
merge-conflicting = ! conflicting: { $juror }, revision { $revision }, { $forks ->
    [one] { $forks } score contradicts
   *[other] { $forks } scores contradict
 } those of another device of theirs ({ $file })
merge-identical = = identical: { $juror }, revision { $revision }, all of it was known ({ $file })
merge-older = = older: { $juror }, revision { $revision }, all of it was known and some was written anew since ({ $file })
merge-recused =     recused: what it says of { $n ->
    [one] { $n } dossier
   *[other] { $n } dossiers
 } counts for nothing
merge-late =     late: brings something to { $n ->
    [one] a dossier that is decided
   *[other] { $n } dossiers that are decided
 } ({ $dossiers }); the decision stands
merge-refused = ✗ { $class ->
    [tampered] tampered with
    [foreign] foreign
    [not-assigned] not assigned
    [cut-short] incomplete
    [unreadable] unreadable
   *[malformed] malformed
 }: { $file } refused, { $why }
receipt-written = Receipt of { $juror }: { $file } ({ $n ->
    [one] one sheet
   *[other] { $n } sheets
 }). Send it to them.
receipt-sheet = The coordinator received revision { $revision } of device { $device } ({ $at }).
receipt-head = The coordinator’s journal: entry { $seq }, { $head }. The minutes must hold this entry: keep this receipt.
merge-skipped = · { $file }: not a sheet, left aside
merge-sum = { $accepted } accepted, { $unchanged } unchanged, { $refused } refused; { $conflicts ->
    [one] { $conflicts } contradictory score open
   *[other] { $conflicts } contradictory scores open
 }.
merge-sum-dry = Dry run: { $accepted } would be accepted, { $unchanged } unchanged, { $refused } refused; { $conflicts ->
    [one] { $conflicts } contradictory score
   *[other] { $conflicts } contradictory scores
 }. Nothing was written.
fork-line = { $id }  { $juror } · { $number } { $name } · { $criterion }
fork-kept = Conflict { $fork }: side { $side } kept.
status-juror = { $juror }: dossiers complete { $complete }/{ $assigned }, { $recused ->
    [one] { $recused } recusal
   *[other] { $recused } recusals
 }, revision { $revision }, { $conflicts ->
    [one] { $conflicts } contradiction
   *[other] { $conflicts } contradictions
 }
status-juror-silent = { $juror }: nothing received ({ $assigned ->
    [one] { $assigned } dossier given
   *[other] { $assigned } dossiers given
 })
state-todo = to do
state-partial = under way
state-done = done
state-aside = set aside
state-recused = recused
robustness-robust = robust
robustness-sensitive = sensitive
robustness-fragile = fragile
robustness-untestable = untestable
results-written = { $file }: { $n ->
    [one] one dossier
   *[other] { $n } dossiers
 }. For the coordinator and the committee alone: do not publish this file.
result-line = { $number } { $name }: total { $total }, proposed { $proposed } ({ $robustness }), decided { $decided }
agenda-undisputed = nothing to debate
reason-discuss = disagreement on { $criterion }
reason-split = jurors propose levels far apart
reason-no-proposal = no proposal
reason-near-threshold = { $distance } from a threshold
reason-held-by-floor = held by the floor of axis { $axis }
reason-fragile = the level hangs on one juror
reason-no-feedback = no feedback for the candidate
sitting-opened = Sitting { $number } open.
sitting-closed = Sitting closed.
decided = { $dossier }: level { $level }, decided.
decision-postponed = { $dossier }: left for later.
decision-reopened = { $dossier }: taken up again.
exported = { $out }: { $labelled ->
    [one] { $labelled } labelled candidate
   *[other] { $labelled } labelled candidates
 }.
log-holds = The journal holds. Head: { $head }
check-copy = A sound copy is there: { $file }. “restore { $file }” puts it back; the present file is kept beside it.
log-head-stands = The head given stands in it, at position { $seq }.
check-sound = All is as it ought to be. Head of the journal: { $head }
check-unsound = Some points do not hold; publish nothing. “restore” puts a backup back in place.
backed-up = Copy written: { $file }
restored = { $store } is in place.
restored-kept = { $store } is in place; the former one is kept as { $kept }

help-commands = Commands
usage-help = “tnl-jury --help” lists the commands; “--help” after a command explains it.
usage-unknown-command = There is no command “{ $found }”.
usage-unknown-argument = “{ $found }” is not expected here.
usage-missing = Missing: { $expected }.
usage-invalid-value = “{ $found }” does not fit { $arg }. Possible values: { $expected }.
usage-conflict = { $one } does not go with { $other }.
usage-other = The arguments do not fit { $found }.

# Of how far the jury agrees.
agreement-advice = For your information: none of this enters a result.
agreement-overall = Overall
agreement-line = { $of }: { $identical }% identical, { $near }% one point apart at most; ordinal alpha { $alpha } ({ $interval }); { $n } rated by several
agreement-few = { $of }: too few ratings to compare ({ $n })
agreement-severity = Severity: below 0, more severe than others; above, more lenient
agreement-juror = { "  " }{ $juror }: { $b } (standard error { $se }, { $n } ratings)
agreement-none = { "  " }{ $why }
agreement-juror-few = { "  " }{ $juror }: too few ratings ({ $n })
why-no-pair = nothing was rated by two jurors
why-no-variation = all ratings are the same
why-one-juror = one juror alone
why-missing = some ratings are missing
why-few-complete = fewer than two dossiers were rated by everyone
why-no-scale = a scale of one value
why-few-dossiers = too few dossiers to leave one out
why-disconnected = no dossier links these panels of jurors: their severity can’t be compared
why-no-freedom = no more ratings than unknowns

stage-letters = Letters to candidates
arg-embargo = The day until which nothing may be told
arg-minutes-lang = Language of the minutes
arg-templates = A folder of templates in the place of the program’s own
arg-print-templates = Writes the program’s templates into a folder, to be adapted
templates-printed = { $n ->
    [0] All templates are in { $folder } already.
    [one] One template written into { $folder }.
   *[other] { $n } templates written into { $folder }.
 }
