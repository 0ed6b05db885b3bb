//! Values parted by a character, as aligned columns. The character is the one that parts the first records most evenly.

use super::pages::Pages;
use super::table::{Fit, Purse, Row, Table};
use super::{Cancel, Limits, Unreadable, decode};
use std::collections::BTreeMap;

/// What may part values, the likeliest in France first.
const PARTS: [u8; 4] = *b";,\t|";
/// Records that are looked at.
const SAMPLE: usize = 50;

/// Reads values.
pub(super) fn read(
    bytes: &[u8],
    limits: &Limits,
    cancel: &Cancel,
    pages: &mut Pages,
) -> Result<(), Unreadable> {
    let text = decode::text(bytes, limits, pages);
    let text = text.trim_start_matches('\u{feff}');
    let mut table = Table::new(Fit::Sheet);
    let mut purse = Purse::new(pages.bytes_left());
    for record in records(text, part_of(text)) {
        cancel.check()?;
        if !record.iter().all(|cell| purse.pay(cell)) {
            pages.truncate();
            break;
        }
        let is_head = table.is_empty();
        table.push(row(&record), is_head);
    }
    table.lines(|line| !cancel.is_cancelled() && pages.line(line));
    cancel.check()
}

fn row(record: &csv::StringRecord) -> Row {
    let cells = record.iter().map(str::trim).enumerate();
    cells
        .filter(|(_, cell)| !cell.is_empty())
        .map(|(at, cell)| (at, cell.to_owned()))
        .collect()
}

fn records(text: &str, part: u8) -> impl Iterator<Item = csv::StringRecord> {
    csv::ReaderBuilder::new()
        .delimiter(part)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
        .into_records()
        .map_while(Result::ok)
}

/// Finds what parts the values: the character with which most records have the same number of values, above one.
fn part_of(text: &str) -> u8 {
    let score = |part: u8| {
        let mut seen = BTreeMap::<usize, usize>::new();
        for record in records(text, part).take(SAMPLE) {
            *seen.entry(record.len()).or_default() += 1;
        }
        seen.into_iter()
            .filter(|(values, _)| *values > 1)
            .map(|(_, records)| records)
            .max()
            .unwrap_or(0)
    };
    // The first of the best: `max_by_key` would take the last.
    let best = PARTS.into_iter().rev().max_by_key(|part| score(*part));
    best.unwrap_or(b';')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parting_character_is_found() {
        let cases = [
            ("Nom;Nombre\nÉcole, mairie;3\n", b';'),
            ("nom,nombre\n\"a;b\",3\n", b','),
            ("nom\tnombre\na, b\t3\n", b'\t'),
            ("nom\nseul\n", b';'),
            ("1,5;2,5\n1,0;2,0\n", b';'),
        ];
        for (text, part) in cases {
            assert_eq!(part_of(text), part, "{text:?}");
        }
    }
}
