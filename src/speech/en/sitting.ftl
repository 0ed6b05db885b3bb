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
