use super::*;

const PLAIN: &str = "ID;Nom;Courriel;Site web de la collectivité;Autre question\n12;Trémoux;a@b.example;https://tremoux.example;=1+1\n13;Belcastel;;;\n";

#[test]
fn a_plain_table_is_taken_where_headings_leave_no_doubt() {
    let intake = taken(PLAIN.as_bytes()).unwrap();
    assert_eq!(intake.dossiers.len(), 2);
    let first = &intake.dossiers[0];
    assert_eq!((first.id.as_str(), first.name.as_str()), ("table-12", "Trémoux"));
    assert_eq!(first.answers.len(), 2);
    assert_eq!(first.answers[0].question.as_ref().unwrap().as_str(), "q-site");
    assert_eq!(
        (first.answers[1].text.as_str(), &first.answers[1].value),
        ("=1+1", &Value::Text)
    );
    assert_eq!(intake.dossiers[1].answers[0].value, Value::Blank);
    assert_eq!(
        warnings(&intake),
        [r#"1 Autre question | exchange-warning-unmapped label="Autre question" champ="Autre question""#]
    );
    assert!(!format!("{intake:?}").contains("a@b"));
}

#[test]
fn windows_1252_is_read_and_announced() {
    let bytes = encoding_rs::WINDOWS_1252
        .encode("ID,Nom\n1,Œuvrard – l’été\n")
        .0
        .into_owned();
    let intake = taken(&bytes).unwrap();
    assert_eq!(intake.dossiers[0].name, "Œuvrard – l’été");
    assert_eq!(
        warnings(&intake),
        [r#" | exchange-warning-encoding name="windows-1252""#]
    );
}

#[test]
fn damaged_utf_8_is_no_windows_1252() {
    let mut bytes = "ID,Nom\n1,été à Noël\n2,".as_bytes().to_vec();
    bytes.extend(b"\xe9t\xe9\n");
    assert_eq!(
        refusal(&bytes),
        r#"exchange-malformed file="t" at="3:3" found=(exchange-found-byte byte="0xE9" offset=26) expected=(exchange-expected-utf8)"#
    );
    let cut: Vec<u8> = "\u{feff}ID,Nom\n1,x\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .chain([0, 0xd8])
        .collect();
    assert_eq!(
        refusal(&cut),
        r#"table-undecodable name="UTF-16LE" file="t" at="""#
    );
}

#[test]
fn a_null_character_is_shown_and_announced() {
    let intake = taken(b"ID,Nom\n1,a\0b\n").unwrap();
    assert_eq!(intake.dossiers[0].name, "a␀b");
    assert_eq!(warnings(&intake), ["2:4 | exchange-warning-nul"]);
}

#[test]
fn rows_of_another_length_are_refused_with_their_line() {
    let long = "ID,Nom,Q\n\n1,\"a\nb\",x\n2,b,c,d\n";
    assert_eq!(
        refusal(long.as_bytes()),
        r#"table-ragged found=4 expected=3 file="t" at="5""#
    );
    let short = "ID,Nom,Q\n1,a,x\n2,b\n";
    assert_eq!(
        refusal(short.as_bytes()),
        r#"table-ragged found=2 expected=3 file="t" at="3""#
    );
    let padded = taken(b"ID,Nom,Q,,\n1,a,x,,,,\n,,\n\n").unwrap();
    assert_eq!(padded.dossiers.len(), 1);
    assert_eq!(
        refusal(b"ID,,Nom\n1,x,a\n"),
        r#"table-no-heading file="t" at="2""#
    );
}

#[test]
fn a_quotation_that_is_never_closed_is_refused_where_it_opens() {
    assert_eq!(
        refusal(b"ID,Nom\n1,\"a\n2,b\n"),
        r#"table-unclosed file="t" at="2:3""#
    );
}

#[test]
fn headings_alone_hold_no_dossier() {
    assert_eq!(refusal(b"ID,Nom\n"), r#"exchange-nothing file="t" refused=0"#);
    assert_eq!(refusal(b""), r#"table-empty file="t" at="""#);
    assert_eq!(refusal(b"\n;;\n\n"), r#"table-empty file="t" at="""#);
}

#[test]
fn without_a_number_or_name_the_dry_run_is_named() {
    assert_eq!(
        refusal(b"A,B\n1,2\n"),
        r#"table-unmapped lacking="number, name" file="t" at="""#
    );
    // Two columns that may be the name leave a doubt.
    assert_eq!(
        refusal(b"ID,Nom,Organisme\n1,2,3\n"),
        r#"table-unmapped lacking="name" file="t" at="""#
    );
}

#[test]
fn rows_without_a_readable_number_are_refused_alone() {
    let intake = taken(b"ID,Nom\n,a\n../x,b\n3,c\n").unwrap();
    assert_eq!(intake.dossiers.len(), 1);
    assert_eq!(
        refused(&intake),
        [
            r#"2 | exchange-refused-no-number found="""#,
            r#"3 | exchange-refused-no-number found="../x""#
        ]
    );
}

#[test]
fn one_number_is_one_dossier_or_a_refusal() {
    assert_eq!(taken(b"ID,Nom,Q\n1,a,x\n1,a,x\n").unwrap().dossiers.len(), 1);
    assert_eq!(
        refusal(b"ID,Nom,Q\n1,a,x\n1,a,y\n"),
        r#"exchange-twice number="1" places="t 2, t 3""#
    );
}

#[test]
fn repeated_headings_are_answers_of_their_own() {
    let intake = taken(b"ID,Nom,Q,Q\n1,a,x,y\n").unwrap();
    let dossier = &intake.dossiers[0];
    assert_eq!(
        (
            answer(dossier, "Q").text.as_str(),
            answer(dossier, "Q #2").text.as_str()
        ),
        ("x", "y")
    );
    assert_eq!(answer(dossier, "Q #2").label, "Q");
}

#[test]
fn fields_of_any_sheet_are_recognised() {
    let text = "Numéro;Collectivité;SIRET;Type;Date de dépôt;Code INSEE;Ville\n\
                7;Orbe;21039990000012;Communauté de communes;20/10/2026 08:00;03999;Orbe\n";
    let intake = taken(text.as_bytes()).unwrap();
    let dossier = &intake.dossiers[0];
    assert_eq!(dossier.kind, "epci");
    assert_eq!(dossier.identity.siren.as_deref(), Some("210399900"));
    assert_eq!(dossier.identity.department.as_deref(), Some("03"));
    assert_eq!(dossier.submitted_at.as_deref(), Some("2026-10-20 08:00"));
    assert!(dossier.late);
    assert!(
        dossier.answers.is_empty() && intake.warnings.is_empty(),
        "{intake:?}"
    );
}

#[test]
fn formats_are_told_by_content() {
    let cases: [(&[u8], Option<TableFormat>); 9] = [
        (b"a;b\n", Some(TableFormat::Csv)),
        (b"\xff\xfea\0;\0b\0", Some(TableFormat::Csv)),
        (b" {\"responses\": []}", Some(TableFormat::Survey)),
        (b"{\"data\": 1}", None),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Some(TableFormat::Protected)),
        (b"%PDF-1.7", None),
        (b"<html>", None),
        (b"", None),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None),
    ];
    for (bytes, format) in cases {
        assert_eq!(format_of(bytes), format, "{bytes:?}");
    }
}
