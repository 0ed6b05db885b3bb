//! What the tests share: a shop with a temporary folder and a cleared environment, and a terminal.

pub(crate) mod pty;
pub(crate) mod shop;
