//! T6: a sheet of which one bit or one field is not what the juror signed is nobody's.

use super::stage::{self, COORDINATOR, LATE, bytes, stage};
use super::{Full, row};
use crate::hostile::chance::Chance;
use crate::support::shop::Shop;
use serde_json::Value;
use std::fs;
use tnl_jury::exchange::{canonical, sheet_json, signature::DeviceKey};
use tnl_jury::office::{Act, Office, Report};
use tnl_jury::store::Access;

/// Flips so many bits, each at most once; all of them where the count says so.
fn flips(seed: u64, count: Option<usize>) {
    let good = bytes(LATE);
    assert!(sheet_json::read(good).is_ok());
    let all = good.len() * 8;
    let mut chance = Chance::of(seed);
    let places: Vec<usize> = match count {
        Some(count) => (0..count).map(|_| chance.under(all)).collect(),
        None => (0..all).collect(),
    };
    let tried = places.len();
    for place in places {
        let mut bad = good.to_vec();
        bad[place / 8] ^= 1 << (place % 8);
        assert!(
            sheet_json::read(&bad).is_err(),
            "byte {} bit {}",
            place / 8,
            place % 8
        );
    }
    row(
        &format!("T6 bits of a sheet of {} bytes", good.len()),
        tried,
        seed,
        "all refused",
    );
}

/// Every place of a document that holds a value, as a JSON pointer.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Object(members) => {
            for (key, inside) in members {
                let key = key.replace('~', "~0").replace('/', "~1");
                places(inside, &format!("{at}/{key}"), all);
            }
        }
        Value::Array(items) => {
            for (n, inside) in items.iter().enumerate() {
                places(inside, &format!("{at}/{n}"), all);
            }
        }
        _ => {}
    }
}

/// Other values for a place: of the same kind, and of another.
fn others(value: &Value) -> Vec<Value> {
    match value {
        Value::Number(n) => vec![Value::from(n.as_i64().unwrap() + 1), Value::Null],
        Value::String(text) => vec![Value::from(format!("{text}0")), Value::from(7)],
        Value::Object(members) => members
            .keys()
            .map(|key| {
                let mut less = members.clone();
                less.remove(key);
                Value::Object(less)
            })
            .collect(),
        Value::Array(items) => vec![
            Value::Array(items[..items.len().saturating_sub(1)].to_vec()),
            Value::Null,
        ],
        other => vec![Value::from(other.is_null())],
    }
}

/// Gives a file to the coordinator, and tells whether it would be taken.
fn is_taken(office: &mut Office, shop: &Shop, sheet: &[u8]) -> bool {
    let path = shop.path("given.sheet.json");
    fs::write(&path, sheet).unwrap();
    let paths = vec![path];
    match office.perform(Act::Merge { paths, dry_run: true }).unwrap() {
        Report::Merged(merged) => merged.refused.is_empty(),
        other => panic!("{other:?}"),
    }
}

/// Changes fields one at a time: as a courier would, and as another juror with a key of their own would.
fn fields(seed: u64, every: usize) {
    let shop = stage();
    let mut office = stage::open(&shop.path(COORDINATOR), Access::Write).unwrap();
    assert!(is_taken(&mut office, &shop, bytes(LATE)));
    let good: Value = serde_json::from_slice(bytes(LATE)).unwrap();
    let mut all = Vec::new();
    places(&good, "", &mut all);
    let (mut chance, mut tried, stranger) = (Chance::of(seed), 0, DeviceKey::new([9; 32]));
    for place in &all {
        for other in others(good.pointer(place).unwrap()) {
            if chance.under(every) > 0 || good.pointer(place) == Some(&other) {
                continue;
            }
            let mut bad = good.clone();
            *bad.pointer_mut(place).unwrap() = other;
            let carried = canonical::bytes(&bad).unwrap();
            assert!(
                !is_taken(&mut office, &shop, &carried),
                "{place} changed on the way"
            );
            if let Some(object) = bad.as_object_mut() {
                object.remove("signature");
                let public: String = tnl_jury::domain::ids::hex(&stranger.public());
                object.insert("public_key".to_owned(), public.into());
                let signature = stranger.sign(&canonical::bytes(object).unwrap());
                object.insert("signature".to_owned(), signature.into());
            }
            let signed = canonical::bytes(&bad).unwrap();
            assert!(
                !is_taken(&mut office, &shop, &signed),
                "{place} changed by a stranger"
            );
            tried += 2;
        }
    }
    row(
        "T6 fields of a sheet, carried and signed anew",
        tried,
        seed,
        "all refused",
    );
}

#[test]
fn a_sheet_of_which_a_bit_or_a_field_changed_is_refused() {
    flips(2_026, Some(2_000));
    fields(2_026, 6);
}

#[test]
#[ignore = "a minute"]
fn a_sheet_of_which_any_bit_or_field_changed_is_refused() {
    let full = Full::asked();
    flips(full.seed, None);
    fields(full.seed, 1);
}
