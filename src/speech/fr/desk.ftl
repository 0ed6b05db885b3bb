# La place de travail en plein écran.

desk-error = Attention
desk-notice = Information
desk-too-small = tnl-jury demande au moins { $width } × { $height } ; cette fenêtre fait { $columns } × { $rows }. Agrandissez-la : rien n’est perdu, tout continue.
desk-saving = en cours
desk-read-only = lecture seule
desk-saved = enregistré
desk-coordination = coordination
desk-not-your-role = Cette action n’est pas pour ce fichier : les notes se donnent dans celui d’un juré, les décisions dans celui de la coordination.
desk-no-store = Aucun fichier n’est ouvert. Ouvrez un paquet ou une campagne depuis l’accueil.
desk-worker-hangs = Le disque ne répond plus : la dernière saisie n’est peut-être pas enregistrée. Vérifiez le disque, puis relancez.
desk-mark-refused = Note non enregistrée : { $why }
desk-text-refused = Texte non enregistré, il reste ici : { $why }
desk-key-esc = Échap
desk-key-delete = Suppr
desk-key-backspace = Retour arr.
desk-key-page-up = Pg préc.
desk-key-page-down = Pg suiv.
desk-key-home = Début
desk-key-end = Fin
desk-key-space = Espace

# Accueil.

desk-welcome = Bienvenue
desk-welcome-store = Il n’y a pas encore de fichier de travail. Il sera là : { $store }
desk-begin-package = Ouvrir un paquet
desk-begin-package-for = Vous êtes juré : le fichier .jury.zip que la coordination vous a remis.
desk-begin-campaign = Nouvelle campagne
desk-begin-campaign-for = Vous coordonnez : une édition, sa grille, ses dossiers, son jury.
desk-begin-demo = Démonstration
desk-begin-demo-for = Une campagne fictive complète, effacée en quittant.
desk-beginning = En préparation…
desk-begun = Prêt. ? montre les touches, rien n’est à enregistrer : tout l’est au fur et à mesure.
desk-ask-package = Chemin du paquet (.jury.zip) :
desk-ask-grid = Grille de l’édition
desk-ask-edition = Édition (par exemple 2026), avec la grille { $grid } :

# Liste des dossiers.

desk-list-counts = { $done }/{ $all } terminés · reste { $left }
desk-list-decided = { $done }/{ $all } décidés · reste { $left }
desk-list-empty = Aucun dossier pour l’instant.
desk-list-begin = 
    Une campagne commence dans un terminal :
    tnl-jury import FICHIER     prend les dossiers de la plateforme
    tnl-jury juror add NOM      inscrit un juré
    tnl-jury assign --all       confie les dossiers au jury
    tnl-jury pack --out DOSSIER prépare les paquets à remettre
desk-list-no-match = Aucun dossier ne correspond. Échap rend la liste entière.
desk-filter = Filtre :
desk-filter-found = { $n ->
    [one] { $n } dossier
   *[other] { $n } dossiers
 } 
desk-col-number = N°
desk-col-name = Candidat
desk-col-kind = Type
desk-col-progress = Notés
desk-col-ballots = Bulletins
desk-col-state = État
desk-state-todo = à faire
desk-state-partial = en cours
desk-state-aside = hors course
desk-state-done = terminé
desk-state-recused = déport
desk-ruling-level = niveau { $level }
desk-ruling-none = sans niveau
desk-ruling-postponed = reporté
desk-ruling-reopened = rouvert
desk-kind-commune = commune
desk-kind-epci = EPCI
desk-kind-departement = département
desk-kind-region = région
desk-kind-syndicat = syndicat
desk-recused-closed = Vous vous êtes déporté du dossier { $number } : il ne se note pas. { $key } pour y revenir.
desk-ask-recuse = Déport de { $name }. Raison (facultative), puis Entrée ; vos notes ne compteront pas :
desk-come-back-asks = Revenir sur le déport de { $name } ? Vos notes compteront de nouveau.
desk-recused = Déport enregistré. { $key } l’annule.
desk-came-back = Vous notez de nouveau ce dossier.
desk-all-scored = Tout est noté. { $key } montre votre feuille à remettre.
desk-nothing-to-undo = Il n’y a plus rien à annuler ni à rétablir.
desk-undone = C’est fait : critère { $code }.
desk-undone-recusal = C’est fait : le déport.

# Examen d’un dossier.

desk-place = dossier { $n }/{ $all }
desk-progress = { $n }/{ $all } notés
desk-answers-given = { $n ->
    [one] { $n } réponse
   *[other] { $n } réponses
 }
desk-answers = Réponses
desk-others = Autres réponses
desk-unanswered = — sans réponse
desk-pieces = Pièces
desk-no-pieces = Aucune pièce dans ce dossier.
desk-no-pieces-here = Aucune pièce pour ce critère. { $key } lit celles des autres.
desk-own-pieces = { $key } : { $n ->
    [one] une pièce
   *[other] { $n } pièces
 }
desk-pinned = épinglée
desk-missing = manquante
desk-piece-what = { $type } · { $size }
desk-piece-absent = Ce fichier n’est pas ici : demandez-le à la coordination.
desk-piece-coming = Lecture…
desk-piece-cut = Début seulement. { $key } ouvre le fichier entier.
desk-piece-missing = « { $name } » n’est pas ici : demandez ce fichier à la coordination.
desk-piece-not-viewed = « { $name } » n’est pas d’un type que l’on ouvre sans risque. Demandez à la coordination ce qu’il contient.
desk-piece-gone = Les octets de ce fichier ne sont plus ici. Lancez « check ».
desk-no-piece = Il n’y a pas de pièce à ouvrir. Passez à un autre critère.
desk-shown = Ouvert dans votre logiciel habituel.
desk-not-shown = Ouverture impossible : { $why }
desk-size-b = { $n } o
desk-size-kb = { $n } ko
desk-size-mb = { $n } Mo
desk-mark-abstained = abs
desk-mark-na = s.o.
desk-abstain = abstention
desk-na = sans objet
desk-for-jury = Pour le jury :
desk-for-candidate = Pour le candidat :
desk-for-me = Pour moi :
desk-criterion-title = Critère { $code }
desk-no-criterion = Ces réponses ne relèvent d’aucun critère : il n’y a rien à noter ici.
desk-off-scale = L’échelle va de { $min } à { $max }. Donnez une de ces valeurs.
desk-ask-value = Valeur pour le critère { $code } :
desk-dossier-complete = Dossier complet. { $key } mène au suivant, Échap à la liste.
desk-dossier-gone = Ce dossier n’est plus là. Échap revient à la liste.
desk-no-neighbour = Il n’y a pas d’autre dossier de ce côté.
desk-advance-on = Une note mène au critère suivant.
desk-advance-off = Une note laisse sur le critère.
desk-recused-here = Vous vous êtes déporté de ce dossier. { $reason }
desk-edit-comment = Commentaire pour le jury, critère { $code }
desk-edit-feedback = Piste de progression pour le candidat, critère { $code }
desk-edit-note = Note pour moi seul, critère { $code } (ne quitte pas ce fichier)
desk-edit-keys = Échap ferme · tout est enregistré au fur et à mesure · Ctrl-z annule, Ctrl-y rétablit

# Ma feuille.

desk-my-sheet = Ma feuille
desk-sheet-counts = { $n }/{ $all } notes
desk-sheet-fingerprint = Empreinte à lire au téléphone : { $fingerprint }
desk-sheet-distribution = Répartition de mes notes
desk-sheet-whole = Rien ne manque. { $key } écrit la feuille à remettre.
desk-sheet-missing = Il manque :
desk-sheet-all-missing = tout
desk-ask-sheet = Où écrire votre feuille signée :
desk-sheet-written = Feuille écrite
desk-sheet-send = Envoyez ce fichier à la coordination, par courriel ou dossier partagé. Le renvoyer ne compte pas double ; après un changement, écrivez-le de nouveau.
desk-sheet-holds = { $n ->
    [one] { $n } note
   *[other] { $n } notes
 }, révision { $revision }.
desk-sheet-lacks = Incomplète : { $n ->
    [one] un dossier
   *[other] { $n } dossiers
 }. Elle peut être remise ainsi, puis de nouveau.
desk-path-empty = Indiquez un chemin.

# Feuilles reçues.

desk-work-keys = Échap arrête : rien ne sera écrit
desk-work-stopping = Arrêt demandé…
desk-work-settling = Dernière étape : elle ne s’arrête plus
desk-intake = Import
desk-intake-counts = { $new ->
    [one] { $new } nouveau
   *[other] { $new } nouveaux
 } · { $updated ->
    [one] { $updated } modifié
   *[other] { $updated } modifiés
 } · { $unchanged ->
    [one] { $unchanged } inchangé
   *[other] { $unchanged } inchangés
 } · { $refused ->
    [one] { $refused } refusé
   *[other] { $refused } refusés
 }
desk-intake-questions = Questions du formulaire
desk-intake-changes = Ce qui change
desk-intake-notes = À regarder
desk-intake-reading = Lecture des fichiers…
desk-intake-failed = Ces fichiers ne peuvent pas être pris : la raison est en bas. Échap pour revenir.
desk-intake-no-question = Ces fichiers ne posent aucune question.
desk-intake-no-change = Rien ne change dans les dossiers déjà là.
desk-intake-no-note = Rien à signaler.
desk-intake-nowhere = autres réponses (montrée aux jurés, sans critère)
desk-intake-skip = écartée (ni importée ni montrée)
desk-intake-goes = Va vers :
desk-intake-by-you = Choisi par vous ; retenu pour les imports suivants.
desk-intake-by-grid = Reconnu par la grille.
desk-intake-by-none = Rien dans la grille ne lui correspond : Entrée pour choisir.
desk-intake-ask = Où va « { $label } » ?
desk-intake-all-placed = Toutes les questions ont leur place.
desk-intake-nothing = Il n’y a aucun dossier à prendre dans ces fichiers.
desk-intake-incomplete = { $why } Prendre quand même les pages présentes ?
desk-ask-import = Quel fichier de dossiers prendre (export JSON de la plateforme, tableau, sac BagIt) ?
desk-ask-attach = Dossier ou archive ZIP des pièces jointes (laissez vide s’il n’y en a pas) ?
desk-sheets = Feuilles du jury
desk-sheets-counts = { $n }/{ $all } remises
desk-jury = Jury
desk-col-juror = Juré
desk-col-sheet = Feuille
desk-col-complete = Complets
desk-col-dossiers = Dossiers
desk-sheet-revision = ● rév. { $n }
desk-sheet-none = manque
desk-sheets-legend = ● complet  ◐ en cours  ○ rien  ⊘ déport  ! contradiction
desk-sheets-missing = { $juror } n’a pas fini : { $dossiers }
desk-forks = Contradictions : { $n }
desk-side-written = Écrit sur l’appareil { $devices }, feuille du { $at }
desk-side-here = Écrit ici (appareil { $devices })
desk-no-fork = Aucune contradiction.
desk-kept = Version gardée ; l’autre reste au journal.
desk-ask-merge = Feuille (.sheet.json), ou dossier qui en contient ; rien ne change avant votre accord :
desk-merge-plan = Ce que la fusion ferait
desk-merge-done = Fusion faite
desk-merge-nothing = Aucune feuille à cet endroit.

# Comité.

desk-agenda = Ordre du jour
desk-agenda-empty = Aucun dossier à l’ordre du jour.
desk-sitting-open = séance { $n } · présents { $present }/{ $jurors }
desk-sitting-closed = pas de séance · { $key } l’ouvre
desk-decided = décidés { $n }/{ $all }
desk-projection = projection
desk-masked-short = masqué
desk-masked = Les notes des jurés restent masquées jusqu’à l’ouverture d’une séance. { $key } les montre avant, et le journal le dit.
desk-masked-closed = Les notes sont masquées : ouvrez la séance ({ $key }), ou démasquez ({ $unmask }).
desk-unmask-asks = Montrer les notes des jurés avant la séance ? Cela sera inscrit au journal.
desk-unmasked = Notes démasquées ; c’est inscrit au journal.
desk-unmasked-already = Les notes ne sont plus masquées.
desk-median = médiane
desk-spread = écart
desk-consensus = consensus
desk-median-short = méd.
desk-spread-short = éc.
desk-consensus-short = cons.
desk-all-decided = Tous les dossiers ont une décision.
desk-nothing-to-adopt = Aucun dossier sans débat n’attend de décision.
desk-adopt-asks = { $n ->
    [one] Adopter au niveau proposé ?
   *[other] Adopter ces { $n } dossiers au niveau proposé ?
 }
desk-verdict-no-feedback = aucune piste écrite pour le candidat
desk-total = total { $total }
desk-verdict-level = Niveau proposé : { $level }
desk-verdict-none = Aucun niveau proposé
desk-verdict-undetermined = Pas de proposition : trop peu de notes
desk-verdict-up = à { $points } point du niveau suivant
desk-verdict-down = { $points } point au-dessus du seuil
desk-verdict-floors = plancher non atteint : { $axes }
desk-verdict-robust = solide : aucun juré ne le change à lui seul
desk-verdict-sensitive = sensible : un juré le change parfois
desk-verdict-fragile = fragile : il tient à un juré
desk-verdict-untestable = solidité non vérifiable
desk-verdict-raise = niveau { $level } si { $criteria }
desk-verdict-weights-hold = poids à 20 % près : inchangé
desk-verdict-weights = poids à 20 % près : de { $low } à { $high }
desk-verdict-no-level = aucun niveau
desk-verdict-split = jurés partagés de deux niveaux ou plus
desk-n = N{ $level }
desk-n-none = aucun
desk-proposed = proposé
desk-level-none = Sans niveau
desk-level-none-proposed = Sans niveau · proposé
desk-comments = Commentaires { $criterion }
desk-comments-masked = Masqués avec les notes.
desk-no-comments = Personne n’a commenté ce critère.
desk-recused-out = Déportés, absents du calcul : { $names }
desk-forks-block = { $n ->
    [one] Une contradiction empêche
   *[other] { $n } contradictions empêchent
 } de décider : { $key } pour trancher
desk-no-quorum = Quorum non atteint sur ce dossier : { $present ->
    [one] { $present } présent
   *[other] { $present } présents
 }, { $needed } requis
desk-no-sitting = Aucune séance n’est ouverte : { $key } l’ouvre.
desk-ask-present = Membres présents
desk-close-asks = Clore la séance { $n } ?
desk-sitting-opened = Séance { $n } ouverte.
desk-sitting-closed-now = Séance close.
desk-ask-level = Niveau de { $name }
desk-edit-reason = Décision : { $level }. Raison
desk-edit-reason-keys = Entrée décide · Alt-Entrée va à la ligne · Échap renonce · la raison figure au procès-verbal
desk-decision-taken = Décision inscrite au journal.
desk-ask-export = Dossier de publication à écrire :
desk-exported = { $n ->
    [one] Publié : un candidat labellisé
   *[other] Publié : { $n } candidats labellisés
 }

# Boîtes.

desk-confirm = Confirmer
desk-confirm-keys = Entrée oui · Échap non
desk-input = Saisie
desk-input-keys = Entrée valide · Échap renonce
desk-input-path-keys = Tab complète · Entrée valide · Échap renonce
desk-choose-keys = ↑ ↓ choisir · Entrée valide · Échap renonce
desk-choose-many-keys = Espace coche · Entrée valide · Échap renonce
desk-report-keys = Échap ferme
desk-report-keys-scroll = ↑ ↓ défiler · Échap ferme
desk-report-keys-apply = Entrée applique · ↑ ↓ défiler · Échap renonce
desk-help-keys = Échap ferme · Ctrl-c quitte partout, rien n’est jamais à enregistrer
desk-help-keys-scroll = ↑ ↓ défiler · Échap ferme · Ctrl-c quitte partout, rien n’est à enregistrer
desk-palette = Toutes les actions
desk-help-global = Touches partout
desk-help-welcome = Touches de l’accueil
desk-help-list = Touches de la liste
desk-help-review = Touches de l’examen
desk-help-my-sheet = Touches de ma feuille
desk-help-sheets = Touches des feuilles
desk-help-intake = Touches de l’import
desk-help-committee = Touches du comité
desk-help-editor = Touches de l’éditeur
desk-help-input = Touches de la saisie
desk-help-overlay = Touches des boîtes

# Touches : fautes d’un fichier.

desk-keymap-at = { $file }, ligne { $line } : { $fault }
desk-keymap-unreadable = illisible : { $why }
desk-keymap-base = aucun jeu de touches fourni ne s’appelle « { $name } » (default, vim, one-hand).
desk-keymap-context = aucun endroit ne s’appelle « { $name } ».
desk-keymap-action = aucune action ne s’appelle « { $name } ». « keys » les donne toutes.
desk-keymap-misplaced = « { $action } » n’existe pas dans [{ $context }].
desk-keymap-key = « { $key } » n’est pas une touche. Exemples : n, F, Ctrl-s, Alt-Enter, PageDown, F5.
desk-keymap-fixed = { $key } garde son sens partout : ? aide, Échap retour, Ctrl-c quitter.
desk-keymap-text = { $key } est du texte à cet endroit ; ajoutez Ctrl- ou Alt-.
desk-keymap-twice = { $key } a deux actions dans [{ $context }] : « { $first } » et « { $second } ».
desk-keymap-essential = « { $action } » n’aurait plus de touche dans [{ $context }].

# Actions : ce qu’elles font, puis leur nom court pour la dernière ligne.

action-score = Noter le critère et passer au suivant
desk-hint-score = noter
action-set = Fixer une valeur de consensus sur le critère
desk-hint-set = fixer
action-score-0 = Donner la note 0
action-score-1 = Donner la note 1
action-score-2 = Donner la note 2
action-score-3 = Donner la note 3
action-score-4 = Donner la note 4
action-score-5 = Donner la note 5
action-score-6 = Donner la note 6
action-score-7 = Donner la note 7
action-score-8 = Donner la note 8
action-score-9 = Donner la note 9
action-help = Montrer les touches de cet écran
desk-hint-help = aide
action-back = Revenir en arrière
desk-hint-back = retour
action-leave = Quitter ; tout est déjà enregistré
desk-hint-leave = quitter
action-palette = Trouver une action par son nom
desk-hint-palette = actions
action-undo = Annuler la dernière action
desk-hint-undo = annuler
action-redo = Rétablir ce qui a été annulé
desk-hint-redo = rétablir
action-up = Monter
desk-hint-up = haut
action-down = Descendre
desk-hint-down = bas
action-left = Aller à gauche
desk-hint-left = gauche
action-right = Aller à droite
desk-hint-right = droite
action-page-up = Page précédente
desk-hint-page-up = page préc.
action-page-down = Page suivante
desk-hint-page-down = page suiv.
action-first = Aller au début
desk-hint-first = début
action-last = Aller à la fin
desk-hint-last = fin
action-open = Ouvrir
desk-hint-open = ouvrir
action-read = Lire le dossier à ce critère
desk-hint-read = lire
action-filter = Filtrer la liste en tapant
desk-hint-filter = filtrer
action-next-unscored = Aller au prochain critère à noter
desk-hint-next-unscored = suivant
action-recuse = Se déporter du dossier, ou y revenir
desk-hint-recuse = déport
action-my-sheet = Voir ma feuille à remettre
desk-hint-my-sheet = ma feuille
action-sheets = Voir les feuilles du jury
desk-hint-sheets = feuilles
action-committee = Aller au comité
desk-hint-committee = comité
action-abstain = S’abstenir sur le critère
desk-hint-abstain = abstention
action-not-applicable = Dire que le critère est sans objet
desk-hint-not-applicable = sans objet
action-clear-mark = Retirer la note du critère
desk-hint-clear-mark = retirer
action-comment = Commenter pour le jury
desk-hint-comment = commenter
action-feedback = Écrire au candidat une piste de progression
desk-hint-feedback = piste
action-note = Écrire une note pour soi seul
desk-hint-note = note
action-guidance = Lire tout sur le critère : conseils, descripteurs, textes
desk-hint-guidance = critère
action-next-axis = Aller à l’axe suivant
desk-hint-next-axis = axe
action-previous-axis = Aller à l’axe précédent
desk-hint-previous-axis = axe préc.
action-switch-pane = Changer de volet
desk-hint-switch-pane = volet
action-next-piece = Lire la pièce suivante
desk-hint-next-piece = pièce
action-previous-piece = Lire la pièce précédente
desk-hint-previous-piece = pièce préc.
action-pin-piece = Épingler la pièce, ou la libérer
desk-hint-pin-piece = épingler
action-open-piece = Ouvrir la pièce dans le logiciel habituel
desk-hint-open-piece = ouvrir
action-next-dossier = Aller au dossier suivant
desk-hint-next-dossier = dossier
action-previous-dossier = Aller au dossier précédent
desk-hint-previous-dossier = dossier préc.
action-auto-advance = Passer seul au critère suivant, ou non
desk-hint-auto-advance = avance
action-write-sheet = Écrire la feuille signée
desk-hint-write-sheet = écrire la feuille
action-merge = Fusionner des feuilles
desk-hint-merge = fusionner
desk-ask-watch = Dossier partagé à surveiller : les feuilles qui y arrivent s’affichent, rien n’est réuni sans vous. Vide : ne plus surveiller.
desk-ask-receipts = Dossier où écrire les reçus, un par juré :
desk-ask-receipt = Reçu de la coordination (.receipt.json) :
desk-watching = Dossier surveillé : { $folder }
desk-watching-ends = Plus aucun dossier n’est surveillé.
desk-receipts-written = Reçus écrits
desk-receipt-kept = Reçu de la coordination
desk-arrived = { $n ->
    [one] Une feuille arrivée
   *[other] { $n } feuilles arrivées
 } dans { $folder }.
desk-arrivals = Arrivées · { $folder }
desk-arrivals-last = Dernière fusion
desk-sheet-no-receipt = Aucun reçu de la coordination pour l’instant.
desk-sheet-received = Reçue par la coordination : révision { $revision } ({ $at }){ $since ->
    [0] , rien n’a changé depuis.
    [one] , un changement depuis.
   *[other] , { $since } changements depuis.
 }
action-watch = Surveiller un dossier partagé
desk-hint-watch = surveiller
action-receipts = Écrire les reçus des jurés
desk-agreement = Accord du jury
action-agreement = Voir l’accord et la sévérité du jury
desk-hint-agreement = accord
desk-hint-receipts = reçus
action-receipt = Reprendre le reçu de la coordination
desk-hint-receipt = reçu
action-keep-a = Garder la version A
desk-hint-keep-a = garder
action-keep-b = Garder la version B
desk-hint-keep-b = garder B
action-sitting = Ouvrir ou clore la séance
desk-hint-sitting = séance
action-decide = Décider du niveau
desk-hint-decide = décider
action-next-undecided = Aller au prochain dossier sans décision
desk-hint-next-undecided = suivant
action-adopt = Adopter en bloc les dossiers sans débat
desk-hint-adopt = en bloc
action-postpone = Reporter le dossier
desk-hint-postpone = reporter
action-reopen = Rouvrir le dossier
desk-hint-reopen = rouvrir
action-projection = Projeter : lettres au lieu des noms
desk-hint-projection = projeter
action-unmask = Montrer les notes avant la séance
desk-hint-unmask = démasquer
action-import = Importer des dossiers
desk-hint-import = importer
action-place = Dire où va la question
desk-hint-place = placer
action-attach = Indiquer les pièces jointes
desk-hint-attach = pièces
action-next-unplaced = Question suivante sans place
desk-hint-next-unplaced = sans place
action-export = Écrire le dossier de publication
desk-hint-export = publier
action-editor-undo = Annuler dans le texte
desk-hint-editor-undo = annuler
action-editor-redo = Rétablir dans le texte
desk-hint-editor-redo = rétablir
action-accept = Valider
desk-hint-accept = valider
action-toggle = Cocher
desk-hint-toggle = cocher
action-complete = Compléter le chemin
desk-hint-complete = compléter
