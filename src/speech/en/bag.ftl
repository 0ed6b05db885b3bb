# Bags (BagIt) and packages: why they are refused, what is said of them.

cmd-tnl-jury-schema = Print the schema of a format that other tools write
cmd-tnl-jury-schema-dossier = Print the JSON Schema (2020-12) of dossier.json

attachments-not-zip = { $file } is no readable ZIP archive ({ $why }). Give the folder of attachments, or the ZIP archive that was downloaded. Nothing was written.
attachments-name = { $file }: the name “{ $member }” leads out of the archive, or can’t exist on every system. Unpack the archive, then give the folder. Nothing was written.
attachments-twice = { $file }: “{ $member }” stands twice, or differs from another name by case or form of accents alone. Download the archive again, or give the unpacked folder. Nothing was written.
attachments-kind = { $file }: “{ $member }” is no ordinary file (a link, pipe or device). Unpack the archive, remove it, then give the folder. Nothing was written.
bag-not-zip = { $file } is not a readable bag ({ $why }). Make the bag again, or copy it again. Nothing was written.
bag-stranger = { $file }: “{ $member }” lies outside the folder that holds the bag. Make the archive of the bag’s folder alone. Nothing was written.
bag-name = { $file }: the name “{ $member }” leads out of the bag, or can’t exist on every system. Rename that file, then make the bag again. Nothing was written.
bag-twice = { $file }: “{ $member }” stands twice, or differs from another name by case or form of accents alone. Rename one of them, then make the bag again. Nothing was written.
bag-kind = { $file }: “{ $member }” is no ordinary file (a link, pipe or device). Add the file itself, then make the bag again. Nothing was written.
bag-lacks = { $file }: “{ $member }” is missing, which the bag lists or must hold. Make the bag again, or ask for it again. Nothing was written.
bag-unlisted = { $file }: “{ $member }” is not in the manifest. Make the bag again, or remove that file. Nothing was written.
bag-altered = { $file }: “{ $member }” is no longer as the manifest says. Ask whoever made the bag for it again. Nothing was written.
bag-malformed = { $file }: “{ $member }” { $at }: found { $found }. Compare with “tnl-jury schema dossier”, correct it, then make the bag again. Nothing was written.
bag-declaration = { $file }: “bagit.txt” says “{ $found }”, expected “BagIt-Version: 1.0” and “UTF-8”. Make the bag again with BagIt 1.0. Nothing was written.
bag-weak = { $file }: no SHA-256 or SHA-512 manifest (found: { $found }). MD5 and SHA-1 prove nothing; make the bag again with “manifest-sha256.txt”. Nothing was written.
bag-fetch = { $file }: “fetch.txt” asks for files from the network, which this program never does. Download them, then make the bag again, complete. Nothing was written.
bag-warning-old = a BagIt 0.97 bag: taken as 1.0

package-document = { $why } Ask the coordinator for the package again.
package-zip-tricked = its two lists of files contradict each other: { $says }
package-zip-encrypted = it is encrypted by ZIP’s own means, which are not safe

# Encrypted packages (age).
arg-passphrase = Encrypt the package with a passphrase, asked for twice at the terminal
arg-passphrase-file = File whose first line is the passphrase
arg-recipient = Encrypt the package for this key (age1…); with --juror
arg-identity = File of age private keys, to open a package encrypted for a key
seal-not-built-in = { $file }: this program was built without encryption. Ask for the “encrypt” build, or for a package that is not encrypted. Nothing was written.
seal-needs-passphrase = { $file } is encrypted. Give its passphrase at the terminal, with --passphrase-file, or in TNL_JURY_PASSPHRASE. Nothing was written.
seal-needs-identity = { $file } is encrypted for a key. Give your file of keys with --identity. Nothing was written.
seal-wrong-passphrase = { $file }: that is not its passphrase. Check capitals, accents and spaces, then try again. Nothing was written.
seal-wrong-identity = { $file } is encrypted for none of these keys. Check the file of keys, or ask for the package again. Nothing was written.
seal-bad-recipient = “{ $found }” is no age public key. Give the juror’s, which begins with “age1”. Nothing was written.
seal-bad-identities = { $file } is no unencrypted file of age keys. Give the one where a line begins with “AGE-SECRET-KEY-1”. Nothing was written.
seal-too-costly = { $file } asks for far more computing than an honest package. Ask the coordinator for the package again. Nothing was written.
seal-damaged = { $file }: the encrypted package is cut or altered. Copy or download it again. Nothing was written.
seal-no-terminal = The passphrase is asked for at the terminal, and there is none. Give --passphrase-file, or TNL_JURY_PASSPHRASE. Nothing was written.
seal-differ = The two passphrases differ. Try again. Nothing was written.
seal-empty = The passphrase is empty. Give one. Nothing was written.
seal-file-not-text = { $file } is no text file. Give a file whose first line is the passphrase. Nothing was written.
seal-ask = Passphrase:
seal-ask-again = The same, once more:
desk-ask-passphrase = The package { $file } is encrypted. Its passphrase:

# A newer package, or an older one.
open-older = This package was made before the one that { $store } already holds ({ $found }; yours: { $known }). Open the newest one. Nothing was written.
opened-gone = Dossiers no longer in your package: { $numbers }. Your scores stay here, and no longer go into the sheet.
