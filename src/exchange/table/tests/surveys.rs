use super::*;

const JSON: &[u8] = include_bytes!("../../../../fixtures/intake/limesurvey.json");
const CSV: &[u8] = include_bytes!("../../../../fixtures/intake/limesurvey.csv");

#[test]
fn json_and_csv_of_one_survey_give_the_same_dossiers() {
    let (json, csv) = (taken(JSON).unwrap(), taken(CSV).unwrap());
    assert_eq!(json.dossiers, csv.dossiers);
    assert!(json.warnings.is_empty(), "{:?}", json.warnings);
    assert!(csv.warnings.is_empty(), "{:?}", csv.warnings);
    assert_eq!(
        refused(&json),
        [r#"/responses/1 | exchange-refused-draft number="8""#]
    );
    assert_eq!(refused(&csv), [r#"3 | exchange-refused-draft number="8""#]);
}

#[test]
fn codes_sub_questions_and_uploads_are_understood() {
    let intake = taken(JSON).unwrap();
    let (first, last) = (&intake.dossiers[0], &intake.dossiers[1]);
    assert_eq!((first.id.as_str(), first.name.as_str()), ("survey-7", "Trémoux"));
    assert_eq!((first.late, last.late), (false, true));
    assert_eq!(answer(first, "q-rgi-connu").value, Value::Bool(true));
    let sub = answer(last, "q-formats-internes[other]");
    assert_eq!(sub.question.as_ref().unwrap().as_str(), "q-formats-internes");
    assert_eq!(sub.text, "Markdown\net « texte »");
    assert_eq!(
        answer(first, "q-pj-1.1").value,
        Value::Files(vec!["charte.pdf".to_owned()])
    );
    assert_eq!(first.evidence[0].criteria, ["1.1".into()]);
    assert!(
        first
            .answers
            .iter()
            .all(|answer| !answer.champ.contains("filecount"))
    );
}

#[test]
fn records_under_their_identifiers_are_read_too() {
    let plain = r#"{"responses":[{"id":"1","Nom":"a","Q":"x"},{"id":"2","Nom":"b"}]}"#;
    let nested = r#"{"responses":[{"1":{"id":"1","Nom":"a","Q":"x"}},{"2":{"id":"2","Nom":"b"}}]}"#;
    let object = r#"{"responses":{"1":{"id":"1","Nom":"a","Q":"x"},"2":{"id":"2","Nom":"b"}}}"#;
    let read = |text: &str| taken(text.as_bytes()).unwrap().dossiers;
    assert_eq!(read(plain), read(nested));
    assert_eq!(read(plain), read(object));
    // What was not asked is not blank.
    assert_eq!(read(plain)[1].answers.len(), 0);
}

#[test]
fn hostile_json_is_refused_with_its_place() {
    let cases = [
        (
            r#"{"responses":[{"id":1,"id":2}]}"#,
            r#"exchange-duplicate-key file="t" at="1:26 /responses/0/id" key="id""#,
        ),
        (
            r#"{"responses":[{"id":1,"Nom":["a"]}]}"#,
            r#"exchange-malformed file="t" at="1:29 /responses/0/Nom" found=(exchange-found-list) expected=(exchange-expected-text)"#,
        ),
        (
            r#"{"responses":3}"#,
            r#"exchange-malformed file="t" at="1:14 /responses" found=(exchange-found-number) expected=(exchange-expected-list)"#,
        ),
        (r#"{"responses":[]}"#, r#"table-empty file="t" at="""#),
    ];
    for (text, expected) in cases {
        assert_eq!(refusal(text.as_bytes()), expected, "{text}");
    }
    let deep = format!(
        "{{\"responses\":[{{\"id\":{}1{}}}]}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    assert!(refusal(deep.as_bytes()).starts_with("exchange-too-deep"));
}

#[test]
fn a_null_character_in_a_record_is_announced() {
    let intake = taken(b"{\"responses\":[{\"id\":\"1\",\"Nom\":\"a\\u0000\"}]}").unwrap();
    assert_eq!(intake.dossiers[0].name, "a␀");
    assert_eq!(warnings(&intake), ["/responses/0/Nom | exchange-warning-nul"]);
}

#[test]
fn whole_headings_in_either_language_are_understood() {
    let french = "\"ID de la réponse\";\"Date de soumission\";\"Dernière page\";\"Langue de départ\";\"Nom de la collectivité\";\
                  \"Q2. Site web de la collectivité\"\r\n\"4\";\"2026-10-01 10:00:00\";\"3\";\"fr\";\"Orbe\";\"s\"\r\n";
    let english = "\"Response ID\";\"Date submitted\";\"Last page\";\"Start language\";\"Name\";\
                   \"Web site of the authority\"\r\n\"4\";\"2026-10-01 10:00:00\";\"3\";\"en\";\"Orbe\";\"s\"\r\n";
    for text in [french, english] {
        let intake = taken(text.as_bytes()).unwrap();
        let dossier = &intake.dossiers[0];
        assert_eq!((dossier.number.as_str(), dossier.name.as_str()), ("4", "Orbe"));
        assert_eq!(dossier.answers.len(), 1);
        assert_eq!(dossier.answers[0].question.as_ref().unwrap().as_str(), "q-site");
        assert!(intake.warnings.is_empty(), "{:?}", intake.warnings);
    }
}
