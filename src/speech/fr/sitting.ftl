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
