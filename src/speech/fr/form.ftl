# La feuille en un fichier de texte : ce qu’il explique, ce qu’on en dit, pourquoi il ne se lit pas.

form-help-what = Votre feuille de notes, à remplir dans un éditeur de texte, puis à relire : tnl-jury form read CE-FICHIER
form-help-score = note: un chiffre de { $least } à { $most }, ou « abstention », ou « sans objet » ; rien tant que vous n’avez pas noté.
form-help-texts = comment: pour le jury. feedback: pour le candidat. À côté du mot ou en dessous, autant de lignes qu’il faut.
form-help-recusal = déport: « oui » si vous ne devez pas juger ce dossier ; motif: pourquoi.
form-help-headings = Laissez tels quels les titres (#) et le code au bout : il sert à voir ce qui aura changé ailleurs entre-temps.
form-help-gone = Une partie que vous effacez du fichier ne change rien. Pour reprendre une note, videz-la après « note: ».
form-help-escape = Une ligne de votre texte qui commencerait par « note: » ou un autre de ces mots se met à l’abri avec \ devant.
form-help-notes = Vos notes pour vous seul ne sont pas ici : elles restent dans le programme.
form-help-office = Avec LibreOffice, donnez au fichier un nom en .txt et enregistrez-le en texte (UTF-8).
form-fork = Deux de vos machines ont écrit ici sans se connaître ; ceci est la première version. Si vous y changez quelque chose, c’est ce qui restera.

form-written = { $file } : { $dossiers ->
    [one] { $dossiers } dossier
   *[other] { $dossiers } dossiers
 }, { $scored }/{ $cells } notés. Remplissez-le, puis relisez-le avec « form read ».
form-read = { $file } : { $changed ->
    [one] { $changed } critère modifié
   *[other] { $changed } critères modifiés
 }, { $unchanged ->
    [one] { $unchanged } inchangé
   *[other] { $unchanged } inchangés
 }, { $recused ->
    [one] { $recused } déport
   *[other] { $recused } déports
 }, { $returned ->
    [one] { $returned } retour
   *[other] { $returned } retours
 }.
form-stale-head = { $n ->
    [one] Un endroit a changé
   *[other] { $n } endroits ont changé
 } dans le programme depuis l’écriture du fichier ; rien n’y a été remplacé. Pour prendre ce que dit le fichier, notez-le dans le programme.
form-stale = ligne { $line }, { $dossier } { $criterion } : dans le fichier, { $file } ; dans le programme, { $store } (gardé)
form-stale-unedited = ligne { $line }, { $dossier } { $criterion } : dans le fichier, { $file } (non modifié) ; dans le programme, { $store } (gardé)
form-side-score = { $score }
form-side-texts = { $score } « { $texts } »
form-side-here = pas de déport
form-side-recused = déport « { $reason } »

action-write-form = Écrire ma feuille en texte à remplir
desk-hint-write-form = en texte
action-read-form = Relire le texte rempli
desk-hint-read-form = relire
desk-ask-form = Où écrire le texte à remplir dans votre éditeur :
desk-ask-filled-form = Quel texte rempli relire :
desk-form-written = Texte à remplir
desk-form-read = Texte relu
desk-faults = À corriger
desk-form-undo = { $key } revient dessus d’un coup.

form-faults = { $file } : { $count ->
    [one] un point à corriger
   *[other] { $count } points à corriger
 }. Corrigez le fichier, puis relisez-le ; rien n’a été écrit.
form-untold = … et { $n ->
    [one] un autre
   *[other] { $n } autres
 }, à voir une fois ceux-ci corrigés.
form-no-form = ligne { $line } : ce fichier ne commence pas comme une feuille à remplir. Remettez sa première ligne, ou refaites-le avec « form write ».
form-version = ligne { $line } : version { $found } du format, inconnue ici. Mettez tnl-jury à jour.
form-campaign = ligne { $line } : cette feuille est celle d’une autre campagne. Relisez-la dans son fichier de travail (--store).
form-juror = ligne { $line } : cette feuille est celle de { $found }. Relisez-la dans son fichier de travail (--store).
form-dossier = ligne { $line } : aucun dossier « { $found } ». Remettez le numéro d’origine, ou effacez ce dossier du fichier.
form-criterion = ligne { $line } : la grille n’a pas de critère « { $found } ». Remettez le code d’origine, ou effacez ce critère du fichier.
form-no-dossier = ligne { $line } : le critère « { $found } » n’est sous aucun dossier. Remettez au-dessus le titre de son dossier.
form-moved = ligne { $line } : ce critère est celui du dossier { $found }, et se trouve sous le dossier { $dossier }. Remettez au-dessus le titre de son dossier, ou effacez-le du fichier.
form-twice = ligne { $line } : « { $found } » a déjà sa place, ligne { $first }. Effacez l’une des deux.
form-again = ligne { $line } : « { $key }: » est déjà dit, ligne { $first }. Effacez l’un des deux ; si c’est du texte, mettez \ devant ; si un titre manque entre les deux, remettez-le.
form-elsewhere-criterion = ligne { $line } : « { $key }: » n’est pas sous un critère. Remettez au-dessus le titre du critère (##) ; si c’est du texte, mettez \ devant.
form-elsewhere-dossier = ligne { $line } : « { $key }: » se dit d’un dossier, avant ses critères. Déplacez-le sous le titre du dossier (#) ; si c’est du texte, mettez \ devant.
form-score = ligne { $line } : « { $found } » n’est pas une note. Écrivez un chiffre de { $least } à { $most }, « abstention », « sans objet », ou rien.
form-answer = ligne { $line } : « { $found } » n’est ni « oui » ni « non ». Écrivez l’un des deux.
form-reason = ligne { $line } : un motif sans déport. Écrivez « oui » après « déport: », ou effacez le motif.
form-recused = ligne { $line } : ce critère change, alors que le fichier vous déporte du dossier { $dossier }. Effacez le déport, ou laissez ce critère.
form-stray = ligne { $line } : « { $found } » n’est à la suite d’aucun mot. Mettez ce texte après « comment: » ou « feedback: ».
form-unclosed = ligne { $line } : la remarque qui s’ouvre ici (<!--) n’est jamais fermée. Remettez sa fin (-->).
form-nul = ligne { $line } : un caractère nul. Effacez-le.
form-long = ligne { $line } : un texte de plus de { $limit } octets. Raccourcissez-le.
form-there = Relisez d’abord ce fichier (« form read »), ou donnez un autre nom : { $file } existe déjà et contient ce qui n’a pas été relu, ou n’est pas une feuille à remplir. Rien n’a été écrit.
form-too-many = Votre feuille est trop grosse pour un seul texte. Notez dans l’écran ; rien n’a été écrit.
form-too-large = { $file } est bien trop gros pour une feuille à remplir. Vérifiez que c’est le bon fichier. Rien n’a été écrit.
form-not-utf8 = { $file }, { $at } : ce n’est pas du texte UTF-8. Enregistrez-le en UTF-8 depuis votre éditeur, puis relisez-le. Rien n’a été écrit.
