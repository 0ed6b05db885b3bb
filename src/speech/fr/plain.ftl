# Le dialogue ligne à ligne (--plain), pour lecteur d’écran et plage braille.

# Les mots compris : les formes d’un mot sont séparées par des virgules, la première est celle que l’on montre. Ceux de
# l’anglais sont compris aussi ; une forme ne désigne qu’une chose dans les deux langues.

plain-word-list = liste, dossiers, l
plain-word-open = ouvrir, o
plain-word-next = suivant, s
plain-word-search = chercher, trouver, t
plain-word-sheet = bilan, m
plain-word-hand-in = feuille, w
plain-word-undo = annuler, u
plain-word-redo = rétablir, r
plain-word-more = suite, +
plain-word-back = retour, b
plain-word-help = aide, h, ?
plain-word-quit = quitter, q
plain-word-abstain = abstention, a
plain-word-na = sans objet, x
plain-word-comment = commentaire, commenter, c
plain-word-feedback = piste, f
plain-word-note = note, n
plain-word-erase = effacer, e
plain-word-recuse = déport, d
plain-word-piece = pièce, pièces, p
plain-word-cite = citer, citation, citations, "
plain-word-criterion = critère, critères, k
plain-word-read = relire, i
plain-word-values = valeurs, échelle, v
plain-word-general = généralités, g
plain-word-compare = comparer, j
plain-word-seen = vu, y
plain-yes = oui
plain-no = non

# L’aide, une ligne par mot.

plain-help-of-list = Vous êtes dans la liste des dossiers. Tapez un numéro de dossier pour l’ouvrir, ou un de ces mots, en entier ou par sa lettre :
plain-help-of-criterion = Vous êtes dans un critère. Tapez une note de { $min } à { $max }, le code d’un critère, ou un de ces mots, en entier ou par sa lettre :
plain-help-list = liste, ou l : les dossiers, un par ligne. « liste MOTS » ne garde que ceux qui y ressemblent.
plain-help-open = ouvrir NUMÉRO, ou o : ouvre un dossier, par son numéro ou par le début de son nom.
plain-help-next = suivant, ou s : va au prochain critère à noter, d’un dossier à l’autre.
plain-help-search = chercher MOTS, ou t : cherche dans les réponses, les pièces et vos textes.
plain-help-sheet = bilan, ou m : ce que vous avez noté, ce qui manque.
plain-help-hand-in = feuille CHEMIN, ou w : écrit votre feuille signée, à remettre à la coordination.
plain-help-undo = annuler, ou u : reprend la dernière action.
plain-help-redo = rétablir, ou r : refait ce qui a été repris.
plain-help-more = suite, ou +, ou une ligne vide : la page suivante de ce qui est long.
plain-help-back = retour, ou b : revient à la liste des dossiers.
plain-help-help = aide, ou h, ou ? : ces lignes.
plain-help-quit = quitter, ou q : s’en va. Tout est déjà enregistré.
plain-help-abstain = abstention, ou a : ne pas donner d’avis sur ce critère.
plain-help-na = sans objet, ou x : le critère ne s’applique pas à ce candidat.
plain-help-comment = commentaire, ou c : écrire pour le jury, sur plusieurs lignes, un point seul pour finir.
plain-help-feedback = piste, ou f : écrire pour le candidat une piste de progression.
plain-help-note = note, ou n : écrire une note personnelle ; elle ne quitte jamais ce fichier.
plain-help-erase = effacer, ou e : retire la valeur donnée. « effacer commentaire », « effacer piste » ou « effacer note » retire un texte.
plain-help-recuse = déport, ou d : se déporter de ce dossier, ou y revenir.
plain-help-piece = pièce NUMÉRO, ou p : lit une pièce, ou l’écrit dans un fichier si elle ne se lit pas ici. « pièce » seul les nomme toutes, « pièce NUMÉRO CHEMIN » l’écrit.
plain-help-cite = citer PIÈCE MOTS, ou " : garde avec la note la phrase de la pièce qui contient ces mots. « citer PIÈCE PAGE MOTS » ne la cherche que sur cette page. « citer » seul dit les citations du critère ; « effacer citation » retire la dernière.
plain-help-criterion = critère CODE, ou k : va à un critère de ce dossier. « critère » seul les nomme tous, avec vos notes.
plain-help-read = relire, ou i : redit tout le critère.
plain-help-values = valeurs, ou v : redit l’échelle et ce que vous avez donné.
plain-help-general = généralités, ou g : ce que le candidat dit de lui, et tout ce qui ne relève d’aucun critère.
plain-help-compare = comparer, ou j : vos notes sur ce critère dans tous les dossiers.
plain-help-seen = vu, ou y : les réponses changées de ce critère ne seront plus signalées. « vu généralités » pour celles qui ne relèvent d’aucun critère.

# L’accueil et la liste.

plain-coordinator = Ce fichier est celui de la coordination : son travail se fait par les commandes import, juror, assign, pack, merge, conflicts, status, results, agenda, session, decide et export, que « tnl-jury --help » décrit.
plain-welcome = Bonjour { $juror }. Label Territoire Numérique Libre, édition { $edition }.
plain-counts = { $all ->
    [0] Il n’y a aucun dossier.
    [one] { $all } dossier. Terminés ou en déport : { $done }. À faire : { $left }.
   *[other] { $all } dossiers. Terminés ou en déport : { $done }. À faire : { $left }.
 }
plain-welcome-hint = Tapez « suivant » pour aller au prochain critère à noter, « liste » pour entendre les dossiers, ou tapez « aide ». Tout s’enregistre au fur et à mesure.
plain-bye = Tout est enregistré. Au revoir.
plain-prompt-list = Liste des dossiers. Un mot, ou « aide » >
plain-prompt-criterion = { $number }, critère { $code }. Une note de { $min } à { $max }, un mot, ou « aide » >
plain-prompt-recused = { $number }, en déport. Un mot, ou « aide » >
plain-row = { $number }, { $name }, { $kind }, { $n } sur { $all } notés, { $state }
plain-no-dossier = Il n’y a aucun dossier. Demandez un nouveau paquet à la coordination, puis « open PAQUET ».
plain-no-match = Aucun dossier ne ressemble à « { $filter } ». « liste » seul les donne tous.
plain-end-list = fin de la liste
plain-open-what = Quel dossier ? « ouvrir NUMÉRO », ou le début de son nom. « liste » les donne tous.
plain-page = Page { $n } sur { $of }. « suite » ou une ligne vide pour la page suivante.
plain-page-last = Page { $n } sur { $of }, { $end }.
plain-no-more = Il n’y a pas de suite à lire.
plain-in-list-already = Vous êtes déjà dans la liste des dossiers. « quitter » pour partir.
plain-alone = « { $typed } » n’est pas compris, et rien n’a été fait : ce mot s’emploie seul. « aide » dit comment.
plain-needs-criterion = « { $typed } » se dit dans un critère. Ouvrez un dossier d’abord, par « ouvrir NUMÉRO » ou « suivant ».
plain-unknown-in-list = « { $typed } » n’est pas compris ici. Tapez un numéro de dossier, ou un de ces mots : { $words }.
plain-unknown-in-criterion = « { $typed } » n’est pas compris ici. Tapez une note de { $min } à { $max }, le code d’un critère, ou un de ces mots : { $words }.

# La recherche.

plain-search-what = Chercher quoi ? « chercher MOTS », par exemple « chercher logiciel libre ».
plain-no-hit = Rien ne contient « { $words } ». Essayez moins de mots, ou le début d’un mot.
plain-hit = { $n }. Dossier { $number }, { $name }, critère { $code }, { $kind } : { $text }
plain-hit-general = { $n }. Dossier { $number }, { $name }, hors critère, { $kind } : { $text }
plain-hit-answer = réponse
plain-hit-evidence = pièce
plain-hit-remark = votre texte
plain-prompt-hit = Numéro du résultat à ouvrir, de 1 à { $all }, ou une ligne vide pour rester >
plain-hit-unknown = Il n’y a pas de résultat { $typed } : de 1 à { $all }.
plain-hit-piece = Ces mots sont dans la pièce { $n } : « pièce { $n } » pour la lire.

# Un dossier.

plain-dossier = Dossier { $number }, { $name }, { $kind }, { $place } sur { $of }. { $n } sur { $all } notés.
plain-dossier-irrecevable = Ce dossier a été jugé irrecevable.
plain-dossier-withdrawn = Ce dossier a été retiré par le candidat.
plain-dossier-late = Ce dossier a été déposé après la clôture.
plain-dossier-resembles = Ce candidat ressemble à votre organisme : un déport se réfléchit. « déport » le déclare.
plain-dossier-changed = { $n ->
    [one] Une réponse a changé
   *[other] { $n } réponses ont changé
 } depuis vos notes : { $places }. « vu » dans le critère cesse de le dire.
plain-no-criterion = hors critère
plain-plan-row = Critère { $code }, { $name } : { $mark }
plain-plan-hint = « critère CODE » ou le code seul pour y aller.
plain-compare-row = { $number }, { $name } : { $mark }
plain-recused-here = Vous êtes en déport sur ce dossier : il ne se note pas. « déport » pour y revenir, « suivant » pour le prochain critère à noter.
plain-recused-reason = Motif : { $text }
plain-prompt-recuse = Déport de { $name } : vos notes n’y compteront pas. Tapez le motif, « oui » pour n’en donner aucun, ou une ligne vide pour renoncer >
plain-prompt-come-back = Revenir sur votre déport de { $name } ? Vos notes y compteront de nouveau. Tapez « oui », ou une ligne vide pour renoncer >
plain-recused = Déport enregistré. « suivant » mène au prochain critère à noter, « annuler » reprend le déport.
plain-came-back = Déport repris : vous notez de nouveau ce dossier.

# Un critère.

plain-criterion = Critère { $code }, { $name }. Axe { $axis }, { $axis-name }. { $n } sur { $all } notés dans ce dossier.
plain-guidance = Consigne : { $text }
plain-question = Question : { $text }
plain-answer = Réponse : { $text }
plain-unanswered = Pas de réponse.
plain-answer-changed = Cette réponse a changé depuis vos notes. Avant : { $text }
plain-answer-new = Cette réponse a été donnée depuis vos notes.
plain-no-question = Le candidat n’a répondu à aucune question là-dessus.
plain-no-piece = { $all ->
    [0] Ce dossier n’a aucune pièce.
    [one] Aucune pièce ici ; ce dossier en a une ailleurs, que « pièce » nomme.
   *[other] Aucune pièce ici ; ce dossier en a { $all } ailleurs, que « pièce » nomme.
 }
plain-value = { $value } : { $text }
plain-value-none = a : abstention. x : sans objet.
plain-mark = { $value }, { $text }
plain-mark-none = pas encore noté
plain-mark-abstained = abstention
plain-mark-na = sans objet
plain-standing = État : { $mark }.
plain-standing-comment = Commentaire pour le jury : { $text }
plain-standing-feedback = Piste pour le candidat : { $text }
plain-standing-note = Note personnelle : { $text }
plain-seen = { $n ->
    [0] Aucune réponse n’a changé là.
    [one] Une réponse changée, marquée comme vue.
   *[other] { $n } réponses changées, marquées comme vues.
 }
plain-saved = { $mark }, enregistré.
plain-off-scale = « { $typed } » n’est pas sur l’échelle : de { $min } à { $max }, ou « a » pour l’abstention, ou « x » pour sans objet.
plain-dossier-complete = Dossier complet : { $all } sur { $all } notés. « suivant » mène au prochain critère à noter, « retour » à la liste.
plain-all-complete = Dossier complet, et il ne reste rien à noter. « bilan » le résume, « feuille CHEMIN » écrit votre feuille à remettre.
plain-nothing-left = Il ne reste rien à noter. « bilan » le résume, « feuille CHEMIN » écrit votre feuille à remettre.
plain-erased = Effacé.
plain-erase-what = « { $typed } » ne s’efface pas. « effacer » retire la valeur donnée ; ajoutez « commentaire », « piste » ou « note » pour retirer un texte.
plain-nothing-to-erase = Il n’y a rien à effacer là.
plain-undone = Annulé. Dossier { $number }, { $name }.
plain-redone = Rétabli. Dossier { $number }, { $name }.
plain-nothing-to-undo = Il n’y a plus rien à annuler.
plain-nothing-to-redo = Il n’y a rien à rétablir.

# Les textes.

plain-text = { $what }, critère { $code }.
plain-text-comment = Commentaire pour le jury
plain-text-feedback = Piste de progression pour le candidat
plain-text-note = Note personnelle
plain-text-old = Texte actuel : { $text }
plain-text-old-hint = Un point seul le garde. Ce que vous écrivez le remplace ; commencez par une ligne « + » pour écrire à la suite.
plain-prompt-text = Vos lignes, puis une ligne avec un point seul pour finir >
plain-text-saved = { $what }, critère { $code }, { $lines ->
    [one] une ligne
   *[other] { $lines } lignes
 }, c’est enregistré.
plain-unchanged = Rien n’a été changé.
plain-text-unsaved = Votre texte n’est pas encore enregistré. Un point seul réessaie.
plain-text-kept = Votre texte : { $text }

# Les pièces.

plain-piece = Pièce { $n } : { $name }, { $kind }, { $size }, { $way }.
plain-piece-read = se lit ici
plain-piece-write = s’ouvre dans un autre logiciel
plain-piece-missing = manquante
plain-piece-unknown = { $all ->
    [0] Ce dossier n’a aucune pièce.
   *[other] Il n’y a pas de pièce « { $typed } » : de 1 à { $all }. « pièce » seul les nomme.
 }
plain-piece-absent = « { $name } » n’est pas dans ce fichier de travail. Demandez un nouveau paquet à la coordination.
plain-piece-begins = Pièce { $n }, { $name }, commence.
plain-piece-ends = fin de la pièce { $n }
plain-piece-page = Page { $n } du document :
plain-piece-cut = Trop longue pour être lue en entier ici. « pièce { $n } CHEMIN » l’écrit dans un fichier.
plain-piece-empty = Elle est vide.
plain-prompt-piece = « { $name } » ne se lit pas ici. Chemin du fichier où l’écrire, par exemple { $example }, ou une ligne vide pour renoncer >
plain-piece-written = Écrit : { $path }. Ouvrez ce fichier avec le logiciel que vous employez d’habitude.
plain-path-taken = { $path } existe déjà et n’a pas été touché. Donnez un autre chemin.
plain-nothing-written = Rien n’a été écrit.

# La feuille.

plain-sheet = Notes données : { $n } sur { $all }. { $left ->
    [0] Rien ne manque.
    [one] Il en manque une.
   *[other] Il en manque { $left }.
 }
plain-missing = Manque, dossier { $dossier } : { $codes }.
plain-missing-all = Manque, dossier { $dossier } : tout.
plain-sheet-whole = « feuille CHEMIN » écrit votre feuille signée, à remettre.
plain-sheet-partial = « suivant » va au premier critère qui manque. « feuille CHEMIN » écrit dès maintenant votre feuille signée ; elle peut être remise incomplète, puis de nouveau.
plain-prompt-sheet = Chemin de votre feuille signée, par exemple { $example }, ou une ligne vide pour renoncer >
plain-written = Feuille écrite : { $path }.
plain-written-holds = Elle contient { $n ->
    [one] une note
   *[other] { $n } notes
 }, révision { $revision }. Empreinte à lire au téléphone : { $fingerprint }.
plain-written-ending = Son nom ne finit pas par .sheet.json : renommez-la ainsi, ou la coordination risque de ne pas la voir.
plain-written-send = Envoyez ce fichier à la coordination, par courriel ou par dossier partagé. L’envoyer deux fois ne compte pas double ; après un changement, écrivez-le et envoyez-le de nouveau.
plain-cite-words = Ajoutez des mots de la phrase à citer : « citer { $n } » et ces mots.
plain-cited = Gardé avec la note. { $citation }
plain-citation = Citation. { $citation }
plain-citation-told = « { $excerpt } » ({ $place })
plain-no-citations = Aucune citation à ce critère.
