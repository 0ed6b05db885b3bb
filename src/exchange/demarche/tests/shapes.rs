//! The ways in which answers are wrapped, and pages that make a whole or do not.

use super::*;

fn pair() -> [String; 2] {
    [a_dossier("1", ""), a_dossier("2", "")]
}

#[test]
fn every_wrapping_gives_the_same_dossier() {
    let bare = a_dossier("1", "");
    let page = a_page(std::slice::from_ref(&bare), "a", false);
    let unwrapped = page
        .strip_prefix(r#"{"data": "#)
        .and_then(|rest| rest.strip_suffix('}'))
        .unwrap();
    let shapes = [
        format!(r#"{{"data": {{"dossier": {bare}}}, "errors": null, "extensions": {{}}}}"#),
        format!(r#"{{"errors": [], "dossier": {bare}}}"#),
        format!("[{bare}]"),
        format!("[{page}]"),
        format!("\u{feff}{page}\n"),
        unwrapped.to_owned(),
        page.clone(),
        bare.replacen('{', r#"{"demarche": {"revision": {"id": "r"}}, "#, 1),
    ];
    let expected = one(&bare);
    for shape in shapes {
        assert_eq!(one(&shape), expected, "{shape}");
        assert!(looks_like(shape.as_bytes()), "{shape}");
    }
}

#[test]
fn pages_come_as_a_list_or_as_files_in_any_order() {
    let [first, second] = pair();
    let pages = [a_page(&[first], "a", true), a_page(&[second], "b", false)];
    let together = read_all(&[&format!("[{}]", pages.join(","))]).unwrap();
    assert_eq!(numbers(&together), ["1", "2"]);
    let apart = read_all(&[&pages[1], &pages[0]]).unwrap();
    assert_eq!(numbers(&apart), ["2", "1"]);
}

#[test]
fn a_page_without_its_successor_is_refused_unless_allowed() {
    let [first, second] = pair();
    let pages = [a_page(&[first], "a", true), a_page(&[second], "b", true)];
    let refusal = read_all(&[&pages[0], &pages[1]]).unwrap_err();
    assert_eq!(
        refusal,
        ExchangeError::Incomplete {
            file: "1.json, 2.json".into(),
            pages: 2
        }
    );
    let options = Options {
        allow_incomplete: true,
        ..Options::default()
    };
    let intake = read_with(&[&pages[0]], &options, &Budget::default()).unwrap();
    assert_eq!(numbers(&intake), ["1"]);
    assert_eq!(said(&intake.warnings), ["exchange-warning-incomplete"]);
}

#[test]
fn each_demarche_has_its_own_pages() {
    let [first, second] = pair();
    let other = a_page(&[a_dossier("3", "")], "c", false).replace("1234", "\"5678\"");
    let pages = [a_page(&[first], "a", true), a_page(&[second], "b", false)];
    let intake = read_all(&[&pages[0], &other, &pages[1]]).unwrap();
    assert_eq!(numbers(&intake), ["1", "3", "2"]);
    let refusal = read_all(&[&pages[0], &other]).unwrap_err();
    assert_eq!(
        refusal,
        ExchangeError::Incomplete {
            file: "1.json, 2.json".into(),
            pages: 1
        }
    );
}

#[test]
fn the_same_file_twice_is_one() {
    let intake = read_all(&[EXAMPLE, EXAMPLE]).unwrap();
    assert_eq!(intake.dossiers.len(), 3);
    let [first, second] = pair();
    let pages = [a_page(&[first], "a", true), a_page(&[second], "b", false)];
    assert!(read_all(&[&pages[0], &pages[1], &pages[0], &pages[1]]).is_ok());
}

#[test]
fn a_first_page_that_lacks_is_told() {
    let last =
        a_page(&pair(), "b", false).replace(r#""hasPreviousPage": false"#, r#""hasPreviousPage": true"#);
    let intake = read_all(&[&last]).unwrap();
    assert_eq!(said(&intake.warnings), ["exchange-warning-no-first-page"]);
}

#[test]
fn one_number_with_two_contents_is_refused() {
    let same = a_dossier(
        "1",
        r#"{"__typename": "TextChamp", "champDescriptorId": "c", "stringValue": "a"}"#,
    );
    let other = same.replace(r#""stringValue": "a""#, r#""stringValue": "b""#);
    assert_eq!(numbers(&read_all(&[&same, &same]).unwrap()), ["1"]);
    assert_eq!(
        read_all(&[&same, &other]).unwrap_err(),
        ExchangeError::Twice {
            number: "1".into(),
            places: vec!["1.json".into(), "2.json".into()]
        }
    );
}

#[test]
fn what_can_t_be_taken_is_refused_alone() {
    let good = a_dossier("1", "");
    let cases = [
        (
            good.replace(r#""number": 1,"#, ""),
            r#"exchange-refused-no-number found="""#,
        ),
        (
            good.replace(r#""number": 1,"#, r#""number": null,"#),
            r#"exchange-refused-no-number found="""#,
        ),
        (
            a_dossier("\"2 6\"", ""),
            r#"exchange-refused-no-number found="2 6""#,
        ),
        (a_dossier("-1", ""), r#"exchange-refused-no-number found="-1""#),
        (
            a_dossier("\"../../etc\"", ""),
            r#"exchange-refused-no-number found="../../etc""#,
        ),
        (
            a_dossier("2", "").replace("en_instruction", "brouillon"),
            r#"exchange-refused-draft number="2""#,
        ),
        (
            a_dossier("2", "").replace(r#""champs": []"#, r#""champs": null"#),
            r#"exchange-refused-no-answers number="2""#,
        ),
    ];
    for (bad, why) in cases {
        let intake = read_all(&[&a_page(&[bad.clone(), good.clone()], "a", false)]).unwrap();
        assert_eq!(numbers(&intake), ["1"]);
        let [refused] = intake.refused.as_slice() else {
            panic!("{bad}")
        };
        assert_eq!(refused.why.to_string(), why);
        assert_eq!(refused.at, "/data/demarche/dossiers/nodes/0");
        assert_eq!(refused.source, "1.json");
        let nothing = read_all(&[&bad]).unwrap_err();
        assert!(
            matches!(nothing, ExchangeError::Nothing { refused, .. } if refused.len() == 1),
            "{bad}"
        );
    }
}

#[test]
fn a_number_is_digits_as_a_number_or_a_text() {
    assert_eq!(one(&a_dossier("\"26001\"", "")), one(&a_dossier("26001", "")));
}

#[test]
fn no_dossier_at_all_is_nothing() {
    let empty = a_page(&[], "a", false);
    for text in [
        "[]",
        r#"{"data": {"demarche": null}}"#,
        r#"{"data": null}"#,
        r#"{"dossier": null}"#,
        &empty,
    ] {
        let refusal = read_all(&[text]).unwrap_err();
        assert_eq!(
            refusal,
            ExchangeError::Nothing {
                file: "1.json".into(),
                refused: vec![]
            },
            "{text}"
        );
    }
    assert!(matches!(read_all(&[]), Err(ExchangeError::Nothing { .. })));
}

#[test]
fn the_platform_s_refusal_is_handed_on() {
    let answers = [
        r#"{"errors": [{"message": "Jeton expiré", "locations": []}], "data": null}"#,
        r#"[{"data": null, "errors": [{"message": "Jeton expiré"}]}]"#,
        r#"{"errors": ["Jeton expiré"]}"#,
        r#"{"errors": "Jeton expiré"}"#,
    ];
    for answer in answers {
        let refusal = read_all(&[EXAMPLE, answer]).unwrap_err();
        let expected = ExchangeError::Platform {
            file: "2.json".into(),
            message: "Jeton expiré".into(),
        };
        assert_eq!(refusal, expected);
        assert!(looks_like(answer.as_bytes()));
    }
}

#[test]
fn other_files_don_t_look_like_an_answer() {
    assert!(looks_like(EXAMPLE.as_bytes()));
    assert!(looks_like(&EXAMPLE.as_bytes()[..200]));
    assert!(looks_like(b"[]"));
    for other in [
        r#"{"responses": [{"id": 1}]}"#,
        "",
        "ID;Email\n1;a",
        "PK\u{3}\u{4}",
        r#"{"format":"tnl-jury/sheet"}"#,
    ] {
        assert!(!looks_like(other.as_bytes()), "{other}");
    }
}

#[test]
fn labels_that_come_after_the_dossiers_count_all_the_same() {
    let champ =
        r#"{"__typename": "TextChamp", "champDescriptorId": "c", "label": "Ancien", "stringValue": "oui"}"#;
    let page = a_page(&[a_dossier("1", champ)], "a", false);
    let revision = r#""activeRevision": {"id": "r", "champDescriptors": [{"id": "c", "label": "RGAA"}]}"#;
    let before = page.replacen(r#""number": 1234"#, &format!(r#""number": 1234, {revision}"#), 1);
    let after = page.replacen("}]}}}}", &format!("}}]}}, {revision}}}}}}}"), 1);
    let [first, last] = [&before, &after].map(|text| read_all(&[text]).unwrap());
    assert_eq!((first.readings, last.readings), (1, 2));
    assert_eq!(first.dossiers, last.dossiers);
    assert_eq!(last.dossiers[0].answers[0].question, Some("q-rgaa".into()));
    assert_eq!(last.asked[0].label, "RGAA");
}

#[test]
fn what_is_written_beside_a_dossier_is_kept_beside_it() {
    let beside = r#""avis": [{"id": "a", "question": "Recevable ?", "reponse": null, "dateQuestion": "2026-10-03T08:00:00+02:00",
            "claimant": {"email": "agent@exemple.invalid"}, "expert": {"email": "expert@exemple.invalid"}}],
        "messages": [{"id": "m", "email": "mairie@exemple.invalid", "body": "<b>Bonjour</b>",
            "createdAt": "2026-10-04T08:00:00+02:00", "attachments": [{"filename": "plan.pdf", "checksum": "x"}]}],
        "champs""#;
    let text = a_dossier("1", "").replacen(r#""champs""#, beside, 1);
    let intake = read_all(&[&text]).unwrap();
    let beside = &intake.correspondence[0];
    assert_eq!(beside.messages[0].text, "<b>Bonjour</b>");
    assert_eq!(beside.messages[0].files, ["plan.pdf"]);
    assert_eq!(beside.opinions[0].of, "expert@exemple.invalid");
    assert_eq!(beside.opinions[0].reply, "");
    let inside = serde_json::to_string(&intake.dossiers[0]).unwrap();
    assert!(!inside.contains("exemple.invalid") && !inside.contains("Bonjour"));
}

#[test]
fn a_dossier_that_its_candidate_deleted_is_named() {
    let deleted = r#""deletedDossiers": {"nodes": [{"number": 7, "reason": "user_request"}, {"number": null}]}, "number""#;
    let page = a_page(&pair(), "a", false).replacen(r#""number""#, deleted, 1);
    assert_eq!(read_all(&[&page]).unwrap().withdrawn, ["7"]);
}

#[test]
fn nothing_is_handed_over_once_nobody_takes_it() {
    let page = a_page(&pair(), "a", false);
    let source = Source {
        name: "1.json".to_owned(),
        input: Input::Bytes(page.as_bytes()),
    };
    let mut taken = 0;
    let mut take = |_: Taken| {
        taken += 1;
        false
    };
    let (options, budget, watch) = (Options::default(), Budget::default(), Watch::default());
    let read_with = |watch: &Watch, take: &mut dyn FnMut(Taken) -> bool| {
        let sources = std::slice::from_ref(&source);
        read(
            sources,
            &a_grid(),
            &options,
            &budget,
            Labels::default(),
            watch,
            take,
        )
        .map(drop)
    };
    assert_eq!(read_with(&watch, &mut take), Err(ExchangeError::Stopped));
    assert_eq!(taken, 1);
    watch.stop();
    assert_eq!(read_with(&watch, &mut |_| true), Err(ExchangeError::Stopped));
}
