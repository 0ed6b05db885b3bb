//! For any texts: what is written and read back changes nothing; what is edited, and that alone, is changed.

use super::*;

/// Lines that matter to the form, mixed with any others.
fn some_line() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[\\\\ ]{0,3}(note|score|comment|feedback|retour|déport|reason|motif)\u{a0}?: ?.{0,4}",
        "\\\\{0,2}#{1,3} ?[0-9.]{1,5} · .{0,6}",
        "#{1,2} [a-z]{0,4} <!-- (x )?[0-9a-f]{12} -->",
        "(<!--|-->|<!-- x -->|–>|\\\\)",
        "\\PC{0,12}",
        "(?s).{0,12}",
    ]
}

fn some_text() -> impl Strategy<Value = String> {
    prop::collection::vec(some_line(), 0..6).prop_map(|lines| lines.join("\n"))
}

fn some_mark() -> impl Strategy<Value = Option<Mark>> {
    prop_oneof![
        Just(None),
        Just(Some(Mark::Abstained)),
        Just(Some(Mark::NotApplicable)),
        (0_i64..=5).prop_map(score),
    ]
}

fn some_content() -> impl Strategy<Value = Content> {
    (some_mark(), some_text(), some_text())
        .prop_map(|(mark, comment, feedback)| content(mark, &comment, &feedback))
}

fn some_cells() -> impl Strategy<Value = BTreeMap<CriterionCode, Content>> {
    let codes: Vec<CriterionCode> = a_grid().criteria().map(|c| c.code.clone()).collect();
    prop::collection::btree_map(prop::sample::select(codes), some_content(), 0..5)
}

fn some_dossiers() -> impl Strategy<Value = Vec<Held>> {
    let recusal = prop_oneof![3 => Just(None), 1 => some_text().prop_map(Some)];
    let one = ("\\PC{0,12}", recusal, some_cells()).prop_map(|(name, recusal, cells)| Held {
        name,
        recusal,
        cells,
        ..dossier("", &[])
    });
    prop::collection::vec(one, 1..4).prop_map(|held| {
        let numbered = |(at, held): (usize, Held)| Held {
            id: DossierId::new(format!("demarche-{at}")),
            number: at.to_string(),
            ..held
        };
        held.into_iter().enumerate().map(numbered).collect()
    })
}

fn some_lang() -> impl Strategy<Value = Lang> {
    prop_oneof![Just(Lang::Fr), Just(Lang::En)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_written_reads_as_no_change(held in some_dossiers(), lang in some_lang()) {
        let text = write(&owner(), &held, a_grid(), &wording(lang));
        let plan = reading(&text, &held).unwrap();
        let shown = held.iter().filter(|dossier| dossier.recusal.is_none()).count();
        prop_assert_eq!(plan, Plan { unchanged: 12 * shown, ..Plan::default() });
    }

    /// The form of another state, under the marks of this one, is what a juror leaves after editing it all.
    #[test]
    fn what_is_edited_is_changed_and_nothing_else(
        before in some_dossiers(),
        cells_after in prop::collection::vec(some_cells(), 3),
        lang in some_lang(),
    ) {
        let mut after = before.clone();
        for (dossier, cells) in after.iter_mut().zip(&cells_after) {
            dossier.cells.extend(cells.clone());
        }
        let marks = write(&owner(), &before, a_grid(), &wording(lang));
        let marks: Vec<&str> = headings(&marks).collect();
        let form = write(&owner(), &after, a_grid(), &wording(lang));
        let mut marks = marks.into_iter();
        let form: String = form
            .lines()
            .map(|line| if is_heading(line) { marks.next().unwrap_or(line) } else { line })
            .flat_map(|line| [line, "\n"])
            .collect();
        let plan = reading(&form, &before).unwrap();
        prop_assert!(plan.stale.is_empty());
        let mut reached = before.clone();
        for change in &plan.changes {
            let Change::Cell { dossier, criterion, after } = change else {
                return Err(TestCaseError::fail("no recusal was edited"));
            };
            let held = reached.iter_mut().find(|held| held.id == *dossier).unwrap();
            let was = held.cells.insert(criterion.clone(), after.clone()).unwrap_or_default();
            prop_assert_ne!(mark_of_cell(&was), mark_of_cell(after), "an event for nothing");
        }
        for (reached, wanted) in reached.iter().zip(&after).filter(|(held, _)| held.recusal.is_none()) {
            for criterion in a_grid().criteria() {
                let (is, should) = (reached.cell(&criterion.code), wanted.cell(&criterion.code));
                prop_assert_eq!(is.mark, should.mark);
                prop_assert_eq!(line::as_read(&is.comment.0), line::as_read(&should.comment.0));
                prop_assert_eq!(line::as_read(&is.feedback.0), line::as_read(&should.feedback.0));
            }
        }
    }

    /// A passage that is lost, wherever it begins and ends, never moves what is said of one criterion to several others.
    #[test]
    fn a_cut_is_refused_or_changes_one_cell_at_most(from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
        let held = full();
        let text: Vec<char> = written(&held).chars().collect();
        let (from, to) = (from.index(text.len()), to.index(text.len()));
        let kept = text.iter().take(from.min(to)).chain(text.iter().skip(from.max(to)));
        if let Ok(plan) = reading(&kept.collect::<String>(), &held) {
            prop_assert!(plan.changes.len() <= 1, "{:?}", plan.changes);
            prop_assert!(plan.stale.len() <= 1, "{:?}", plan.stale);
        }
    }

    #[test]
    fn any_file_is_read_or_refused(text in "(?s).{0,200}", lines in prop::collection::vec(some_line(), 0..30)) {
        let head = "<!-- tnl-jury/form 1 c0ffee agnes-lefevre -->\n# 16001 · x\n## 1.1 · y\n";
        let _ = reading(&text, &shelf());
        let _ = reading(&format!("{head}{}", lines.join("\n")), &shelf());
    }
}

/// Two dossiers of which every cell says something of its own.
fn full() -> Vec<Held> {
    let cells = |number: i64| {
        let cell = |(at, criterion): (i64, &crate::domain::grid::Criterion)| {
            let own = format!("{number}, {}", criterion.code);
            let said = content(
                score((at + number) % 6),
                &format!("jury {own}"),
                &format!("candidat\n{own}"),
            );
            (criterion.code.clone(), said)
        };
        (0..).zip(a_grid().criteria()).map(cell).collect()
    };
    let of = |number: i64| Held {
        cells: cells(number),
        ..dossier(&number.to_string(), &[])
    };
    vec![of(1), of(2)]
}

fn is_heading(line: &str) -> bool {
    // Texts that look like headings are escaped, or stand beside their key.
    matches!(line::classify(line), line::Line::Heading { .. })
}

fn headings(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| is_heading(line))
}
