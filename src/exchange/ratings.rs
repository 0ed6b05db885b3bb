//! Ratings in a file of their own, without a store: `{"scale":[min,max],"ratings":[[…,null,…],…]}`, a row a juror, a column
//! a unit (COMMANDS.md, `agreement --ratings`).

use super::budget::Budget;
use super::error::ExchangeError;
use super::json::encoding::text_of;
use crate::domain::saying::Saying;
use serde::Deserialize;
use std::path::Path;

/// A larger file holds no jury's ratings: 30 jurors and a million units take less.
const MOST_BYTES: u64 = 128 * 1024 * 1024;
/// The widest scale: values from the lowest to the highest.
const CATEGORIES: i64 = 256;

/// The ratings of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenRatings {
    /// How many values the scale has.
    pub categories: usize,
    /// For each juror, the place on the scale of each unit's rating, from 0; nothing where there is none.
    pub rows: Vec<Vec<Option<u8>>>,
}

/// Why a file holds no ratings.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.saying())]
pub enum RatingsError {
    /// It can't be read.
    File(#[from] ExchangeError),
    /// No JSON of that shape.
    Shape {
        /// The file.
        file: String,
        /// The line.
        line: usize,
        /// The column.
        column: usize,
        /// What the reader says.
        found: String,
    },
    /// The scale runs the wrong way, or has more values than 256.
    Scale {
        /// The file.
        file: String,
        /// The scale.
        found: String,
    },
    /// A row is longer or shorter than the first.
    Ragged {
        /// The file.
        file: String,
        /// The row, from 0.
        row: usize,
        /// Its length.
        found: usize,
        /// The first one's.
        expected: usize,
    },
    /// A rating lies off the scale.
    OffScale {
        /// The file.
        file: String,
        /// The row, from 0.
        row: usize,
        /// The column, from 0.
        column: usize,
        /// The rating.
        found: i64,
        /// The scale.
        scale: String,
    },
}

impl RatingsError {
    /// Says what is wrong, where, and what to do.
    pub fn saying(&self) -> Saying {
        match self {
            Self::File(why) => why.saying(),
            Self::Shape {
                file,
                line,
                column,
                found,
            } => Saying::new("ratings-shape")
                .text("file", file)
                .number("line", *line)
                .number("column", *column)
                .text("found", found),
            Self::Scale { file, found } => Saying::new("ratings-scale")
                .text("file", file)
                .text("found", found),
            Self::Ragged {
                file,
                row,
                found,
                expected,
            } => Saying::new("ratings-ragged")
                .text("at", format_args!("/ratings/{row}"))
                .text("file", file)
                .number("found", *found)
                .number("expected", *expected),
            Self::OffScale {
                file,
                row,
                column,
                found,
                scale,
            } => Saying::new("ratings-off-scale")
                .text("at", format_args!("/ratings/{row}/{column}"))
                .text("file", file)
                .text("found", found)
                .text("scale", scale),
        }
    }
}

#[derive(Deserialize)]
struct Wire {
    scale: [i64; 2],
    ratings: Vec<Vec<Option<i64>>>,
}

/// Reads a file.
///
/// # Errors
/// What is wrong first, with its place.
pub fn read(path: &Path) -> Result<GivenRatings, RatingsError> {
    let budget = Budget {
        file_bytes: MOST_BYTES,
        ..Budget::default()
    };
    let bytes = budget.read_file(path)?;
    read_bytes(&path.display().to_string(), &bytes)
}

/// Reads a file's bytes.
///
/// # Errors
/// What is wrong first, with its place.
pub fn read_bytes(file: &str, bytes: &[u8]) -> Result<GivenRatings, RatingsError> {
    let text = text_of(file, bytes)?;
    let wire: Wire = serde_json::from_str(text).map_err(|why| RatingsError::Shape {
        file: file.to_owned(),
        line: why.line(),
        column: why.column(),
        found: why.to_string(),
    })?;
    let [min, max] = wire.scale;
    let scale = format!("[{min}, {max}]");
    let categories = max
        .checked_sub(min)
        .filter(|width| (0..CATEGORIES).contains(width));
    let Some(categories) = categories.and_then(|width| usize::try_from(width + 1).ok()) else {
        return Err(RatingsError::Scale {
            file: file.to_owned(),
            found: scale,
        });
    };
    let units = wire.ratings.first().map_or(0, Vec::len);
    let mut rows = Vec::with_capacity(wire.ratings.len());
    for (row, given) in wire.ratings.into_iter().enumerate() {
        if given.len() != units {
            return Err(RatingsError::Ragged {
                file: file.to_owned(),
                row,
                found: given.len(),
                expected: units,
            });
        }
        let place = |(column, value): (usize, Option<i64>)| {
            let Some(value) = value else { return Ok(None) };
            let place = value.checked_sub(min).filter(|_| value <= max);
            place
                .and_then(|place| u8::try_from(place).ok())
                .map(Some)
                .ok_or_else(|| RatingsError::OffScale {
                    file: file.to_owned(),
                    row,
                    column,
                    found: value,
                    scale: scale.clone(),
                })
        };
        rows.push(
            given
                .into_iter()
                .enumerate()
                .map(place)
                .collect::<Result<_, _>>()?,
        );
    }
    Ok(GivenRatings { categories, rows })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        let why = read_bytes("r.json", text.as_bytes()).unwrap_err();
        why.to_string()
    }

    #[test]
    fn a_file_is_read() {
        let read = read_bytes("r", br#"{"scale":[-1,3],"ratings":[[-1,null],[3,0]],"note":"x"}"#).unwrap();
        assert_eq!(read.categories, 5);
        assert_eq!(read.rows, [[Some(0), None], [Some(4), Some(1)]]);
        let none = read_bytes("r", br#"{"scale":[0,0],"ratings":[]}"#).unwrap();
        assert_eq!((none.categories, none.rows.len()), (1, 0));
    }

    #[test]
    fn what_does_not_fit_is_named_with_its_place() {
        let cases = [
            ("[", "ratings-shape"),
            ("{\"scale\":[0,5]}", "ratings-shape"),
            (
                "{\"scale\":[0,5],\"scale\":[0,5],\"ratings\":[]}",
                "ratings-shape",
            ),
            ("{\"scale\":[0,5],\"ratings\":[[1.5]]}", "ratings-shape"),
            ("{\"scale\":[0,5],\"ratings\":[[NaN]]}", "ratings-shape"),
            ("{\"scale\":[5,0],\"ratings\":[]}", "ratings-scale"),
            ("{\"scale\":[0,256],\"ratings\":[]}", "ratings-scale"),
            (
                "{\"scale\":[-9223372036854775808,9223372036854775807],\"ratings\":[]}",
                "ratings-scale",
            ),
            ("{\"scale\":[0,5],\"ratings\":[[1,2],[3]]}", "/ratings/1"),
            ("{\"scale\":[0,5],\"ratings\":[[1,6]]}", "/ratings/0/1"),
            ("{\"scale\":[1,5],\"ratings\":[[0]]}", "/ratings/0/0"),
        ];
        for (text, found) in cases {
            assert!(said(text).contains(found), "{text}: {}", said(text));
        }
        let deep = "[".repeat(1_000_000);
        assert!(said(&deep).contains("ratings-shape"));
        assert!(read_bytes("r", &[0xff, 0xfe]).is_err());
    }
}
