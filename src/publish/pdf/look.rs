//! How paragraphs and letters look: what `OpenDocument` styles say of it, with what they inherit (ODF 1.3, part 3, §16, §20).

use resvg::usvg::roxmltree::{Document, Node};
use std::collections::BTreeMap;

/// No style's ancestry is longer; a longer one goes in circles.
const ANCESTORS: usize = 16;
const POINTS_PER_INCH: f32 = 72.0;
const CENTIMETRES_PER_INCH: f32 = 2.54;

/// Where a line stands between its margins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Start,
    Centre,
    End,
}

/// Red, green and blue.
pub(super) type Colour = [u8; 3];

/// How a paragraph looks, and the letters in it; lengths are in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) colour: Colour,
    pub(super) align: Align,
    pub(super) above: f32,
    pub(super) below: f32,
    pub(super) left: f32,
    pub(super) right: f32,
    /// Height of a line, in heights of its letters.
    pub(super) line: f32,
    pub(super) border: Option<(f32, Colour)>,
    pub(super) padding: f32,
    pub(super) keeps_with_next: bool,
    pub(super) starts_page: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            size: 12.0,
            bold: false,
            colour: [0; 3],
            align: Align::Start,
            above: 0.0,
            below: 0.0,
            left: 0.0,
            right: 0.0,
            line: 1.0,
            border: None,
            padding: 0.0,
            keeps_with_next: false,
            starts_page: false,
        }
    }
}

impl Look {
    fn apply(&mut self, name: &str, value: &str) {
        let length = length(value);
        match name {
            "font-size" => {
                if let Some(share) = percent(value) {
                    self.size *= share;
                } else {
                    set(&mut self.size, length);
                }
            }
            "font-weight" => self.bold = matches!(value, "bold" | "600" | "700" | "800" | "900"),
            "color" => set(&mut self.colour, colour(value)),
            "text-align" => self.align = align(value),
            "margin" => {
                for side in [&mut self.above, &mut self.below, &mut self.left, &mut self.right] {
                    set(side, length);
                }
            }
            "margin-top" => set(&mut self.above, length),
            "margin-bottom" => set(&mut self.below, length),
            "margin-left" => set(&mut self.left, length),
            "margin-right" => set(&mut self.right, length),
            "line-height" => set(&mut self.line, percent(value)),
            "border" => self.border = border(value),
            "padding" => set(&mut self.padding, length),
            "keep-with-next" => self.keeps_with_next = value == "always",
            "break-before" => self.starts_page = value == "page",
            _ => {}
        }
    }
}

fn set<T>(to: &mut T, read: Option<T>) {
    if let Some(value) = read {
        *to = value;
    }
}

fn align(value: &str) -> Align {
    match value {
        "center" => Align::Centre,
        "end" | "right" => Align::End,
        _ => Align::Start,
    }
}

fn percent(value: &str) -> Option<f32> {
    let share: f32 = value.strip_suffix('%')?.parse().ok()?;
    Some(share / 100.0)
}

/// Reads a length, as points (ODF 1.3, part 3, §18.3.18).
pub(super) fn length(value: &str) -> Option<f32> {
    let unit = value.find(|c: char| c.is_ascii_alphabetic())?;
    let (number, unit) = value.split_at_checked(unit)?;
    let points = match unit {
        "pt" => 1.0,
        "cm" => POINTS_PER_INCH / CENTIMETRES_PER_INCH,
        "mm" => POINTS_PER_INCH / CENTIMETRES_PER_INCH / 10.0,
        "in" => POINTS_PER_INCH,
        "pc" => 12.0,
        "px" => 0.75,
        _ => return None,
    };
    let number: f32 = number.parse().ok()?;
    Some(number * points).filter(|length| length.is_finite())
}

fn colour(value: &str) -> Option<Colour> {
    let [_, red, green, blue] = u32::from_str_radix(value.strip_prefix('#')?, 16)
        .ok()?
        .to_be_bytes();
    Some([red, green, blue])
}

/// Reads a border: its width and its colour.
pub(super) fn border(value: &str) -> Option<(f32, Colour)> {
    let mut parts = value.split_whitespace();
    let width = length(parts.next()?)?;
    let colour = parts.find_map(colour).unwrap_or_default();
    Some((width, colour))
}

#[derive(Debug, Default)]
struct Declared {
    parent: Option<String>,
    says: Vec<(String, String)>,
}

/// The styles of a document, by their names.
#[derive(Debug, Default)]
pub(super) struct Styles {
    default: Vec<(String, String)>,
    named: BTreeMap<String, Declared>,
}

impl Styles {
    /// Takes in the styles that a part of the document declares.
    pub(super) fn read(&mut self, part: &Document<'_>) {
        let is_text = |node: &Node<'_, '_>| {
            matches!(attribute(*node, "family"), Some("paragraph" | "text" | "graphic"))
        };
        for node in part.descendants().filter(is_text) {
            match node.tag_name().name() {
                "default-style" if attribute(node, "family") == Some("paragraph") => {
                    self.default = says(node);
                }
                "style" => {
                    let declared = Declared {
                        parent: attribute(node, "parent-style-name").map(str::to_owned),
                        says: says(node),
                    };
                    let name = attribute(node, "name").unwrap_or_default();
                    self.named.insert(name.to_owned(), declared);
                }
                _ => {}
            }
        }
    }

    /// Returns how a paragraph of a style looks.
    pub(super) fn paragraph(&self, name: &str) -> Look {
        let mut look = Look::default();
        for (name, value) in &self.default {
            look.apply(name, value);
        }
        self.over(look, name)
    }

    /// Returns how letters of a style look within what is around them.
    pub(super) fn over(&self, mut look: Look, name: &str) -> Look {
        let mut ancestry: Vec<&Declared> = Vec::new();
        let mut next = self.named.get(name);
        while let Some(declared) = next.filter(|_| ancestry.len() < ANCESTORS) {
            ancestry.push(declared);
            next = declared.parent.as_ref().and_then(|parent| self.named.get(parent));
        }
        for declared in ancestry.into_iter().rev() {
            for (name, value) in &declared.says {
                look.apply(name, value);
            }
        }
        look
    }
}

fn says(style: Node<'_, '_>) -> Vec<(String, String)> {
    let properties = style.children().filter(Node::is_element);
    let attributes = properties.flat_map(|node| node.attributes().collect::<Vec<_>>());
    attributes
        .map(|attribute| (attribute.name().to_owned(), attribute.value().to_owned()))
        .collect()
}

/// Returns an attribute by its name, whatever its namespace's prefix.
pub(super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let mut attributes = node.attributes();
    attributes
        .find(|attribute| attribute.name() == name)
        .map(|attribute| attribute.value())
}
