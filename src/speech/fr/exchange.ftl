# Ce que disent les lecteurs de fichiers venus du dehors.

exchange-io = { $file } : { $error }. Vérifiez l’emplacement et les droits, puis recommencez.
exchange-not-regular = { $file } n’est pas un fichier ordinaire (lien, tube ou périphérique). Copiez le fichier lui-même.
exchange-not-folder = { $file } n’est pas un dossier. Indiquez le dossier des pièces téléchargées.
exchange-encoding = { $file } est en { $name }, UTF-8 attendu. Enregistrez-le en UTF-8, puis recommencez. Rien n’a été écrit.
exchange-malformed = { $file }, { $at } : trouvé { $found }, attendu { $expected }. Exportez de nouveau depuis la plateforme. Rien n’a été écrit.
exchange-duplicate-key = { $file }, { $at } : la clé « { $key } » figure deux fois. Exportez de nouveau depuis la plateforme. Rien n’a été écrit.
exchange-platform = { $file } : la plateforme a répondu par une erreur, « { $message } ». Refaites l’export. Rien n’a été écrit.
exchange-incomplete = { $file } : { $pages ->
    [one] une page annonce
   *[other] { $pages } pages annoncent
 } une suite qui manque. Ajoutez les pages suivantes, ou confirmez avec --allow-incomplete. Rien n’a été écrit.
exchange-twice = Le dossier { $number } figure deux fois avec des contenus différents : { $places }. Ne gardez que le bon. Rien n’a été écrit.
import-number-taken = { $file } : le numéro { $number } est aussi celui du dossier « { $name } » ({ $id }), venu d’un autre fichier ou d’une autre source. Importez ces dossiers depuis la même source que la première fois, ou donnez-leur d’autres numéros. Rien n’a été écrit.
exchange-nothing = { $file } : aucun dossier à prendre ({ $refused ->
    [one] { $refused } refusé
   *[other] { $refused } refusés
 }). Vérifiez l’export. Rien n’a été écrit.
exchange-stopped = Arrêté à votre demande. Rien n’a été écrit ; recommencez quand vous voulez.
exchange-changed = { $file } a changé pendant la lecture. Attendez que la copie ou la synchronisation soit finie, puis recommencez. Rien n’a été écrit.
exchange-too-large = { $file } dépasse { $limit } octets. La lecture s’est arrêtée là ; découpez l’export. Rien n’a été écrit.
exchange-too-deep = { $file }, { $at } : plus de { $limit } niveaux d’imbrication. Ce n’est pas un export de la plateforme. Rien n’a été écrit.
exchange-too-many-members = { $file }, { $at } : plus de { $limit } éléments. Découpez l’export. Rien n’a été écrit.
exchange-too-much-unpacked = { $file }, { $at } : plus de { $limit } octets une fois décompressé. Rien n’a été écrit.
exchange-too-compressed = { $file }, { $at } : compression anormale, au-delà de { $limit } pour 1. Rien n’a été écrit.
exchange-too-many-dossiers = { $file }, { $at } : plus de { $limit } dossiers. Découpez l’export. Rien n’a été écrit.
exchange-text-too-long = { $file }, { $at } : un texte de plus de { $limit } octets. Rien n’a été écrit.
exchange-value-too-long = { $file }, { $at } : un seul élément (un dossier, par exemple) de plus de { $limit } octets. Rien n’a été écrit.
exchange-too-many-columns = { $file }, { $at } : plus de { $limit } colonnes. Supprimez celles qui sont vides. Rien n’a été écrit.
exchange-too-many-repeats = { $file }, { $at } : plus de { $limit } cellules répétées. Copiez les lignes utiles dans un nouveau classeur. Rien n’a été écrit.
exchange-table-too-large = { $file }, { $at } : les cellules du tableau dépassent { $limit } octets en mémoire. Découpez le tableau en plusieurs fichiers. Rien n’a été écrit.

exchange-found-end = la fin du fichier
exchange-found-missing = rien
exchange-found-character = « { $character } »
exchange-found-byte = l’octet { $byte } (position { $offset })
exchange-found-null = null
exchange-found-bool = un booléen
exchange-found-number = un nombre
exchange-found-text = un texte
exchange-found-list = une liste
exchange-found-object = un objet
exchange-found-given = « { $text } »

exchange-expected-utf8 = du texte UTF-8
exchange-expected-json = du JSON
exchange-expected-value = une valeur JSON
exchange-expected-colon = « : » après la clé
exchange-expected-comma-or-end = une virgule ou la fin
exchange-expected-key = une clé entre guillemets
exchange-expected-json-number = un nombre JSON
exchange-expected-escape = une séquence d’échappement valable
exchange-expected-escaped-control = un caractère de contrôle échappé
exchange-expected-end-of-file = la fin du fichier
exchange-expected-bool = true ou false
exchange-expected-text = un texte
exchange-expected-digits = un nombre entier
exchange-expected-list = une liste
exchange-expected-object = un objet
exchange-expected-champ-id = un identifiant de champ
exchange-expected-answer = une réponse de getDemarche ou getDossier

exchange-refused-no-number = dossier sans numéro lisible ({ $found }) : non pris
exchange-refused-draft = dossier { $number } encore en brouillon : non pris
exchange-refused-no-answers = dossier { $number } sans réponses : refaites l’export avec les champs
exchange-warning-incomplete = démarche { $demarche } : export incomplet, { $pages ->
    [one] { $pages } page lue
   *[other] { $pages } pages lues
 }, la suite manque
exchange-warning-no-first-page = démarche { $demarche } : la première page de l’export ne semble pas là
exchange-warning-nul = un caractère nul a été remplacé par ␀
exchange-warning-no-name = dossier { $number } : pas de nom, son numéro en tient lieu
exchange-warning-date = dossier { $number } : date de dépôt illisible, « { $date } »
exchange-warning-unknown-type = type de question inconnu, « { $type } » ({ $label }) : pris comme texte
exchange-warning-unmapped = « { $label } » ({ $champ }) ne correspond à aucune question de la grille : sous « autres réponses »
exchange-warning-encoding = lu comme du { $name } : vérifiez les accents
exchange-warning-skipped = laissé de côté : ni JSON, ni CSV, ni ODS, ni XLSX ; pour des pièces jointes, --evidence
exchange-warning-sheet = feuille « { $sheet } » laissée de côté
exchange-warning-no-column = la colonne « { $heading } » de la correspondance n’est pas dans ce tableau
exchange-warning-closed = dossier { $number } : « { $state } » sur la plateforme, pris quand même
exchange-warning-orphan = lignes répétées pour un dossier absent ({ $number }) : laissées de côté

package-zip-no-file = ce n’est pas un fichier ordinaire
package-zip-no-end = il ne finit pas comme une archive : il est coupé, ou c’est autre chose
package-zip-bad-end = sa fin se contredit
package-zip-before = quelque chose le précède
package-zip-reader = le lecteur dit : { $says }

table-format = { $file } n’est ni un CSV, ni un classeur ODS ou XLSX, ni un export LimeSurvey. Enregistrez-le en CSV ou en ODS. Rien n’a été écrit.
table-damaged = { $file }, { $at } : le fichier est abîmé ou incomplet. Téléchargez-le ou enregistrez-le de nouveau. Rien n’a été écrit.
table-encrypted = { $file } est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis recommencez. Rien n’a été écrit.
table-entities = { $file }, { $at } : il déclare des abréviations qui peuvent grossir sans fin. Enregistrez-le de nouveau avec LibreOffice. Rien n’a été écrit.
table-member = { $file } : la partie « { $member } » figure deux fois, est un lien ou en recouvre une autre. Enregistrez-le de nouveau avec LibreOffice. Rien n’a été écrit.
table-undecodable = { $file }, { $at } : des octets ne sont pas du { $name }. Enregistrez-le en UTF-8, puis recommencez. Rien n’a été écrit.
table-ragged = { $file }, ligne { $at } : { $found ->
    [one] { $found } valeur trouvée
   *[other] { $found } valeurs trouvées
 }, { $expected ->
    [one] { $expected } attendue
   *[other] { $expected } attendues
 } d’après les en-têtes. Corrigez cette ligne (guillemets, séparateurs). Rien n’a été écrit.
table-unclosed = { $file }, { $at } : un guillemet ouvert ici n’est jamais refermé. Fermez-le, puis recommencez. Rien n’a été écrit.
table-empty = { $file } n’a pas de ligne d’en-têtes. Ajoutez-la, puis recommencez. Rien n’a été écrit.
table-no-heading = { $file }, { $at } : une valeur sans en-tête au-dessus d’elle. Donnez un en-tête à cette colonne. Rien n’a été écrit.
table-unmapped = { $file } : colonne introuvable sans aucun doute pour { $lacking }. Préparez une correspondance avec « tnl-jury import { $file } --dry-run --mapping NOUVEAU.toml », complétez-la, puis importez avec --mapping. Rien n’a été écrit.
table-no-column = { $file } n’a pas de colonne « { $heading } », que nomme la correspondance. Corrigez la correspondance, ou refaites-la avec --dry-run. Rien n’a été écrit.

mapping-faults = { $file } : { $count ->
    [one] un défaut à corriger
   *[other] { $count } défauts à corriger
 }. Corrigez la correspondance, puis recommencez ; rien n’a été écrit.
mapping-syntax = ligne { $line } : ce n’est pas du TOML ({ $found }). Corrigez cette ligne.
mapping-unknown-key = ligne { $line } : « { $key } » ne veut rien dire ici. Retirez-la, ou corrigez son nom.
mapping-wrong-type = ligne { $line } : « { $key } » attend { $example }. Corrigez cette valeur.
mapping-blank = ligne { $line } : « { $key } » est vide. Écrivez l’en-tête ou l’identifiant.
mapping-no-source = ligne { $line } : cette entrée doit nommer soit « column », soit « champ ». Gardez l’un des deux.
mapping-targets = ligne { $line } : { $count ->
    [one] { $count } destination trouvée
   *[other] { $count } destinations trouvées
 }, une attendue. Gardez « question », « criterion » ou « skip = true ».
mapping-unknown-question = ligne { $line } : la grille n’a pas de question « { $name } ». Corrigez son identifiant.
mapping-unknown-criterion = ligne { $line } : la grille n’a pas de critère « { $name } ». Corrigez son code.
mapping-twice = ligne { $line } : « { $name } » a déjà une entrée, ligne { $first }. Retirez l’une des deux, ou précisez « occurrence ».
mapping-no-field = ligne { $line } : il manque « { $key } » sous [dossier]. Indiquez sa colonne.
