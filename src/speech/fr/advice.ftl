# Ce que le comité peut regarder et que rien n’applique : « et si », les résultats par niveau, le jury en chiffres.

advice-masked = Les notes des jurés restent masquées jusqu’à l’ouverture d’une séance. Sur l’écran du comité, { $key } les montre avant, et le journal le dit.
advice-percent = { $n } %

# Et si…

advice-what-if = Et si…
advice-what-if-nothing = rien n’est écrit
advice-what-if-head = { $moved ->
    [0] aucun niveau sur { $all } ne bougerait · rien n’est écrit
    [one] un niveau sur { $all } bougerait · rien n’est écrit
   *[other] { $moved } niveaux sur { $all } bougeraient · rien n’est écrit
 }
advice-what-if-refused = sans réponse : la dernière reste affichée
advice-otherwise = Ce qui serait autre
advice-would-move = Ce qui bougerait
advice-jury = Jurés dont les notes comptent
advice-weights = Poids des axes et des critères
advice-left-out = écarté
advice-weight-was = (était { $was })
advice-without = Sans { $names }
advice-weighed = { $code } = { $weight } (était { $was })
advice-none-moves = Aucun niveau ne bougerait.
advice-tally = ▲ plus haut { $up } · ▼ plus bas { $down } · ? trop peu de notes pour le dire { $unknown }
advice-tally-short = ▲ plus haut { $up } ▼ plus bas { $down } ? inconnu { $unknown }
advice-juror-keys = { $key } : écarter, reprendre
advice-weight-keys = { $key } : poids, de 0 à 1000
advice-other-pane = Jurés et poids sont dans l’autre volet : { $key } y mène.
advice-begin-juror = { $key } sur un juré : ses notes ne compteraient pas.
advice-begin-weight = { $key } sur un axe ou un critère : il pèserait moins ou plus.
advice-begin-reset = { $key } remet tout comme c’était. Rien n’est jamais écrit.

# Résultats.

advice-results = Résultats par niveau
advice-levels = Répartition
advice-open = Sans proposition
advice-open-short = à voir
advice-decided = décidé
advice-nobody = Aucun candidat
advice-shares = · { $above } % au-dessus · { $below } % au-dessous
advice-gauge = ░ notes au-dessous · █ note majoritaire · ▓ notes au-dessus
advice-signs = 3+ : plus de notes au-dessus qu’au-dessous · 3− : autant ou moins
advice-publishable = Tout est décidé : on peut publier.
advice-unpublishable = Pas encore publiable : { $why }
advice-undecided = { $n ->
    [one] un dossier à décider
   *[other] { $n } dossiers à décider
 }
advice-forks = { $n ->
    [one] une note contradictoire à trancher
   *[other] { $n } notes contradictoires à trancher
 }

# Le jury en chiffres.

advice-statistics = Le jury en chiffres
advice-statistics-detail = Le jury en chiffres · détails
advice-overall = Accord sur tous les critères (alpha de Krippendorff)
advice-alpha = Alpha ordinal { $alpha } (intervalle { $interval })
advice-alpha-alone = Alpha ordinal { $alpha }
advice-reliable = fiable
advice-tentative = à prendre avec prudence
advice-unreliable = pas fiable
advice-zone-reliable = fiable
advice-zone-tentative = prudence
advice-zone-unreliable = pas fiable
advice-pairs = Deux jurés donnent la même note { $identical } du temps, à un point près { $near } · { $n } cases (dossier × critère)
advice-few = trop peu de notes à comparer ({ $n })
advice-undefined = non défini : { $why }
advice-by-criterion = Par critère
advice-col-alpha = alpha
advice-col-interval = intervalle
advice-col-identical = même
advice-col-near = à 1 près
advice-col-pairable = n
advice-severity = Sévérité, juré par juré
advice-severer = plus sévère
advice-lenient = plus indulgent
advice-col-b = écart
advice-col-error = erreur
advice-col-ratings = notes
advice-juror-few = trop peu de notes pour le dire

# Les coefficients.

advice-coefficients = Tous les coefficients, tous critères confondus
advice-counts = { $ratings } notes ; { $pairable } cases (dossier × critère) notées à plusieurs, { $complete } par tous ; { $panels ->
    [one] un seul groupe de jurés
   *[other] { $panels } groupes de jurés que rien ne relie
 }
advice-col-nominal = nominal
advice-col-ordinal = ordinal
advice-col-intervals = interv.
advice-col-ac1 = AC1
advice-col-ac2 = AC2 q.
advice-col-w = W

coefficient-alpha-nominal = Alpha de Krippendorff, nominal
coefficient-alpha-ordinal = Alpha de Krippendorff, ordinal
coefficient-alpha-interval = Alpha de Krippendorff, intervalles
coefficient-fleiss-kappa = Kappa de Fleiss
coefficient-fleiss-kappa-generalised = Kappa de Fleiss, notes manquantes
coefficient-gwet-ac1 = AC1 de Gwet
coefficient-gwet-ac2-linear = AC2 de Gwet, poids linéaires
coefficient-gwet-ac2-quadratic = AC2 de Gwet, poids quadratiques
coefficient-gwet-ac2-ordinal = AC2 de Gwet, poids ordinaux
coefficient-icc2-1 = ICC(2,1)
coefficient-icc2-k = ICC(2,k)
coefficient-kendall-w = W de Kendall
coefficient-icc2-1-listwise = ICC(2,1), notés par tous
coefficient-icc2-k-listwise = ICC(2,k), notés par tous
coefficient-kendall-w-listwise = W de Kendall, notés par tous
coefficient-identical = Notes identiques
coefficient-within-one = Notes à un point près

reading-alpha-nominal = la même note ou non, hasard déduit ; 1 : accord parfait, 0 : pas mieux que le hasard
reading-alpha-ordinal = un écart compte d’autant plus qu’il saute de notes données ; c’est le chiffre à retenir
reading-alpha-interval = un écart compte par le carré de sa taille
reading-fleiss-kappa = la même note ou non, si tout le monde a tout noté
reading-fleiss-kappa-generalised = le même, là où des notes manquent
reading-gwet-ac1 = la même note ou non ; reste stable quand presque toutes les notes se ressemblent
reading-gwet-ac2-linear = comme AC1, un petit écart comptant moins qu’un grand
reading-gwet-ac2-quadratic = comme AC1, un petit écart comptant bien moins qu’un grand
reading-gwet-ac2-ordinal = comme AC1, l’écart comptant par les rangs qu’il saute
reading-icc2-1 = part de ce qui distingue les dossiers dans la note d’un seul juré
reading-icc2-k = la même part, dans la moyenne de tout le jury
reading-kendall-w = si les jurés classent les dossiers dans le même ordre ; 1 : exactement
reading-icc2-1-listwise = ICC(2,1) des seuls dossiers que tous ont notés
reading-icc2-k-listwise = ICC(2,k) des seuls dossiers que tous ont notés
reading-kendall-w-listwise = W des seuls dossiers que tous ont notés
reading-identical = part des paires de notes qui sont les mêmes
reading-within-one = part des paires de notes à un point près au plus

# Touches.

action-leave-out = Écarter un juré, ou le reprendre
desk-hint-leave-out = écarter
action-weigh-less = Baisser le poids
desk-hint-weigh-less = moins
action-weigh-more = Monter le poids
desk-hint-weigh-more = poids
