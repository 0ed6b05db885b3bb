# What each user sets for themselves, and the helps of the editor.

comfort-file-at = { $file }, line { $line }: { $fault }
comfort-file-unreadable = unreadable: { $why }. Correct this line, or remove the file to get the usual settings back.
comfort-setting-unknown = no setting is called “{ $key }”. Known settings: theme, keymap, lang, mouse, auto_advance, hints.
comfort-setting-value = “{ $key }” has no such value. Write one of these: { $expected }.
comfort-not-kept = Setting not kept: { $file }, { $why }. It holds until the end; check the folder’s permissions for it to stay.

comfort-theme-auto = Colours: as the terminal tells.
comfort-theme-dark = Colours: for a dark ground.
comfort-theme-light = Colours: for a light ground.
comfort-theme-high-contrast = Colours: high contrast.
comfort-theme-none = Colours: none.
comfort-mouse-on = Mouse: a click moves the cursor, the wheel scrolls.
comfort-mouse-off = Mouse: left to the terminal, to select and copy.

comfort-counts = { $characters ->
    [one] { $characters } character
   *[other] { $characters } characters
 } · { $words ->
    [one] { $words } word
   *[other] { $words } words
 }
comfort-editor-unset = No editor is named. Name one to the system (such as EDITOR=nano), then start again; the text stays here.
comfort-editor-failed = “{ $program }” did not give the text back: { $why }. It stays here as it was; try again, or go on here.
comfort-snippets = My sentences
comfort-snippets-none = No sentence matches. Write one in the editor, then keep it from here.
comfort-snippet-keep = keep the selection or paragraph as a sentence:
comfort-snippet-kept = Sentence kept.

comfort-hints = To begin · Esc closes
comfort-hint-score = Score with a digit: { $keys }, and the cursor moves on to the next criterion.
comfort-hint-write = { $comment } writes a comment, { $piece } shows the next piece of evidence.
comfort-hint-next = { $next } goes to the next criterion to score, { $help } shows every key.

action-theme = Change colours: auto, dark, light, high contrast, none
desk-hint-theme = colours
action-mouse = Take the mouse, or leave it to the terminal
desk-hint-mouse = mouse
action-snippets = Put a sentence in, or keep one
desk-hint-snippets = sentences
action-edit-outside = Write in one’s own editor
desk-hint-edit-outside = editor
