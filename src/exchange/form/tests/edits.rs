//! What a juror does to a form in an editor, and what an editor does to it by itself.

use super::*;

#[test]
fn a_form_that_nobody_touched_changes_nothing() {
    for lang in [Lang::Fr, Lang::En] {
        let text = write(&owner(), &shelf(), a_grid(), &wording(lang));
        let plan = reading(&text, &shelf()).unwrap();
        let untouched = Plan {
            unchanged: 24,
            ..Plan::default()
        };
        assert_eq!(plan, untouched);
        assert_eq!(text, write(&owner(), &shelf(), a_grid(), &wording(lang)));
    }
}

#[test]
fn the_file_shows_what_each_score_means() {
    let text = written(&shelf());
    let part: Vec<&str> = text
        .lines()
        .skip_while(|line| !line.starts_with("# 16001"))
        .take(28)
        .collect();
    insta::assert_snapshot!(part.join("\n"));
}

#[test]
fn every_kind_of_edit_is_taken_and_nothing_else() {
    let text = written(&shelf());
    let text = edited(&text, "note: 3", "note: 4");
    let text = edited(&text, "note: abstention", "note: sans objet");
    let text = edited(
        &text,
        "comment:\n",
        "comment:\nUn premier point.\n\n- et un second\n",
    );
    let text = edited(&text, "feedback: Publier le schéma.", "feedback:");
    let plan = reading(&text, &shelf()).unwrap();
    let row = |code: &str, score: &str, comment: &str, feedback: &str| {
        (
            "demarche-16001".to_owned(),
            code.to_owned(),
            score.to_owned(),
            comment.to_owned(),
            feedback.to_owned(),
        )
    };
    assert_eq!(
        cells(&plan),
        [
            row("1.1", "4", "Bien.", ""),
            row("1.2", "na", "Un premier point.\n\n- et un second", "")
        ]
    );
    assert_eq!((plan.unchanged, plan.stale.len()), (22, 0));
}

#[test]
fn scores_are_read_as_people_write_them() {
    let cases = [
        ("note: 4", "4"),
        ("note:4", "4"),
        ("note\u{a0}: 4", "4"),
        ("note\u{202f}:\u{a0}4 ", "4"),
        ("  note: 4", "4"),
        ("note:\n\n4", "4"),
        ("note: “4”", "4"),
        ("note: « 4 »", "4"),
        ("note: 4.", "4"),
        ("score: 4", "4"),
        ("note: Abstention", "abstain"),
        ("note: abstain", "abstain"),
        ("note: N.A.", "na"),
        ("note: Sans objet", "na"),
        ("note: s.o.", "na"),
        ("note: –", ""),
        ("note:", ""),
        ("note: ", ""),
    ];
    for (line, expected) in cases {
        let text = edited(&written(&shelf()), "note: 3", line);
        let plan = reading(&text, &shelf()).unwrap();
        assert_eq!(cells(&plan)[0].2, expected, "{line:?}");
    }
    for wrong in ["6", "-1", "3/5", "4,5", "quatre", "4 5", "4 très bien"] {
        let text = edited(&written(&shelf()), "note: 3", &format!("note: {wrong}"));
        let error = reading(&text, &shelf()).unwrap_err();
        assert_eq!(error.details()[0].id, "form-score", "{wrong:?}");
    }
}

#[test]
fn what_editors_do_by_themselves_changes_nothing() {
    let mut shelf = shelf();
    let texts = content(
        score(2),
        "Un paragraphe.\n\nUn autre : « bien ».",
        "  en retrait\n- point",
    );
    shelf[1].cells.insert("2.1".into(), texts);
    let text = written(&shelf);
    let without_blanks: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    let spaced: Vec<String> = text.lines().map(|line| format!("{line}  \t")).collect();
    let cases = [
        text.replace('\n', "\r\n"),
        text.replace('\n', "\r"),
        text.replace('\n', "\n\n"),
        without_blanks.join("\n"),
        spaced.join("\n"),
        text.trim_end().to_owned(),
        text.replace("<!--", "<!–").replace("-->", "–>"),
        text.replace(": ", "\u{a0}: ").replace(" · ", " ·\u{a0}"),
    ];
    for (at, case) in cases.into_iter().enumerate() {
        let plan = reading(&case, &shelf);
        // The last case changes texts too, on purpose: only the keys must hold.
        if at == 7 {
            assert!(plan.is_ok(), "{plan:?}");
            continue;
        }
        let plan = plan.unwrap();
        assert_eq!(
            (plan.changes.len(), plan.stale.len(), plan.unchanged),
            (0, 0, 24),
            "case {at}"
        );
    }
}

#[test]
fn what_is_taken_out_of_the_file_stays_in_the_store() {
    let text = written(&shelf());
    let head = text.lines().next().unwrap();
    assert_eq!(reading(head, &shelf()).unwrap(), Plan::default());
    let (first, _) = text.split_once("\n# 16002").unwrap();
    let plan = reading(&edited(first, "note: 3\n", ""), &shelf()).unwrap();
    assert_eq!((plan.changes.len(), plan.unchanged), (0, 12));
}

#[test]
fn a_form_of_one_language_is_read_by_a_program_of_the_other() {
    let text = write(&owner(), &shelf(), a_grid(), &wording(Lang::En));
    let text = edited(&text, "note: abstain", "score: na");
    let text = edited(
        &text,
        "recusal: no\n\nreason:",
        "déport: oui\n\nmotif: mon employeur",
    );
    let text = edited(&text, "score: na", "note: abstention");
    let plan = reading(&text, &shelf()).unwrap();
    let after = Some("mon employeur".to_owned());
    let dossier = "demarche-16001".into();
    assert_eq!(plan.changes, [Change::Recusal { dossier, after }]);
}

#[test]
fn one_steps_back_and_comes_back_and_says_why() {
    let mut held = shelf();
    let text = edited(&written(&held), "déport: non\n\nmotif:", "déport: oui\n\nmotif:");
    let plan = reading(&text, &held).unwrap();
    let recusal = |after: Option<&str>| Change::Recusal {
        dossier: "demarche-16001".into(),
        after: after.map(str::to_owned),
    };
    assert_eq!(plan.changes, [recusal(Some(""))]);
    held[0].recusal = Some("Élu là-bas".to_owned());
    let text = written(&held);
    assert!(
        !text.contains("Publier le schéma"),
        "what one stepped back from is not shown"
    );
    assert_eq!(reading(&text, &held).unwrap().changes, []);
    let longer = edited(&text, "motif: Élu là-bas", "motif:\nÉlu là-bas\njusqu’en 2024");
    assert_eq!(
        reading(&longer, &held).unwrap().changes,
        [recusal(Some("Élu là-bas\njusqu’en 2024"))]
    );
    let back = edited(&text, "déport: oui\n\nmotif: Élu là-bas", "déport: non\n\nmotif:");
    assert_eq!(reading(&back, &held).unwrap().changes, [recusal(None)]);
}

#[test]
fn texts_that_look_like_the_form_come_back_as_they_were() {
    let hard = [
        "note: 5",
        "Avant\nnote : 5\nscore: 1\nfeedback:\nfin",
        "# 16002 · Autre <!-- 0123456789ab -->",
        "## 1.2 · Formats",
        "\\note: 5",
        "x\n\\\\note: 5\n\\o/",
        "<!-- ceci\nreste -->",
        "x\n<!--",
        "  déport: oui",
        "-->",
        "tnl-jury/form 1",
    ];
    for text in hard {
        let shelf = vec![dossier("16001", &[("1.1", content(score(1), text, text))])];
        let form = written(&shelf);
        let plan = reading(&form, &shelf).unwrap();
        assert_eq!((plan.changes.len(), plan.unchanged), (0, 12), "{text:?}");
        // And as a whole they are read, not only found the same.
        let blank = vec![dossier("16001", &[])];
        let bare: String = form
            .lines()
            .map(|line| match line.strip_prefix("## 1.1") {
                Some(_) => "## 1.1 · \n".to_owned(),
                None => format!("{line}\n"),
            })
            .collect();
        let plan = reading(&bare, &blank).unwrap();
        assert_eq!(cells(&plan)[0].3, text, "{form}");
    }
}
