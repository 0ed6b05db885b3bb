//! How jurors' writings come together: a join of version vectors that loses nothing and invents nothing, the verdict
//! on each sheet, and the chained journal. Knows `domain` alone.
#![warn(clippy::wildcard_enum_match_arm)]

pub mod ballot;
pub mod journal;
pub mod merge;
pub mod verdict;
pub mod versions;
