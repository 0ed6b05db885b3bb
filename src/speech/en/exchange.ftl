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
exchange-warning-incomplete = demarche { $demarche }: incomplete export, { $pages } pages read, the rest is missing
exchange-warning-no-first-page = demarche { $demarche }: the first page of the export does not seem to be there
exchange-warning-nul = a null character was replaced by ␀
exchange-warning-no-name = dossier { $number }: no name, its number stands in
exchange-warning-date = dossier { $number }: unreadable date of submission, “{ $date }”
exchange-warning-unknown-type = unknown type of question, “{ $type }” ({ $label }): taken as text
exchange-warning-unmapped = “{ $label }” ({ $champ }) answers no question of the grid: under “other answers”

package-zip-no-file = it is no ordinary file
package-zip-no-end = it does not end as an archive does: it was cut, or is something else
package-zip-bad-end = its end contradicts itself
package-zip-before = something stands before it
package-zip-reader = the reader says: { $says }
