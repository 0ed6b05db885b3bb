# The last edition: its level and answers, beside this one’s.

former-level-named = Edition { $edition }: { $level }
former-level = Edition { $edition }, level: { $level }
former-no-level = Edition { $edition }: no level given
former-level-unknown = Edition { $edition }: level unknown
former-brief = ed. { $edition }: { $level } ({ $key })
former-brief-level = level { $code }
former-brief-word = { $code }
former-brief-none = no level
former-brief-unknown = level unknown

cmd-tnl-jury-recall = Recalls the last edition: level and answers of each candidate who came back
arg-past = The coordinator’s file of the last edition (never changed), or a CSV of levels (year, name, type, level, and siret where known)
recalled = { $found ->
    [0] No last edition found
    [one] { $found } last edition found
   *[other] { $found } last editions found
 }; { $without ->
    [one] { $without } candidate has none
   *[other] { $without } candidates have none
 }, { $ambiguous ->
    [one] { $ambiguous } is ambiguous
   *[other] { $ambiguous } are ambiguous
 }. Make the packages again (“pack”) so that jurors see them.
recalled-dry = Dry run: { $found ->
    [0] no last edition would be found
    [one] { $found } last edition would be found
   *[other] { $found } last editions would be found
 }; { $without ->
    [one] { $without } candidate has none
   *[other] { $without } candidates have none
 }, { $ambiguous ->
    [one] { $ambiguous } is ambiguous
   *[other] { $ambiguous } are ambiguous
 }. Nothing was written.
recall-found = = { $number } { $name } · { $former } ({ $answers ->
    [0] no answers
    [one] { $answers } answer
   *[other] { $answers } answers
 })
recall-without = · { $number } { $name }: no last edition
recall-ambiguous = ! { $number } { $name }: several candidates are possible, none was taken: { $rows }. Complete the SIRET of one of them, then recall again.
recall-skipped = ! Lines without a name or a year, left out: { $lines }
recall-nothing = { $file } holds no candidate of an edition before this one. Give the coordinator’s file of the last edition, or a CSV of its levels; nothing was changed.
recall-unreadable = { $file } is no coordinator’s file that can be read. Give that of the last edition (“check” verifies it), or a CSV with the headings year, name, type, level; nothing was changed.
recall-juror-store = { $file } is a juror’s file: it holds neither levels nor decisions. Give the coordinator’s of the last edition; nothing was changed.
recall-same-campaign = { $file } is that of this very campaign, not of the one before. Give the coordinator’s file of the last edition; nothing was changed.
recall-headings = { $file }: a column is missing: { $lacking } (headings found: { $found }). Give a CSV with the headings year, name, type, level, and siret where known; nothing was changed.

action-former = See last edition’s level and answers
desk-hint-former = last edition
desk-former = Last edition · criterion { $code }
desk-former-others = Last edition · other answers
desk-former-none = No earlier edition of this candidate is known.
desk-former-levels-alone = Only the level of that edition is known: there is no answer to compare.
desk-former-no-question = No question of either edition bears on this criterion.
desk-former-same = = unchanged
desk-former-changed = ≠ changed
desk-former-then = Edition { $edition }:
desk-former-now = Today:
desk-former-only-then = − only in edition { $edition }:
desk-former-only-now = + only today:
desk-former-neither = · no answer, then as now

plain-word-former = before, edition, z
plain-help-former = before, or z: the candidate’s level in the last edition and what they answered then on this criterion, with what changed.
plain-former-none = No earlier edition of this candidate is known.
plain-former-levels-alone = Only the level of that edition is known, without the answers.
plain-former-same = Unchanged since edition { $edition }.
plain-former-changed = Changed since edition { $edition }.
plain-former-then = Then: { $text }
plain-former-now = Today: { $text }
plain-former-only-then = Answer of edition { $edition }, not there today: { $text }
plain-former-only-now = Answer of today, not there in edition { $edition }: { $text }
plain-former-neither = No answer, then as now.
