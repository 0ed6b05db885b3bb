# The sheet as a text file: what it explains, what is said of it, why it can’t be read.

form-help-what = Your score sheet, to fill in with a text editor, then to read back: tnl-jury form read THIS-FILE
form-help-score = note: the score, a digit from { $least } to { $most }, or “abstain”, or “na” (not applicable); nothing until you have scored.
form-help-texts = comment: for the jury. feedback: for the candidate. Beside the word or below it, as many lines as you need.
form-help-recusal = recusal: “yes” if you must not judge this dossier; reason: why.
form-help-headings = Leave the headings (#) and the code at their end as they are: it serves to see what changed elsewhere meanwhile.
form-help-gone = A part that you take out of the file changes nothing. To take a score back, leave nothing after “note:”.
form-help-escape = A line of your text that would begin with “note:” or another of these words is kept safe by \ before it.
form-help-notes = Your notes to yourself are not here: they stay in the program.
form-help-office = With LibreOffice, give the file a name in .txt and save it as text (UTF-8).
form-fork = Two of your devices wrote here without knowing of each other; this is the first version. If you change anything here, that is what stays.

form-written = { $file }: { $dossiers ->
    [one] { $dossiers } dossier
   *[other] { $dossiers } dossiers
 }, { $scored }/{ $cells } scored. Fill it in, then read it back with “form read”.
form-read = { $file }: { $changed ->
    [one] { $changed } criterion
   *[other] { $changed } criteria
 } changed, { $unchanged } unchanged, { $recused ->
    [one] { $recused } recusal
   *[other] { $recused } recusals
 }, { $returned ->
    [one] { $returned } return
   *[other] { $returned } returns
 }.
form-stale-head = { $n ->
    [one] One place
   *[other] { $n } places
 } changed in the program since the file was written; nothing was replaced there. To take what the file says, score it in the program.
form-stale = line { $line }, { $dossier } { $criterion }: in the file, { $file }; in the program, { $store } (kept)
form-stale-unedited = line { $line }, { $dossier } { $criterion }: in the file, { $file } (not edited); in the program, { $store } (kept)
form-side-score = { $score }
form-side-texts = { $score } “{ $texts }”
form-side-here = no recusal
form-side-recused = recusal “{ $reason }”

action-write-form = Write my sheet as a text to fill in
desk-hint-write-form = as text
action-read-form = Read the filled-in text back
desk-hint-read-form = read back
desk-ask-form = Where to write the text to fill in with your editor:
desk-ask-filled-form = Which filled-in text to read back:
desk-form-written = Text to fill in
desk-form-read = Text read back
desk-faults = To correct
desk-form-undo = { $key } takes it back in one.

form-faults = { $file }: { $count ->
    [one] one point
   *[other] { $count } points
 } to correct. Correct the file, then read it again; nothing was written.
form-untold = … and { $n ->
    [one] one more
   *[other] { $n } more
 }, to see once these are corrected.
form-no-form = line { $line }: this file does not begin as a sheet to fill in. Put its first line back, or make it again with “form write”.
form-version = line { $line }: version { $found } of the format, unknown here. Update tnl-jury.
form-campaign = line { $line }: this sheet is another campaign’s. Read it into its own working file (--store).
form-juror = line { $line }: this sheet is { $found }’s. Read it into its own working file (--store).
form-dossier = line { $line }: no dossier “{ $found }”. Put the number back as it was, or remove this dossier from the file.
form-criterion = line { $line }: the grid has no criterion “{ $found }”. Put the code back as it was, or remove this criterion from the file.
form-no-dossier = line { $line }: criterion “{ $found }” is under no dossier. Put the heading of its dossier back above it.
form-moved = line { $line }: this criterion is of dossier { $found }, and stands under dossier { $dossier }. Put the heading of its dossier back above it, or remove it from the file.
form-twice = line { $line }: “{ $found }” has its place already, line { $first }. Remove one of them.
form-again = line { $line }: “{ $key }:” is said already, line { $first }. Remove one of them; if it is text, put \ before it; if a heading is missing between them, put it back.
form-elsewhere-criterion = line { $line }: “{ $key }:” is not under a criterion. Put the criterion’s heading (##) back above it; if it is text, put \ before it.
form-elsewhere-dossier = line { $line }: “{ $key }:” is said of a dossier, before its criteria. Move it under the dossier’s heading (#); if it is text, put \ before it.
form-score = line { $line }: “{ $found }” is no score. Write a digit from { $least } to { $most }, “abstain”, “na”, or nothing.
form-answer = line { $line }: “{ $found }” is neither “yes” nor “no”. Write one of them.
form-reason = line { $line }: a reason without a recusal. Write “yes” after “recusal:”, or remove the reason.
form-recused = line { $line }: this criterion changes, though the file recuses you from dossier { $dossier }. Remove the recusal, or leave this criterion.
form-stray = line { $line }: “{ $found }” follows no word. Put this text after “comment:” or “feedback:”.
form-unclosed = line { $line }: the remark that opens here (<!--) is never closed. Put its end (-->) back.
form-nul = line { $line }: a null character. Remove it.
form-long = line { $line }: a text of more than { $limit } bytes. Shorten it.
form-there = Read this file back first (“form read”), or give another name: { $file } exists and holds what was not read back, or is no sheet to fill in. Nothing was written.
form-too-many = Your sheet is too large for one text. Score in the screen; nothing was written.
form-too-large = { $file } is far too large for a sheet to fill in. Check that it is the right file. Nothing was written.
form-not-utf8 = { $file }, { $at }: this is not UTF-8 text. Save it as UTF-8 in your editor, then read it again. Nothing was written.
