# Ce qui ne va pas, où, et que faire.

error-io = { $file } : { $why }. Vérifiez l’emplacement et les droits, puis recommencez.
error-internal = Erreur inattendue : { $why }. Rien d’autre n’a été fait ; réessayez, puis lancez « check ».
error-role-coordinator = Ce fichier est celui d’un juré : cette action se fait dans celui de la coordination. Ouvrez-le avec --store.
error-role-juror = Ce fichier est celui de la coordination : cette action se fait dans celui d’un juré, après « open PAQUET ». Indiquez-le avec --store.

store-missing = { $path } n’existe pas. Ouvrez un paquet (« open »), créez une campagne (« campaign new ») ou indiquez un autre fichier avec --store.
store-exists = { $path } existe déjà et n’a pas été touché. Choisissez un autre nom.
store-foreign = { $path } n’est pas un fichier de tnl-jury ; il n’a pas été touché. Indiquez le bon fichier avec --store.
store-newer = { $path } a été écrit par une version plus récente (schéma { $found }, connu ici : { $known }) ; il n’a pas été touché. Mettez tnl-jury à jour.
store-held = { $path } est ouvert en écriture par { $holder }. Fermez l’autre fenêtre, puis recommencez.
store-damaged = La ligne { $row } de la table { $table } ne correspond plus à ce qui a été écrit. Lancez « check », puis « restore » depuis la dernière sauvegarde.
store-io = { $path } : { $why }. Vérifiez l’emplacement, la place libre et les droits.
store-sqlite = La base a répondu : { $why }. Lancez « check » ; au besoin, « restore » depuis la dernière sauvegarde.

campaign-edition-blank = L’édition est vide. Donnez par exemple --edition 2026.
campaign-dates-reversed = L’ouverture vient après la clôture. Échangez --opens et --closes.
campaign-date-malformed = « { $found } » n’est pas une date. Écrivez AAAA-MM-JJ, par exemple 2026-10-19.
campaign-grid-unknown = « { $name } » n’est ni une grille fournie ({ $known }) ni un fichier existant. Choisissez-en une, ou donnez le chemin d’un fichier grid.toml.
campaign-grid-not-file = { $name } n’est pas un fichier ordinaire de moins de 4 Mio. Donnez le fichier grid.toml lui-même.
campaign-grid-not-utf8 = { $name } n’est pas en UTF-8 (octet { $at }). Enregistrez-le en UTF-8.

grid-malformed = { $file }, ligne { $line } : { $found }. Corrigez cette ligne. Rien n’a été écrit.
grid-faults = { $file } : { $count ->
    [one] un défaut à corriger
   *[other] { $count } défauts à corriger
 }. Corrigez la grille, puis recommencez ; rien n’a été écrit.
grid-blank = { $at } : vide ; donnez un texte.
grid-unseen = { $at } : contient un caractère de contrôle ; récrivez le code en caractères ordinaires.
grid-twice = { $at } : « { $code } » figure deux fois ; chaque code est unique. Renommez l’un des deux.
grid-out-of = { $at } : { $found } est hors des bornes, de { $least } à { $most }.
grid-descriptors = { $at } : { $found ->
    [one] { $found } descripteur trouvé
   *[other] { $found } descripteurs trouvés
 }, { $expected ->
    [one] { $expected } attendu
   *[other] { $expected } attendus
 }, un par valeur de l’échelle. Complétez la liste.
grid-unknown = { $at } : « { $name } » n’est défini nulle part dans la grille. Corrigez le nom, ou définissez-le.
grid-falls = { $at } : plus bas que celui du niveau « { $below } » ; seuils et planchers ne diminuent pas. Relevez-le.
grid-no-weight = { $at } : tous les poids sont nuls ; donnez au moins un poids positif.

juror-name-blank = Le nom est vide. Écrivez-le.
juror-name-taken = « { $name } » est déjà dans le jury. Précisez le nom.
juror-unknown = Personne ne s’appelle « { $name } » dans le jury. Connus : { $known }.
juror-ambiguous = « { $name } » peut désigner { $found }. Écrivez-en davantage.
dossier-unknown = Aucun dossier « { $name } ». « dossiers » en donne la liste.
dossier-ambiguous = « { $name } » peut désigner { $found }… Écrivez-en davantage, ou le numéro.
criterion-unknown = La grille n’a pas de critère « { $code } ». Connus : { $known }.
criterion-unknown-plain = La grille n’a pas de critère « { $code } ». Donnez l’un des siens.
assign-no-juror = Le jury est vide : commencez par « juror add ».
stand-decided = Le dossier { $number } a déjà une décision. Rouvrez-le en séance (decide { $number } --reopen), puis recommencez. Rien n’a été écrit.
stand-recused = Vous vous êtes déporté du dossier { $number } : il n’est pas montré. Pour y revenir, tapez : recuse { $number } --undo. Rien n’a été écrit.
pack-stopped = Arrêté à votre demande : { $n ->
    [one] { $n } paquet est fait et complet
   *[other] { $n } paquets sont faits et complets
 }. Relancez « pack » pour les autres.
assign-no-dossier = Il n’y a aucun dossier : commencez par « import ».
assign-none-each = Aucun juré par dossier : donnez un nombre, 1 ou plus (--per-dossier).
assign-too-few = { $n ->
    [one] Un dossier n’a pas { $wanted } jurés sans conflit d’intérêts
   *[other] { $n } dossiers n’ont pas { $wanted } jurés sans conflit d’intérêts
 } parmi les { $jurors } inscrits (entre parenthèses, combien il y en a) : { $dossiers }. Demandez moins de jurés par dossier (--per-dossier), inscrivez-en d’autres (« juror add »), ou revenez sur un conflit déclaré (« juror conflict … --undo »). Rien n’a été écrit.
assign-too-full = Pas assez de places à { $most } dossiers par juré au plus : { $n ->
    [one] un dossier se dispute
   *[other] { $n } dossiers se disputent
 } { $places } places chez { $jurors }, et il en faut { $needed }. En cause : { $dossiers }. Permettez plus de dossiers par juré (--at-most), demandez moins de jurés par dossier (--per-dossier), ou inscrivez-en d’autres (« juror add »). Rien n’a été écrit.
conflict-stands = Un conflit d’intérêts de { $juror } sur { $dossier } est déclaré : il ne peut être écarté. Revenez d’abord dessus avec « juror conflict { $juror } { $dossier } --undo ».
conflict-none = Rien n’a été déclaré ni écarté pour { $juror } sur { $dossier } : il n’y a rien à retirer. « juror list » compte les conflits déclarés ; vérifiez le nom et le numéro.

score-off-scale = « { $found } » n’est pas sur l’échelle : de { $least } à { $most }, ou « abstain », ou « na ».
score-recused = Vous vous êtes déporté du dossier { $dossier }. Pour y revenir : « recuse { $dossier } --undo ».

open-coordinator-store = { $store } est le fichier de la coordination : ouvrez le paquet dans un autre (--store).
open-other-campaign = Ce paquet est celui de l’édition { $found } (une autre campagne) ; { $store } est celui de l’édition { $expected }. Ouvrez-le dans un autre fichier (--store).
open-other-grid = La grille de ce paquet ({ $found }) n’est pas celle de vos notes ({ $expected }). Demandez à la coordination le paquet de votre campagne.
open-other-juror = Ce paquet est destiné à { $found } ; { $store } est celui de { $expected }. Ouvrez-le dans un autre fichier (--store).

package-io = { $file } : { $why }. Vérifiez l’emplacement et les droits.
package-not-zip = { $file } n’est pas un paquet lisible ({ $why }). Copiez-le ou téléchargez-le de nouveau.
package-member = { $file } contient « { $member } », qu’un paquet n’a pas, ou a deux fois. Rien n’a été lu ; redemandez le paquet.
package-lacks = { $file } : il manque « { $member } ». Redemandez le paquet.
package-altered = { $file } : « { $member } » n’est plus tel qu’il a été préparé. Rien n’a été écrit ; redemandez le paquet.
package-too-large = { $file } : « { $member } » dépasse { $limit } Mio une fois décompressé. La lecture s’est arrêtée là. Demandez un autre paquet à la coordination.
package-secret = { $file } : « { $member } », /secret : ce n’est pas un secret de 64 chiffres hexadécimaux. Redemandez le paquet.
package-malformed = { $file } : « { $member } » { $at } : { $found }. Redemandez le paquet.

evidence-missing = Dossier { $number } : la pièce « { $name } » n’a pas été trouvée. Téléchargez-la dans le dossier des pièces, puis importez de nouveau.
evidence-altered = Dossier { $number } : « { $name } » a un autre contenu que celui déposé ; elle n’a pas été prise. Téléchargez-la de nouveau.
evidence-unmatched = « { $name } » ne correspond à aucune pièce d’un dossier. Laissez-la de côté, ou renommez-la comme la plateforme la nomme.

receipt-nothing = aucune feuille n’est arrivée. Réunissez d’abord les feuilles (« merge »), puis écrivez les reçus.
receipt-malformed = { $file } : pas un reçu, ou modifié. Demandez à la coordination de le renvoyer.
receipt-not-yours = { $file } : reçu d’une autre personne ou d’une autre campagne. Demandez le vôtre à la coordination.
receipt-not-authentic = { $file } : ce reçu ne vient pas de qui a fait votre paquet. Vérifiez de vive voix auprès de la coordination.
log-lacks-receipt = le journal ne porte pas ce que dit le reçu { $file } : entrée { $seq }, { $head }. Des entrées ont été retirées ou récrites depuis ; comparez avec une sauvegarde.
store-read-only = lecture seule : { $holder } travaille déjà dans ce fichier. Attendez la fin de son travail, ou poursuivez-le dans sa fenêtre.
sheet-malformed = pas une feuille de notes lisible ({ $at } : { $found }). Demandez au juré de l’écrire de nouveau.
sheet-cut-short = le fichier s’arrête au milieu ({ $at }) : il est peut-être encore en chemin. Attendez la fin de la copie, puis réunissez de nouveau ; sinon demandez au juré de le renvoyer.
sheet-bad-signature = signature invalide : le contenu a changé depuis qu’il a été signé. Demandez au juré de renvoyer le fichier.
sheet-key-not-endorsed = clé non reconnue : elle ne vient pas du paquet de { $juror }. Comparez les empreintes par téléphone.
sheet-not-yours = feuille de { $juror } : ici, on ne reprend que la sienne, venue d’un autre appareil. Transmettez celle-ci à la coordination.
sheet-other-campaign = autre campagne ({ $found }, attendue : { $expected }). Demandez au juré la feuille de cette campagne.
sheet-other-version = version { $found } du format, inconnue ici. Mettez tnl-jury à jour.
sheet-unknown-juror = juré inconnu : { $juror } n’est pas dans ce jury. Inscrivez-le, ou demandez la feuille de cette campagne.
sheet-other-grid = grille inconnue ou modifiée ({ $found }, attendue : { $expected }). Renvoyez au juré le paquet de cette campagne.
sheet-unknown-dossier = dossier inconnu : { $dossier } n’est pas dans cette campagne. Demandez au juré de l’écrire de nouveau.
sheet-unknown-criterion = critère inconnu : { $criterion }, dossier { $dossier }. Demandez au juré de l’écrire de nouveau.
sheet-off-scale = valeur hors de l’échelle : { $found }, critère { $criterion }, dossier { $dossier }. Demandez au juré de l’écrire de nouveau.
sheet-not-assigned = dossier non attribué : { $dossier } n’a pas été confié à { $juror }. Refaites son paquet, puis demandez une nouvelle feuille.
sheet-unreadable = illisible : { $why }. Demandez au juré de la renvoyer.

fork-unknown = Aucun conflit « { $fork } ». « conflicts » en donne la liste.
fork-side-unknown = Le conflit « { $fork } » n’a pas ce côté. Donnez A ou B.

sitting-none = Aucune séance n’est ouverte : commencez par « session open --present NOM… ».
sitting-open-already = Une séance est déjà ouverte : « session close » d’abord.
sitting-nobody = Une séance compte au moins une personne présente. Donnez au moins un nom après --present.
decide-not-running = Le dossier { $number } est irrecevable ou retiré : rien à décider. Choisissez un autre dossier.
decide-no-quorum = Dossier { $number } : { $present ->
    [one] { $present } membre présent et non déporté
   *[other] { $present } membres présents et non déportés
 }, il en faut { $needed }. Reportez-le, ou rouvrez la séance avec plus de membres.
decide-forks = Dossier { $number } : { $forks ->
    [one] une note contradictoire reste à trancher
   *[other] { $forks } notes contradictoires restent à trancher
 } (« conflicts »). Tranchez d’abord.
decide-level-unknown = La grille n’a pas de niveau « { $code } ». Connus : { $known }, none.
decide-reason-missing = Le niveau { $level } n’est pas celui que proposent les notes ({ $proposed }) : donnez un motif (--reason).
decide-set-malformed = « { $found } » n’est pas de la forme 3.1=4, avec une valeur de { $least } à { $most }.
decide-mention-unknown = La grille n’a pas de mention « { $code } ». Codes connus : { $known }.
sitting-on-break = La séance est suspendue : reprenez-la d’abord (« session resume »).
sitting-no-break = La séance n’est pas suspendue. Vérifiez avec « session show ».
vote-recused = Dossier { $number } : { $juror } est en déport et ne prend part ni au vote ni au débat. Retirez ce nom.
vote-absent = Dossier { $number } : { $juror } n’est pas en séance. Notez son arrivée (« session arrive »), ou retirez ce nom.
vote-twice = Dossier { $number } : { $juror } est nommé deux fois. Corrigez les noms.
vote-too-many = Dossier { $number } : { $cast } voix pour { $present ->
    [one] un membre présent et non déporté
   *[other] { $present } membres présents et non déportés
 }. Recomptez les mains.
adopt-disputed = Le dossier { $number } n’est pas à adopter en bloc : il fait débat, ou il est déjà décidé. Décidez-le à part (« decide »).
what-if-code-unknown = La grille n’a ni axe ni critère « { $code } ». Donnez un code de la grille (« campaign show »).
what-if-weights = Avec ces poids, la grille ne compte plus rien. Laissez un poids à au moins un critère.
what-if-weight-malformed = « { $found } » n’est pas de la forme 3.1=2. Donnez un code et un poids entier.
decide-not-decided = Le dossier { $number } n’est pas décidé : rien à rouvrir. Décidez-le, ou reportez-le.
decide-set-twice = Le critère { $code } reçoit deux valeurs. Gardez-en une.
vote-lost = Dossier { $number } : { $against } voix contre et { $for } pour, la décision n’est pas adoptée. Proposez un autre niveau, ou reportez-la.
export-template = Gabarit { $name }, ligne { $line } : { $why }. Corrigez-le, ou retirez-le du dossier de gabarits.
reference-unreadable = { $file }, ligne { $line } : ce n’est pas une liste de territoires ({ $why }). Donnez un fichier JSON ou CSV de geo.api.gouv.fr, ou retirez « --reference » ; rien n’a été écrit.
export-document = « { $title } » n’a pas pu être écrit : { $why }. Réessayez, et vérifiez la place sur le disque.
export-print = « { $title } » n’a pas pu être imprimé : { $why }. Corrigez le gabarit qui le donne, ou retirez-le du dossier de gabarits.
export-stopped = Publication arrêtée : rien n’a été écrit. Relancez-la quand vous voudrez.

export-undecided = { $count ->
    [one] Un dossier reste
   *[other] { $count } dossiers restent
 } à décider : { $numbers }. Décidez, ou demandez un brouillon (--draft).
export-forks = { $forks ->
    [one] Une note contradictoire reste à trancher
   *[other] { $forks } notes contradictoires restent à trancher
 } (« conflicts »). Tranchez, ou demandez un brouillon (--draft).
export-not-ours = { $folder } contient « { $found } », que ce programme n’a pas écrit ; rien n’a été remplacé. Choisissez un autre dossier.

check-row = Table { $table }, ligne { $row } : ne correspond plus à ce qui a été écrit. Lancez « restore » depuis la dernière sauvegarde.
check-journal = Le journal est rompu à la position { $seq }. Lancez « restore » depuis la dernière sauvegarde.
log-lacks-head = La tête { $head } n’est pas dans ce journal : sa fin a été coupée, ou il a été récrit. Comparez-le avec vos sauvegardes, et demandez des comptes à qui le tient.
log-head-malformed = « { $found } » n’est pas une tête de journal. Donnez « sha256: » et ses 64 chiffres hexadécimaux.
check-ballot = Les notes de { $juror } sur { $dossier } ne découlent pas de ce qui a été reçu. Lancez « restore » depuis la dernière sauvegarde.
check-decision = La décision sur { $dossier } ne découle pas du journal. Lancez « restore » depuis la dernière sauvegarde.
check-evidence = Dossier { $number } : la pièce « { $name } » n’est plus là. Importez de nouveau ses pièces.
demo-incomplete = { $folder } contient une démonstration incomplète. Refaites-la avec --reset.

ratings-shape = { $file }, ligne { $line }, colonne { $column } : { $found }. Donnez {"{"}"scale":[min,max],"ratings":[[…,null,…],…]{"}"}, une ligne par juré.
ratings-scale = { $file } : l’échelle { $found } ne va pas. Donnez le plus bas puis le plus haut, 256 valeurs au plus.
ratings-ragged = { $file }, { $at } : { $found } notes, { $expected } attendues comme dans la première ligne. Écrivez null où il n’y en a pas.
ratings-off-scale = { $file }, { $at } : { $found } est hors de l’échelle { $scale }. Corrigez la note, ou écrivez null.
