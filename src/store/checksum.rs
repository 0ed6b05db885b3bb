//! A checksum per row. Of 1,000 bits flipped in a store, SQLite's `integrity_check` missed most (RELIABILITY.md §1):
//! a row says itself whether it is what was written.

use super::error::StoreError;
use sha2::{Digest as _, Sha256};

/// A column's value, as it is summed.
#[derive(Debug, Clone, Copy)]
pub(super) enum Field<'a> {
    /// Text.
    Text(&'a str),
    /// A number.
    Int(i64),
}

impl<'a> From<&'a str> for Field<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Field<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Field<'_> {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

/// Sums a row: the table's name and every column, each with its length before it. Sixteen bytes of SHA-256.
pub(super) fn of(table: &str, fields: &[Field<'_>]) -> [u8; 16] {
    let mut hasher = Sha256::new();
    let mut add = |tag: u8, bytes: &[u8]| {
        let mut head = [tag; 9];
        if let Some(length) = head.get_mut(1..) {
            length.copy_from_slice(&u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
        }
        hasher.update(head);
        hasher.update(bytes);
    };
    add(0, table.as_bytes());
    for field in fields {
        match field {
            Field::Text(text) => add(1, text.as_bytes()),
            Field::Int(number) => add(2, &number.to_le_bytes()),
        }
    }
    let mut sum = [0; 16];
    for (to, from) in sum.iter_mut().zip(hasher.finalize()) {
        *to = from;
    }
    sum
}

/// Tells whether a row is what was summed.
pub(super) fn holds(table: &str, fields: &[Field<'_>], sum: &[u8]) -> bool {
    of(table, fields) == *sum
}

/// Checks a row against its sum.
pub(super) fn check(
    table: &'static str,
    row: &str,
    fields: &[Field<'_>],
    sum: &[u8],
) -> Result<(), StoreError> {
    if holds(table, fields, sum) {
        Ok(())
    } else {
        Err(StoreError::Damaged {
            table,
            row: row.to_owned(),
        })
    }
}
