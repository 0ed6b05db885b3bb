//! How far the jury can be relied on, from what counts of every ballot; or from ratings in a file, without a store.

use super::{Office, OfficeError};
use crate::domain::grid::Grid;
use crate::domain::ids::{CriterionCode, JurorId};
use crate::domain::role::Verb;
use crate::exchange::ratings::{self, RatingsError};
use crate::reliability::{Agreement, Ratings, Severity, Unit, Why, assess, severity};
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

impl Office {
    /// Says it of the jury. Whoever stepped back, or was set aside, is absent, as are criteria in conflict.
    pub(super) fn agreement(&self) -> Result<JuryAgreement, OfficeError> {
        self.may(Verb::SeeResults)?;
        let jury = self.store.jury()?;
        let places: BTreeMap<JurorId, usize> =
            (0..).zip(&jury).map(|(at, e)| (e.juror.id.clone(), at)).collect();
        let codes: Vec<CriterionCode> = self.grid.criteria().map(|c| c.code.clone()).collect();
        let aside = self.store.set_aside()?;
        let min = self.grid.scale().min;
        let mut by_criterion: Vec<Vec<Unit>> = codes.iter().map(|_| Vec::new()).collect();
        let mut dossier = 0;
        self.each_bench(|id, bench| {
            if aside.contains(&id) {
                return;
            }
            let panel = bench.panel();
            for (code, units) in codes.iter().zip(&mut by_criterion) {
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
        let of = |units: Vec<Unit>| Ratings::new(jury.len(), categories(&self.grid), units);
        let mut all = Vec::new();
        let mut criteria = Vec::with_capacity(codes.len());
        for (code, units) in codes.into_iter().zip(by_criterion) {
            let ratings = of(units);
            criteria.push((code, assess(&ratings)));
            all.extend(ratings.into_units());
        }
        let all = of(all);
        Ok(JuryAgreement {
            overall: assess(&all),
            criteria,
            severity: severity(&all),
            jurors: jury.into_iter().map(|enrolled| enrolled.juror.name).collect(),
        })
    }
}

fn categories(grid: &Grid) -> usize {
    let scale = grid.scale();
    usize::from(scale.max.saturating_sub(scale.min)) + 1
}
