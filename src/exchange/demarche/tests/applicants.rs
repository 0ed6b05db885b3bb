//! Who applies, as each kind of applicant is told.

use super::*;

#[test]
fn the_applicant_is_named_as_the_contract_says() {
    let named = |demandeur: &str| {
        let dossier = one(&format!(
            r#"{{"number": 7, "champs": [], "demandeur": {demandeur}}}"#
        ));
        (dossier.name, dossier.kind)
    };
    let body = |rest: &str| format!(r#"{{"siret": "21990001600011", "entreprise": {{{rest}}}}}"#);
    let cases = [
        (body(r#""nomCommercial": "Fontlibre", "raisonSociale": "COMMUNE""#), "Fontlibre", "autre"),
        (body(r#""nomCommercial": "  ", "raisonSociale": "COMMUNE", "formeJuridiqueCode": "7210""#), "COMMUNE", "commune"),
        (body(r#""raisonSociale": null, "prenom": "Ada", "nom": "Lovelace""#), "Ada Lovelace", "autre"),
        (body(""), "21990001600011", "autre"),
        (r#"{"__typename": "PersonneMoraleIncomplete", "siret": "21990001600011"}"#.into(), "21990001600011", "autre"),
        (r#"{"__typename": "PersonnePhysique", "civilite": "Mme", "nom": "Bâ", "prenom": "Awa", "email": "a@b"}"#.into(), "Awa Bâ", "personne"),
        ("null".into(), "7", "autre"),
    ];
    for (demandeur, name, kind) in cases {
        assert_eq!(
            named(&demandeur),
            (name.to_owned(), kind.to_owned()),
            "{demandeur}"
        );
    }
    for (code, kind) in [
        ("7220", "departement"),
        ("7230", "region"),
        ("7346", "epci"),
        ("7354", "syndicat"),
        ("9220", "autre"),
    ] {
        assert_eq!(
            named(&body(&format!(
                r#""raisonSociale": "X", "formeJuridiqueCode": "{code}""#
            )))
            .1,
            kind
        );
    }
    let incomplete = one(r#"{"number": 7, "champs": [], "demandeur": {"siret": "21990001600011"}}"#);
    assert_eq!(incomplete.identity.siren.as_deref(), Some("219900016"));
}
