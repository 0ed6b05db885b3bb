//! What is wrong with a table, as data.

use crate::domain::saying::Saying;

/// Why a table can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableFault {
    /// None of the formats that are read.
    Format,
    /// It is cut, or contradicts itself.
    Damaged,
    /// A password protects it.
    Encrypted,
    /// It declares entities, which can grow without end.
    Entities,
    /// A member that stands twice, is a link, or shares its bytes with another.
    Member(String),
    /// Bytes that stand for no character in the encoding.
    Undecodable(&'static str),
    /// More values than headings, or fewer.
    Ragged {
        /// Values.
        found: usize,
        /// Headings.
        expected: usize,
    },
    /// A quotation that never ends.
    Unclosed,
    /// No heading at all.
    Empty,
    /// Values under no heading.
    NoHeading,
    /// The columns of the number or of the name are not found beyond doubt.
    Unmapped(Vec<&'static str>),
    /// A column that the mapping needs is not there.
    NoColumn(String),
}

impl TableFault {
    /// Names the catalogue entry with its own arguments.
    pub fn saying(&self) -> Saying {
        match self {
            Self::Format => Saying::new("table-format"),
            Self::Damaged => Saying::new("table-damaged"),
            Self::Encrypted => Saying::new("table-encrypted"),
            Self::Entities => Saying::new("table-entities"),
            Self::Member(member) => Saying::new("table-member").text("member", member),
            Self::Undecodable(name) => Saying::new("table-undecodable").text("name", name),
            Self::Ragged { found, expected } => Saying::new("table-ragged")
                .number("found", *found)
                .number("expected", *expected),
            Self::Unclosed => Saying::new("table-unclosed"),
            Self::Empty => Saying::new("table-empty"),
            Self::NoHeading => Saying::new("table-no-heading"),
            Self::Unmapped(lacking) => Saying::new("table-unmapped").text("lacking", lacking.join(", ")),
            Self::NoColumn(heading) => Saying::new("table-no-column").text("heading", heading),
        }
    }
}
