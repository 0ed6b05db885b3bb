# On what is published.
publication-counts = { $labelled ->
    [0] No labelled candidate
    [one] One labelled candidate
   *[other] { $labelled } labelled candidates
 }; { $letters ->
    [0] no letter
    [one] one letter
   *[other] { $letters } letters
 }
publication-undecided = · { $number } { $name } is not decided
publication-forks = ! { $n ->
    [one] One contradiction to settle (“keep”)
   *[other] { $n } contradictions to settle (“keep”)
 }
publication-doubt = ? { $number } { $name }: { $column } “{ $value }” fails its check; it is published as it is. Correct it at its source and import again.
publication-unprinted = This program does not print: the .odt open in LibreOffice, which exports PDF/A, or install it with “--features pdf”.
publication-title = Publication
publication-empty = No candidate
publication-ready = ✓ Nothing stands in the way of publication
publication-draft-only = ! Publication is not possible yet: { $n ->
    [0] contradictions are to be settled
    [one] one dossier is to be decided
   *[other] { $n } dossiers are to be decided
 }. Only a draft can be written.
publication-draft-written = Draft written, not to be passed on: { $n ->
    [0] no labelled candidate
    [one] one labelled candidate
   *[other] { $n } labelled candidates
 }
publication-announced = What will be announced
publication-none-yet = No folder was written from this screen. Write it first, then open it.
publication-written = Written to { $folder }
desk-help-publication = Keys of the publication
desk-ask-draft = Folder of the draft, marked as one on every page:
action-draft = Write a draft of the publication folder
desk-hint-draft = draft
action-open-folder = Open the folder that was written
desk-hint-open-folder = open folder
arg-public-only = Write only what goes on the web site: no letters, no minutes, no internal folder
arg-reference = List of territories (JSON or CSV of geo.api.gouv.fr) that completes codes and coordinates
arg-history = Table of former editions (CSV), counted beside this one in internal/statistiques.html
