//! The door: bytes from outside become domain types here or fail here, and domain types become files.

pub mod canonical;
pub mod grid_toml;
pub mod package;
pub mod sheet_json;
pub mod signature;
