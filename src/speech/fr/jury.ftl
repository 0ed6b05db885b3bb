# Le jury : qui lit quoi, et les conflits d’intérêts.

# Pourquoi un conflit est suggéré.

ground-answer = Nommé dans la réponse à « { $place } »
ground-file-name = Nommé dans le nom d’une pièce : { $place }
ground-evidence = Nommé dans « { $place } », page { $page }
ground-affiliation = Son organisme, « { $place } », ressemble au candidat
ground-city = Son organisme, « { $place } », ressemble à la commune du candidat : { $passage }

# Commandes.

cmd-tnl-jury-juror-suggest = Suggère des conflits d’intérêts d’après les dossiers
cmd-tnl-jury-juror-edit = Corrige le nom, le courriel ou l’organisme d’un juré
arg-per-dossier = Nombre de jurés par dossier, répartis au plus juste
arg-seed = Graine du tirage au sort : la même donne la même répartition
arg-at-most = Nombre de dossiers par juré, au plus
arg-dismiss = Écarter la suggestion pour de bon : ce n’est pas un conflit
arg-undo-conflict = Revenir sur le conflit déclaré, ou sur la suggestion écartée
jury-line = { $id }  { $name } ({ $affiliation }) : { $assigned ->
    [one] { $assigned } dossier
   *[other] { $assigned } dossiers
 }, { $conflicts ->
    [one] { $conflicts } conflit
   *[other] { $conflicts } conflits
 }, { $suggested ->
    [one] { $suggested } suggestion
   *[other] { $suggested } suggestions
 }
juror-changed = { $name } ({ $id }) : modifié. Refaites son paquet s’il est déjà parti.
conflict-dismissed = Suggestion écartée pour { $juror } sur { $dossier } : elle ne reviendra pas.
conflict-undone = { $juror } et { $dossier } : ce qui avait été dit est retiré.
suggest-sum = { $n ->
    [0] Aucun conflit d’intérêts suggéré.
    [one] Un conflit d’intérêts suggéré. « juror conflict » l’accepte, ou l’écarte avec --dismiss.
   *[other] { $n } conflits d’intérêts suggérés. « juror conflict » les accepte, ou les écarte avec --dismiss.
 }
suggest-unread = { $n ->
    [one] Une pièce n’a pas encore été lue
   *[other] { $n } pièces n’ont pas encore été lues
 } : ouvrez le bureau un moment, il les lit de lui-même, puis relancez.
assigned = { $seats ->
    [one] { $seats } attribution
   *[other] { $seats } attributions
 }, dont { $added } nouvelles.
assigned-load = { $n ->
    [one] { $n } dossier
   *[other] { $n } dossiers
 } · { $juror }

# Bureau.

desk-jurors = Jury et conflits
desk-jurors-counts = { $jurors ->
    [one] { $jurors } juré
   *[other] { $jurors } jurés
 } · { $suggested ->
    [0] rien à examiner
    [one] { $suggested } suggestion à examiner
   *[other] { $suggested } suggestions à examiner
 }
desk-jurors-none = Personne n’est encore inscrit. { $key } inscrit un juré.
desk-jurors-unread = { $n ->
    [one] une pièce reste à lire
   *[other] { $n } pièces restent à lire
 } : d’autres suggestions peuvent venir
desk-col-affiliation = Organisme
desk-col-seats = À lire
desk-col-bars = Conflits
desk-col-suggested = À voir
desk-suggested-of = Conflits d’intérêts : { $juror }
desk-suggested-none = Aucun conflit suggéré ni déclaré.
desk-suggested-none-here = Aucune suggestion à cette ligne.
desk-suggested-mark = à voir
desk-bar-mark = déclaré
desk-bar-reason = Motif : { $reason }
desk-bar-no-reason = Sans motif.
desk-bar-keys = { $key } revient sur ce conflit.
desk-suggested-keys = { $accept } déclare le conflit · { $dismiss } l’écarte pour de bon
desk-suggested-pick = Choisissez une ligne du volet des conflits ({ $key }).
desk-conflict-declared = Conflit déclaré : ce dossier ne sera plus confié à ce juré.
desk-conflict-dismissed = Suggestion écartée pour de bon. { $key } y revient.
desk-conflict-undone = C’est fait : ce conflit n’est plus déclaré.
desk-dismissal-undone = C’est fait : la suggestion peut revenir.
desk-ask-juror-name = Nom du juré, comme il doit être imprimé :
desk-ask-juror-affiliation = Organisme de { $name } (facultatif ; il sert à voir les conflits d’intérêts) :
desk-ask-juror-email = Courriel de { $name } (facultatif, jamais publié) :
desk-juror-added = Juré inscrit.
desk-ask-per-dossier = Combien de jurés par dossier ? Rien n’est écrit avant votre accord :
desk-per-dossier-number = Donnez un nombre entier, 1 ou plus.
desk-seat-plan = Ce que la répartition ferait
desk-seat-plan-sum = { $per ->
    [one] Un juré
   *[other] { $per } jurés
 } par dossier, { $dossiers ->
    [one] un dossier
   *[other] { $dossiers } dossiers
 } : { $added ->
    [0] il n’y a rien à ajouter.
    [one] une attribution à ajouter.
   *[other] { $added } attributions à ajouter.
 }
desk-seat-plan-span = Chaque juré lirait de { $least } à { $most } dossiers. Ce qui est déjà confié reste.
desk-seat-plan-failed = Répartition impossible
desk-assigned = Dossiers confiés : { $added ->
    [one] une attribution nouvelle
   *[other] { $added } attributions nouvelles
 }. { $key } fait les paquets.
desk-ask-pack = Dossier où écrire les paquets des jurés :
desk-packed = Paquets écrits : remettez à chacun le sien
desk-packed-file = { $juror } : { $n ->
    [one] un dossier
   *[other] { $n } dossiers
 } ({ $file })
desk-help-jury = Touches du jury
action-jury = Voir le jury, ses charges et les conflits d’intérêts
desk-hint-jury = jury
action-accept-conflict = Déclarer le conflit d’intérêts suggéré
desk-hint-accept-conflict = déclarer
action-dismiss-conflict = Écarter pour de bon le conflit suggéré
desk-hint-dismiss-conflict = écarter
action-take-back-conflict = Revenir sur le conflit, ou sur le dernier écarté
desk-hint-take-back-conflict = revenir
action-add-juror = Inscrire un juré
desk-hint-add-juror = inscrire
action-assign = Répartir les dossiers entre les jurés
desk-hint-assign = répartir
action-pack = Écrire les paquets des jurés
desk-hint-pack = paquets
