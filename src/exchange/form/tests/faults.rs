//! Every fault is listed with its line; nothing that is written into a form harms its reader.

use super::*;

fn told(text: &str) -> Vec<(usize, &'static str)> {
    let error = reading(text, &shelf()).unwrap_err();
    let faults = error.faults.iter();
    faults.map(|fault| (fault.line, fault.saying().id)).collect()
}

#[test]
fn every_fault_is_listed_with_its_line() {
    let text = "\
<!-- tnl-jury/form 1 c0ffee agnes-lefevre -->
Un mot perdu
et sa suite
note: 3
## 1.1 · Sans dossier
# 16001 · Fontlibre
déport: peut-être
motif: pour rien
note: 3
## 1.1 · RGI
note: 9
comment: un
comment: deux
déport: non
## 9.9 · Inconnu
note: 99
## 1.1 · RGI
# 404 · Nulle part
## 1.1 · RGI
# 16001 · Fontlibre
# 16002 · Autre
## 1.2 · Formats
nul\0
<!-- jamais fermé
";
    assert_eq!(
        told(text),
        [
            (2, "form-stray"),
            (4, "form-elsewhere-criterion"),
            (5, "form-no-dossier"),
            (7, "form-answer"),
            (8, "form-reason"),
            (9, "form-elsewhere-criterion"),
            (11, "form-score"),
            (13, "form-again"),
            (14, "form-elsewhere-dossier"),
            (15, "form-criterion"),
            (17, "form-twice"),
            (18, "form-dossier"),
            (20, "form-twice"),
            (23, "form-nul"),
            (23, "form-stray"),
            (24, "form-unclosed"),
        ]
    );
}

#[test]
fn another_file_is_told_from_a_form() {
    let cases = [
        ("", "form-no-form"),
        ("\n\n# Notes\n", "form-no-form"),
        ("<!-- tnl-jury/form -->", "form-no-form"),
        ("<!-- tnl-jury/form 2 c0ffee agnes-lefevre -->", "form-version"),
        ("<!-- tnl-jury/form 1 autre agnes-lefevre -->", "form-campaign"),
        ("<!-- tnl-jury/form 1 c0ffee yann-brehat -->", "form-juror"),
    ];
    for (text, id) in cases {
        let text = format!("\n{text}\nnote: 99\n");
        assert_eq!(told(&text)[0].1, id, "{text:?}");
        assert_eq!(told(&text).len(), 1, "nothing else is said of what is no form");
    }
}

#[test]
fn a_heading_that_was_lost_is_missed() {
    let text = written(&shelf());
    let heading = text.lines().find(|line| line.starts_with("## 1.2")).unwrap();
    let lost = edited(&text, heading, "");
    let ids: Vec<&str> = told(&lost).into_iter().map(|(_, id)| id).collect();
    assert_eq!(ids, ["form-again", "form-again", "form-again"]);
}

#[test]
fn a_lost_dossier_is_missed_and_its_scores_go_to_no_other() {
    let held = vec![dossier("16001", &[]), dossier("16002", &[])];
    let text = written(&held).replace("note:\n", "note: 4\n");
    let (first, rest) = text.split_once("\n## 2.1").unwrap();
    let (_, last) = rest.rsplit_once("\n## 2.1").unwrap();
    let error = reading(&format!("{first}\n## 2.1{last}"), &held).unwrap_err();
    let ids: Vec<&str> = error.details().iter().map(|saying| saying.id).collect();
    assert_eq!(ids, ["form-moved"]);
}

#[test]
fn a_cell_of_a_dossier_from_which_the_form_steps_back_is_refused() {
    let text = edited(&written(&shelf()), "déport: non", "déport: oui");
    let text = edited(&text, "note: 3", "note: 4");
    assert_eq!(told(&text)[0].1, "form-recused");
}

#[test]
fn faults_without_end_are_counted() {
    let head = "<!-- tnl-jury/form 1 c0ffee agnes-lefevre -->\n";
    let text = format!("{head}{}", "x\n\n".repeat(5000));
    let error = reading(&text, &shelf()).unwrap_err();
    assert_eq!((error.faults.len(), error.untold), (200, 4800));
    assert_eq!(error.details().len(), 201);
}

#[test]
fn a_text_beyond_the_budget_is_refused_with_its_line() {
    let text = edited(
        &written(&shelf()),
        "comment: Bien.",
        &format!("comment: {}", "x".repeat(2000)),
    );
    let error = read(&text, "f.md", &owner(), a_grid(), &shelf(), 1000).unwrap_err();
    assert_eq!(error.details()[0].id, "form-long");
}

/// What a hostile or broken program may leave: each is refused or read, at once.
#[test]
fn hostile_forms_do_no_harm() {
    let head = "<!-- tnl-jury/form 1 c0ffee agnes-lefevre -->\n";
    let cases = [
        "# 1 · a\n".repeat(200_000),
        "<!--".repeat(500_000),
        "<!--\n".repeat(200_000),
        "# 16001 · a\n## 1.1 · b\ncomment:\n".to_owned() + &"\\".repeat(2_000_000) + "note: 1",
        "# 16001 · a\n## 1.1 · b\ncomment:\n".to_owned() + &"\\note:\n".repeat(300_000),
        ":".repeat(2_000_000),
        "\r".repeat(2_000_000),
        "\0".repeat(2_000_000),
        "note: ".to_owned() + &"9".repeat(2_000_000),
        "# 16001 · a\n## 1.1 · b\nnote:\n".to_owned() + &"9\n".repeat(1_000_000),
        format!("# {} · a\n", "1".repeat(2_000_000)),
        "# 16001 · a <!-- ".to_owned() + &"-".repeat(2_000_000) + ">",
        "\u{301}".repeat(500_000),
    ];
    for case in cases {
        if let Err(error) = reading(&format!("{head}{case}"), &shelf()) {
            assert!(!error.details().is_empty());
            assert!(error.faults.len() <= 200);
        }
    }
}
