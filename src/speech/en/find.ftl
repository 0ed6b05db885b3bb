# Finding, comparing, staying even with oneself.

desk-search = Search in answers, evidence and my own texts
desk-searching = searching
desk-search-found = { $n ->
    [0] no passage
    [one] { $n } passage
   *[other] { $n } passages
 }
desk-search-most = first { $n } passages: one more word narrows them
desk-search-how = Type one or more words: their beginning is enough, accents and capitals do not count. Between quotation marks, a phrase: “open data”.
desk-search-nothing = Nothing holds “{ $words }”. Try one word less, only the beginning of a word, or without quotation marks. Dossiers from which you recused yourself are not searched.
desk-search-answer = answer: { $question }
desk-search-remark = my remarks
desk-search-page = evidence: { $name }, p. { $page }
desk-search-piece = evidence: { $name }
desk-help-search = Keys of the search
action-search = Search words everywhere
desk-hint-search = search
desk-everywhere = My scores on criterion { $code }
desk-everywhere-value = score
desk-everywhere-count = how many
desk-everywhere-here = here
desk-help-everywhere = Keys of my scores on a criterion
action-everywhere = See my scores on this criterion in all dossiers
desk-hint-everywhere = my scores
desk-compare = Compare
desk-compare-this = this dossier
desk-compare-other = the other
desk-compare-place = { $n }/{ $all } others
desk-compare-none = There is no other dossier to compare with. { $key } goes back.
desk-help-compare = Keys of the comparison
action-compare = Compare this criterion with another dossier
desk-hint-compare = compare
action-next-other = Compare with the next dossier
desk-hint-next-other = other dossier
action-previous-other = Compare with the previous dossier
desk-hint-previous-other = prev. other
action-history = See the history of this criterion
desk-hint-history = history
action-look = Show what changed in the answer, then say that it was seen
desk-hint-look = difference
action-dismiss = Suggest no recusal on this dossier any more
desk-hint-dismiss = no suggestion
desk-resembles = Your organisation resembles the applicant: { $key } recuses you, { $dismiss } dismisses this.
desk-nothing-suggested = No recusal is suggested here.
desk-changed = changed since your score · { $key }
desk-change-gone = withdrawn since your score · { $key }
desk-change-show = { $key }: difference
desk-change-seen = { $key }: seen
desk-change-before = Before:
desk-change-new = There was no answer before.
desk-nothing-changed = No answer of this criterion changed since your score.
desk-list-changes = { $n ->
    [one] { $n } changed
   *[other] { $n } changed
 }
desk-history = History of criterion { $code }
desk-history-empty = Nothing has happened to this criterion yet.
desk-history-done = { $day } { $time } · device { $device }
desk-history-undone = { $day } { $time } · device { $device } · ↶ taken back later
desk-history-undo = { $day } { $time } · device { $device } · ↶ taken back
desk-history-redo = { $day } { $time } · device { $device } · ↷ brought back
desk-history-mark = → score: from { $before } to { $after }
desk-history-comment = → for the jury: from { $before } to { $after }
desk-history-feedback = → for the candidate: from { $before } to { $after }
desk-history-note = → for myself: from { $before } to { $after }
desk-history-citations = → citations: from { $before } to { $after }
desk-history-recused = → recusal from the dossier: { $reason }
desk-history-came-back = → recusal from the dossier taken back
desk-history-nothing = nothing
desk-history-score = { $score }
desk-history-quoted = “{ $text }”
