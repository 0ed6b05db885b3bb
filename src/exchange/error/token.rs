//! What was found and what was expected, as data.

use crate::domain::saying::Saying;

/// What stands at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Nothing more: the file ends.
    End,
    /// Nothing: the field is not there.
    Missing,
    /// A character.
    Character(char),
    /// A byte that is not UTF-8, and where it is, counted from 0.
    Byte(u8, usize),
    /// JSON's `null`.
    Null,
    /// A boolean.
    Bool,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
    /// That very text.
    Given(String),
}

impl Found {
    /// Says it.
    pub fn saying(&self) -> Saying {
        match self {
            Self::End => Saying::new("exchange-found-end"),
            Self::Missing => Saying::new("exchange-found-missing"),
            Self::Character(character) => {
                Saying::new("exchange-found-character").text("character", character)
            }
            Self::Byte(byte, offset) => Saying::new("exchange-found-byte")
                .text("byte", format_args!("0x{byte:02X}"))
                .number("offset", *offset),
            Self::Null => Saying::new("exchange-found-null"),
            Self::Bool => Saying::new("exchange-found-bool"),
            Self::Number => Saying::new("exchange-found-number"),
            Self::Text => Saying::new("exchange-found-text"),
            Self::List => Saying::new("exchange-found-list"),
            Self::Object => Saying::new("exchange-found-object"),
            Self::Given(text) => Saying::new("exchange-found-given").text("text", text),
        }
    }
}

/// What should stand at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// UTF-8.
    Utf8,
    /// Well-formed JSON, where nothing closer is known.
    Json,
    /// A JSON value.
    Value,
    /// A colon after a key.
    Colon,
    /// A comma, or the end of the list or object.
    CommaOrEnd,
    /// A key between quotation marks.
    Key,
    /// A number as JSON writes it.
    JsonNumber,
    /// An escape sequence that stands for a character.
    Escape,
    /// A control character written as an escape sequence.
    EscapedControl,
    /// The end of the file.
    EndOfFile,
    /// A boolean.
    Bool,
    /// A text.
    Text,
    /// Digits, as a number or a text.
    Digits,
    /// A list.
    List,
    /// An object.
    Object,
    /// An identifier of the form's question.
    ChampId,
    /// An answer of the platform, or a dossier.
    Answer,
}

impl Expected {
    /// Says it.
    pub fn saying(self) -> Saying {
        Saying::new(match self {
            Self::Utf8 => "exchange-expected-utf8",
            Self::Json => "exchange-expected-json",
            Self::Value => "exchange-expected-value",
            Self::Colon => "exchange-expected-colon",
            Self::CommaOrEnd => "exchange-expected-comma-or-end",
            Self::Key => "exchange-expected-key",
            Self::JsonNumber => "exchange-expected-json-number",
            Self::Escape => "exchange-expected-escape",
            Self::EscapedControl => "exchange-expected-escaped-control",
            Self::EndOfFile => "exchange-expected-end-of-file",
            Self::Bool => "exchange-expected-bool",
            Self::Text => "exchange-expected-text",
            Self::Digits => "exchange-expected-digits",
            Self::List => "exchange-expected-list",
            Self::Object => "exchange-expected-object",
            Self::ChampId => "exchange-expected-champ-id",
            Self::Answer => "exchange-expected-answer",
        })
    }
}

/// A bound of the budget other than a file's size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Levels of nesting.
    Depth,
    /// Members.
    Members,
    /// Bytes unpacked.
    Unpacked,
    /// Gain of compression.
    Ratio,
    /// Dossiers.
    Dossiers,
    /// Bytes of a text.
    Text,
    /// Bytes of a value that is read whole, such as a dossier.
    Value,
    /// Columns of a table.
    Columns,
    /// Cells that a table repeats.
    Repeats,
    /// Bytes of a table's cells.
    Table,
}

impl Bound {
    /// Returns the catalogue entry that says that it is passed.
    pub fn id(self) -> &'static str {
        match self {
            Self::Depth => "exchange-too-deep",
            Self::Members => "exchange-too-many-members",
            Self::Unpacked => "exchange-too-much-unpacked",
            Self::Ratio => "exchange-too-compressed",
            Self::Dossiers => "exchange-too-many-dossiers",
            Self::Text => "exchange-text-too-long",
            Self::Value => "exchange-value-too-long",
            Self::Columns => "exchange-too-many-columns",
            Self::Repeats => "exchange-too-many-repeats",
            Self::Table => "exchange-table-too-large",
        }
    }
}
