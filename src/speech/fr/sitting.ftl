# La séance du comité : présences, votes, ordre du jour, décisions.

cmd-tnl-jury-adopt = Adopte le niveau proposé des dossiers sans débat
cmd-tnl-jury-agenda-move = Place un dossier à la main
cmd-tnl-jury-agenda-reset = Rend l’ordre du jour au programme
cmd-tnl-jury-session-show = Dit où en est la séance
cmd-tnl-jury-session-arrive = Note l’arrivée de membres
cmd-tnl-jury-session-leave = Note le départ de membres
cmd-tnl-jury-session-break = Suspend la séance
cmd-tnl-jury-session-resume = Reprend la séance
cmd-tnl-jury-what-if = Ce que seraient les niveaux sans un juré ou avec d’autres poids ; rien n’est écrit
arg-names = Noms des membres
arg-before = Devant ce dossier ; en tête si rien n’est dit
arg-without = Jurés dont les notes seraient laissées de côté
arg-weight = Poids d’axes ou de critères, par exemple 3=2 ou 3.1=0
arg-in-favour = Mains pour : un nombre, ou des noms
arg-against = Mains contre : un nombre, ou des noms
arg-abstain = Abstentions : un nombre, ou des noms
arg-dissent = Membre dont le désaccord figure au procès-verbal, et pourquoi : NOM=RAISON
arg-mention = Mentions de la grille, par leur code
arg-except = Dossiers à laisser de côté
arg-dossiers = Dossiers ; tous ceux qui s’y prêtent si rien n’est dit
arg-ranking = L’ordre au sein de chaque niveau, par jugement majoritaire

sitting-attended = Présences notées : { $arrived ->
    [0] aucune arrivée
    [one] une arrivée
   *[other] { $arrived } arrivées
 }, { $left ->
    [0] aucun départ
    [one] un départ
   *[other] { $left } départs
 }.
sitting-paused = Séance suspendue.
sitting-resumed = Séance reprise.
sitting-not-open = Aucune séance n’est ouverte.
sitting-shown = Séance { $number }, ouverte à { $opened }. Présents : { $present }. Décidés : { $decided } ; à débattre : { $discuss } ; sans débat : { $undisputed }. Fin estimée : { $end }.
sitting-shown-break = Suspendue depuis { $since }.
agenda-arranged = Ordre du jour placé à la main.
agenda-reset = Ordre du jour rendu au programme.
agenda-recused = sortent : { $names }
reason-forked = notes contradictoires à trancher
adopt-line = { $number } { $name } : niveau { $level }
adopt-would = { $n ->
    [0] Aucun dossier ne serait adopté.
    [one] Un dossier serait adopté :
   *[other] { $n } dossiers seraient adoptés :
 }
adopted = { $n ->
    [0] Aucun dossier adopté.
    [one] Un dossier adopté au niveau proposé.
   *[other] { $n } dossiers adoptés au niveau proposé, chacun avec sa ligne au journal.
 }
ranking-advice = Ordre donné par jugement majoritaire sur toutes les notes ; il ne décide rien.
ranking-line = niveau { $level } · { $rank }. { $number } { $name } · { $gauge }
what-if-head = { $moved ->
    [0] Aucun niveau ne bougerait, sur { $all } dossiers. Rien n’est écrit.
    [one] Un niveau bougerait, sur { $all } dossiers. Rien n’est écrit.
   *[other] { $moved } niveaux bougeraient, sur { $all } dossiers. Rien n’est écrit.
 }
what-if-line = { $number } { $name } : { $proposed } → { $then }
level-none = aucun
agenda-decided = décidé : { $level }
reason-on-threshold = exactement sur un seuil

desk-help-what-if = Touches de « et si »
desk-help-results = Touches des résultats
desk-help-statistics = Touches du jury en chiffres
action-attendance = Noter qui entre et qui sort
desk-hint-attendance = présences
action-break = Suspendre ou reprendre la séance
desk-hint-break = pause
action-vote = Noter un vote à main levée
desk-hint-vote = vote
action-dissent = Noter un désaccord au procès-verbal
desk-hint-dissent = désaccord
action-mention = Donner des mentions
desk-hint-mention = mentions
action-compose = Composer le retour au candidat
desk-hint-compose = retour
action-what-if = Voir ce que seraient les niveaux (rien n’est écrit)
desk-hint-what-if = et si
action-results = Voir les niveaux et l’ordre en leur sein
desk-hint-results = résultats
action-move-earlier = Avancer le dossier à l’ordre du jour
desk-hint-move-earlier = avancer
action-move-later = Reculer le dossier à l’ordre du jour
desk-hint-move-later = reculer
action-reset = Revenir à l’ordre ou aux poids d’origine
desk-hint-reset = origine

desk-ask-attend = Membres en séance à partir de maintenant
desk-on-break = La séance est suspendue : { $key } la reprend.
desk-ask-vote = Vote à main levée : pour, contre, abstentions (par exemple 5 1 0) ; rien pour effacer
desk-vote-malformed = Donnez un, deux ou trois nombres : pour, contre, abstentions, par exemple 5 1 0.
desk-ask-dissent = Désaccord sur { $name } : qui ?
desk-ask-dissent-reason = { $name } n’est pas d’accord : ce que dira le procès-verbal (peut rester vide)
desk-dissents = en désaccord
desk-ask-mentions = Mentions de { $name }
desk-no-mentions = La grille n’a pas de mention.
desk-ask-compose = Retour à { $name } : ce que les jurés ont écrit
desk-edit-told = Retour au candidat (figure dans sa lettre)
desk-vote = vote : { $for } pour, { $against } contre, { $abstain ->
    [one] { $abstain } abstention
   *[other] { $abstain } abstentions
 }
desk-dissent = désaccord : { $names }
desk-mentions = mentions : { $names }
desk-told = retour au candidat rédigé
desk-verdict-ways = { $agree } façons de compter sur { $all } donnent ce niveau
way-lower-median = médiane (la règle)
way-mean = moyenne
way-trimmed-mean = moyenne sans les extrêmes
way-mid-median = milieu des deux médianes
way-own-levels = médiane des niveaux des jurés
way-adjusted = moyenne, sévérité ôtée
desk-ways = Autres façons de compter (avis, jamais la règle)
desk-way = { $way } : { $level }
desk-sitting-break = suspendue
desk-sitting-end = fin vers { $time }
desk-sitting-timer = { $clock } sur ce dossier
desk-leik = désaccord { $leik } (Leik) · accord { $agreement } (Van der Eijk)
desk-leik-column = Leik
desk-agreement-column = accord
desk-recused-in-room = À faire sortir avant d’ouvrir ce dossier : { $names }
