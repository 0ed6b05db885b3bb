//! The folded form of a text, by which words are compared whatever their accents, case and apostrophes.

use super::is_combining_mark;
use unicode_normalization::UnicodeNormalization as _;

/// Folds any text, by Unicode's compatibility decomposition (UAX #15).
pub(super) fn of_any(text: &str) -> String {
    let plain: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '’' | '‘' | 'ʼ' => '\'',
            other => other,
        })
        .collect();
    let plain = plain.replace('œ', "oe").replace('æ', "ae");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Folds a text of the letters and signs that French is written with, as [`of_any`] does and many times as fast; nothing
/// where the text holds another. Whole campaigns are folded to be found: what is plain already is copied by the run.
pub(super) fn of_french(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let mut spaced = out.is_empty() || out.ends_with(' ');
        let stays = |byte: &u8| match *byte {
            b' ' => !std::mem::replace(&mut spaced, true),
            byte => {
                spaced = false;
                is_plain(byte)
            }
        };
        let run = rest.bytes().take_while(stays).count();
        let (plain, other) = rest.split_at_checked(run)?;
        out.push_str(plain);
        let mut chars = other.chars();
        let Some(c) = chars.next() else { break };
        rest = chars.as_str();
        let folded = match c {
            'A'..='Z' => c.to_ascii_lowercase(),
            ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{a0}' | '\u{202f}' => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
                continue;
            }
            '\0'..='\u{7f}' | '«' | '»' | '–' | '—' | '€' | '°' => c,
            'à' | 'â' | 'ä' | 'á' | 'À' | 'Â' | 'Ä' | 'Á' => 'a',
            'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => 'e',
            'î' | 'ï' | 'í' | 'Î' | 'Ï' | 'Í' => 'i',
            'ô' | 'ö' | 'ó' | 'Ô' | 'Ö' | 'Ó' => 'o',
            'ù' | 'û' | 'ü' | 'ú' | 'Ù' | 'Û' | 'Ü' | 'Ú' => 'u',
            'ÿ' | 'Ÿ' => 'y',
            'ç' | 'Ç' => 'c',
            'ñ' | 'Ñ' => 'n',
            '’' | '‘' | 'ʼ' => '\'',
            'œ' | 'Œ' => {
                out.push('o');
                'e'
            }
            'æ' | 'Æ' => {
                out.push('a');
                'e'
            }
            _ => return None,
        };
        out.push(folded);
    }
    if out.ends_with(' ') {
        out.pop();
    }
    Some(out)
}

/// Tells whether a byte is an ASCII character, no space, that folds to itself.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b'!'..=b'@' | b'['..=b'~')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn french_is_folded_without_the_tables() {
        assert_eq!(
            of_french("  L’Œuvre d’Été,\u{a0}à\u{202f}Haÿ — 12 % ").as_deref(),
            Some("l'oeuvre d'ete, a hay — 12 %")
        );
        assert_eq!(of_french("ﬁn"), None);
        assert_eq!(of_french("e\u{301}"), None);
    }

    proptest! {
        #[test]
        fn both_ways_fold_alike(text in "[ -~\\t\\n\\rÀ-ÿœŒÆæŸ’‘ʼ«»–—€°\u{a0}\u{202f}\u{b}\u{c}\u{1f}\u{85}\u{2003}]{0,40}|\\PC{0,20}") {
            if let Some(french) = of_french(&text) {
                prop_assert_eq!(french, of_any(&text));
            }
        }
    }
}
