//! The field's own words as types. Knows no file, no SQL, no terminal.
#![warn(clippy::wildcard_enum_match_arm)]

pub mod acquaintance;
pub mod assignment;
pub mod campaign;
pub mod clock;
pub mod correspondence;
pub mod decision;
pub mod difference;
pub mod dossier;
pub mod evidence;
pub mod former;
pub mod grid;
pub mod identifiers;
pub mod ids;
pub mod juror;
pub mod mapping;
pub mod moment;
pub mod motion;
pub mod panel;
pub mod prose;
pub mod ratio;
pub mod role;
pub mod saying;
pub mod score;
pub mod sheet;
pub mod sitting;
pub mod territory;
pub mod text;
pub mod words;
