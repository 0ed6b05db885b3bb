//! The floors of `tnl-jury`, ground first; each names only those above it in this list.

pub mod domain;

pub mod consensus;
