use super::archives::{cell, ods, ods_document, row, sound, xlsx, xlsx_with, zipped};
use super::*;

#[test]
fn a_sound_workbook_by_hand_is_taken() {
    assert_eq!(taken(&xlsx(&sound())).unwrap().dossiers.len(), 1);
    let rows = format!("{}{}", row(&["ID", "Nom"]), row(&["1", "a"]));
    assert_eq!(taken(&ods(&rows)).unwrap().dossiers.len(), 1);
}

#[test]
fn a_package_without_its_type_is_told_by_its_members() {
    let content = "<a><table:table table:name=\"F\"><table:table-row><table:table-cell><text:p>ID</text:p>\
                   </table:table-cell></table:table-row></table:table></a>";
    let manifest: &[u8] = b"<manifest/>";
    let bytes = zipped(&[
        ("META-INF/manifest.xml", manifest),
        ("content.xml", content.as_bytes()),
    ]);
    assert_eq!(format_of(&bytes), Some(TableFormat::Ods));
    assert_eq!(format_of(&zipped(&[("data/dossier.json", b"{}")])), None);
}

#[test]
fn a_cell_at_the_far_corner_costs_one_cell() {
    let far = format!("{}<row r=\"1048576\">{}</row>", sound(), cell("XFD1048576", "x"));
    assert_eq!(
        refusal(&xlsx(&far)),
        r#"table-no-heading file="t" at="F!XFD1048576""#
    );
    let headed = format!(
        "<row r=\"1\">{}{}{}</row><row r=\"1048576\">{}{}</row>",
        cell("A1", "ID"),
        cell("B1", "Nom"),
        cell("XFD1", "Q"),
        cell("A1048576", "1"),
        cell("XFD1048576", "x")
    );
    assert_eq!(answer(&taken(&xlsx(&headed)).unwrap().dossiers[0], "Q").text, "x");
    let beyond = format!("<row r=\"1\">{}</row>", cell("ZZZZZ1", "x"));
    assert_eq!(
        refusal(&xlsx(&beyond)),
        r#"exchange-too-many-columns file="t" at="F!1" limit=16384"#
    );
}

#[test]
fn rows_and_columns_repeated_without_end_are_refused() {
    let repeated = format!(
        "{}<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
         table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell></table:table-row>",
        row(&["ID", "Nom"])
    );
    let said = refusal(&ods(&repeated));
    assert!(
        said.starts_with(r#"exchange-too-many-repeats file="t" at="F!A2""#),
        "{said}"
    );
    let blank = format!(
        "{}{}<table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell \
         table:number-columns-repeated=\"16384\"/></table:table-row>",
        row(&["ID", "Nom"]),
        row(&["1", "a"])
    );
    assert_eq!(taken(&ods(&blank)).unwrap().dossiers.len(), 1);
}

#[test]
fn bombs_stop_at_the_budget() {
    let mut rows = row(&["ID", "Nom"]);
    rows.push_str(&" ".repeat(32 << 20));
    let said = refusal(&ods(&rows));
    assert!(said.starts_with(r#"exchange-too-compressed file="t""#), "{said}");
    let blank = format!("{}{}", sound(), " ".repeat(32 << 20));
    let said = refusal(&xlsx(&blank));
    assert!(said.starts_with(r#"exchange-too-compressed file="t""#), "{said}");
    let said = refusal_within(
        &xlsx(&format!("{}{}", sound(), " ".repeat(1 << 20))),
        &Budget::tiny(),
    );
    assert!(
        said.starts_with(r#"exchange-too-much-unpacked file="t""#),
        "{said}"
    );
}

#[test]
fn a_cell_beyond_the_budget_is_refused_in_every_format() {
    let long = "x".repeat(5 * 1024);
    let budget = Budget::tiny();
    let csv = format!("ID,Nom\n1,{long}\n");
    assert_eq!(
        refusal_within(csv.as_bytes(), &budget),
        r#"exchange-text-too-long file="t" at="2:2" limit=4096"#
    );
    let rows = format!("{}{}", row(&["ID", "Nom"]), row(&["1", &long]));
    assert_eq!(
        refusal_within(&ods(&rows), &budget),
        r#"exchange-text-too-long file="t" at="F!2" limit=4096"#
    );
    let sheet = format!("{}<row r=\"3\">{}</row>", sound(), cell("A3", &long));
    assert_eq!(
        refusal_within(&xlsx(&sheet), &budget),
        r#"exchange-text-too-long file="t" at="F!3" limit=4096"#
    );
    let json = format!("{{\"responses\":[{{\"id\":\"{long}\"}}]}}");
    assert!(refusal_within(json.as_bytes(), &budget).starts_with("exchange-text-too-long"));
}

#[test]
fn a_cell_of_a_hundred_megabytes_is_refused() {
    let mut csv = b"ID,Nom\n1,".to_vec();
    csv.resize(100 << 20, b'x');
    assert_eq!(
        refusal(&csv),
        r#"exchange-text-too-long file="t" at="2:2" limit=16777216"#
    );
}

#[test]
fn twenty_thousand_columns_are_refused() {
    let head: Vec<String> = (0..20_000).map(|n| format!("Q{n}")).collect();
    assert_eq!(
        refusal(format!("{}\n", head.join(",")).as_bytes()),
        r#"exchange-too-many-columns file="t" at="1:103578" limit=16384"#
    );
    let wide: Vec<String> = (0..16_000).map(|n| format!("Q{n}")).collect();
    let table = format!("ID,Nom,{}\n1,a,{}\n", wide.join(","), vec!["x"; 16_000].join(","));
    assert_eq!(taken(table.as_bytes()).unwrap().dossiers[0].answers.len(), 16_000);
}

#[test]
fn members_twice_or_over_one_another_are_refused() {
    let bytes = zipped(&[("xl/workbook.xml", b"<a/>"), ("xl/workbook.xmm", b"<b/>")]);
    let text = bytes.clone();
    let twin: Vec<u8> = replaced(&text, b"xl/workbook.xmm", b"xl/workbook.xml");
    assert_eq!(
        refusal(&twin),
        r#"table-member member="xl/workbook.xml" file="t" at="""#
    );
    // The second entry of the directory is made to point at the first member.
    let mut over = bytes;
    let starts: Vec<usize> = (0..over.len() - 4)
        .filter(|at| over[*at..].starts_with(b"PK\x01\x02"))
        .collect();
    over[starts[1] + 42..starts[1] + 46].copy_from_slice(&[0; 4]);
    let said = refusal(&over);
    assert!(
        said.starts_with("table-member") || said.starts_with("table-damaged"),
        "{said}"
    );
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for at in 0..=out.len() - from.len() {
        if out[at..].starts_with(from) {
            out[at..at + to.len()].copy_from_slice(to);
        }
    }
    out
}

#[test]
fn entities_are_never_expanded() {
    let laughs = "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
    let content = format!("{laughs}<office:document-content><table:table/></office:document-content>");
    assert_eq!(
        refusal(&ods_document(&content)),
        r#"table-entities file="t" at="content.xml""#
    );
    let sheet = format!(
        "{laughs}<worksheet><sheetData>{}</sheetData></worksheet>",
        sound()
    );
    assert_eq!(
        refusal(&xlsx_with(&sheet, &[])),
        r#"table-entities file="t" at="F""#
    );
}

#[test]
fn protected_workbooks_say_so() {
    let manifest: &[u8] = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let kind: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    let locked = zipped(&[
        ("mimetype", kind),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x01\x02"),
    ]);
    assert_eq!(refusal(&locked), r#"table-encrypted file="t" at="""#);
    assert_eq!(
        refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        r#"table-encrypted file="t" at="""#
    );
}

#[test]
fn damaged_workbooks_say_so() {
    let cases = [
        xlsx_with("<worksheet><sheetData><row>", &[]),
        xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>"),
        zipped(&[("xl/workbook.xml", b"<workbook/>")]),
        ods_document("<office:document-content><table:table>"),
    ];
    for bytes in cases {
        let said = refusal(&bytes);
        assert!(said.starts_with("table-damaged"), "{said}");
    }
    let whole = xlsx(&sound());
    for cut in (0..whole.len()).step_by(7) {
        assert!(taken(&whole[..cut]).is_err(), "{cut}");
    }
}

#[test]
fn shared_texts_styles_and_claims_of_size_are_no_trap() {
    let texts = "<sst uniqueCount=\"999999999999\"><si><t>ID</t></si><si><r><t>No</t></r><r><t>m</t></r>\
                 <rPh><t>x</t></rPh></si></sst>";
    let sheet = "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>\
                 <row><c><v>1</v></c><c t=\"str\"><f>A1</f><v>a_x000D_\nb</v></c></row></sheetData></worksheet>";
    let intake = taken(&xlsx_with(sheet, &[("xl/sharedStrings.xml", texts.as_bytes())])).unwrap();
    assert_eq!(intake.dossiers[0].name, "a\nb");
}
