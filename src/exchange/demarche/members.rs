//! What is read of an answer: an allow-list, so that agents and accounts never leave the parser.

use crate::exchange::json::Rules;

/// The members that a reading of dossiers keeps.
pub(super) const RULES: Rules = Rules {
    keep: is_kept,
    verbatim: is_verbatim,
};

/// Tells which members of objects are of use.
fn is_kept(key: &str) -> bool {
    matches!(
        key,
        "__typename"
            | "id"
            | "number"
            | "state"
            | "dateDepot"
            | "champs"
            | "demandeur"
            | "message"
            | "champDescriptors"
            | "champDescriptorId"
            | "label"
            | "stringValue"
            | "level"
            | "checked"
            | "selected"
            | "integerNumber"
            | "decimalNumber"
            | "date"
            | "datetime"
            | "value"
            | "values"
            | "primaryValue"
            | "secondaryValue"
            | "rows"
            | "files"
            | "civilite"
            | "dossier"
            | "commune"
            | "epci"
            | "departement"
            | "region"
            | "pays"
            | "address"
            | "etablissement"
            | "filename"
            | "contentType"
            | "checksum"
            | "byteSize"
            | "byteSizeBigInt"
            | "siret"
            | "entreprise"
            | "siren"
            | "raisonSociale"
            | "nomCommercial"
            | "formeJuridiqueCode"
            | "nom"
            | "prenom"
            | "name"
            | "code"
            | "cityCode"
            | "cityName"
            | "departmentCode"
            | "regionCode"
            | "hasNextPage"
            | "hasPreviousPage"
            | "startCursor"
            | "endCursor"
            | "messages"
            | "email"
            | "body"
            | "createdAt"
            | "attachments"
            | "avis"
            | "question"
            | "reponse"
            | "dateQuestion"
            | "expert"
            | "dateSuppressionParUsager"
    )
}

/// Tells which numbers keep their digits.
fn is_verbatim(key: &str) -> bool {
    matches!(
        key,
        "number" | "integerNumber" | "decimalNumber" | "byteSize" | "byteSizeBigInt"
    )
}
