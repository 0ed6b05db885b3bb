//! The full-screen program. A loop in the manner of Elm: a message changes the model and asks for effects, a pure
//! function draws the model; the store is reached through a thread of its own.

pub mod action;
pub mod ascii;
pub mod comfort;
pub mod effect;
pub mod hints;
pub mod keymap;
pub mod layout;
mod listen;
pub mod look;
mod lookout;
pub mod message;
pub mod model;
pub mod now;
mod outside;
pub mod overlays;
pub mod pictures;
pub mod reader;
mod run;
pub mod screens;
pub mod settings;
pub mod snippets;
pub mod theme;
pub mod update;
pub mod view;
pub mod widgets;
pub mod worker;

pub use run::{Start, run};
pub use settings::Wishes;
pub use update::Place;
