//! The door: outsiders' bytes become the domain's types here, or are refused with their place; and the domain's types
//! become files. Bounded, all or nothing, and without a word of any language (`speech` has the words).

pub mod bag;
pub mod budget;
pub mod canonical;
mod delimited;
pub mod demarche;
pub mod error;
pub mod evidence;
pub mod evidence_files;
pub mod form;
pub mod former_csv;
pub mod grid_toml;
pub mod intake;
pub mod json;
pub mod mapping;
pub mod package;
pub mod place;
pub mod propose;
pub mod ratings;
pub mod receipt;
pub mod receive;
pub mod seal;
pub mod sheet_json;
pub mod signature;
pub mod table;
pub mod territories;
pub mod watch;
