//! What changed in the store since a form was written is shown and stays.

use super::*;

/// The form as it was written, and the store after something else was scored in it.
fn later() -> (String, Vec<Held>) {
    let text = written(&shelf());
    let mut held = shelf();
    held[0]
        .cells
        .insert("1.1".into(), content(score(5), "Bien.", "Publier le schéma."));
    (text, held)
}

#[test]
fn what_was_not_edited_is_told_and_stays() {
    let (text, held) = later();
    let plan = reading(&text, &held).unwrap();
    assert_eq!((plan.changes.len(), plan.unchanged, plan.stale.len()), (0, 23, 1));
    let stale = &plan.stale[0];
    assert!(!stale.is_edited);
    let line = text.lines().position(|line| line == "note: 3").unwrap() + 1;
    assert_eq!(stale.line, line);
    let (Side::Cell(file), Side::Cell(store)) = (&stale.file, &stale.store) else {
        panic!("a cell");
    };
    assert_eq!((file.mark, store.mark), (score(3), score(5)));
}

#[test]
fn what_was_edited_on_both_sides_is_told_and_the_rest_is_taken() {
    let (text, held) = later();
    let text = edited(&text, "note: 3", "note: 1");
    let text = edited(&text, "note: abstention", "note: 2");
    let plan = reading(&text, &held).unwrap();
    assert_eq!(cells(&plan).len(), 1);
    assert_eq!(cells(&plan)[0].1, "1.2");
    assert!(plan.stale[0].is_edited);
}

#[test]
fn the_same_change_on_both_sides_is_none() {
    let (text, held) = later();
    let plan = reading(&edited(&text, "note: 3", "note: 5"), &held).unwrap();
    assert_eq!((plan.changes.len(), plan.unchanged, plan.stale.len()), (0, 24, 0));
}

#[test]
fn a_second_reading_finds_nothing_to_do() {
    let text = edited(&written(&shelf()), "note: 3", "note: 1");
    let mut held = shelf();
    for change in reading(&text, &held).unwrap().changes {
        if let Change::Cell { criterion, after, .. } = change {
            held[0].cells.insert(criterion, after);
        }
    }
    let again = reading(&text, &held).unwrap();
    assert_eq!(
        (again.changes.len(), again.unchanged, again.stale.len()),
        (0, 24, 0)
    );
}

#[test]
fn without_its_mark_a_part_fills_a_blank_and_overwrites_nothing() {
    let text = written(&shelf());
    let bare: String = text
        .lines()
        .map(|line| match line.strip_prefix("## ") {
            Some(rest) => format!("## {}\n", rest.split(" <!--").next().unwrap()),
            None => format!("{line}\n"),
        })
        .collect();
    let plan = reading(&bare, &shelf()).unwrap();
    assert_eq!((plan.changes.len(), plan.unchanged), (0, 24));
    let plan = reading(&edited(&bare, "note: 3", "note: 4"), &shelf()).unwrap();
    assert_eq!((plan.changes.len(), plan.stale.len()), (0, 1));
    let plan = reading(&edited(&bare, "note:\n", "note: 4\n"), &shelf()).unwrap();
    assert_eq!((plan.changes.len(), plan.stale.len()), (1, 0));
}

#[test]
fn a_recusal_that_came_meanwhile_stays_and_keeps_its_cells() {
    let text = edited(&written(&shelf()), "note: 3", "note: 4");
    let mut held = shelf();
    held[0].recusal = Some("Élu".to_owned());
    let plan = reading(&text, &held).unwrap();
    assert_eq!(plan.changes, []);
    let stale: Vec<_> = plan
        .stale
        .iter()
        .map(|stale| (stale.criterion.is_some(), stale.is_edited))
        .collect();
    assert_eq!(stale, [(false, false), (true, true)]);
}

#[test]
fn another_version_of_another_device_is_told_of() {
    let mut held = shelf();
    held[0].forks.insert("1.1".into());
    let text = written(&held);
    assert_eq!(text.matches("form-fork").count(), 1);
    assert_eq!(reading(&text, &held).unwrap().unchanged, 24);
}

#[test]
fn only_what_is_open_is_shown_and_numbers_that_two_bear_are_not_used() {
    let mut held = shelf();
    held[0].is_open = false;
    let text = written(&held);
    assert!(!text.contains("# 16001") && text.contains("# 16002"));
    held[0].number = "16002".to_owned();
    let text = written(&held);
    assert!(text.contains("# demarche-16002 · "));
    assert_eq!(reading(&text, &held).unwrap().unchanged, 12);
}

#[test]
fn a_part_does_not_pass_for_another() {
    assert_ne!(
        mark_of_cell(&content(None, "a", "b")),
        mark_of_cell(&content(None, "a1 b", ""))
    );
    assert_ne!(
        mark_of_cell(&content(None, "a", "")),
        mark_of_cell(&content(None, "", "a"))
    );
    assert_ne!(mark_of_recusal(&None), mark_of_recusal(&Some(String::new())));
}
