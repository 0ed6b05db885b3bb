# What the readers of outside files say.

exchange-io = { $file }: { $error }. Check the place and the permissions, then try again.
exchange-not-regular = { $file } is not an ordinary file (a link, pipe or device). Copy the file itself.
exchange-not-folder = { $file } is not a folder. Name the folder of downloaded evidence.
exchange-encoding = { $file } is { $name }, UTF-8 was expected. Save it as UTF-8, then try again. Nothing was written.
exchange-malformed = { $file }, { $at }: found { $found }, expected { $expected }. Export again from the platform. Nothing was written.
exchange-duplicate-key = { $file }, { $at }: the key “{ $key }” stands twice. Export again from the platform. Nothing was written.
exchange-platform = { $file }: the platform answered with an error, “{ $message }”. Export again. Nothing was written.
exchange-incomplete = { $file }: { $pages ->
    [one] one page announces
   *[other] { $pages } pages announce
 } a next one that is missing. Add the pages that follow, or confirm with --allow-incomplete. Nothing was written.
exchange-twice = Dossier { $number } stands twice with different content: { $places }. Keep the right one. Nothing was written.
import-number-taken = { $file }: number { $number } is also that of dossier “{ $name }” ({ $id }), from another file or another source. Import these dossiers from the same source as the first time, or give them other numbers. Nothing was written.
exchange-nothing = { $file }: no dossier to take ({ $refused } refused). Check the export. Nothing was written.
exchange-stopped = Stopped as you asked. Nothing was written; start again whenever you like.
exchange-changed = { $file } changed while it was read. Wait until the copy or the synchronisation has ended, then start again. Nothing was written.
exchange-too-large = { $file } is over { $limit } bytes. Reading stopped there; split the export. Nothing was written.
exchange-too-deep = { $file }, { $at }: nested deeper than { $limit } levels. This is no export of the platform. Nothing was written.
exchange-too-many-members = { $file }, { $at }: more than { $limit } members. Split the export. Nothing was written.
exchange-too-much-unpacked = { $file }, { $at }: over { $limit } bytes when unpacked. Nothing was written.
exchange-too-compressed = { $file }, { $at }: abnormal compression, over { $limit } to 1. Nothing was written.
exchange-too-many-dossiers = { $file }, { $at }: more than { $limit } dossiers. Split the export. Nothing was written.
exchange-text-too-long = { $file }, { $at }: a text of more than { $limit } bytes. Nothing was written.
exchange-value-too-long = { $file }, { $at }: a single item (a dossier, for instance) of more than { $limit } bytes. Nothing was written.
exchange-too-many-columns = { $file }, { $at }: more than { $limit } columns. Remove the empty ones. Nothing was written.
exchange-too-many-repeats = { $file }, { $at }: more than { $limit } repeated cells. Copy the rows that matter into a new workbook. Nothing was written.
exchange-table-too-large = { $file }, { $at }: the table’s cells take more than { $limit } bytes of memory. Split the table into several files. Nothing was written.

exchange-found-end = the end of the file
exchange-found-missing = nothing
exchange-found-character = “{ $character }”
exchange-found-byte = byte { $byte } (position { $offset })
exchange-found-null = null
exchange-found-bool = a boolean
exchange-found-number = a number
exchange-found-text = a text
exchange-found-list = a list
exchange-found-object = an object
exchange-found-given = “{ $text }”

exchange-expected-utf8 = UTF-8 text
exchange-expected-json = JSON
exchange-expected-value = a JSON value
exchange-expected-colon = “:” after the key
exchange-expected-comma-or-end = a comma or the end
exchange-expected-key = a key between quotation marks
exchange-expected-json-number = a JSON number
exchange-expected-escape = a valid escape sequence
exchange-expected-escaped-control = an escaped control character
exchange-expected-end-of-file = the end of the file
exchange-expected-bool = true or false
exchange-expected-text = a text
exchange-expected-digits = a whole number
exchange-expected-list = a list
exchange-expected-object = an object
exchange-expected-champ-id = a champ’s identifier
exchange-expected-answer = an answer of getDemarche or getDossier

exchange-refused-no-number = dossier without a readable number ({ $found }): not taken
exchange-refused-draft = dossier { $number } still a draft: not taken
exchange-refused-no-answers = dossier { $number } without answers: export again with the champs
exchange-warning-incomplete = demarche { $demarche }: incomplete export, { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
 } read, the rest is missing
exchange-warning-no-first-page = demarche { $demarche }: the first page of the export does not seem to be there
exchange-warning-nul = a null character was replaced by ␀
exchange-warning-no-name = dossier { $number }: no name, its number stands in
exchange-warning-date = dossier { $number }: unreadable date of submission, “{ $date }”
exchange-warning-unknown-type = unknown type of question, “{ $type }” ({ $label }): taken as text
exchange-warning-unmapped = “{ $label }” ({ $champ }) answers no question of the grid: under “other answers”
exchange-warning-encoding = read as { $name }: check the accents
exchange-warning-skipped = left aside: no JSON, CSV, ODS or XLSX; for attachments, use --evidence
exchange-warning-sheet = sheet “{ $sheet }” left aside
exchange-warning-no-column = the mapping’s column “{ $heading }” is not in this table
exchange-warning-closed = dossier { $number }: “{ $state }” on the platform, taken all the same
exchange-warning-orphan = repeated rows for a dossier that is not there ({ $number }): left aside

package-zip-no-file = it is no ordinary file
package-zip-no-end = it does not end as an archive does: it was cut, or is something else
package-zip-bad-end = its end contradicts itself
package-zip-before = something stands before it
package-zip-reader = the reader says: { $says }

table-format = { $file } is neither CSV, nor an ODS or XLSX workbook, nor a LimeSurvey export. Save it as CSV or ODS. Nothing was written.
table-damaged = { $file }, { $at }: the file is damaged or incomplete. Download or save it again. Nothing was written.
table-encrypted = { $file } is protected by a password. Save it without one, then try again. Nothing was written.
table-entities = { $file }, { $at }: it declares abbreviations that can grow without end. Save it again with LibreOffice. Nothing was written.
table-member = { $file }: the part “{ $member }” stands twice, is a link or lies over another. Save it again with LibreOffice. Nothing was written.
table-undecodable = { $file }, { $at }: some bytes are not { $name }. Save it as UTF-8, then try again. Nothing was written.
table-ragged = { $file }, line { $at }: found { $found ->
    [one] { $found } value
   *[other] { $found } values
 }, expected { $expected } by the headings. Correct this line (quotation marks, separators). Nothing was written.
table-unclosed = { $file }, { $at }: a quotation mark opened here is never closed. Close it, then try again. Nothing was written.
table-empty = { $file } has no line of headings. Add it, then try again. Nothing was written.
table-no-heading = { $file }, { $at }: a value without a heading above it. Give this column a heading. Nothing was written.
table-unmapped = { $file }: no column is beyond doubt for { $lacking }. Prepare a mapping with “tnl-jury import { $file } --dry-run --mapping NEW.toml”, complete it, then import with --mapping. Nothing was written.
table-no-column = { $file } has no column “{ $heading }”, which the mapping names. Correct the mapping, or make it again with --dry-run. Nothing was written.

mapping-faults = { $file }: { $count ->
    [one] one fault to correct
   *[other] { $count } faults to correct
 }. Correct the mapping, then try again; nothing was written.
mapping-syntax = line { $line }: this is not TOML ({ $found }). Correct this line.
mapping-unknown-key = line { $line }: “{ $key }” means nothing here. Remove it, or correct its name.
mapping-wrong-type = line { $line }: “{ $key }” wants { $example }. Correct this value.
mapping-blank = line { $line }: “{ $key }” is empty. Write the heading or the identifier.
mapping-no-source = line { $line }: this entry must name either “column” or “champ”. Keep one of the two.
mapping-targets = line { $line }: found { $count ->
    [one] { $count } target
   *[other] { $count } targets
 }, expected one. Keep “question”, “criterion” or “skip = true”.
mapping-unknown-question = line { $line }: the grid has no question “{ $name }”. Correct its identifier.
mapping-unknown-criterion = line { $line }: the grid has no criterion “{ $name }”. Correct its code.
mapping-twice = line { $line }: “{ $name }” has an entry already, line { $first }. Remove one of them, or say which “occurrence”.
mapping-no-field = line { $line }: “{ $key }” is missing under [dossier]. Name its column.
