//! The desk without a terminal: what it shows, what keys do, and that nothing makes it fall.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests may"
)]

mod advice;
mod changes;
mod comfort;
mod desk;
mod drafts;
mod evidence;
mod finding;
mod former;
mod forms;
mod intake;
mod jury;
mod keymaps;
mod marks;
mod outsiders;
mod places;
mod publication;
mod sheets;
mod shots;
mod sitting;
mod themes;
mod wild;
