//! Official identifiers of bodies and territories, as text: what each must look like, and the digit that checks it.
//! SIREN and SIRET: ISO/IEC 7812-1 (Luhn), with La Poste's own sum for its establishments (INSEE, SIRENE variables).
//! Territories: INSEE, Code officiel géographique.

use super::dossier::Identity;

/// La Poste has more establishments than Luhn's digit can part.
const LA_POSTE: &str = "356000000";

/// Tells whether nine digits are a SIREN.
pub fn is_siren(text: &str) -> bool {
    text.len() == 9 && luhn(text)
}

/// Tells whether fourteen digits are a SIRET.
pub fn is_siret(text: &str) -> bool {
    text.len() == 14
        && (luhn(text) || (text.starts_with(LA_POSTE) && sum(text).is_some_and(|sum| sum % 5 == 0)))
}

/// Tells whether a code is one of a commune: five digits, Corsica's with a letter.
pub fn is_commune(text: &str) -> bool {
    let bytes = text.as_bytes();
    let head = bytes
        .get(..2)
        .is_some_and(|head| matches!(head, b"2A" | b"2B") || head.iter().all(u8::is_ascii_digit));
    bytes.len() == 5 && head && bytes.iter().skip(2).all(u8::is_ascii_digit)
}

/// Tells whether a code is one of a department: two digits, three overseas, Corsica's with a letter.
pub fn is_department(text: &str) -> bool {
    matches!(text, "2A" | "2B")
        || (text.bytes().all(|byte| byte.is_ascii_digit())
            && match text.len() {
                2 => text != "00" && text != "20",
                3 => text.starts_with("97") || text.starts_with("98"),
                _ => false,
            })
}

/// Tells whether a code is one of a region: two digits.
pub fn is_region(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the identifiers that can't be right, each by the palmarès' name for it: those that fail their check, and a
/// SIRET that is another body's.
pub fn doubtful(identity: &Identity) -> Vec<(&'static str, &str)> {
    let fails =
        |value: &Option<String>, holds: fn(&str) -> bool| value.as_deref().is_some_and(|value| !holds(value));
    let is_of_another = match (&identity.siren, &identity.siret) {
        (Some(siren), Some(siret)) => !siret.starts_with(siren.as_str()),
        _ => false,
    };
    let wrong = [
        ("siren", &identity.siren, fails(&identity.siren, is_siren)),
        (
            "siret",
            &identity.siret,
            fails(&identity.siret, is_siret) || is_of_another,
        ),
        (
            "code_insee_commune_siege",
            &identity.commune,
            fails(&identity.commune, is_commune),
        ),
        (
            "code_departement",
            &identity.department,
            fails(&identity.department, is_department),
        ),
        (
            "code_region",
            &identity.region,
            fails(&identity.region, is_region),
        ),
    ];
    let wrong = wrong.into_iter().filter(|(.., is_wrong)| *is_wrong);
    wrong
        .filter_map(|(column, value, _)| Some((column, value.as_deref()?)))
        .collect()
}

fn sum(digits: &str) -> Option<u32> {
    digits.chars().map(|digit| digit.to_digit(10)).sum()
}

/// Luhn's check: from the right, each second digit counts double, by the sum of its own digits.
fn luhn(digits: &str) -> bool {
    let digits: Option<Vec<u32>> = digits.chars().map(|digit| digit.to_digit(10)).collect();
    let weighed = |(place, digit): (usize, u32)| match (place % 2, digit * 2) {
        (0, _) => digit,
        (_, double) if double > 9 => double - 9,
        (_, double) => double,
    };
    digits.is_some_and(|digits| digits.into_iter().rev().enumerate().map(weighed).sum::<u32>() % 10 == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_that_exist_are_taken_and_one_wrong_digit_is_seen() {
        // INSEE itself, and La Poste's headquarters and an office of it, as the SIRENE register publishes them.
        assert!(is_siren("120027016") && is_siret("12002701600563"));
        assert!(is_siren(LA_POSTE) && is_siret("35600000000048") && is_siret("35600000049837"));
        for wrong in [
            "120027017",
            "12002701",
            "1200270160",
            "12002701x",
            "",
            "１２００２７０１６",
        ] {
            assert!(!is_siren(wrong), "{wrong}");
        }
        for wrong in ["12002701600564", "35600000049838", "120027016", "1200270160056３"] {
            assert!(!is_siret(wrong), "{wrong}");
        }
    }

    #[test]
    fn codes_of_territories_look_like_codes() {
        for code in ["01001", "2A004", "2B033", "97105", "98818"] {
            assert!(is_commune(code), "{code}");
        }
        for code in ["1001", "2C004", "A1001", "010012", "2A04x"] {
            assert!(!is_commune(code), "{code}");
        }
        assert!(["01", "2A", "971", "988"].iter().all(|code| is_department(code)));
        assert!(
            ["1", "20", "00", "2C", "999", "0101"]
                .iter()
                .all(|code| !is_department(code))
        );
        assert!(is_region("84") && !is_region("8") && !is_region("AB"));
    }

    #[test]
    fn each_doubt_names_its_column_and_a_number_of_another_body_is_one() {
        let identity = Identity {
            siren: Some("120027016".to_owned()),
            siret: Some("35600000000048".to_owned()),
            commune: Some("1001".to_owned()),
            ..Identity::default()
        };
        let doubts = [("siret", "35600000000048"), ("code_insee_commune_siege", "1001")];
        assert_eq!(doubtful(&identity), doubts);
        assert!(doubtful(&Identity::default()).is_empty());
    }

    proptest! {
        /// Luhn's digit sees every single wrong digit.
        #[test]
        fn one_wrong_digit_is_always_seen(place in 0_usize..9, other in 0_u8..10) {
            let right = "120027016";
            let mut digits = right.as_bytes().to_vec();
            digits[place] = b'0' + other;
            let changed = String::from_utf8(digits).unwrap();
            prop_assert_eq!(is_siren(&changed), changed == right);
        }
    }
}
