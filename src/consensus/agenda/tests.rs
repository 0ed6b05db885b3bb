use super::*;
use crate::consensus::deliberate;
use crate::consensus::testing::{GridMaker, grid, panel, set};
use crate::domain::score::Score;
use std::collections::BTreeMap;

type Set = BTreeMap<CriterionCode, Score>;

/// The agenda of panels named `a`, `b`… in that order: `b: discuss 1.1, fragile`.
fn ordered(grid: &Grid, panels: &[(&str, Set)], lacking: &[usize]) -> Vec<String> {
    let ids: Vec<DossierId> = ('a'..)
        .take(panels.len())
        .map(|c| DossierId::new(c.to_string()))
        .collect();
    let outcomes: Vec<Outcome> = panels
        .iter()
        .map(|(rows, set)| deliberate(grid, &panel(grid, rows), set))
        .collect();
    let recused: Vec<BTreeSet<JurorId>> = panels
        .iter()
        .map(|(rows, _)| panel(grid, rows).recused.into_iter().collect())
        .collect();
    let inputs: Vec<AgendaInput<'_>> = (0..panels.len())
        .map(|i| AgendaInput {
            dossier: &ids[i],
            outcome: &outcomes[i],
            lacks_feedback: lacking.contains(&i),
            recused: &recused[i],
            is_forked: false,
        })
        .collect();
    agenda(grid, &inputs).iter().map(said).collect()
}

fn said(item: &AgendaItem) -> String {
    let reason = |reason: &Reason| match reason {
        Reason::Discuss(code) => format!("discuss {code}"),
        Reason::NearThreshold(distance) => format!("near {distance}"),
        Reason::HeldByFloor(axis) => format!("held {axis}"),
        Reason::Split | Reason::NoProposal | Reason::Fragile | Reason::Forked | Reason::NoFeedback => {
            reason.as_str().to_owned()
        }
    };
    let reasons: Vec<String> = item.reasons.iter().map(reason).collect();
    format!("{}: {}", item.dossier, reasons.join(", "))
}

fn plain(rows: &[&'static str]) -> Vec<(&'static str, Set)> {
    rows.iter().map(|rows| (*rows, Set::new())).collect()
}

fn wide() -> GridMaker {
    grid(&[(1, &[1, 1, 1]), (3, &[1])]).levels(&["1/2"])
}

#[test]
fn the_undisputed_come_last_in_the_order_given() {
    let rows = [
        "4 4 4 4|4 4 4 4|4 4 4 4",
        "0 0 0 0|0 0 0 0|0 0 0 0",
        "4 4 4 4|4 4 4 4|4 4 4 0",
    ];
    let found = ordered(&wide().build(), &plain(&rows), &[]);
    assert_eq!(found, ["c: discuss 2.1", "a: ", "b: "]);
}

#[test]
fn the_weight_of_what_is_flagged_comes_first() {
    let rows = [
        "4 4 4 4|4 4 4 4|4 4 0 4",
        "4 4 4 4|4 4 4 4|0 0 0 4",
        "4 4 4 4|4 4 4 4|4 4 4 0",
    ];
    let found = ordered(&wide().build(), &plain(&rows), &[]);
    let expected = [
        "c: discuss 2.1",
        "b: discuss 1.1, discuss 1.2, discuss 1.3",
        "a: discuss 1.3",
    ];
    assert_eq!(found, expected);
}

#[test]
fn then_no_proposal_then_the_distance_to_a_threshold() {
    let grid = grid(&[(1, &[1, 1, 1, 1])]).build();
    let same = |row: &str| [row; 4].join("|");
    let owned = [
        same("3 3 3 3"),
        same("4 3 3 3"),
        same("2 3 3 3"),
        same("4 4 3 3"),
        same("- 3 3 3"),
    ];
    let panels: Vec<(&str, Set)> = owned.iter().map(|rows| (rows.as_str(), Set::new())).collect();
    let found = ordered(&grid, &panels, &[3]);
    let expected = [
        "e: no_proposal",
        "a: near 0",
        "c: near 1/4",
        "d: no_feedback",
        "b: ",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_split_jury_a_fragile_level_and_a_floor_are_reasons() {
    let grid = grid(&[(1, &[1; 6]), (1, &[1])]).floor(3, "2", "2/5").build();
    let rows = [
        // Each criterion differs by one step at most; the jurors' own levels by one.
        "4 4 4 4 4 4 4|4 4 4 4 4 4 4|3 3 3 3 3 3 3|3 3 3 3 3 3 3",
        "5 5 5 5 5 5 1|5 5 5 5 5 5 1|5 5 5 5 5 5 1|5 5 5 5 5 5 1",
    ];
    let found = ordered(&grid, &plain(&rows), &[]);
    let expected = ["a: near 0, fragile", "b: held 2"];
    assert_eq!(found, expected);
    let camps = "1 1 1 1 1 1 1|3 3 3 3 3 3 3|1 1 1 1 1 1 1|3 3 3 3 3 3 3";
    let found = ordered(&grid, &plain(&[rows[1], camps]), &[]);
    assert!(found[0].starts_with("b: discuss 1.1, discuss 1.2"), "{found:?}");
    assert!(found[0].ends_with("split, near 0, fragile"), "{found:?}");
}

#[test]
fn what_the_committee_set_is_discussed_no_more() {
    let grid = grid(&[(1, &[1])]).levels(&["1/2"]).build();
    let rows = "4|4|4|0";
    let panels = [(rows, Set::new()), (rows, set(&grid, "1.1=4"))];
    let found = ordered(&grid, &panels, &[]);
    assert_eq!(found, ["a: discuss 1.1", "b: "]);
}

#[test]
fn those_for_whom_the_same_members_leave_stand_together() {
    let whole = "4 4 4 4|4 4 4 4|4 4 4 4";
    let rows = [
        format!("{whole}|R|4 4 4 4"),
        whole.to_owned(),
        format!("{whole}|4 4 4 4|R"),
        whole.to_owned(),
        format!("{whole}|R|4 4 4 4"),
        format!("{whole}|R|R"),
    ];
    let rows: Vec<(&str, Set)> = rows.iter().map(|rows| (rows.as_str(), Set::new())).collect();
    let found = ordered(&wide().build(), &rows, &[]);
    assert_eq!(found, ["b: ", "d: ", "a: ", "e: ", "f: ", "c: "]);
}
