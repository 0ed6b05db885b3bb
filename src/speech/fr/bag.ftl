# Sacs (BagIt) et paquets : ce qui les fait refuser, ce qu’on en dit.

cmd-tnl-jury-schema = Affiche le schéma d’un format que d’autres outils écrivent
cmd-tnl-jury-schema-dossier = Affiche le schéma JSON (2020-12) de dossier.json

attachments-not-zip = { $file } n’est pas une archive ZIP lisible ({ $why }). Indiquez le dossier des pièces jointes, ou l’archive ZIP téléchargée. Rien n’a été écrit.
attachments-name = { $file } : le nom « { $member } » sort de l’archive, ou n’existe pas sur tous les systèmes. Décompressez l’archive, puis indiquez le dossier. Rien n’a été écrit.
attachments-twice = { $file } : « { $member } » figure deux fois, ou ne diffère d’un autre nom que par la casse ou la forme des accents. Téléchargez l’archive de nouveau, ou indiquez le dossier décompressé. Rien n’a été écrit.
attachments-kind = { $file } : « { $member } » n’est pas un fichier ordinaire (lien, tube ou périphérique). Décompressez l’archive, retirez-le, puis indiquez le dossier. Rien n’a été écrit.
bag-not-zip = { $file } n’est pas un sac lisible ({ $why }). Refaites le sac, ou copiez-le de nouveau. Rien n’a été écrit.
bag-stranger = { $file } : « { $member } » est hors du dossier qui contient le sac. Refaites l’archive avec le seul dossier du sac. Rien n’a été écrit.
bag-name = { $file } : le nom « { $member } » sort du sac, ou n’existe pas sur tous les systèmes. Renommez ce fichier, puis refaites le sac. Rien n’a été écrit.
bag-twice = { $file } : « { $member } » figure deux fois, ou ne diffère d’un autre nom que par la casse ou la forme des accents. Renommez l’un des deux, puis refaites le sac. Rien n’a été écrit.
bag-kind = { $file } : « { $member } » n’est pas un fichier ordinaire (lien, tube ou périphérique). Mettez-y le fichier lui-même, puis refaites le sac. Rien n’a été écrit.
bag-lacks = { $file } : il manque « { $member } », que le sac annonce ou doit contenir. Refaites le sac, ou redemandez-le. Rien n’a été écrit.
bag-unlisted = { $file } : « { $member } » ne figure pas dans le manifeste. Refaites le sac, ou retirez ce fichier. Rien n’a été écrit.
bag-altered = { $file } : « { $member } » n’est plus tel que le manifeste l’annonce. Redemandez le sac à qui l’a fait. Rien n’a été écrit.
bag-malformed = { $file } : « { $member } » { $at } : trouvé { $found }. Comparez avec « tnl-jury schema dossier », corrigez, puis refaites le sac. Rien n’a été écrit.
bag-declaration = { $file } : « bagit.txt » dit « { $found } », attendu « BagIt-Version: 1.0 » et « UTF-8 ». Refaites le sac avec BagIt 1.0. Rien n’a été écrit.
bag-weak = { $file } : pas de manifeste SHA-256 ni SHA-512 (trouvé : { $found }). MD5 et SHA-1 ne prouvent rien ; refaites le sac avec « manifest-sha256.txt ». Rien n’a été écrit.
bag-fetch = { $file } : « fetch.txt » demande des fichiers au réseau, ce que ce logiciel ne fait pas. Téléchargez-les, puis refaites le sac complet. Rien n’a été écrit.
bag-warning-old = sac en BagIt 0.97 : pris comme du 1.0

package-document = { $why } Redemandez le paquet à la coordination.
package-zip-tricked = ses deux listes de fichiers se contredisent : { $says }
package-zip-encrypted = il est chiffré par ZIP, sans sûreté

# Paquets chiffrés (age).
arg-passphrase = Chiffrer le paquet avec une phrase secrète, demandée deux fois au terminal
arg-passphrase-file = Fichier dont la première ligne est la phrase secrète
arg-recipient = Chiffrer le paquet pour cette clé (age1…) ; avec --juror
arg-identity = Fichier de clés privées age, pour ouvrir un paquet chiffré pour une clé
seal-not-built-in = { $file } : ce programme a été construit sans le chiffrement. Demandez la version « encrypt », ou un paquet non chiffré. Rien n’a été écrit.
seal-needs-passphrase = { $file } est chiffré. Donnez sa phrase secrète au terminal, avec --passphrase-file, ou dans TNL_JURY_PASSPHRASE. Rien n’a été écrit.
seal-needs-identity = { $file } est chiffré pour une clé. Donnez votre fichier de clés avec --identity. Rien n’a été écrit.
seal-wrong-passphrase = { $file } : ce n’est pas la bonne phrase secrète. Vérifiez majuscules, accents et espaces, puis recommencez. Rien n’a été écrit.
seal-wrong-identity = { $file } n’est chiffré pour aucune de ces clés. Vérifiez le fichier de clés, ou redemandez le paquet. Rien n’a été écrit.
seal-bad-recipient = « { $found } » n’est pas une clé publique age. Donnez celle du juré, qui commence par « age1 ». Rien n’a été écrit.
seal-bad-identities = { $file } n’est pas un fichier de clés age non chiffré. Donnez celui où une ligne commence par « AGE-SECRET-KEY-1 ». Rien n’a été écrit.
seal-too-costly = { $file } demande bien plus de calcul qu’un paquet honnête. Redemandez le paquet à la coordination. Rien n’a été écrit.
seal-damaged = { $file } : le paquet chiffré est coupé ou altéré. Copiez-le ou téléchargez-le de nouveau. Rien n’a été écrit.
seal-no-terminal = La phrase secrète se demande au terminal, et il n’y en a pas. Donnez --passphrase-file, ou TNL_JURY_PASSPHRASE. Rien n’a été écrit.
seal-differ = Les deux phrases secrètes diffèrent. Recommencez. Rien n’a été écrit.
seal-empty = La phrase secrète est vide. Donnez-en une. Rien n’a été écrit.
seal-file-not-text = { $file } n’est pas un fichier de texte. Donnez un fichier dont la première ligne est la phrase secrète. Rien n’a été écrit.
seal-ask = Phrase secrète :
seal-ask-again = La même, encore une fois :
desk-ask-passphrase = Le paquet { $file } est chiffré. Sa phrase secrète :

# Un paquet plus récent, ou plus ancien.
open-older = Ce paquet a été préparé avant celui que { $store } contient déjà ({ $found } ; le vôtre : { $known }). Ouvrez le plus récent. Rien n’a été écrit.
opened-gone = Dossiers qui ne sont plus dans votre paquet : { $numbers }. Vos notes restent ici, et ne partent plus dans la feuille.
