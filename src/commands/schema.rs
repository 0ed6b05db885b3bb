//! `schema`: the formats that others write for us, as JSON Schema.

use super::args::SchemaVerb;
use super::output::print;
use crate::office::DOSSIER_SCHEMA;

pub(super) fn schema(verb: SchemaVerb) {
    match verb {
        SchemaVerb::Dossier => print(DOSSIER_SCHEMA),
    }
}
