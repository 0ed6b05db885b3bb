//! What every reader of values parted by a character needs: which character parts them, and on which line a record
//! begins.

use std::collections::BTreeMap;

/// What may part values, the likeliest in France first.
const PARTS: [u8; 4] = *b";,\t|";
/// Records that are looked at, and bytes: one record may be as large as a file.
const SAMPLE: usize = 50;
const LOOKED_AT: usize = 1 << 20;

/// Reads records of any length.
pub(in crate::exchange) fn records(text: &str, part: u8) -> impl Iterator<Item = csv::StringRecord> {
    csv::ReaderBuilder::new()
        .delimiter(part)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
        .into_records()
        .map_while(Result::ok)
}

/// Finds what parts the values: the character with which all records have the same number of values, above one, else the
/// one with which most have; among those as good, one with which the first record has that number too.
pub(in crate::exchange) fn part_of(text: &str) -> u8 {
    let sample = text.get(..text.floor_char_boundary(LOOKED_AT)).unwrap_or(text);
    let is_cut = sample.len() < text.len();
    let score = |part: u8| {
        let mut lengths: Vec<usize> = records(sample, part)
            .map(|record| record.len())
            .take(SAMPLE)
            .collect();
        if is_cut && lengths.len() < SAMPLE {
            lengths.pop();
        }
        let mut seen = BTreeMap::<usize, usize>::new();
        for length in &lengths {
            *seen.entry(*length).or_default() += 1;
        }
        let agree = seen.len() == 1;
        seen.into_iter()
            .filter(|(values, _)| *values > 1)
            .map(|(values, records)| (agree, records, lengths.first() == Some(&values)))
            .max()
            .unwrap_or_default()
    };
    // The first of the best: `max_by_key` would take the last.
    let best = PARTS.into_iter().rev().max_by_key(|part| score(*part));
    best.unwrap_or(b';')
}

/// Counts lines: where a reader says that a record begins, empty lines may still stand before it.
#[derive(Debug)]
pub(in crate::exchange) struct Lines<'t> {
    text: &'t str,
    byte: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    /// Starts at the first line.
    pub(in crate::exchange) fn new(text: &'t str) -> Self {
        Self {
            text,
            byte: 0,
            line: 1,
        }
    }

    /// Returns the line, counted from 1, on which a record begins; records come in their order.
    pub(in crate::exchange) fn at(&mut self, position: Option<&csv::Position>) -> usize {
        let start = position.map_or(0, csv::Position::byte);
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        let rest = self.text.get(start..).unwrap_or_default();
        let start = start + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        let passed = self.text.get(self.byte..start).unwrap_or_default();
        self.line += passed.matches('\n').count();
        self.byte = start.max(self.byte);
        self.line
    }
}

/// What no reader should be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) enum Flaw {
    /// A quotation that never ends.
    Unclosed,
    /// A value of more bytes than wanted.
    Long,
    /// A record of more values than wanted.
    Wide,
}

/// Returns what is wrong first, and where, as a byte of the text. A reader makes room for a whole record before anybody
/// sees how long it is, hence the look before.
pub(in crate::exchange) fn flaw(
    text: &str,
    part: u8,
    longest: usize,
    widest: usize,
) -> Option<(usize, Flaw)> {
    #[derive(PartialEq)]
    enum At {
        Start,
        Bare,
        Quoted(usize),
        Quote,
    }
    let mut at = At::Start;
    let (mut from, mut value, mut values) = (0, 0, 1_usize);
    for (place, byte) in text.bytes().enumerate() {
        at = match (at, byte) {
            (At::Start, b'"') => {
                from = place;
                At::Quoted(place)
            }
            (At::Quoted(_), b'"') => At::Quote,
            (At::Quoted(start), _) => At::Quoted(start),
            // Doubled, it is one of the text.
            (At::Quote, b'"') => At::Quoted(from),
            (_, b'\n' | b'\r') => {
                (value, values) = (place, 1);
                At::Start
            }
            (_, other) if other == part => {
                (value, values) = (place, values.saturating_add(1));
                At::Start
            }
            _ => At::Bare,
        };
        // Quotation marks around a value, and the character before it, are none of its bytes.
        if (place - value).saturating_sub(3) > longest {
            return Some((value, Flaw::Long));
        }
        if values > widest {
            return Some((place, Flaw::Wide));
        }
    }
    match at {
        At::Quoted(start) => Some((start, Flaw::Unclosed)),
        At::Start | At::Bare | At::Quote => None,
    }
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
            ("a,b\n\";\nx\",\";\nx\"\n\";\nx\",\";\"\n", b','),
        ];
        for (text, part) in cases {
            assert_eq!(part_of(text), part, "{text:?}");
        }
    }

    #[test]
    fn a_quotation_that_never_ends_is_found_where_it_begins() {
        let cases = [
            ("a,b\n\"c\"\"d\",e\n", None),
            ("a,b\n\"c,d\ne,f\n", Some(4)),
            ("a\"b,c\n", None),
            ("\"a\"x\"b,c", None),
            ("\"a\"\"", Some(0)),
            ("", None),
        ];
        for (text, place) in cases {
            let place = place.map(|place| (place, Flaw::Unclosed));
            assert_eq!(flaw(text, b',', 100, 100), place, "{text:?}");
        }
    }

    #[test]
    fn a_value_too_long_or_a_record_too_wide_is_found_before_it_is_read() {
        let long = format!("a,b\n{},1\n", "x".repeat(20));
        assert_eq!(flaw(&long, b',', 10, 5), Some((3, Flaw::Long)));
        assert_eq!(flaw(&long, b',', 20, 5), None);
        assert_eq!(flaw("a,b\n,,,,,\n", b',', 10, 5), Some((8, Flaw::Wide)));
        assert_eq!(flaw("a,b,c,d,e\na,b,c,d,e\n", b',', 10, 5), None);
    }
}
