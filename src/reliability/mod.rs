//! How far a jury can be relied on: coefficients of agreement, and how severe each juror is (RULES.md §4 and §5). Advice
//! to the jury about itself, never applied to a result; all of it exact until it is shown. What is undefined says why.

mod alpha;
mod chance;
mod linear;
mod ranks;
mod ratings;
mod severity;
#[cfg(test)]
mod tests;
mod variance;

pub use alpha::{Interval, Metric};
pub use ratings::{Ratings, Unit};
pub use severity::{LAMBDA, Severity, severity};

use crate::domain::ratio::Ratio;
use crate::domain::saying::Saying;
use ratings::Pairs;

/// How far an alpha lets one rely on a jury: Krippendorff's convention, no norm (RULES.md §4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reliance {
    /// Below .667.
    Unreliable,
    /// From .667 on.
    Tentative,
    /// From .800 on.
    Reliable,
}

impl Reliance {
    /// Returns from which alpha on conclusions are tentative, and from which one may rely on them.
    pub fn bounds() -> [Ratio; 2] {
        [667, 800].map(|mark| Ratio::new(mark, 1000).unwrap_or_else(Ratio::zero))
    }

    /// Says it of an alpha.
    pub fn of(alpha: &Ratio) -> Self {
        let [tentative, reliable] = Self::bounds();
        if *alpha >= reliable {
            Self::Reliable
        } else if *alpha >= tentative {
            Self::Tentative
        } else {
            Self::Unreliable
        }
    }
}

/// Why a number is undefined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Nothing was rated by two jurors.
    NoPair,
    /// All ratings are the same: nothing to tell units apart.
    NoVariation,
    /// One juror alone.
    OneJuror,
    /// Some ratings are missing, and this coefficient takes none that lack one.
    Missing,
    /// Fewer than two units were rated by everyone.
    FewComplete,
    /// A scale of one value.
    NoScale,
    /// Fewer than two dossiers to leave out one by one, or leaving one out leaves nothing.
    FewDossiers,
    /// Jurors fall into panels that no dossier links: their severity can't be compared.
    Disconnected,
    /// No more ratings than the model has unknowns.
    NoFreedom,
}

impl Why {
    /// Says it.
    pub fn saying(self) -> Saying {
        Saying::new(match self {
            Self::NoPair => "why-no-pair",
            Self::NoVariation => "why-no-variation",
            Self::OneJuror => "why-one-juror",
            Self::Missing => "why-missing",
            Self::FewComplete => "why-few-complete",
            Self::NoScale => "why-no-scale",
            Self::FewDossiers => "why-few-dossiers",
            Self::Disconnected => "why-disconnected",
            Self::NoFreedom => "why-no-freedom",
        })
    }
}

/// Below so many units that two or more rated, coefficients say too little (RULES.md §4).
pub const FEW_UNITS: usize = 10;
/// Below so many ratings, nothing is said of a juror's severity (RULES.md §5).
pub const FEW_RATINGS: usize = 10;

/// A number, or why there is none.
pub type Known = Result<Ratio, Why>;

/// What the ratings say of the jury.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// Krippendorff's alpha, values unordered.
    pub alpha_nominal: Known,
    /// Values in order.
    pub alpha_ordinal: Known,
    /// Values at equal distances.
    pub alpha_interval: Known,
    /// Where ordinal alpha lies, leaving out one dossier after the other.
    pub alpha_ordinal_jackknife: Result<Interval, Why>,
    /// Fleiss's kappa, on complete ratings.
    pub fleiss_kappa: Known,
    /// The same with ratings missing (Gwet).
    pub fleiss_kappa_generalised: Known,
    /// Gwet's AC1.
    pub gwet_ac1: Known,
    /// AC2, linear weights.
    pub gwet_ac2_linear: Known,
    /// AC2, quadratic weights.
    pub gwet_ac2_quadratic: Known,
    /// AC2, ordinal weights.
    pub gwet_ac2_ordinal: Known,
    /// ICC(2,1), on complete ratings.
    pub icc2_1: Known,
    /// ICC(2,k), on complete ratings.
    pub icc2_k: Known,
    /// Kendall's W, on complete ratings.
    pub kendall_w: Known,
    /// ICC(2,1) of the units that everyone rated.
    pub icc2_1_listwise: Known,
    /// ICC(2,k) of the units that everyone rated.
    pub icc2_k_listwise: Known,
    /// Kendall's W of the units that everyone rated.
    pub kendall_w_listwise: Known,
    /// Share of pairs of ratings that are the same.
    pub identical: Known,
    /// Share of pairs that lie one value apart at most.
    pub within_one: Known,
    /// Panels that no unit links; one where all are linked.
    pub connected_components: usize,
    /// Units rated by everyone.
    pub n_complete_units: usize,
    /// Units rated by two or more.
    pub n_pairable_units: usize,
    /// Ratings.
    pub n_ratings: usize,
}

impl Agreement {
    /// Returns every coefficient with its key (COMMANDS.md, `agreement`).
    pub fn coefficients(&self) -> [(&'static str, &Known); 17] {
        [
            ("alpha_nominal", &self.alpha_nominal),
            ("alpha_ordinal", &self.alpha_ordinal),
            ("alpha_interval", &self.alpha_interval),
            ("fleiss_kappa", &self.fleiss_kappa),
            ("fleiss_kappa_generalised", &self.fleiss_kappa_generalised),
            ("gwet_ac1", &self.gwet_ac1),
            ("gwet_ac2_linear", &self.gwet_ac2_linear),
            ("gwet_ac2_quadratic", &self.gwet_ac2_quadratic),
            ("gwet_ac2_ordinal", &self.gwet_ac2_ordinal),
            ("icc2_1", &self.icc2_1),
            ("icc2_k", &self.icc2_k),
            ("kendall_w", &self.kendall_w),
            ("icc2_1_listwise", &self.icc2_1_listwise),
            ("icc2_k_listwise", &self.icc2_k_listwise),
            ("kendall_w_listwise", &self.kendall_w_listwise),
            ("identical", &self.identical),
            ("within_one", &self.within_one),
        ]
    }
}

/// Computes all of it.
pub fn assess(ratings: &Ratings) -> Agreement {
    let pairs = Pairs::of(ratings);
    let complete = ratings.complete();
    let is_whole = complete.len() == ratings.units().len();
    let whole = |known: Known| if is_whole { known } else { Err(Why::Missing) };
    let (icc_1, icc_k) = variance::icc(ratings, &complete);
    let w = ranks::kendall(ratings, &complete);
    Agreement {
        alpha_nominal: pairs.alpha(Metric::Nominal),
        alpha_ordinal: pairs.alpha(Metric::Ordinal),
        alpha_interval: pairs.alpha(Metric::Interval),
        alpha_ordinal_jackknife: alpha::jackknife(ratings, &pairs, Metric::Ordinal),
        fleiss_kappa: whole(chance::kappa(&pairs)),
        fleiss_kappa_generalised: chance::kappa(&pairs),
        gwet_ac1: chance::gwet(&pairs, chance::Weights::Identity),
        gwet_ac2_linear: chance::gwet(&pairs, chance::Weights::Linear),
        gwet_ac2_quadratic: chance::gwet(&pairs, chance::Weights::Quadratic),
        gwet_ac2_ordinal: chance::gwet(&pairs, chance::Weights::Ordinal),
        icc2_1: whole(icc_1.clone()),
        icc2_k: whole(icc_k.clone()),
        kendall_w: whole(w.clone()),
        icc2_1_listwise: icc_1,
        icc2_k_listwise: icc_k,
        kendall_w_listwise: w,
        identical: pairs.within(0),
        within_one: pairs.within(1),
        connected_components: severity::panels(ratings),
        n_complete_units: complete.len(),
        n_pairable_units: pairs.pairable(),
        n_ratings: ratings.units().iter().map(|unit| unit.rated().count()).sum(),
    }
}
