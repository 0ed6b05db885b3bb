//! The floors of `tnl-jury`: `domain` at the ground; `consensus`, `reliability` and `ledger` on it; then `exchange`, `store` and
//! `publish`, which don't know each other; then `office`, which does what people do; at the roof `desk`, `plain` and
//! `commands`. A floor names only those below it; `tests/suite/floors.rs` holds the table.

pub mod commands;
pub mod consensus;
pub mod context;
pub mod demo;
pub mod desk;
pub mod domain;
pub mod exchange;
pub mod ledger;
pub mod office;
pub mod plain;
pub mod publish;
pub mod reliability;
pub mod speech;
pub mod store;
