# De ce qui est publié.
publication-counts = { $labelled ->
    [0] Aucun candidat labellisé
    [one] Un candidat labellisé
   *[other] { $labelled } candidats labellisés
 } ; { $letters ->
    [0] aucune lettre
    [one] une lettre
   *[other] { $letters } lettres
 }
publication-undecided = · { $number } { $name } n’est pas décidé
publication-forks = ! { $n ->
    [one] Une contradiction à trancher (« keep »)
   *[other] { $n } contradictions à trancher (« keep »)
 }
publication-doubt = ? { $number } { $name } : { $column } « { $value } » ne passe pas son contrôle ; il est publié tel quel. Corrigez-le à la source et réimportez.
publication-unprinted = Ce programme n’imprime pas : les .odt s’ouvrent et s’exportent en PDF/A dans LibreOffice, ou installez-le avec « --features pdf ».
publication-title = Publication
publication-empty = Aucun candidat
publication-ready = ✓ Rien ne s’oppose à la publication
publication-draft-only = ! Publication impossible pour l’instant : { $n ->
    [0] des contradictions restent à trancher
    [one] un dossier reste à décider
   *[other] { $n } dossiers restent à décider
 }. Seul un brouillon peut être écrit.
publication-draft-written = Brouillon écrit, à ne pas diffuser : { $n ->
    [0] aucun candidat labellisé
    [one] un candidat labellisé
   *[other] { $n } candidats labellisés
 }
publication-announced = Ce qui sera annoncé
publication-none-yet = Aucun dossier n’a été écrit depuis cet écran. Écrivez-le d’abord, puis ouvrez-le.
publication-written = Écrit dans { $folder }
desk-help-publication = Touches de la publication
desk-ask-draft = Dossier du brouillon, marqué BROUILLON sur chaque page :
action-draft = Écrire un brouillon du dossier de publication
desk-hint-draft = brouillon
action-open-folder = Ouvrir le dossier écrit
desk-hint-open-folder = ouvrir le dossier
arg-public-only = N’écrit que ce qui va sur le site : ni lettres, ni procès-verbal, ni dossier interne
arg-reference = Liste de territoires (JSON ou CSV de geo.api.gouv.fr) qui complète codes et coordonnées
arg-history = Tableau des éditions passées (CSV), compté à côté de celle-ci dans internal/statistiques.html
