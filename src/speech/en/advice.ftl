# What the committee may look at and nothing applies: what if, the results by level, the jury in figures.

advice-masked = The jurors’ scores stay hidden until a sitting is opened. On the committee’s screen, { $key } shows them before that, and the journal says so.
advice-percent = { $n }%

# What if…

advice-what-if = What if…
advice-what-if-nothing = nothing is written
advice-what-if-head = { $moved ->
    [0] none of { $all } levels would move · nothing is written
    [one] one of { $all } levels would move · nothing is written
   *[other] { $moved } of { $all } levels would move · nothing is written
 }
advice-what-if-refused = no answer: the last one stays in view
advice-otherwise = What would be otherwise
advice-would-move = What would move
advice-jury = Jurors whose scores count
advice-weights = Weights of axes and criteria
advice-left-out = left out
advice-weight-was = (was { $was })
advice-without = Without { $names }
advice-weighed = { $code } = { $weight } (was { $was })
advice-none-moves = No level would move.
advice-tally = ▲ higher { $up } · ▼ lower { $down } · ? too few scores to say { $unknown }
advice-tally-short = ▲ higher { $up } ▼ lower { $down } ? unknown { $unknown }
advice-juror-keys = { $key }: leave out, take back
advice-weight-keys = { $key }: weight, 0 to 1000
advice-other-pane = Jurors and weights are in the other pane: { $key } goes there.
advice-begin-juror = { $key } on a juror: their scores would not count.
advice-begin-weight = { $key } on an axis or a criterion: it would weigh less or more.
advice-begin-reset = { $key } puts everything back as it was. Nothing is ever written.

# Results.

advice-results = Results by level
advice-levels = Distribution
advice-open = No proposal
advice-open-short = to see
advice-decided = decided
advice-nobody = No candidate
advice-shares = · { $above }% above · { $below }% below
advice-gauge = ░ scores below · █ majority grade · ▓ scores above
advice-signs = 3+: more scores above than below · 3−: as many or fewer
advice-publishable = Everything is decided: you may publish.
advice-unpublishable = Not publishable yet: { $why }
advice-undecided = { $n ->
    [one] one dossier to decide
   *[other] { $n } dossiers to decide
 }
advice-forks = { $n ->
    [one] one contradictory score to settle
   *[other] { $n } contradictory scores to settle
 }

# The jury in figures.

advice-statistics = The jury in figures
advice-statistics-detail = The jury in figures · details
advice-overall = Agreement over all criteria (Krippendorff’s alpha)
advice-alpha = Ordinal alpha { $alpha } (interval { $interval })
advice-alpha-alone = Ordinal alpha { $alpha }
advice-reliable = reliable
advice-tentative = tentative
advice-unreliable = not reliable
advice-zone-reliable = reliable
advice-zone-tentative = tentative
advice-zone-unreliable = not reliable
advice-pairs = Two jurors give the same score { $identical } of the time, within one point { $near } · { $n } cells (dossier × criterion)
advice-few = too few scores to compare ({ $n })
advice-undefined = undefined: { $why }
advice-by-criterion = By criterion
advice-col-alpha = alpha
advice-col-interval = interval
advice-col-identical = same
advice-col-near = within 1
advice-col-pairable = n
advice-severity = Severity, juror by juror
advice-severer = more severe
advice-lenient = more lenient
advice-col-b = shift
advice-col-error = error
advice-col-ratings = scores
advice-juror-few = too few scores to say

# The coefficients.

advice-coefficients = All coefficients, over all criteria
advice-counts = { $ratings } scores; { $pairable } cells (dossier × criterion) scored by several, { $complete } by everyone; { $panels ->
    [one] a single group of jurors
   *[other] { $panels } groups of jurors that nothing links
 }
advice-col-nominal = nominal
advice-col-ordinal = ordinal
advice-col-intervals = interval
advice-col-ac1 = AC1
advice-col-ac2 = AC2 q.
advice-col-w = W

coefficient-alpha-nominal = Krippendorff’s alpha, nominal
coefficient-alpha-ordinal = Krippendorff’s alpha, ordinal
coefficient-alpha-interval = Krippendorff’s alpha, interval
coefficient-fleiss-kappa = Fleiss’ kappa
coefficient-fleiss-kappa-generalised = Fleiss’ kappa, scores missing
coefficient-gwet-ac1 = Gwet’s AC1
coefficient-gwet-ac2-linear = Gwet’s AC2, linear weights
coefficient-gwet-ac2-quadratic = Gwet’s AC2, quadratic weights
coefficient-gwet-ac2-ordinal = Gwet’s AC2, ordinal weights
coefficient-icc2-1 = ICC(2,1)
coefficient-icc2-k = ICC(2,k)
coefficient-kendall-w = Kendall’s W
coefficient-icc2-1-listwise = ICC(2,1), scored by everyone
coefficient-icc2-k-listwise = ICC(2,k), scored by everyone
coefficient-kendall-w-listwise = Kendall’s W, scored by everyone
coefficient-identical = Identical scores
coefficient-within-one = Scores within one point

reading-alpha-nominal = the same score or not, chance taken off; 1: perfect agreement, 0: no better than chance
reading-alpha-ordinal = a gap counts more the more given scores it jumps; this is the figure to remember
reading-alpha-interval = a gap counts by the square of its size
reading-fleiss-kappa = the same score or not, where everyone scored everything
reading-fleiss-kappa-generalised = the same, where scores are missing
reading-gwet-ac1 = the same score or not; stays steady when nearly all scores look alike
reading-gwet-ac2-linear = like AC1, a small gap counting less than a large one
reading-gwet-ac2-quadratic = like AC1, a small gap counting much less than a large one
reading-gwet-ac2-ordinal = like AC1, a gap counting by the ranks it jumps
reading-icc2-1 = share of what tells dossiers apart in a single juror’s score
reading-icc2-k = the same share, in the mean of the whole jury
reading-kendall-w = whether jurors put dossiers in the same order; 1: exactly
reading-icc2-1-listwise = ICC(2,1) of the dossiers alone that everyone scored
reading-icc2-k-listwise = ICC(2,k) of the dossiers alone that everyone scored
reading-kendall-w-listwise = W of the dossiers alone that everyone scored
reading-identical = share of pairs of scores that are the same
reading-within-one = share of pairs of scores at most one point apart

# Keys.

action-leave-out = Leave a juror out, or take them back
desk-hint-leave-out = leave out
action-weigh-less = Lower the weight
desk-hint-weigh-less = less
action-weigh-more = Raise the weight
desk-hint-weigh-more = weight
