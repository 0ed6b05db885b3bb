# Chercher, comparer, rester égal à soi-même.

desk-search = Chercher dans les réponses, les pièces et mes textes
desk-searching = recherche
desk-search-found = { $n ->
    [0] aucun passage
    [one] { $n } passage
   *[other] { $n } passages
 }
desk-search-most = { $n } premiers passages : un mot de plus les réduit
desk-search-how = Tapez un ou plusieurs mots : le début suffit, accents et majuscules ne comptent pas. Entre guillemets, une expression : « jeux de données ».
desk-search-nothing = Rien ne contient « { $words } ». Essayez un mot de moins, seulement le début d’un mot, ou sans guillemets. Les dossiers dont vous vous êtes déporté ne sont pas cherchés.
desk-search-answer = réponse : { $question }
desk-search-remark = mes remarques
desk-search-page = pièce : { $name }, p. { $page }
desk-search-piece = pièce : { $name }
desk-help-search = Touches de la recherche
action-search = Chercher des mots partout
desk-hint-search = chercher
desk-everywhere = Mes notes au critère { $code }
desk-everywhere-value = note
desk-everywhere-count = combien
desk-everywhere-here = ici
desk-help-everywhere = Touches de mes notes à un critère
action-everywhere = Voir mes notes à ce critère dans tous les dossiers
desk-hint-everywhere = mes notes
desk-compare = Comparer
desk-compare-this = ce dossier
desk-compare-other = l’autre
desk-compare-place = { $n }/{ $all } autres
desk-compare-none = Il n’y a pas d’autre dossier avec lequel comparer. { $key } revient.
desk-help-compare = Touches de la comparaison
action-compare = Comparer ce critère avec un autre dossier
desk-hint-compare = comparer
action-next-other = Comparer avec le dossier suivant
desk-hint-next-other = autre dossier
action-previous-other = Comparer avec le dossier précédent
desk-hint-previous-other = autre préc.
action-history = Voir l’historique de ce critère
desk-hint-history = historique
action-look = Montrer ce qui a changé dans la réponse, puis dire que c’est vu
desk-hint-look = différence
action-dismiss = Ne plus suggérer de déport sur ce dossier
desk-hint-dismiss = ne plus suggérer
desk-resembles = Votre organisme ressemble au candidat : { $key } vous déporte, { $dismiss } ne le dit plus.
desk-nothing-suggested = Aucun déport n’est suggéré ici.
desk-changed = modifiée depuis votre note · { $key }
desk-change-gone = retirée depuis votre note · { $key }
desk-change-show = { $key } : différence
desk-change-seen = { $key } : c’est vu
desk-change-before = Avant :
desk-change-new = Il n’y avait pas de réponse avant.
desk-nothing-changed = Aucune réponse de ce critère n’a changé depuis votre note.
desk-list-changes = { $n ->
    [one] { $n } modifiée
   *[other] { $n } modifiées
 }
desk-history = Historique du critère { $code }
desk-history-empty = Rien ne s’est encore passé sur ce critère.
desk-history-done = { $day } { $time } · appareil { $device }
desk-history-undone = { $day } { $time } · appareil { $device } · ↶ repris ensuite
desk-history-undo = { $day } { $time } · appareil { $device } · ↶ reprise
desk-history-redo = { $day } { $time } · appareil { $device } · ↷ rétabli
desk-history-mark = → note : de { $before } à { $after }
desk-history-comment = → pour le jury : de { $before } à { $after }
desk-history-feedback = → pour le candidat : de { $before } à { $after }
desk-history-note = → pour moi : de { $before } à { $after }
desk-history-citations = → citations : de { $before } à { $after }
desk-history-recused = → déport du dossier : { $reason }
desk-history-came-back = → retour sur le déport du dossier
desk-history-nothing = rien
desk-history-score = { $score }
desk-history-quoted = « { $text } »
