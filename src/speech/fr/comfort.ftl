# Ce que chacun règle pour soi, et les aides de l’éditeur.

comfort-file-at = { $file }, ligne { $line } : { $fault }
comfort-file-unreadable = illisible : { $why }. Corrigez cette ligne, ou supprimez le fichier pour revenir aux réglages d’origine.
comfort-setting-unknown = aucun réglage ne s’appelle « { $key } ». Réglages connus : theme, keymap, lang, mouse, auto_advance, hints.
comfort-setting-value = « { $key } » n’a pas cette valeur. Écrivez l’une de celles-ci : { $expected }.
comfort-not-kept = Réglage non gardé : { $file }, { $why }. Il vaut jusqu’à la fin ; vérifiez les droits du dossier pour qu’il reste.

comfort-theme-auto = Couleurs : d’après le terminal.
comfort-theme-dark = Couleurs : pour un fond sombre.
comfort-theme-light = Couleurs : pour un fond clair.
comfort-theme-high-contrast = Couleurs : contraste élevé.
comfort-theme-none = Couleurs : aucune.
comfort-mouse-on = Souris : un clic place le curseur, la molette défile.
comfort-mouse-off = Souris : laissée au terminal, pour sélectionner et copier.

comfort-counts = { $characters ->
    [one] { $characters } caractère
   *[other] { $characters } caractères
 } · { $words ->
    [one] { $words } mot
   *[other] { $words } mots
 }
comfort-editor-unset = Aucun éditeur n’est indiqué. Donnez-en un au système (par exemple EDITOR=nano), puis relancez ; le texte reste ici.
comfort-editor-failed = « { $program } » n’a pas rendu le texte : { $why }. Il reste ici, tel qu’il était ; réessayez, ou continuez ici.
comfort-snippets = Mes formules
comfort-snippets-none = Aucune formule ne correspond. Écrivez une phrase dans l’éditeur, puis gardez-la d’ici.
comfort-snippet-keep = garder la sélection ou le paragraphe comme formule :
comfort-snippet-kept = Formule gardée.

comfort-hints = Pour commencer · Échap ferme
comfort-hint-score = Notez avec un chiffre : { $keys }, et le curseur passe au critère suivant.
comfort-hint-write = { $comment } écrit un commentaire, { $piece } montre la pièce suivante.
comfort-hint-next = { $next } va au prochain critère à noter, { $help } montre toutes les touches.

action-theme = Changer de couleurs : auto, sombre, clair, contraste élevé, aucune
desk-hint-theme = couleurs
action-mouse = Prendre la souris, ou la laisser au terminal
desk-hint-mouse = souris
action-snippets = Insérer une formule, ou en garder une
desk-hint-snippets = formules
action-edit-outside = Écrire dans son propre éditeur
desk-hint-edit-outside = éditeur
