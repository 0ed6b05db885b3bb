//! Tables made to deceive: values parted by a character, and workbooks.

use super::archive::{Member, zip};
use super::chance::Chance;
use super::corpus::{Case, case};
use super::lab::Good;
use super::workbook::Book;

const ENTITIES: &str = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">\
<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>";
const OUTSIDE: &str = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";

/// Values parted by a character, or nearly.
pub(super) fn values(good: &Good, chance: &mut Chance) -> Case {
    let sep = *chance.pick(&[",", ";", "\t"]);
    let row = |n: usize| vec!["x"; n].join(sep);
    let rows: Vec<String> = (0..=chance.under(20)).map(|_| row(1 + chance.under(9))).collect();
    let from_good = chance.under(2) == 0;
    let mut text = if from_good {
        good.tables[chance.under(2)].1.clone()
    } else {
        rows.join("\n").into_bytes()
    };
    let at = chance.under(text.len());
    match chance.under(7) {
        0 => {
            text.extend(format!("\n{}", row(40)).into_bytes());
            case("ragged", "csv", text, true)
        }
        1 => {
            text.insert(at, 0);
            case("nul", "csv", text, false)
        }
        2 => {
            text.insert(at, b'"');
            case("quote", "csv", text, false)
        }
        3 => {
            text.extend(b"\n\"never");
            case("unclosed", "csv", text, true)
        }
        4 => {
            // One in four is longer than any text may be.
            let is_long = chance.under(4) == 0;
            text.extend(vec![b'x'; if is_long { 17 << 20 } else { 200_000 }]);
            case("long-cell", "csv", text, is_long)
        }
        5 => {
            // In a table parted by another character they are one value, and do no harm.
            let is_parting = !from_good || parts(&text, sep.as_bytes()[0]);
            text.extend(vec![sep.as_bytes()[0]; 20_000]);
            case("wide", "csv", text, is_parting)
        }
        _ => {
            text.extend([0x81, 0xff, 0xfe, 0]);
            case("bytes", "csv", text, false)
        }
    }
}

/// Tells whether a character parts a table's head.
fn parts(table: &[u8], sep: u8) -> bool {
    table
        .iter()
        .take_while(|byte| **byte != b'\n')
        .any(|byte| *byte == sep)
}

/// A workbook whose cells deceive.
pub(super) fn cells(_good: &Good, chance: &mut Chance) -> Case {
    let book = *chance.pick(&[Book::Ods, Book::Xlsx]);
    let plain = book.plain();
    let make = |kind, before: &str, rows: &str, must| case(kind, book.ending(), book.of(before, rows), must);
    match chance.under(9) {
        0 => far(chance),
        1 => repeats(chance),
        2 => make("entities", ENTITIES, &plain, true),
        3 => make("outside", OUTSIDE, &plain, true),
        4 => {
            let deep = 110_000 + chance.under(20_000);
            let inside = format!("{}{}", "<text:p>".repeat(deep), "</text:p>".repeat(deep));
            make("deep", "", &(plain + &book.row(&[&inside])), true)
        }
        5 => {
            let cut = &plain[..plain.floor_char_boundary(1 + chance.under(plain.len() - 2))];
            make("cut-rows", "", cut, false)
        }
        6 => odd(chance),
        7 => {
            let long = "x".repeat(18 << 20);
            make("long-cell", "", &(plain + &book.row(&["1", &long])), true)
        }
        _ => {
            let many = vec!["<table:table-cell/><c/>"; 5_000].concat();
            let rows = format!("{plain}<table:table-row>{many}</table:table-row><row>{many}</row>");
            make("empty-cells", "", &rows, false)
        }
    }
}

/// Cells at places that no sheet has, or has last.
fn far(chance: &mut Chance) -> Case {
    let places = [
        "XFD1048576",
        "XFE1",
        "ZZZZZZZ9",
        "ZZZZZZZZZZZZZZZZ1",
        "A99999999999999999999",
        "A0",
        "A-1",
        "É7",
        "",
        "1A",
    ];
    let lines = [
        "18446744073709551615",
        "1048576",
        "0",
        "-1",
        "99999999999999999999999",
        "x",
    ];
    let (place, line) = (chance.pick(&places), chance.pick(&lines));
    let cell = Book::Xlsx.cell(&format!("r=\"{place}\""), "far");
    let rows = format!(
        "{}<row r=\"{line}\">{cell}</row><row>{cell}{cell}</row><row r=\"{line}\">{cell}</row>",
        Book::Xlsx.plain()
    );
    case("far-cell", "xlsx", Book::Xlsx.of("", &rows), false)
}

/// Cells and rows that repeat without end.
fn repeats(chance: &mut Chance) -> Case {
    let counts = [
        "1048576",
        "16384",
        "18446744073709551615",
        "-1",
        "0",
        "99999999999999999999",
        "x",
    ];
    let (rows, columns) = (*chance.pick(&counts), *chance.pick(&counts));
    let text = if chance.under(3) == 0 { "" } else { "x" };
    let cell = Book::Ods.cell(&format!("table:number-columns-repeated=\"{columns}\""), text);
    let row = format!("<table:table-row table:number-rows-repeated=\"{rows}\">{cell}</table:table-row>");
    let plain = Book::Ods.plain();
    let rows = if chance.under(2) == 0 {
        format!("{row}{plain}{row}{row}")
    } else {
        plain + &row.repeat(5_000)
    };
    case("repeats", "ods", Book::Ods.of("", &rows), false)
}

/// Values that are none.
fn odd(chance: &mut Chance) -> Case {
    let values = [
        "NaN",
        "-1e308",
        "1e400",
        "9223372036854775807.99",
        "60",
        "0.9999999999",
        "2958466",
        "-0",
        "",
        "99999999",
        "5000000000",
    ];
    let (value, style) = (
        chance.pick(&values),
        chance.pick(&["0", "1", "99999999999", "-1", "x"]),
    );
    let kind = chance.pick(&["n", "s", "b", "d", "e", "str", "zz"]);
    let rows = format!(
        "{}<row><c><v>1</v></c><c s=\"{style}\" t=\"{kind}\"><v>{value}</v></c></row>",
        Book::Xlsx.plain()
    );
    let mut members = Book::Xlsx.members("", &rows);
    members.push(Member::of(
        "xl/styles.xml",
        b"<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>",
    ));
    case("odd-values", "xlsx", zip(&members, b"", true), false)
}

/// A workbook whose archive deceives.
pub(super) fn package(_good: &Good, chance: &mut Chance) -> Case {
    let book = *chance.pick(&[Book::Ods, Book::Xlsx]);
    let mut members = book.members("", &book.plain());
    let at = members.len() - 1;
    let (kind, must) = match chance.under(10) {
        0 => {
            members.push(Member::of(book.content(), b"<x/>"));
            ("twice", true)
        }
        1 => {
            let mut twin = members[at].clone();
            (twin.name, twin.shares) = (b"xl/styles.xml".to_vec(), true);
            members.push(twin);
            ("overlap", true)
        }
        2 => {
            members[at].flags |= 1;
            ("encrypted", true)
        }
        3 => {
            members[at].mode = 0o120_777;
            ("link", true)
        }
        4 => {
            members[at].crc_lie = 1;
            ("crc", true)
        }
        5 => {
            members[at].method = *chance.pick(&[1, 9, 12, 14, 93, 95, 97, 98, 99, 65_535]);
            ("method", true)
        }
        6 => {
            members[at].size_lie = *chance.pick(&[1, 1_000, u32::MAX, 1 << 31]);
            ("sizes", false)
        }
        7 => {
            members.remove(at);
            ("no-content", true)
        }
        8 => {
            let key = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
            members.insert(0, Member::of("encrypted-package", key));
            ("protected", false)
        }
        _ => {
            members.push(Member::of("../../evil", b"evil"));
            ("slip", false)
        }
    };
    case(kind, book.ending(), zip(&members, b"", true), must)
}
