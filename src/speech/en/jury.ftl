# The jury: who reads what, and conflicts of interest.

# Why a conflict is suggested.

ground-answer = Named in the answer to “{ $place }”
ground-file-name = Named in a file’s name: { $place }
ground-evidence = Named in “{ $place }”, page { $page }
ground-affiliation = Their organisation, “{ $place }”, resembles the candidate
ground-city = Their organisation, “{ $place }”, resembles the candidate’s commune: { $passage }

# Commands.

cmd-tnl-jury-juror-suggest = Suggests conflicts of interest found in the dossiers
cmd-tnl-jury-juror-edit = Corrects a juror’s name, e-mail or organisation
arg-per-dossier = Jurors for each dossier, shared out as evenly as can be
arg-seed = Seed of the draw: the same gives the same seats
arg-at-most = Dossiers for each juror, at most
arg-dismiss = Dismiss the suggestion for good: it is no conflict
arg-undo-conflict = Take the declared conflict, or the dismissal, back
jury-line = { $id }  { $name } ({ $affiliation }): { $assigned ->
    [one] { $assigned } dossier
   *[other] { $assigned } dossiers
 }, { $conflicts ->
    [one] { $conflicts } conflict
   *[other] { $conflicts } conflicts
 }, { $suggested ->
    [one] { $suggested } suggestion
   *[other] { $suggested } suggestions
 }
juror-changed = { $name } ({ $id }): changed. Make their package again if it is out already.
conflict-dismissed = Suggestion dismissed for { $juror } on { $dossier }: it will not come back.
conflict-undone = { $juror } and { $dossier }: what was said is taken back.
suggest-sum = { $n ->
    [0] No conflict of interest is suggested.
    [one] One conflict of interest is suggested. “juror conflict” accepts it, or dismisses it with --dismiss.
   *[other] { $n } conflicts of interest are suggested. “juror conflict” accepts them, or dismisses them with --dismiss.
 }
suggest-unread = { $n ->
    [one] One piece of evidence was not read yet
   *[other] { $n } pieces of evidence were not read yet
 }: open the desk for a while, it reads them by itself, then run this again.
assigned = { $seats ->
    [one] { $seats } seat
   *[other] { $seats } seats
 }, { $added } of them new.
assigned-load = { $n ->
    [one] { $n } dossier
   *[other] { $n } dossiers
 } · { $juror }

# Desk.

desk-jurors = Jury and conflicts
desk-jurors-counts = { $jurors ->
    [one] { $jurors } juror
   *[other] { $jurors } jurors
 } · { $suggested ->
    [0] nothing to look at
    [one] { $suggested } suggestion to look at
   *[other] { $suggested } suggestions to look at
 }
desk-jurors-none = Nobody is enrolled yet. { $key } enrols a juror.
desk-jurors-unread = { $n ->
    [one] one file is still to be read
   *[other] { $n } files are still to be read
 }: more suggestions may come
desk-col-affiliation = Organisation
desk-col-seats = To read
desk-col-bars = Conflicts
desk-col-suggested = To see
desk-suggested-of = Conflicts of interest: { $juror }
desk-suggested-none = No conflict is suggested or declared.
desk-suggested-none-here = This line suggests nothing.
desk-suggested-mark = to see
desk-bar-mark = declared
desk-bar-reason = Reason: { $reason }
desk-bar-no-reason = No reason given.
desk-bar-keys = { $key } takes this conflict back.
desk-suggested-keys = { $accept } declares the conflict · { $dismiss } dismisses it for good
desk-suggested-pick = Choose a line of the conflicts’ pane ({ $key }).
desk-conflict-declared = Conflict declared: this dossier will not be given to this juror.
desk-conflict-dismissed = Suggestion dismissed for good. { $key } takes that back.
desk-conflict-undone = Done: that conflict is declared no more.
desk-dismissal-undone = Done: the suggestion may come back.
desk-ask-juror-name = The juror’s name, as it is to be printed:
desk-ask-juror-affiliation = Organisation of { $name } (optional; conflicts of interest are seen by it):
desk-ask-juror-email = E-mail of { $name } (optional, never published):
desk-juror-added = Juror enrolled.
desk-ask-per-dossier = How many jurors for each dossier? Nothing is written before you agree:
desk-per-dossier-number = Give a whole number, 1 or more.
desk-seat-plan = What the assignment would do
desk-seat-plan-sum = { $per ->
    [one] One juror
   *[other] { $per } jurors
 } for each dossier, { $dossiers ->
    [one] one dossier
   *[other] { $dossiers } dossiers
 }: { $added ->
    [0] there is nothing to add.
    [one] one seat to add.
   *[other] { $added } seats to add.
 }
desk-seat-plan-span = Each juror would read from { $least } to { $most } dossiers. What was given already stays.
desk-seat-plan-failed = This cannot be assigned
desk-assigned = Dossiers given: { $added ->
    [one] one new seat
   *[other] { $added } new seats
 }. { $key } makes the packages.
desk-ask-pack = Folder for the jurors’ packages:
desk-packed = Packages written: give each juror theirs
desk-packed-file = { $juror }: { $n ->
    [one] one dossier
   *[other] { $n } dossiers
 } ({ $file })
desk-help-jury = Keys of the jury
action-jury = See the jury, its loads and conflicts of interest
desk-hint-jury = jury
action-accept-conflict = Declare the conflict of interest that is suggested
desk-hint-accept-conflict = declare
action-dismiss-conflict = Dismiss the suggested conflict for good
desk-hint-dismiss-conflict = dismiss
action-take-back-conflict = Take the conflict, or the last dismissal, back
desk-hint-take-back-conflict = take back
action-add-juror = Enrol a juror
desk-hint-add-juror = enrol
action-assign = Share the dossiers out among the jurors
desk-hint-assign = assign
action-pack = Write the jurors’ packages
desk-hint-pack = packages
