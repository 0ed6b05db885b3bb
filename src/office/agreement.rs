//! How far the jury can be relied on, from what counts of every ballot; or from ratings in a file, without a store.

use super::{Office, OfficeError};
use crate::domain::ids::{CriterionCode, JurorId};
use crate::domain::ratio::Ratio;
use crate::domain::saying::Saying;
use crate::domain::words::Lang;
use crate::exchange::ratings::{self, RatingsError};
use crate::reliability::{
    Agreement, FEW_RATINGS, FEW_UNITS, Known, Ratings, Severity, Unit, Why, assess, severity,
};
use crate::store::Enrolled;
use std::collections::BTreeMap;
use std::path::Path;

/// What is said of a jury.
#[derive(Debug, Clone)]
pub struct JuryAgreement {
    /// Over all criteria.
    pub overall: Agreement,
    /// Each criterion, in the grid's order; none where there is no grid.
    pub criteria: Vec<(CriterionCode, Agreement)>,
    /// How severe each juror is, over all criteria.
    pub severity: Result<Vec<Severity>, Why>,
    /// The jurors' names, by their places; none where there is no jury.
    pub jurors: Vec<String>,
}

/// Says it of ratings in a file.
///
/// # Errors
/// What is wrong with the file.
pub fn agreement_of_file(file: &Path) -> Result<JuryAgreement, OfficeError> {
    let given = ratings::read(file).map_err(|why| match why {
        RatingsError::File(why) => why.into(),
        why => OfficeError::Refused(why.saying()),
    })?;
    let units = given.rows.first().map_or(0, Vec::len);
    let unit = |at: usize| Unit {
        dossier: at,
        values: given
            .rows
            .iter()
            .map(|row| row.get(at).copied().flatten())
            .collect(),
    };
    let ratings = Ratings::new(given.rows.len(), given.categories, (0..units).map(unit).collect());
    Ok(JuryAgreement {
        overall: assess(&ratings),
        criteria: Vec::new(),
        severity: severity(&ratings),
        jurors: Vec::new(),
    })
}

impl JuryAgreement {
    /// Tells it in words: what is too little to tell says so, and nothing counts for a result.
    pub fn told(&self, lang: Lang) -> Vec<Saying> {
        let mut lines = vec![Saying::new("agreement-advice")];
        let overall = Saying::new("agreement-overall");
        lines.push(line(|line| line.said("of", overall), &self.overall, lang));
        for (code, found) in &self.criteria {
            lines.push(line(|line| line.text("of", code), found, lang));
        }
        lines.push(Saying::new("agreement-severity"));
        match &self.severity {
            Ok(jurors) => {
                let jurors = jurors.iter().filter(|juror| juror.n > 0);
                lines.extend(jurors.map(|juror| self.of_juror(juror, lang)));
            }
            Err(why) => lines.push(Saying::new("agreement-none").said("why", why.saying())),
        }
        lines
    }

    fn of_juror(&self, juror: &Severity, lang: Lang) -> Saying {
        let name = self.jurors.get(juror.juror);
        let name = name.cloned().unwrap_or_else(|| juror.juror.to_string());
        if juror.n < FEW_RATINGS {
            let few = Saying::new("agreement-juror-few").text("juror", name);
            return few.number("n", juror.n);
        }
        let said = Saying::new("agreement-juror").text("juror", name);
        let said = said.text("b", juror.b.decimal(lang.point())).number("n", juror.n);
        known(said, "se", &juror.se, lang)
    }
}

/// Tells of one criterion, or of all.
fn line(of: impl FnOnce(Saying) -> Saying, found: &Agreement, lang: Lang) -> Saying {
    if found.n_pairable_units < FEW_UNITS {
        return of(Saying::new("agreement-few")).number("n", found.n_pairable_units);
    }
    let percent = |known: &Known| {
        known
            .as_ref()
            .map_or_else(|_| "–".to_owned(), |share| share.percent().to_string())
    };
    let said = of(Saying::new("agreement-line"))
        .text("identical", percent(&found.identical))
        .text("near", percent(&found.within_one))
        .number("n", found.n_pairable_units);
    let said = known(said, "alpha", &found.alpha_ordinal, lang);
    match &found.alpha_ordinal_jackknife {
        Ok(ends) => {
            let ends = format!(
                "{} – {}",
                ends.low.decimal(lang.point()),
                ends.high.decimal(lang.point())
            );
            said.text("interval", ends)
        }
        Err(why) => said.said("interval", why.saying()),
    }
}

fn known(line: Saying, name: &'static str, known: &Known, lang: Lang) -> Saying {
    match known {
        Ok(ratio) => line.text(name, ratio.decimal(lang.point())),
        Err(why) => line.said(name, why.saying()),
    }
}

/// Entries of the journal that change no ballot, no jury and no dossier.
const OF_SITTINGS: [&str; 10] = [
    "agenda-order",
    "arrival",
    "decision",
    "departure",
    "export",
    "sitting-break",
    "sitting-close",
    "sitting-open",
    "sitting-resume",
    "unmask",
];

/// How much more lenient each juror is than the others, and up to which entry of the journal that holds.
#[derive(Debug)]
pub(super) struct Lenience {
    place: Option<u64>,
    of: BTreeMap<JurorId, Ratio>,
}

/// The ratings of the jury: a place a juror, and by criterion a unit a dossier.
struct JuryRatings {
    jury: Vec<Enrolled>,
    by_criterion: Vec<(CriterionCode, Vec<Unit>)>,
    scale: usize,
}

impl JuryRatings {
    fn of(&self, units: Vec<Unit>) -> Ratings {
        Ratings::new(self.jury.len(), self.scale, units)
    }

    fn all(&self) -> Ratings {
        let units = self.by_criterion.iter().flat_map(|(_, units)| units);
        self.of(units.cloned().collect())
    }
}

impl Office {
    /// Says it of the jury. Whoever stepped back, or was set aside, is absent, as are criteria in conflict.
    pub(super) fn agreement(&self) -> Result<JuryAgreement, OfficeError> {
        let mut ratings = self.jury_ratings()?;
        let all = ratings.all();
        let by_criterion = std::mem::take(&mut ratings.by_criterion).into_iter();
        let criteria = by_criterion.map(|(code, units)| (code, assess(&ratings.of(units))));
        Ok(JuryAgreement {
            overall: assess(&all),
            criteria: criteria.collect(),
            severity: severity(&all),
            jurors: ratings.jury.into_iter().map(|e| e.juror.name).collect(),
        })
    }

    /// Returns how much more lenient each juror is than the others, of whom enough is known to say. It is computed once
    /// for as long as the journal tells of nothing but the sitting: what it rests on does not change without an entry.
    pub(super) fn lenience(&self) -> Result<BTreeMap<JurorId, Ratio>, OfficeError> {
        let place = self.store.last_place_but(&OF_SITTINGS)?;
        if let Some(known) = &*self.lenience.borrow()
            && known.place == place
        {
            return Ok(known.of.clone());
        }
        let ratings = self.jury_ratings()?;
        let found = severity(&ratings.all()).unwrap_or_default().into_iter();
        let of: BTreeMap<JurorId, Ratio> = found
            .filter(|severity| severity.n >= FEW_RATINGS)
            .filter_map(|severity| {
                let enrolled = ratings.jury.get(severity.juror)?;
                Some((enrolled.juror.id.clone(), severity.b))
            })
            .collect();
        let known = Lenience { place, of };
        let of = known.of.clone();
        self.lenience.replace(Some(known));
        Ok(of)
    }

    fn jury_ratings(&self) -> Result<JuryRatings, OfficeError> {
        let jury = self.store.jury()?;
        let places: BTreeMap<JurorId, usize> =
            (0..).zip(&jury).map(|(at, e)| (e.juror.id.clone(), at)).collect();
        let aside = self.store.set_aside()?;
        let min = self.grid.scale().min;
        let mut by_criterion: Vec<(CriterionCode, Vec<Unit>)> = self
            .grid
            .criteria()
            .map(|c| (c.code.clone(), Vec::new()))
            .collect();
        let mut dossier = 0;
        self.each_bench(|id, bench| {
            if aside.contains(&id) {
                return;
            }
            let panel = bench.panel();
            for (code, units) in &mut by_criterion {
                let mut values = vec![None; jury.len()];
                for (juror, marks) in &panel.seats {
                    let score = marks.get(code).and_then(|mark| mark.score());
                    let place = places.get(juror).and_then(|at| values.get_mut(*at));
                    if let Some(place) = place {
                        *place = score.map(|score| score.value().saturating_sub(min));
                    }
                }
                units.push(Unit { dossier, values });
            }
            dossier += 1;
        })?;
        Ok(JuryRatings {
            jury,
            by_criterion,
            scale: self.grid.scale().len(),
        })
    }
}
