# The dialogue line by line (--plain), for screen readers and braille displays.

# The words understood: the forms of a word stand between commas, the first is the one shown. Those of the French are
# understood too; a form means one thing in both languages.

plain-word-list = list, dossiers, l
plain-word-open = open, o
plain-word-next = next, s
plain-word-search = search, find, t
plain-word-sheet = summary, m
plain-word-hand-in = sheet, w
plain-word-undo = undo, u
plain-word-redo = redo, r
plain-word-more = more, +
plain-word-back = back, b
plain-word-help = help, h, ?
plain-word-quit = quit, exit, q
plain-word-abstain = abstain, a
plain-word-na = not applicable, na, x
plain-word-comment = comment, c
plain-word-feedback = feedback, f
plain-word-note = note, n
plain-word-erase = erase, clear, e
plain-word-recuse = recuse, d
plain-word-piece = piece, pieces, p
plain-word-cite = cite, quote, citation, citations, "
plain-word-criterion = criterion, criteria, k
plain-word-read = read, i
plain-word-values = values, scale, v
plain-word-general = general, g
plain-word-compare = compare, j
plain-word-seen = seen, y
plain-yes = yes
plain-no = no

# Help, a line a word.

plain-help-of-list = You are in the list of dossiers. Type a dossier’s number to open it, or one of these words, whole or by its letter:
plain-help-of-criterion = You are in a criterion. Type a score from { $min } to { $max }, the code of a criterion, or one of these words, whole or by its letter:
plain-help-list = list, or l: the dossiers, one a line. “list WORDS” keeps only those that resemble.
plain-help-open = open NUMBER, or o: opens a dossier, by its number or by the start of its name.
plain-help-next = next, or s: goes to the next criterion left to score, from dossier to dossier.
plain-help-search = search WORDS, or t: searches answers, evidence and your own texts.
plain-help-sheet = summary, or m: what you have scored, what is missing.
plain-help-hand-in = sheet PATH, or w: writes your signed sheet, to hand in to the coordinator.
plain-help-undo = undo, or u: takes back the last thing done.
plain-help-redo = redo, or r: does again what was taken back.
plain-help-more = more, or +, or an empty line: the next page of what is long.
plain-help-back = back, or b: goes back to the list of dossiers.
plain-help-help = help, or h, or ?: these lines.
plain-help-quit = quit, or q: leaves. All is saved already.
plain-help-abstain = abstain, or a: give no opinion on this criterion.
plain-help-na = not applicable, or x: the criterion does not apply to this candidate.
plain-help-comment = comment, or c: write for the jury, on several lines, a single dot to end.
plain-help-feedback = feedback, or f: write a way to progress for the candidate.
plain-help-note = note, or n: write for yourself; it never leaves this file.
plain-help-erase = erase, or e: takes the mark back. “erase comment”, “erase feedback” or “erase note” takes a text out, “erase citation” the last citation.
plain-help-recuse = recuse, or d: step back from this dossier, or come back to it.
plain-help-piece = piece NUMBER, or p: reads a piece of evidence, or writes it to a file where it can’t be read here. “piece” alone names them all, “piece NUMBER PATH” writes it.
plain-help-cite = cite PIECE WORDS, or ": keeps with the score the sentence of the evidence that holds these words. “cite PIECE PAGE WORDS” looks on that page alone. “cite” alone says the criterion’s citations; “erase citation” takes the last one away.
plain-help-criterion = criterion CODE, or k: goes to a criterion of this dossier. “criterion” alone names them all, with your marks.
plain-help-read = read, or i: says the whole criterion again.
plain-help-values = values, or v: says the scale again, and what you gave.
plain-help-general = general, or g: what candidates say of themselves, and all that bears on no criterion.
plain-help-compare = compare, or j: your marks on this criterion in every dossier.
plain-help-seen = seen, or y: the changed answers of this criterion are no longer pointed out. “seen general” for those that bear on no criterion.

# Welcome and the list.

plain-coordinator = This file is the coordinator’s: its work is done with the commands import, juror, assign, pack, merge, conflicts, status, results, agenda, session, decide and export, which “tnl-jury --help” describes.
plain-welcome = Good day { $juror }. Label Territoire Numérique Libre, edition { $edition }.
plain-counts = { $all ->
    [0] There is no dossier.
    [one] { $all } dossier. Done or recused: { $done }. To do: { $left }.
   *[other] { $all } dossiers. Done or recused: { $done }. To do: { $left }.
 }
plain-welcome-hint = Type “next” to go to the next criterion left to score, “list” to hear the dossiers, or type “help”. Everything is saved as you go.
plain-bye = All is saved. Good-bye.
plain-prompt-list = List of dossiers. A word, or “help” >
plain-prompt-criterion = { $number }, criterion { $code }. A score from { $min } to { $max }, a word, or “help” >
plain-prompt-recused = { $number }, recused. A word, or “help” >
plain-row = { $number }, { $name }, { $kind }, { $n } of { $all } scored, { $state }
plain-no-dossier = There is no dossier. Ask the coordinator for a new package, then “open PACKAGE”.
plain-no-match = No dossier resembles “{ $filter }”. “list” alone gives them all.
plain-end-list = end of the list
plain-open-what = Which dossier? “open NUMBER”, or the start of its name. “list” gives them all.
plain-page = Page { $n } of { $of }. “more” or an empty line for the next page.
plain-page-last = Page { $n } of { $of }, { $end }.
plain-no-more = There is nothing more to read.
plain-in-list-already = You are in the list of dossiers already. “quit” to leave.
plain-alone = “{ $typed }” is not understood, and nothing was done: this word stands alone. “help” says how.
plain-needs-criterion = “{ $typed }” is said within a criterion. Open a dossier first, with “open NUMBER” or “next”.
plain-unknown-in-list = “{ $typed }” is not understood here. Type a dossier’s number, or one of these words: { $words }.
plain-unknown-in-criterion = “{ $typed }” is not understood here. Type a score from { $min } to { $max }, the code of a criterion, or one of these words: { $words }.

# Searching.

plain-search-what = Search for what? “search WORDS”, for example “search free software”.
plain-no-hit = Nothing holds “{ $words }”. Try fewer words, or the start of a word.
plain-hit = { $n }. Dossier { $number }, { $name }, criterion { $code }, { $kind }: { $text }
plain-hit-general = { $n }. Dossier { $number }, { $name }, no criterion, { $kind }: { $text }
plain-hit-answer = answer
plain-hit-evidence = evidence
plain-hit-remark = your own text
plain-prompt-hit = Number of the result to open, from 1 to { $all }, or an empty line to stay >
plain-hit-unknown = There is no result { $typed }: from 1 to { $all }.
plain-hit-piece = These words stand in piece { $n }: “piece { $n }” to read it.

# A dossier.

plain-dossier = Dossier { $number }, { $name }, { $kind }, { $place } of { $of }. { $n } of { $all } scored.
plain-dossier-irrecevable = This dossier was found inadmissible.
plain-dossier-withdrawn = This dossier was withdrawn by the candidate.
plain-dossier-late = This dossier was submitted after the window had closed.
plain-dossier-resembles = This candidate resembles your organisation: a recusal is worth a thought. “recuse” declares it.
plain-dossier-changed = { $n ->
    [one] One answer has changed
   *[other] { $n } answers have changed
 } since you scored: { $places }. “seen” in the criterion stops saying so.
plain-no-criterion = no criterion
plain-plan-row = Criterion { $code }, { $name }: { $mark }
plain-plan-hint = “criterion CODE” or the code alone to go there.
plain-compare-row = { $number }, { $name }: { $mark }
plain-recused-here = You are recused from this dossier: it is not for you to score. “recuse” to come back to it, “next” for the next criterion left to score.
plain-recused-reason = Reason: { $text }
plain-prompt-recuse = Recusal from { $name }: your scores will not count there. Type the reason, “yes” to give none, or an empty line to give up >
plain-prompt-come-back = Take back your recusal from { $name }? Your scores will count there again. Type “yes”, or an empty line to give up >
plain-recused = Recusal saved. “next” leads to the next criterion left to score, “undo” takes the recusal back.
plain-came-back = Recusal taken back: you score this dossier again.

# A criterion.

plain-criterion = Criterion { $code }, { $name }. Axis { $axis }, { $axis-name }. { $n } of { $all } scored in this dossier.
plain-guidance = Guidance: { $text }
plain-question = Question: { $text }
plain-answer = Answer: { $text }
plain-unanswered = No answer.
plain-answer-changed = This answer has changed since you scored. Before: { $text }
plain-answer-new = This answer was given since you scored.
plain-no-question = The candidate answered no question on this.
plain-no-piece = { $all ->
    [0] This dossier has no evidence.
    [one] No evidence here; the dossier has one piece elsewhere, which “piece” names.
   *[other] No evidence here; the dossier has { $all } pieces elsewhere, which “piece” names.
 }
plain-value = { $value }: { $text }
plain-value-none = a: abstain. x: not applicable.
plain-mark = { $value }, { $text }
plain-mark-none = not scored yet
plain-mark-abstained = abstention
plain-mark-na = not applicable
plain-standing = State: { $mark }.
plain-standing-comment = Comment for the jury: { $text }
plain-standing-feedback = Feedback for the candidate: { $text }
plain-standing-note = Note for yourself: { $text }
plain-seen = { $n ->
    [0] No answer has changed there.
    [one] One changed answer, marked as seen.
   *[other] { $n } changed answers, marked as seen.
 }
plain-saved = { $mark }, saved.
plain-off-scale = “{ $typed }” is not on the scale: from { $min } to { $max }, or “a” to abstain, or “x” for not applicable.
plain-dossier-complete = Dossier complete: { $all } of { $all } scored. “next” leads to the next criterion left to score, “back” to the list.
plain-all-complete = Dossier complete, and nothing is left to score. “summary” sums it up, “sheet PATH” writes your sheet to hand in.
plain-nothing-left = Nothing is left to score. “summary” sums it up, “sheet PATH” writes your sheet to hand in.
plain-erased = Erased.
plain-erase-what = “{ $typed }” can’t be erased. “erase” takes the mark back; add “comment”, “feedback” or “note” to take a text out.
plain-nothing-to-erase = There is nothing to erase there.
plain-undone = Undone. Dossier { $number }, { $name }.
plain-redone = Redone. Dossier { $number }, { $name }.
plain-nothing-to-undo = There is nothing left to undo.
plain-nothing-to-redo = There is nothing to redo.

# Texts.

plain-text = { $what }, criterion { $code }.
plain-text-comment = Comment for the jury
plain-text-feedback = Feedback for the candidate
plain-text-note = Note for yourself
plain-text-old = Present text: { $text }
plain-text-old-hint = A single dot keeps it. What you write replaces it; begin with a line “+” to go on after it.
plain-prompt-text = Your lines, then a line with a single dot to end >
plain-text-saved = { $what }, criterion { $code }, { $lines ->
    [one] one line
   *[other] { $lines } lines
 }, saved.
plain-unchanged = Nothing was changed.
plain-text-unsaved = Your text is not saved yet. A single dot tries again.
plain-text-kept = Your text: { $text }

# Evidence.

plain-piece = Piece { $n }: { $name }, { $kind }, { $size }, { $way }.
plain-piece-read = can be read here
plain-piece-write = opens in another program
plain-piece-missing = missing
plain-piece-unknown = { $all ->
    [0] This dossier has no evidence.
   *[other] There is no piece “{ $typed }”: from 1 to { $all }. “piece” alone names them.
 }
plain-piece-absent = “{ $name }” is not in this working file. Ask the coordinator for a new package.
plain-piece-begins = Piece { $n }, { $name }, begins.
plain-piece-ends = end of piece { $n }
plain-piece-page = Page { $n } of the document:
plain-piece-cut = Too long to be read whole here. “piece { $n } PATH” writes it to a file.
plain-piece-empty = It is empty.
plain-prompt-piece = “{ $name }” can’t be read here. Path of the file to write it to, for example { $example }, or an empty line to give up >
plain-piece-written = Written: { $path }. Open this file with the program that you generally use.
plain-path-taken = { $path } exists already and was not touched. Give another path.
plain-nothing-written = Nothing was written.

# The sheet.

plain-sheet = Marks given: { $n } of { $all }. { $left ->
    [0] Nothing is missing.
    [one] One is missing.
   *[other] { $left } are missing.
 }
plain-missing = Missing, dossier { $dossier }: { $codes }.
plain-missing-all = Missing, dossier { $dossier }: all of it.
plain-sheet-whole = “sheet PATH” writes your signed sheet, to hand in.
plain-sheet-partial = “next” goes to the first criterion that is missing. “sheet PATH” writes your signed sheet already now; it may be handed in incomplete, and again later.
plain-prompt-sheet = Path of your signed sheet, for example { $example }, or an empty line to give up >
plain-written = Sheet written: { $path }.
plain-written-holds = It holds { $n ->
    [one] one mark
   *[other] { $n } marks
 }, revision { $revision }. Fingerprint to read over the telephone: { $fingerprint }.
plain-written-ending = Its name does not end in .sheet.json: rename it so, or the coordinator may not see it.
plain-written-send = Send this file to the coordinator, by e-mail or shared folder. Sending it twice does not count twice; after a change, write it and send it again.
plain-cite-words = Add words of the sentence to cite: “cite { $n }” and those words.
plain-cited = Kept with the score. { $citation }
plain-citation = Citation. { $citation }
plain-citation-told = “{ $excerpt }” ({ $place })
plain-no-citations = No citation on this criterion.
