# Ce que disent les commandes, et leur aide.

cmd-tnl-jury = Le poste de travail du jury « Territoire Numérique Libre ». Sans commande : l’écran complet.
cmd-tnl-jury-demo = Une campagne fictive complète, prête à essayer
cmd-tnl-jury-campaign = La campagne : la créer, la montrer
cmd-tnl-jury-campaign-new = Crée une campagne (le fichier de la coordination)
cmd-tnl-jury-campaign-show = Grille, seuils, dates, nombres
cmd-tnl-jury-import = Prend les dossiers tels que la plateforme les exporte
cmd-tnl-jury-dossier = Un dossier : le voir en entier, dire s’il est en lice
cmd-tnl-jury-dossier-show = Montre un dossier tel qu’il est arrivé, avec les messages et avis de la plateforme
cmd-tnl-jury-dossier-standing = Dit si un dossier est en lice, irrecevable ou retiré
arg-mapping = Quelle colonne est quoi (mapping.toml) ; avec --dry-run, l’écrit s’il n’existe pas encore
arg-standing = received : en lice ; irrecevable ; withdrawn : retiré par le candidat
cmd-tnl-jury-juror = Le jury et ses conflits d’intérêts
cmd-tnl-jury-juror-add = Inscrit un juré
cmd-tnl-jury-juror-list = Liste le jury
cmd-tnl-jury-juror-conflict = Déclare un conflit d’intérêts
cmd-tnl-jury-assign = Confie les dossiers aux jurés
cmd-tnl-jury-pack = Prépare un paquet par juré
cmd-tnl-jury-open = Ouvre le paquet reçu (côté juré)
cmd-tnl-jury-dossiers = Liste les dossiers et leur avancement
cmd-tnl-jury-score = Note un critère d’un dossier
cmd-tnl-jury-recuse = Se déporte d’un dossier, ou y revient
cmd-tnl-jury-form = Toute sa feuille en un fichier de texte, à remplir dans son éditeur
cmd-tnl-jury-form-write = Écrit ce fichier
cmd-tnl-jury-form-read = Le relit : prend ce qui y a changé
cmd-tnl-jury-sheet = La feuille de notes signée
cmd-tnl-jury-receipt = Reçus : ce que la coordination a reçu, et l’état de son journal
cmd-tnl-jury-receipt-write = Écrit un reçu par juré dont une feuille est arrivée
cmd-tnl-jury-receipt-read = Reprend chez soi le reçu de la coordination
cmd-tnl-jury-sheet-write = Écrit sa feuille, signée
cmd-tnl-jury-sheet-show = Montre ce qu’une feuille dit d’elle-même
cmd-tnl-jury-sheet-verify = Vérifie une feuille
cmd-tnl-jury-merge = Réunit les feuilles revenues
cmd-tnl-jury-conflicts = Les notes que deux machines d’un même juré ont écrites sans se connaître
cmd-tnl-jury-conflicts-keep = Garde un des côtés
cmd-tnl-jury-status = Qui a rendu quoi, ce qui manque
cmd-tnl-jury-results = Le résultat de chaque dossier
cmd-tnl-jury-agreement = L’accord du jury : coefficients, et sévérité de chaque juré
cmd-tnl-jury-agenda = Les dossiers dans l’ordre où en parler, et pourquoi
cmd-tnl-jury-session = La séance du comité
cmd-tnl-jury-session-open = Ouvre la séance
cmd-tnl-jury-session-close = Ferme la séance
cmd-tnl-jury-decide = Fixe le niveau d’un dossier
cmd-tnl-jury-export = Écrit le dossier de publication
cmd-tnl-jury-log = Le journal chaîné
cmd-tnl-jury-check = Vérifie tout le fichier
cmd-tnl-jury-backup = Copie le fichier, même ouvert
cmd-tnl-jury-restore = Remet une copie en place
cmd-tnl-jury-keys = Les touches en vigueur
cmd-tnl-jury-completions = Complétion pour le shell
cmd-tnl-jury-man = Page de manuel

arg-store = Le fichier de travail
arg-lang = Langue des messages
arg-json = Un seul document JSON en sortie
arg-keymap = Jeu de touches : default, vim, one-hand, ou un fichier
arg-theme = Couleurs ; auto suit le terminal
arg-plain = Dialogue ligne à ligne, pour lecteur d’écran et plage braille (sans commande, ou avec « demo »)
arg-help = Affiche l’aide
arg-version = Affiche la version
arg-role = À la place de qui ouvrir la démonstration
arg-dir = Où la construire (sinon, dossier temporaire)
arg-reset = La reconstruire
arg-grid = Grille fournie (tnl-2016, tnl-2024, tnl-2025) ou fichier grid.toml
arg-edition = L’édition, telle qu’on l’imprime
arg-opens = Premier jour des candidatures, AAAA-MM-JJ
arg-closes = Dernier jour des candidatures, AAAA-MM-JJ
arg-paths = Fichiers (ou, pour « merge », dossiers)
arg-from = D’où viennent les dossiers
arg-evidence = Dossier des pièces téléchargées
arg-dry-run = Dire ce qui se passerait, sans rien écrire
arg-allow-incomplete = Prendre aussi un export dont il manque une page
arg-name = Nom
arg-email = Courriel, jamais publié
arg-affiliation = Organisme
arg-juror = Juré : nom, début de nom ou identifiant
arg-dossier = Dossier : numéro, identifiant ou début de nom
arg-reason = Motif
arg-all = Tous les dossiers à tous les jurés, conflits d’intérêts exceptés
arg-out = Dossier de sortie, créé s’il manque
arg-package = Le paquet reçu (.jury.zip)
arg-criterion = Code du critère, par exemple 3.1
arg-value = Valeur de l’échelle, « abstain » ou « na »
arg-comment = Pour le jury
arg-feedback = Pour le candidat
arg-note = Pour soi ; ne quitte jamais ce fichier
arg-undo = Revenir sur le déport
arg-file = Fichier
arg-id = Identifiant du conflit
arg-side = Côté à garder
arg-present = Membres présents
arg-level = Code du niveau, ou « none »
arg-set = Valeurs de consensus fixées par le comité, par exemple 3.1=4
arg-postpone = Remettre à plus tard
arg-reopen = Reprendre un dossier décidé
arg-draft = Brouillon : permis avant la fin, et marqué comme tel
arg-ratings = Notes d’un fichier JSON, sans session : une ligne par juré
arg-csv = Écrire dans ce fichier CSV, une ligne par dossier
arg-to = Dans ce dossier partagé, sous un nom propre à cet appareil
arg-verify = Vérifier la chaîne
arg-receipt = Vérifier aussi que le journal porte bien ce que dit ce reçu
arg-head = Dire aussi si cette tête, donnée auparavant, est dans la chaîne
arg-shell = Shell

campaign-made = Campagne { $edition } créée sur la grille « { $grid } » : { $store }
campaign-shown = Campagne { $edition } · { $grid } · { $dossiers ->
    [one] { $dossiers } dossier
   *[other] { $dossiers } dossiers
 } · { $jurors ->
    [one] { $jurors } juré
   *[other] { $jurors } jurés
 }
campaign-unofficial = Seuils et descripteurs sont ceux du programme : aucune source publique ne les donne.
imported = { $new ->
    [one] { $new } nouveau
   *[other] { $new } nouveaux
 }, { $updated } mis à jour, { $unchanged ->
    [one] { $unchanged } inchangé
   *[other] { $unchanged } inchangés
 }.
imported-dry = À blanc : { $new ->
    [one] { $new } nouveau
   *[other] { $new } nouveaux
 }, { $updated } mis à jour, { $unchanged ->
    [one] { $unchanged } inchangé
   *[other] { $unchanged } inchangés
 }. Rien n’a été écrit.
imported-dry-refused = À blanc : tels quels, ces fichiers seraient refusés, tous ensemble. Rien n’a été écrit.
imported-more = … et { $n ->
    [one] { $n } autre dossier mis à jour
   *[other] { $n } autres dossiers mis à jour
 }.
imported-withdrawn = Dossier { $number } : retiré par le candidat sur la plateforme, il ne sera ni noté ni publié.
imported-difference = { $part } : « { $before } » → « { $after } »
imported-part-name = Nom
imported-part-kind = Type de collectivité
imported-part-submitted = Date de dépôt
imported-part-siren = SIREN
imported-part-siret = SIRET
imported-part-commune = Code INSEE de la commune
imported-part-city = Nom de la commune
imported-part-department = Code du département
imported-part-region = Code de la région
imported-part-answer = { $name }
imported-part-evidence = Pièce « { $name } »
dossier-missing = fichier manquant
stood-received = { $dossier } : en lice.
stood-irrecevable = { $dossier } : irrecevable, il ne sera ni noté ni publié.
stood-withdrawn = { $dossier } : retiré, il ne sera ni noté ni publié.
stage-attachments = Pièces jointes
stage-dossiers = Lecture des dossiers
stage-packages = Paquets des jurés
stage-sheets = Lecture des feuilles
stage-settling = Enregistrement
juror-added = { $name } est dans le jury ({ $id }).
conflict-declared = Conflit d’intérêts de { $juror } sur { $dossier } : noté.
packed = { $juror } : { $file } ({ $dossiers ->
    [one] { $dossiers } dossier
   *[other] { $dossiers } dossiers
 })
opened = Bienvenue { $juror }. Édition { $edition } : { $new ->
    [one] { $new } nouveau dossier
   *[other] { $new } nouveaux dossiers
 }, { $updated } mis à jour, { $unchanged ->
    [one] { $unchanged } inchangé
   *[other] { $unchanged } inchangés
 }. Vos notes sont intactes.
scored = { $dossier } { $criterion } : { $value }, enregistré.
recused = Déport du dossier { $dossier } enregistré.
recusal-undone = Vous êtes de retour sur le dossier { $dossier }.
sheet-written = { $file } : révision { $revision }, { $scored ->
    [one] { $scored } note
   *[other] { $scored } notes
 }, signée. Envoyez ce fichier à la coordination. Empreinte : { $fingerprint }
sheet-gap = Il manque, dossier { $dossier } : { $criteria }
sheet-shown = Feuille de { $juror }, révision { $revision } du { $at } : { $dossiers ->
    [one] { $dossiers } dossier
   *[other] { $dossiers } dossiers
 }, { $scores ->
    [one] { $scores } note
   *[other] { $scores } notes
 }, { $recusals ->
    [one] { $recusals } déport
   *[other] { $recusals } déports
 }. Signature valide. Empreinte : { $fingerprint }
sheet-valid = { $file } : valide pour cette campagne.
sheet-valid-alone = { $file } : signature valide (sans fichier de coordination, le reste ne peut être vérifié).
merge-new = + nouvelle : { $juror }, révision { $revision }, { $dossiers ->
    [one] { $dossiers } dossier
   *[other] { $dossiers } dossiers
 } ({ $file })
merge-newer = + plus récente : { $juror }, révision { $revision }, change { $dossiers ->
    [one] { $dossiers } dossier
   *[other] { $dossiers } dossiers
 } ({ $file })
merge-conflicting = ! contradictoire : { $juror }, révision { $revision }, { $forks ->
    [one] { $forks } note contredit
   *[other] { $forks } notes contredisent
 } celles d’un autre de ses appareils ({ $file })
merge-identical = = identique : { $juror }, révision { $revision }, tout était connu ({ $file })
merge-older = = plus ancienne : { $juror }, révision { $revision }, tout était connu et une partie a été récrite depuis ({ $file })
merge-recused =     déporté : ce qu’il dit de { $n ->
    [one] { $n } dossier
   *[other] { $n } dossiers
 } ne compte pas
merge-late =     tardif : apporte quelque chose à { $n ->
    [one] un dossier déjà décidé
   *[other] { $n } dossiers déjà décidés
 } ({ $dossiers }) ; la décision tient
merge-refused = ✗ { $class ->
    [tampered] altérée
    [foreign] étrangère
    [not-assigned] non attribuée
    [cut-short] incomplète
    [unreadable] illisible
   *[malformed] malformée
 } : { $file } refusée, { $why }
receipt-written = Reçu de { $juror } : { $file } ({ $n ->
    [one] une feuille
   *[other] { $n } feuilles
 }). À lui envoyer.
receipt-sheet = La coordination a reçu la révision { $revision } de l’appareil { $device } ({ $at }).
receipt-head = Journal de la coordination : entrée { $seq }, { $head }. Le procès-verbal doit porter cette entrée : gardez ce reçu.
merge-skipped = · { $file } : pas une feuille, laissée de côté
merge-sum = { $accepted ->
    [one] { $accepted } acceptée
   *[other] { $accepted } acceptées
 }, { $unchanged ->
    [one] { $unchanged } inchangée
   *[other] { $unchanged } inchangées
 }, { $refused ->
    [one] { $refused } refusée
   *[other] { $refused } refusées
 } ; { $conflicts ->
    [one] { $conflicts } note contradictoire ouverte
   *[other] { $conflicts } notes contradictoires ouvertes
 }.
merge-sum-dry = À blanc : { $accepted ->
    [one] { $accepted } serait acceptée
   *[other] { $accepted } seraient acceptées
 }, { $unchanged ->
    [one] { $unchanged } inchangée
   *[other] { $unchanged } inchangées
 }, { $refused ->
    [one] { $refused } refusée
   *[other] { $refused } refusées
 } ; { $conflicts ->
    [one] { $conflicts } note contradictoire
   *[other] { $conflicts } notes contradictoires
 }. Rien n’a été écrit.
fork-line = { $id }  { $juror } · { $number } { $name } · { $criterion }
fork-kept = Conflit { $fork } : côté { $side } gardé.
status-juror = { $juror } : dossiers complets { $complete }/{ $assigned }, { $recused ->
    [one] { $recused } déport
   *[other] { $recused } déports
 }, révision { $revision }, { $conflicts ->
    [one] { $conflicts } contradiction
   *[other] { $conflicts } contradictions
 }
status-juror-silent = { $juror } : rien reçu ({ $assigned ->
    [one] { $assigned } dossier confié
   *[other] { $assigned } dossiers confiés
 })
state-todo = à faire
state-partial = en cours
state-done = fait
state-aside = hors course
state-recused = déport
robustness-robust = robuste
robustness-sensitive = sensible
robustness-fragile = fragile
robustness-untestable = non vérifiable
results-written = { $file } : { $n ->
    [one] un dossier
   *[other] { $n } dossiers
 }. Pour la coordination et le comité seuls : ne publiez pas ce fichier.
result-line = { $number } { $name } : total { $total }, proposé { $proposed } ({ $robustness }), décidé { $decided }
agenda-undisputed = rien à débattre
reason-discuss = désaccord sur { $criterion }
reason-split = les jurés proposent des niveaux éloignés
reason-no-proposal = pas de proposition
reason-near-threshold = à { $distance } d’un seuil
reason-held-by-floor = retenu par le plancher de l’axe { $axis }
reason-fragile = le niveau tient à un juré
reason-no-feedback = aucun retour au candidat
sitting-opened = Séance { $number } ouverte.
sitting-closed = Séance close.
decided = { $dossier } : niveau { $level }, décidé.
decision-postponed = { $dossier } : remis à plus tard.
decision-reopened = { $dossier } : repris.
exported = { $out } : { $labelled ->
    [one] { $labelled } candidat labellisé
   *[other] { $labelled } candidats labellisés
 }.
log-holds = Le journal tient. Tête : { $head }
check-copy = Une copie saine existe : { $file }. « restore { $file } » la remet en place ; le fichier actuel est gardé à côté.
log-head-stands = La tête donnée y est, à la position { $seq }.
check-sound = Tout est conforme. Tête du journal : { $head }
check-unsound = Des points ne sont pas conformes ; ne publiez rien. « restore » remet une sauvegarde en place.
backed-up = Copie écrite : { $file }
restored = { $store } est en place.
restored-kept = { $store } est en place ; l’ancien est gardé sous { $kept }

help-commands = Commandes
usage-help = « tnl-jury --help » liste les commandes ; « --help » après une commande l’explique.
usage-unknown-command = Il n’y a pas de commande « { $found } ».
usage-unknown-argument = « { $found } » n’est pas attendu ici.
usage-missing = Il manque : { $expected }.
usage-invalid-value = « { $found } » ne convient pas pour { $arg }. Valeurs possibles : { $expected }.
usage-conflict = { $one } ne va pas avec { $other }.
usage-other = Les arguments ne conviennent pas { $found }.

# De l’accord du jury.
agreement-advice = À titre indicatif : rien de ceci n’entre dans un résultat.
agreement-overall = Ensemble
agreement-line = { $of } : { $identical } % identiques, { $near } % à un point près ; alpha ordinal { $alpha } ({ $interval }) ; { $n } notés à plusieurs
agreement-few = { $of } : trop peu de notes à comparer ({ $n })
agreement-severity = Sévérité : au-dessous de 0, plus sévère que les autres ; au-dessus, plus indulgent
agreement-juror = { "  " }{ $juror } : { $b } (erreur type { $se }, { $n } notes)
agreement-none = { "  " }{ $why }
agreement-juror-few = { "  " }{ $juror } : trop peu de notes ({ $n })
why-no-pair = rien n’a été noté par deux jurés
why-no-variation = toutes les notes sont les mêmes
why-one-juror = un seul juré
why-missing = il manque des notes
why-few-complete = moins de deux dossiers notés par tous
why-no-scale = une échelle d’une seule valeur
why-few-dossiers = trop peu de dossiers pour en retirer un
why-disconnected = aucun dossier ne relie ces groupes de jurés : leur sévérité ne se compare pas
why-no-freedom = pas plus de notes que d’inconnues

stage-letters = Lettres aux candidats
arg-embargo = Jour jusqu’auquel rien ne doit être diffusé
arg-minutes-lang = Langue du procès-verbal
arg-templates = Dossier de gabarits qui remplacent ceux du programme
arg-print-templates = Écrit les gabarits du programme dans un dossier, pour les adapter
templates-printed = { $n ->
    [0] Tous les gabarits sont déjà dans { $folder }.
    [one] Un gabarit écrit dans { $folder }.
   *[other] { $n } gabarits écrits dans { $folder }.
 }
