# Les pièces : ce qu’on en lit ici, ce qu’on en cite, pourquoi l’une ne se lit pas.

evidence-too-large-file = Cette pièce dépasse { $limit } Mio.
evidence-too-large-unpacked = Une fois décompressée, cette pièce dépasse { $limit } Mio ; la lecture s’est arrêtée là.
evidence-too-large-pixels = Cette image dépasse { $limit } millions de pixels.
evidence-encrypted = Cette pièce est protégée par un mot de passe. Le logiciel habituel le demandera.
evidence-malformed = Cette pièce n’est pas un fichier { $format } lisible : elle est abîmée ou incomplète.
evidence-no-text = Cette pièce ne contient pas de texte : sans doute une image ou un document numérisé.
evidence-unsupported = Le format « { $kind } » ne se lit pas ici.
evidence-cancelled = Lecture interrompue. Revenez sur la pièce pour la reprendre.
evidence-hostile-entities = Cette pièce déclare des entités XML, ce qu’un document ordinaire ne fait pas. Elle n’a pas été lue. Ne l’ouvrez ailleurs que si vous savez d’où elle vient.
evidence-hostile-endless = Cette pièce est faite pour ne jamais finir de se lire. Elle n’a pas été lue. Ne l’ouvrez ailleurs que si vous savez d’où elle vient.
evidence-hostile-crash = La lecture de cette pièce a échoué d’une façon qu’un document ordinaire ne provoque pas. Ne l’ouvrez ailleurs que si vous savez d’où elle vient.
evidence-slow = Lire cette pièce a pris plus de { $seconds } s ; la lecture s’est arrêtée là.

evidence-outside = { $key } l’ouvre dans votre logiciel habituel.
evidence-page = p. { $n }/{ $all }
evidence-progress = Page { $done } sur { $all }. Échap arrête.
evidence-slow-now = C’est un gros fichier. Échap arrête.
evidence-no-pages = Cette pièce n’a pas de pages à lire ici.
evidence-no-more-pages = Il n’y a pas d’autre page de ce côté.
evidence-no-faces = Seules les pages d’un PDF se voient en image.
evidence-no-pictures = Ce terminal ne montre pas d’images : il lui faut des couleurs.
evidence-ask-words = Chercher dans cette pièce
evidence-not-found = « { $words } » ne se trouve pas dans cette pièce.
evidence-nothing-sought = { $key } cherche des mots dans la pièce.

evidence-choosing = Passage à citer
evidence-nothing-to-cite = Il n’y a pas de texte à citer ici. Ouvrez une pièce qui se lit.
evidence-cite-later = La pièce se lit encore. Citez dès qu’elle est là.
evidence-cited = Citation gardée au critère { $code } ({ $all ->
    [one] une en tout
   *[other] { $all } en tout
}). { $key } la montre.
evidence-cited-already = Ce passage est déjà cité à ce critère.
evidence-cited-enough = { $most } citations suffisent à un critère. Retirez-en une d’abord.
evidence-no-citations = Aucune citation à ce critère. { $key } choisit un passage dans la pièce.
evidence-citation = Citation { $n }/{ $all } : { $place }. { $key } la retire.
evidence-cites = { $name }
evidence-cites-page = { $name }, p. { $page }
evidence-citation-first = { $key } va d’abord à la citation à retirer.
evidence-citation-dropped = Citation retirée. { $key } la rétablit.
evidence-passage-gone = Le passage cité ne se retrouve pas mot pour mot dans cette pièce, telle qu’elle se lit ici.
evidence-nobody-cites = Personne ne cite de passage à ce critère.
evidence-back-to-committee = Citation { $n }/{ $all } : { $place }. { $key } revient au comité.
evidence-citations = { $n ->
    [one] 1 citation
   *[other] { $n } citations
}
evidence-cites-passage = ❝ « { $excerpt } » ({ $place })
evidence-cites-whole = ❝ { $place }

desk-help-passage = Touches du passage à citer

action-next-page = Lire la page suivante de la pièce
desk-hint-next-page = page
action-previous-page = Lire la page précédente de la pièce
desk-hint-previous-page = page préc.
action-find-in-piece = Chercher des mots dans la pièce
desk-hint-find-in-piece = chercher ici
action-next-words = Aller à l’occurrence suivante dans la pièce
desk-hint-next-words = occurrences
action-previous-words = Aller à l’occurrence précédente dans la pièce
desk-hint-previous-words = occ. préc.
action-picture = Voir la page en image, ou en texte
desk-hint-picture = image
action-enlarge = Lire la pièce en grand, ou non
desk-hint-enlarge = en grand
action-cite = Citer un passage de la pièce
desk-hint-cite = citer
action-next-citation = Revenir au passage cité, puis au suivant
desk-hint-next-citation = citations
action-drop-citation = Retirer la citation où l’on est
desk-hint-drop-citation = retirer cit.

action-cite-this = Garder le passage choisi avec la note
desk-hint-cite-this = citer
action-sentence-before = Choisir la phrase précédente
desk-hint-sentence-before = phrase préc.
action-sentence-after = Choisir la phrase suivante
desk-hint-sentence-after = phrase
action-word-less = Reculer d’un mot le bout du passage
desk-hint-word-less = mot
action-word-more = Avancer d’un mot le bout du passage
desk-hint-word-more = mot
action-sentence-less = Laisser la dernière phrase
desk-hint-sentence-less = phrase de moins
action-sentence-more = Prendre une phrase de plus
desk-hint-sentence-more = phrase de plus
action-other-end = Bouger l’autre bout du passage
desk-hint-other-end = autre bout
