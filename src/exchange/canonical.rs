//! Canonical JSON (RFC 8785), by `serde_json_canonicalizer`: the one byte form that is signed, digested and compared.

mod scan;

use serde::Serialize;
use serde_json::Value;

/// Writes a value in its canonical form. Nothing where it has none (a map key that is no text, a number that JSON lacks).
pub fn bytes(value: &impl Serialize) -> Option<Vec<u8>> {
    serde_json_canonicalizer::to_vec(value).ok()
}

/// Writes a value in its canonical form, as text.
pub fn text(value: &impl Serialize) -> Option<String> {
    serde_json_canonicalizer::to_string(value).ok()
}

/// Returns a canonical object without one of its members: what a signature that lies within it was made over. Nothing
/// where the bytes are not an object in canonical form.
pub fn without(bytes: &[u8], key: &str) -> Option<Vec<u8>> {
    match scan::members(bytes) {
        Some(members) => {
            let place = members.iter().position(|member| member.key == key);
            let span = place.and_then(|at| members.get(at)).map(|m| m.span.clone());
            Some(span.map_or_else(|| bytes.to_vec(), |span| cut(bytes, span)))
        }
        None => without_by_library(bytes, key),
    }
}

/// Cuts a member out, with the comma that parted it from its neighbour.
fn cut(bytes: &[u8], span: std::ops::Range<usize>) -> Vec<u8> {
    let (before, after) = (bytes.get(..span.start), bytes.get(span.end..));
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    let (before, after) = match (before.strip_suffix(b","), after.strip_prefix(b",")) {
        (Some(before), _) => (before, after),
        (None, Some(after)) => (before, after),
        (None, None) => (before, after),
    };
    [before, after].concat()
}

fn without_by_library(bytes: &[u8], key: &str) -> Option<Vec<u8>> {
    let mut whole: Value = serde_json::from_slice(bytes).ok()?;
    if self::bytes(&whole).as_deref() != Some(bytes) {
        return None;
    }
    whole.as_object_mut()?.remove(key);
    self::bytes(&whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn keys_are_sorted_by_utf16_units_and_nothing_is_spaced() {
        // RFC 8785 §3.2.3, the example of sorted keys.
        let value = json!({"\u{20ac}": "Euro Sign", "\r": "CR", "\u{fb33}": "Dalet", "1": "One",
            "\u{1f600}": "Emoji", "\u{80}": "Control", "\u{f6}": "o"});
        let text = text(&value).unwrap();
        let order: Vec<usize> = ["CR", "One", "Control", "\"o\"", "Euro", "Emoji", "Dalet"]
            .iter()
            .map(|word| text.find(word).unwrap())
            .collect();
        assert!(order.is_sorted(), "{text}");
    }

    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            (0..99_i64).prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
            "[a-z\\\\\"\n]{0,5}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("[a-c.\\u{e9}\"]{0,2}", inner, 0..4)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        /// What the quick look passes, the library writes the same; what it takes out, the library takes out.
        #[test]
        fn the_quick_look_agrees_with_the_library(
            mut members in prop::collection::btree_map("[a-c]{1,2}", json(), 0..4),
            signed in any::<bool>(),
            change in prop::option::of((any::<prop::sample::Index>(), any::<u8>())),
        ) {
            if signed {
                members.insert("b".to_owned(), "ed25519".into());
            }
            let whole = Value::Object(members.into_iter().collect());
            let mut written = bytes(&whole).unwrap();
            if let Some((at, byte)) = change {
                let at = at.index(written.len());
                written[at] = byte;
            }
            prop_assert_eq!(without(&written, "b"), without_by_library(&written, "b"));
        }
    }

    #[test]
    fn what_could_be_written_otherwise_is_not_canonical() {
        for odd in [
            r#"{"a":1.0}"#,
            r#"{"a":-0}"#,
            r#"{"a":01}"#,
            r#"{"a":1e2}"#,
            r#"{"a": 1}"#,
            r#"{"b":1,"a":2}"#,
            r#"{"a":1,"a":1}"#,
            r#"{"a":"\u0041"}"#,
            r#"{"a":"\/"}"#,
            r#"{"a":1} "#,
            r#"{"a":1"#,
            r#"{"a":}"#,
            r#"{"a":1,}"#,
            "",
            "[]",
            "{",
            r#"{"a":"x"#,
            r#"{"a":"\"#,
            r#"{"a"#,
            r#"{"a":-}"#,
        ] {
            assert_eq!(without(odd.as_bytes(), "z"), None, "{odd}");
        }
        let kept = |text: &str| String::from_utf8(without(text.as_bytes(), "b").unwrap()).unwrap();
        assert_eq!(kept(r#"{"a":1,"b":2,"c":3}"#), r#"{"a":1,"c":3}"#);
        assert_eq!(kept(r#"{"b":2,"c":3}"#), r#"{"c":3}"#);
        assert_eq!(kept(r#"{"b":{"b":2}}"#), "{}");
        assert_eq!(kept(r#"{"a":1.5,"b":2}"#), r#"{"a":1.5}"#);
    }
}
