//! Canonical JSON (RFC 8785), by `serde_json_canonicalizer`: the one byte form that is signed, digested and compared.

use serde::Serialize;

/// Writes a value in its canonical form. Nothing where it has none (a map key that is no text, a number that JSON lacks).
pub fn bytes(value: &impl Serialize) -> Option<Vec<u8>> {
    serde_json_canonicalizer::to_vec(value).ok()
}

/// Writes a value in its canonical form, as text.
pub fn text(value: &impl Serialize) -> Option<String> {
    serde_json_canonicalizer::to_string(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
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
}
