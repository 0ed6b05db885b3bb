use crate::consensus::testing::{grid, line, outcome, shown_ratio};
use crate::domain::ids::AxisCode;

/// Three jurors of one mind.
fn all(row: &str) -> String {
    [row; 3].join("|")
}

#[test]
fn a_threshold_is_reached_by_being_hit() {
    // Five criteria: the total moves by fifths, the thresholds lie at 1, 2, 3, 4 and 5.
    let grid = grid(&[(1, &[1; 5])]).build();
    let table = [
        ("0 0 0 0 0", "0 → 0: none"),
        ("1 1 1 1 0", "4/5 → 4/5: none"),
        ("1 1 1 1 1", "1 → 1: 1"),
        ("1 1 1 1 5", "9/5 → 9/5: 1"),
        ("2 2 2 2 2", "2 → 2: 2"),
        ("2 3 3 3 3", "14/5 → 14/5: 2"),
        ("3 3 3 3 3", "3 → 3: 3"),
        ("3 4 4 4 4", "19/5 → 19/5: 3"),
        ("5 5 5 5 0", "4 → 4: 4"),
        ("5 5 5 5 4", "24/5 → 24/5: 4"),
        ("5 5 5 5 5", "5 → 5: 5"),
    ];
    for (row, expected) in table {
        assert_eq!(line(&outcome(&grid, &all(row))), expected, "{row}");
    }
}

#[test]
fn the_case_where_floating_point_loses_a_level() {
    // RULES.md §1: .3·4 + .3·3 + .2·5 + .2·2 = 7/2.
    let grid = grid(&[(1, &[3, 3, 2, 2])]).levels(&["7/10"]).build();
    assert_eq!(line(&outcome(&grid, &all("4 3 5 2"))), "7/2 → 7/2: 1");
}

#[test]
fn a_floor_holds_one_axis_up() {
    let grid = grid(&[(3, &[1]), (1, &[2, 1])]).floor(3, "2", "2/5");
    let grid = grid.floor(4, "1", "1").build();
    let table = [
        ("4 2 2", "4 2 → 7/2: 3", "1"),
        ("4 2 1", "4 5/3 → 41/12: 2", "2"),
        ("5 2 2", "5 2 → 17/4: 4", ""),
        ("4 4 4", "4 4 → 4: 3", "1"),
        ("4 1 1", "4 1 → 13/4: 2", "2"),
        ("3 1 1", "3 1 → 5/2: 2", "2"),
        ("5 5 5", "5 5 → 5: 5", ""),
        ("0 0 0", "0 0 → 0: none", ""),
        ("4 na na", "4 na → 4: 3", "1"),
        ("5 na na", "5 na → 5: 5", ""),
    ];
    for (row, expected, short) in table {
        let found = outcome(&grid, &all(row));
        assert_eq!(line(&found), expected, "{row}");
        let axes: Vec<&str> = found.floors_short.iter().map(AxisCode::as_str).collect();
        assert_eq!(axes.join(" "), short, "{row}");
    }
}

#[test]
fn axes_short_of_a_floor_come_in_the_grids_order() {
    let twelve: Vec<(u32, &[u32])> = vec![(1, &[1]); 12];
    let grid = grid(&twelve).floor(1, "2", "1").floor(1, "10", "1").build();
    let found = outcome(&grid, &all("4 4 4 4 4 4 4 4 4 4 4 4"));
    assert_eq!(shown_ratio(found.total.as_ref()), "4");
    assert_eq!(found.proposed.code(), Some("none"));
    assert_eq!(found.floors_short, ["2".into(), "10".into()]);
    assert_eq!(shown_ratio(found.margin_up.as_ref()), "-3");
}

#[test]
fn margins_on_either_side() {
    let grid = grid(&[(1, &[1, 1]), (1, &[1])]).levels(&["1/5", "3/5"]);
    let grid = grid.floor(2, "2", "2/5").build();
    let table = [
        ("0 1 1", "3/4: none up 1/4 down null short "),
        ("1 1 1", "1: 1 up 2 down 0 short 2"),
        ("5 4 2", "13/4: 2 up null down 1/4 short "),
        ("5 5 1", "3: 1 up 0 down 2 short 2"),
        ("- 5 1", "null: null up null down null short "),
    ];
    for (row, expected) in table {
        let found = outcome(&grid, &all(row));
        let axes: Vec<&str> = found.floors_short.iter().map(AxisCode::as_str).collect();
        let said = format!(
            "{}: {} up {} down {} short {}",
            shown_ratio(found.total.as_ref()),
            found.proposed.code().unwrap_or("null"),
            shown_ratio(found.margin_up.as_ref()),
            shown_ratio(found.margin_down.as_ref()),
            axes.join(" ")
        );
        assert_eq!(said, expected, "{row}");
    }
}

#[test]
fn an_axis_keeps_two_thirds_of_its_weight_or_has_no_result() {
    let three = grid(&[(1, &[1, 1, 1])]).build();
    let heavy = grid(&[(1, &[2, 1, 0])]).build();
    let table = [
        (&three, "4 2 na", "3 → 3: 3"),
        (&three, "4 na na", "null → null: null"),
        (&three, "na na na", "na → null: null"),
        (&three, "4 2 -", "null → null: null"),
        (&three, "4 - na", "null → null: null"),
        (&three, "- na na", "null → null: null"),
        (&heavy, "4 na 1", "4 → 4: 4"),
        (&heavy, "na 4 1", "null → null: null"),
        (&heavy, "na na 5", "null → null: null"),
        (&heavy, "4 1 na", "3 → 3: 3"),
        (&heavy, "4 1 -", "null → null: null"),
    ];
    for (grid, row, expected) in table {
        assert_eq!(line(&outcome(grid, &all(row))), expected, "{row}");
    }
}

#[test]
fn the_total_keeps_two_thirds_of_the_axes_weight_or_is_none() {
    let even = grid(&[(1, &[1]), (1, &[1]), (1, &[1])]).build();
    let uneven = grid(&[(3, &[1]), (2, &[1]), (0, &[1])]).build();
    let table = [
        (&even, "4 2 na", "4 2 na → 3: 3"),
        (&even, "4 na na", "4 na na → null: null"),
        (&even, "4 4 -", "4 4 null → null: null"),
        (&uneven, "5 0 0", "5 0 0 → 3: 3"),
        (&uneven, "5 na 0", "5 na 0 → null: null"),
        (&uneven, "5 5 na", "5 5 na → 5: 5"),
        (&uneven, "5 5 -", "5 5 null → null: null"),
        (&uneven, "na na 5", "na na 5 → null: null"),
    ];
    for (grid, row, expected) in table {
        assert_eq!(line(&outcome(grid, &all(row))), expected, "{row}");
    }
}

#[test]
fn other_scales_and_sizes() {
    let short = grid(&[(1, &[1, 1])]).scale(0, 3).levels(&["1/3", "2/3", "1"]);
    let short = short.build();
    assert_eq!(line(&outcome(&short, &all("2 2"))), "2 → 2: 2");
    assert_eq!(line(&outcome(&short, &all("2 1"))), "3/2 → 3/2: 1");
    let long = grid(&[(1, &[1])]).scale(1, 10).levels(&["1/10", "1/2"]);
    let long = long.build();
    assert_eq!(line(&outcome(&long, &all("1"))), "1 → 1: 1");
    assert_eq!(line(&outcome(&long, &all("5"))), "5 → 5: 2");
    assert_eq!(line(&outcome(&long, &all("4"))), "4 → 4: 1");
}

#[test]
fn twelve_axes_of_great_weights_overflow_nothing() {
    let primes: [u32; 12] = [997, 991, 983, 977, 971, 967, 953, 947, 941, 937, 929, 919];
    let weights: Vec<Vec<u32>> = primes.iter().map(|p| vec![*p, 1000, 1000]).collect();
    let axes: Vec<(u32, &[u32])> = weights.iter().map(|w| (1000, w.as_slice())).collect();
    let grid = grid(&axes).build();
    assert_eq!(
        outcome(&grid, &all(&"5 5 5 ".repeat(12))).proposed.code(),
        Some("5")
    );
    let almost = outcome(&grid, &all(&format!("{} 5 5 4", "5 5 5 ".repeat(11))));
    assert_eq!(almost.proposed.code(), Some("4"));
    assert_eq!(shown_ratio(almost.margin_up.as_ref()), "250/8757");
}
