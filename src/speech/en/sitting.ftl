# The committee's sitting: attendance, votes, agenda, decisions.

cmd-tnl-jury-adopt = Adopts the proposed level of undisputed dossiers
cmd-tnl-jury-agenda-move = Places a dossier by hand
cmd-tnl-jury-agenda-reset = Leaves the agenda to the program again
cmd-tnl-jury-session-show = Says where the sitting stands
cmd-tnl-jury-session-arrive = Notes that members arrived
cmd-tnl-jury-session-leave = Notes that members left
cmd-tnl-jury-session-break = Suspends the sitting
cmd-tnl-jury-session-resume = Goes on with the sitting
cmd-tnl-jury-what-if = What levels would be without a juror or with other weights; nothing is written
arg-names = Names of members
arg-before = Before this dossier; first where nothing is said
arg-without = Jurors whose scores would be left out
arg-weight = Weights of axes or criteria, for example 3=2 or 3.1=0
arg-in-favour = Hands for: a number, or names
arg-against = Hands against: a number, or names
arg-abstain = Abstentions: a number, or names
arg-dissent = A member whose dissent goes into the minutes, and why: NAME=REASON
arg-mention = The grid's mentions, by their codes
arg-except = Dossiers to leave out
arg-dossiers = Dossiers; all that qualify where nothing is said
arg-ranking = The order within each level, by majority judgment

sitting-attended = Attendance noted: { $arrived ->
    [0] no arrival
    [one] one arrival
   *[other] { $arrived } arrivals
 }, { $left ->
    [0] no departure
    [one] one departure
   *[other] { $left } departures
 }.
sitting-paused = Sitting suspended.
sitting-resumed = Sitting resumed.
sitting-not-open = No sitting is open.
sitting-shown = Sitting { $number }, opened at { $opened }. Present: { $present }. Decided: { $decided }; to discuss: { $discuss }; undisputed: { $undisputed }. Likely end: { $end }.
sitting-shown-break = Suspended since { $since }.
agenda-arranged = Agenda placed by hand.
agenda-reset = Agenda left to the program.
agenda-recused = leave the room: { $names }
reason-forked = contradictory scores to settle
adopt-line = { $number } { $name }: level { $level }
adopt-would = { $n ->
    [0] No dossier would be adopted.
    [one] One dossier would be adopted:
   *[other] { $n } dossiers would be adopted:
 }
adopted = { $n ->
    [0] No dossier adopted.
    [one] One dossier adopted at its proposed level.
   *[other] { $n } dossiers adopted at their proposed levels, each with its line in the journal.
 }
ranking-advice = An order by majority judgment over every score; it decides nothing.
ranking-line = level { $level } · { $rank }. { $number } { $name } · { $gauge }
what-if-head = { $moved ->
    [0] No level would move, of { $all } dossiers. Nothing is written.
    [one] One level would move, of { $all } dossiers. Nothing is written.
   *[other] { $moved } levels would move, of { $all } dossiers. Nothing is written.
 }
what-if-line = { $number } { $name }: { $proposed } → { $then }
level-none = none
agenda-decided = decided: { $level }
reason-on-threshold = exactly on a threshold

desk-help-what-if = Keys of “what if”
desk-help-results = Keys of the results
desk-help-statistics = Keys of the jury in figures
action-attendance = Note who comes and who leaves
desk-hint-attendance = attendance
action-break = Suspend the sitting or go on
desk-hint-break = break
action-vote = Take down a show of hands
desk-hint-vote = vote
action-dissent = Take down a dissent for the minutes
desk-hint-dissent = dissent
action-mention = Give mentions
desk-hint-mention = mentions
action-compose = Compose the feedback to the candidate
desk-hint-compose = feedback
action-what-if = See what levels would be (nothing is written)
desk-hint-what-if = what if
action-results = See the levels and the order within them
desk-hint-results = results
action-move-earlier = Move the dossier up the agenda
desk-hint-move-earlier = earlier
action-move-later = Move the dossier down the agenda
desk-hint-move-later = later
action-reset = Go back to the order or the weights of origin
desk-hint-reset = origin

desk-ask-attend = Members in the room from now on
desk-on-break = The sitting is suspended: { $key } goes on with it.
desk-ask-vote = Show of hands: for, against, abstentions (for example 5 1 0); nothing to remove it
desk-vote-malformed = Give one, two or three numbers: for, against, abstentions, for example 5 1 0.
desk-ask-dissent = Dissent on { $name }: who?
desk-ask-dissent-reason = { $name } dissents: what the minutes will say (may stay empty)
desk-dissents = dissents
desk-ask-mentions = Mentions of { $name }
desk-no-mentions = The grid has no mention.
desk-ask-compose = Feedback to { $name }: what jurors wrote
desk-edit-told = Feedback to the candidate (goes into its letter)
desk-vote = vote: { $for } for, { $against } against, { $abstain ->
    [one] { $abstain } abstention
   *[other] { $abstain } abstentions
 }
desk-dissent = dissent: { $names }
desk-mentions = mentions: { $names }
desk-told = feedback to the candidate written
desk-verdict-ways = { $agree } ways of counting of { $all } give this level
way-lower-median = median (the rule)
way-mean = mean
way-trimmed-mean = mean without the ends
way-mid-median = middle of the two medians
way-own-levels = median of the jurors’ levels
way-adjusted = mean, severity taken away
desk-ways = Other ways of counting (advice, never the rule)
desk-way = { $way }: { $level }
desk-sitting-break = suspended
desk-sitting-end = ends about { $time }
desk-sitting-timer = { $clock } on this dossier
desk-leik = disagreement { $leik } (Leik) · agreement { $agreement } (Van der Eijk)
desk-leik-column = Leik
desk-agreement-column = agree
desk-recused-in-room = To leave before this dossier is opened: { $names }
