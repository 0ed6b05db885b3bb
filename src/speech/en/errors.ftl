# What is wrong, where, and what to do.

error-io = { $file }: { $why }. Check the place and the permissions, then try again.
error-internal = Unexpected error: { $why }. Nothing else was done; try again, then run “check”.
error-role-coordinator = This file is a juror’s: do this in the coordinator’s. Open it with --store.
error-role-juror = This file is the coordinator’s: do this in a juror’s, after “open PACKAGE”. Name it with --store.

store-missing = { $path } does not exist. Open a package (“open”), make a campaign (“campaign new”) or name another file with --store.
store-exists = { $path } exists already and was left untouched. Choose another name.
store-foreign = { $path } is not a tnl-jury file; it was left untouched. Name the right file with --store.
store-newer = { $path } was written by a newer version (schema { $found }, known here: { $known }); it was left untouched. Update tnl-jury.
store-held = { $path } is open for writing by { $holder }. Close the other window, then try again.
store-damaged = Row { $row } of table { $table } is not what was written. Run “check”, then “restore” from the last backup.
store-io = { $path }: { $why }. Check the place, the free space and the permissions.
store-sqlite = The database answered: { $why }. Run “check”; if need be, “restore” from the last backup.

campaign-edition-blank = The edition is empty. Give for example --edition 2026.
campaign-dates-reversed = The window opens after it closes. Swap --opens and --closes.
campaign-date-malformed = “{ $found }” is not a date. Write YYYY-MM-DD, for example 2026-10-19.
campaign-grid-unknown = “{ $name }” is neither a built-in grid ({ $known }) nor a file that exists.
campaign-grid-not-file = { $name } is not an ordinary file of less than 4 MiB.
campaign-grid-not-utf8 = { $name } is not UTF-8 (byte { $at }). Save it as UTF-8.

grid-malformed = { $file }, line { $line }: { $found }. Correct this line. Nothing was written.
grid-faults = { $file }: { $count ->
    [one] one fault to mend
   *[other] { $count } faults to mend
 }. Correct the grid and start again; nothing was written.
grid-blank = { $at }: empty; give a text.
grid-unseen = { $at }: holds a control character; write the code again, in plain characters.
grid-twice = { $at }: “{ $code }” stands twice; each code is unique. Rename one of them.
grid-out-of = { $at }: { $found } is out of bounds, { $least } to { $most }. Correct it.
grid-descriptors = { $at }: { $found ->
    [one] { $found } descriptor
   *[other] { $found } descriptors
 } found, { $expected } expected, one a value of the scale. Complete the list.
grid-unknown = { $at }: “{ $name }” is defined nowhere in the grid.
grid-falls = { $at }: lower than that of level “{ $below }”; thresholds and floors never fall. Raise it.
grid-no-weight = { $at }: all weights are zero; give at least one that is not.

juror-name-blank = The name is empty.
juror-name-taken = “{ $name }” is on the jury already. Make the name more precise.
juror-unknown = Nobody on the jury is called “{ $name }”. Known: { $known }.
juror-ambiguous = “{ $name }” may mean { $found }. Write more of it.
dossier-unknown = No dossier “{ $name }”. “dossiers” lists them.
dossier-ambiguous = “{ $name }” may mean { $found }… Write more of it, or the number.
criterion-unknown = The grid has no criterion “{ $code }”. Known: { $known }.
criterion-unknown-plain = The grid has no criterion “{ $code }”. Give one of its own.
assign-no-juror = The jury is empty: begin with “juror add”.
stand-decided = Dossier { $number } is decided already. Reopen it in a sitting (decide { $number } --reopen), then try again. Nothing was written.
stand-recused = You stepped back from dossier { $number }: it is not shown. To come back, first take that back: recuse { $number } --undo. Nothing was written.
pack-stopped = Stopped as you asked: { $n ->
    [one] { $n } package is made and whole
   *[other] { $n } packages are made and whole
 }. Run “pack” again for the others.
assign-no-dossier = There is no dossier: begin with “import”.
assign-none-each = No juror for each dossier: give a number, 1 or more (--per-dossier).
assign-too-few = { $n ->
    [one] One dossier does not have { $wanted } jurors without conflict of interest
   *[other] { $n } dossiers do not have { $wanted } jurors without conflict of interest
 } among the { $jurors } enrolled (in brackets, how many there are): { $dossiers }. Ask for fewer jurors a dossier (--per-dossier), enrol more (“juror add”), or take a declared conflict back (“juror conflict … --undo”). Nothing was written.
assign-too-full = Not enough places at { $most } dossiers a juror at most: { $n ->
    [one] one dossier competes
   *[other] { $n } dossiers compete
 } for { $places } places with { $jurors }, and { $needed } are needed. These: { $dossiers }. Allow more dossiers a juror (--at-most), ask for fewer jurors a dossier (--per-dossier), or enrol more (“juror add”). Nothing was written.
conflict-stands = A conflict of interest of { $juror } on { $dossier } is declared: it cannot be dismissed. Take it back first with “juror conflict { $juror } { $dossier } --undo”.
conflict-none = Nothing was declared or dismissed for { $juror } on { $dossier }: there is nothing to take back. “juror list” counts the conflicts that are declared; check the name and the number.

score-off-scale = “{ $found }” is not on the scale: { $least } to { $most }, or “abstain”, or “na”. Give one of these.
score-recused = You stepped back from dossier { $dossier }. To come back to it: “recuse { $dossier } --undo”.

open-coordinator-store = { $store } is the coordinator’s file: open the package in another one (--store).
open-other-campaign = This package is of edition { $found } (another campaign); { $store } is of edition { $expected }. Open it in another file (--store).
open-other-grid = The grid of this package ({ $found }) is not that of your scores ({ $expected }). Ask the coordinator for the package of your campaign.
open-other-juror = This package is for { $found }; { $store } is { $expected }’s. Open it in another file (--store).

package-io = { $file }: { $why }. Check the place and the permissions.
package-not-zip = { $file } is not a readable package ({ $why }). Copy or download it again.
package-member = { $file } holds “{ $member }”, which a package does not have, or has twice. Nothing was read; ask for the package again.
package-lacks = { $file }: “{ $member }” is missing. Ask for the package again.
package-altered = { $file }: “{ $member }” is not as it was made. Nothing was written; ask for the package again.
package-too-large = { $file }: “{ $member }” is over { $limit } MiB when unpacked. Reading stopped there. Ask the coordinator for another package.
package-secret = { $file }: “{ $member }”, /secret: no secret of 64 hexadecimal digits. Ask for the package again.
package-malformed = { $file }: “{ $member }” { $at }: { $found }. Ask for the package again.

evidence-missing = Dossier { $number }: “{ $name }” was not found. Download it into the folder of evidence, then import again.
evidence-altered = Dossier { $number }: “{ $name }” has other content than what was submitted; it was not taken. Download it again.
evidence-unmatched = “{ $name }” is no dossier’s evidence.

receipt-nothing = no sheet came in. Merge sheets first (“merge”), then write the receipts.
receipt-malformed = { $file }: not a receipt, or changed. Ask the coordinator to send it again.
receipt-not-yours = { $file }: another person’s receipt, or another campaign’s. Ask the coordinator for yours.
receipt-not-authentic = { $file }: this receipt does not come from whoever made your package. Check with the coordinator by voice.
log-lacks-receipt = the journal does not hold what receipt { $file } says: entry { $seq }, { $head }. Entries were taken out or rewritten since; compare with a backup.
store-read-only = read only: { $holder } is at work in this file. Wait until that ends, or go on in that window.
sheet-malformed = malformed: not a readable score sheet ({ $at }: { $found }). Ask the juror to write it again.
sheet-cut-short = the file stops in the middle ({ $at }): it may still be arriving. Wait for the copy to end, then merge again; else ask the juror to send it again.
sheet-bad-signature = bad signature: the content changed after it was signed. Ask the juror to send the file again.
sheet-key-not-endorsed = key not endorsed: it does not come from the package of { $juror }. Compare fingerprints by telephone.
sheet-not-yours = sheet of { $juror }: here you take in your own alone, from another device. Send this one to the coordinator.
sheet-other-campaign = other campaign ({ $found }, expected: { $expected }). Ask the juror for the sheet of this campaign.
sheet-other-version = version { $found } of the format, unknown here. Update tnl-jury.
sheet-unknown-juror = unknown juror: { $juror } is not on this jury. Add them, or ask for the sheet of this campaign.
sheet-other-grid = unknown or altered grid ({ $found }, expected: { $expected }). Send the juror the package of this campaign.
sheet-unknown-dossier = unknown dossier: { $dossier } is not in this campaign. Ask the juror to write it again.
sheet-unknown-criterion = unknown criterion: { $criterion }, dossier { $dossier }. Ask the juror to write it again.
sheet-off-scale = value off the scale: { $found }, criterion { $criterion }, dossier { $dossier }. Ask the juror to write it again.
sheet-not-assigned = not assigned: { $dossier } was not given to { $juror }. Make the package anew, then ask for a new sheet.
sheet-unreadable = unreadable: { $why }. Ask the juror to send it again.

fork-unknown = No conflict “{ $fork }”. “conflicts” lists them.
fork-side-unknown = Conflict “{ $fork }” has no such side. Give A or B.

sitting-none = No sitting is open: begin with “session open --present NAME…”.
sitting-open-already = A sitting is open already: “session close” first.
sitting-nobody = A sitting has at least one person present. Give at least one name after --present.
decide-not-running = Dossier { $number } is inadmissible or withdrawn: there is nothing to decide.
decide-no-quorum = Dossier { $number }: { $present ->
    [one] { $present } member
   *[other] { $present } members
 } present and not recused, { $needed } are needed. Postpone it, or open the sitting again with more members.
decide-forks = Dossier { $number }: { $forks ->
    [one] one contradictory score is to be settled
   *[other] { $forks } contradictory scores are to be settled
 } (“conflicts”).
decide-level-unknown = The grid has no level “{ $code }”. Known: { $known }, none.
decide-reason-missing = Level { $level } is not the one that the scores propose ({ $proposed }): give a reason (--reason).
decide-set-malformed = “{ $found }” is not of the form 3.1=4, with a value from { $least } to { $most }.
decide-mention-unknown = The grid has no mention “{ $code }”. Give one of: { $known }.
sitting-on-break = The sitting is suspended: give “session resume” first.
sitting-no-break = The sitting is not suspended. Check with “session show”.
vote-recused = Dossier { $number }: { $juror } is recused and takes no part in vote or debate. Remove this name.
vote-absent = Dossier { $number }: { $juror } is not in the room. Give “session arrive” first, or remove this name.
vote-twice = Dossier { $number }: { $juror } is named twice. Correct the names.
vote-too-many = Dossier { $number }: { $cast } hands for { $present ->
    [one] one member
   *[other] { $present } members
 } present and not recused. Check the count.
adopt-disputed = Dossier { $number } is not to be adopted in a block: it is disputed, or decided already. Give “decide” for it alone.
what-if-code-unknown = The grid has neither an axis nor a criterion “{ $code }”. Give a code of the grid (“campaign show”).
what-if-weights = With these weights the grid counts nothing. Give at least one criterion a weight.
what-if-weight-malformed = “{ $found }” is not of the form 3.1=2. Give a code and a whole weight.
decide-not-decided = Dossier { $number } is not decided: there is nothing to reopen. Decide it, or postpone it.
decide-set-twice = Criterion { $code } is given two values. Remove one.
vote-lost = Dossier { $number }: { $against } hands against and { $for } for, the decision is not carried. Try another level, or postpone it.
export-template = Template { $name }, line { $line }: { $why }. Correct it, or remove it from the folder of templates.
reference-unreadable = { $file }, line { $line }: this is no list of territories ({ $why }). Give a JSON or CSV file of geo.api.gouv.fr, or leave “--reference” out; nothing was written.
export-document = “{ $title }” could not be written: { $why }. Try again, and check the room on the disk.
export-print = “{ $title }” could not be printed: { $why }. Correct the template that gives it, or remove it from the folder of templates.
export-stopped = Publication stopped: nothing was written. Run it again whenever you like.

export-undecided = { $count ->
    [one] One dossier is
   *[other] { $count } dossiers are
 } to be decided: { $numbers }. Decide, or ask for a draft (--draft).
export-forks = { $forks ->
    [one] One contradictory score is
   *[other] { $forks } contradictory scores are
 } to be settled (“conflicts”). Settle, or ask for a draft (--draft).
export-not-ours = { $folder } holds “{ $found }”, which this program did not write; nothing was replaced. Choose another folder.

check-row = Table { $table }, row { $row }: not what was written. Run “restore” from the last backup.
check-journal = The journal is broken at position { $seq }. Run “restore” from the last backup.
log-lacks-head = The head { $head } does not stand in this journal: its end was cut off, or it was rewritten. Compare it with your backups, and ask whoever keeps it for an account.
log-head-malformed = “{ $found }” is no head of a journal. Give “sha256:” and its 64 hexadecimal digits.
check-ballot = The scores of { $juror } on { $dossier } do not follow from what was received. Run “restore” from the last backup.
check-decision = The decision on { $dossier } does not follow from the journal. Run “restore” from the last backup.
check-evidence = Dossier { $number }: “{ $name }” is no longer here.
demo-incomplete = { $folder } holds an incomplete demo. Make it again with --reset.

ratings-shape = { $file }, line { $line }, column { $column }: { $found }. Give {"{"}"scale":[min,max],"ratings":[[…,null,…],…]{"}"}, a row a juror.
ratings-scale = { $file }: the scale { $found } won’t do. Give the lowest, then the highest, 256 values at most.
ratings-ragged = { $file }, { $at }: { $found } ratings, { $expected } expected as in the first row. Write null where there is none.
ratings-off-scale = { $file }, { $at }: { $found } lies off the scale { $scale }. Correct the rating, or write null.
