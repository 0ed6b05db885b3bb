# L’édition précédente : son niveau et ses réponses, à côté de celle-ci.

former-level-named = Édition { $edition } : { $level }
former-level = Édition { $edition }, niveau : { $level }
former-no-level = Édition { $edition } : aucun niveau attribué
former-level-unknown = Édition { $edition } : niveau inconnu
former-brief = éd. { $edition } : { $level } ({ $key })
former-brief-level = niveau { $code }
former-brief-word = { $code }
former-brief-none = sans niveau
former-brief-unknown = niveau inconnu

cmd-tnl-jury-recall = Rappelle l’édition précédente : niveau et réponses de chaque candidat revenu
arg-past = Le fichier de la coordination de l’édition précédente (jamais modifié), ou un CSV de niveaux (year, name, type, level, et siret s’il est connu)
recalled = { $found ->
    [0] Aucune édition précédente retrouvée
    [one] { $found } édition précédente retrouvée
   *[other] { $found } éditions précédentes retrouvées
 } ; { $without ->
    [one] { $without } candidat n’en a pas
   *[other] { $without } candidats n’en ont pas
 }, { $ambiguous ->
    [one] { $ambiguous } reste ambigu
   *[other] { $ambiguous } restent ambigus
 }. Refaites les paquets (« pack ») pour que les jurés les voient.
recalled-dry = À blanc : { $found ->
    [0] aucune édition précédente ne serait retrouvée
    [one] { $found } édition précédente serait retrouvée
   *[other] { $found } éditions précédentes seraient retrouvées
 } ; { $without ->
    [one] { $without } candidat n’en a pas
   *[other] { $without } candidats n’en ont pas
 }, { $ambiguous ->
    [one] { $ambiguous } reste ambigu
   *[other] { $ambiguous } restent ambigus
 }. Rien n’a été écrit.
recall-found = = { $number } { $name } · { $former } ({ $answers ->
    [0] sans réponses
    [one] { $answers } réponse
   *[other] { $answers } réponses
 })
recall-without = · { $number } { $name } : pas d’édition précédente
recall-ambiguous = ! { $number } { $name } : plusieurs candidats possibles, aucun n’a été retenu : { $rows }. Complétez le SIRET de l’un d’eux, puis rappelez de nouveau.
recall-skipped = ! Lignes sans nom ou sans année, laissées de côté : { $lines }
recall-nothing = { $file } ne contient aucun candidat d’une édition antérieure à celle-ci. Donnez le fichier de la coordination de l’édition précédente, ou un CSV de ses niveaux ; rien n’a été changé.
recall-unreadable = { $file } n’est pas un fichier de coordination lisible. Donnez celui de l’édition précédente (« check » le vérifie), ou un CSV dont les titres sont year, name, type, level ; rien n’a été changé.
recall-juror-store = { $file } est le fichier d’un juré : il n’a ni niveaux ni décisions. Donnez celui de la coordination de l’édition précédente ; rien n’a été changé.
recall-same-campaign = { $file } est celui de cette campagne-ci, pas de la précédente. Donnez le fichier de la coordination de l’édition précédente ; rien n’a été changé.
recall-headings = { $file } : il manque une colonne : { $lacking } (titres trouvés : { $found }). Donnez un CSV dont les titres sont year, name, type, level, et siret s’il est connu ; rien n’a été changé.

action-former = Voir le niveau et les réponses de l’édition précédente
desk-hint-former = éd. précédente
desk-former = Édition précédente · critère { $code }
desk-former-others = Édition précédente · autres réponses
desk-former-none = Aucune édition précédente n’est connue pour ce candidat.
desk-former-levels-alone = Seul le niveau de cette édition est connu : il n’y a pas de réponse à comparer.
desk-former-no-question = Aucune question ne relève de ce critère, ni dans une édition ni dans l’autre.
desk-former-same = = inchangée
desk-former-changed = ≠ modifiée
desk-former-then = Édition { $edition } :
desk-former-now = Aujourd’hui :
desk-former-only-then = − seulement dans l’édition { $edition } :
desk-former-only-now = + seulement aujourd’hui :
desk-former-neither = · sans réponse, alors comme aujourd’hui

plain-word-former = avant, édition, z
plain-help-former = avant, ou z : le niveau du candidat à l’édition précédente et ses réponses d’alors sur ce critère, avec ce qui a changé.
plain-former-none = Aucune édition précédente n’est connue pour ce candidat.
plain-former-levels-alone = Seul le niveau de cette édition est connu, sans les réponses.
plain-former-same = Inchangée depuis l’édition { $edition }.
plain-former-changed = Modifiée depuis l’édition { $edition }.
plain-former-then = Alors : { $text }
plain-former-now = Aujourd’hui : { $text }
plain-former-only-then = Réponse de l’édition { $edition }, absente aujourd’hui : { $text }
plain-former-only-now = Réponse d’aujourd’hui, absente de l’édition { $edition } : { $text }
plain-former-neither = Sans réponse, alors comme aujourd’hui.
