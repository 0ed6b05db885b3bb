//! The floors of `tnl-jury`, ground first; each names only those above it in this list.

pub mod context;
pub mod domain;
pub mod exchange;
pub mod ledger;
pub mod publish;
pub mod speech;
pub mod store;
