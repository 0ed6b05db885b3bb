//! XML as a flat run of tags and texts. Nothing is expanded but characters and the five entities of XML itself; a
//! document that declares entities of its own is refused.

use super::{Cancel, Extent, Format, Trick, Unreadable};
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::borrow::Cow;
use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

/// How many events pass between two looks at the flag.
const STRIDE: u32 = 512;

/// The longest declaration of entities that is believed harmless.
pub(super) const DECLARED: usize = 4096;

/// The longest text, tag or comment that is read, in bytes: a reader holds each of them whole.
pub(in crate::exchange) const MOST_TEXT: usize = 17 << 20;

/// Tags within tags, far beyond what any program writes: a reader remembers the name of each.
const DEEPEST: usize = 100_000;

/// Makes the refusal of a longer one.
pub(in crate::exchange) fn too_long() -> Unreadable {
    Unreadable::TooLarge {
        extent: Extent::Unpacked,
        limit: MOST_TEXT as u64,
    }
}

/// A source that ends with an error where one step takes too much of it.
struct Bounded<'x> {
    inner: Box<dyn BufRead + 'x>,
    taken: Rc<Cell<usize>>,
}

impl Read for Bounded<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(into)?;
        self.taken.set(self.taken.get().saturating_add(count));
        Ok(count)
    }
}

impl BufRead for Bounded<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.taken.get() > MOST_TEXT {
            return Err(io::Error::other("beyond the budget"));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.taken.set(self.taken.get().saturating_add(count));
        self.inner.consume(count);
    }
}

/// One step through a document.
pub(in crate::exchange) enum Node<'x> {
    /// A tag opens.
    Open(Tag<'x>),
    /// A tag closes.
    Close(String),
    /// A stretch of text.
    Text(String),
    /// The document is over.
    End,
}

/// A tag with its attributes.
pub(in crate::exchange) struct Tag<'x>(BytesStart<'x>);

/// A document being read.
pub(in crate::exchange) struct Xml<'x> {
    reader: Reader<Bounded<'x>>,
    taken: Rc<Cell<usize>>,
    buffer: Vec<u8>,
    cancel: &'x Cancel,
    format: Format,
    depth: usize,
    events: u32,
}

impl<'x> Xml<'x> {
    pub(super) fn new(text: &'x str, format: Format, cancel: &'x Cancel) -> Self {
        Self::stream(Box::new(text.as_bytes()), format, cancel)
    }

    /// Reads a document as it comes, so that it never stands in memory whole.
    pub(in crate::exchange) fn stream(
        source: Box<dyn BufRead + 'x>,
        format: Format,
        cancel: &'x Cancel,
    ) -> Self {
        let taken = Rc::new(Cell::new(0));
        let mut reader = Reader::from_reader(Bounded {
            inner: source,
            taken: Rc::clone(&taken),
        });
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            taken,
            buffer: Vec::new(),
            cancel,
            format,
            depth: 0,
            events: 0,
        }
    }

    /// Tells how many tags are open.
    pub(in crate::exchange) fn depth(&self) -> usize {
        self.depth
    }

    /// Takes the next step.
    pub(in crate::exchange) fn next(&mut self) -> Result<Node<'static>, Unreadable> {
        loop {
            self.events = self.events.wrapping_add(1);
            if self.events.is_multiple_of(STRIDE) {
                self.cancel.check()?;
            }
            let malformed = Unreadable::Malformed { format: self.format };
            self.buffer.clear();
            self.taken.set(0);
            let event = self.reader.read_event_into(&mut self.buffer);
            let failed = |_| {
                if self.taken.get() > MOST_TEXT {
                    return too_long();
                }
                malformed.clone()
            };
            match event.map_err(failed)? {
                Event::Start(tag) | Event::Empty(tag) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(malformed);
                    }
                    return Ok(Node::Open(Tag(tag.into_owned())));
                }
                Event::End(tag) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Node::Close(tag.name().as_ref().to_owned()));
                }
                Event::Text(text) => return Ok(Node::Text(text.xml10_content().into_owned())),
                Event::CData(text) => return Ok(Node::Text(text.xml10_content().into_owned())),
                Event::GeneralRef(reference) => return Ok(Node::Text(resolved(&reference))),
                Event::DocType(text) if !is_harmless(&text) => {
                    return Err(Unreadable::Hostile {
                        trick: Trick::Entities,
                    });
                }
                Event::Eof if self.depth > 0 => return Err(malformed),
                Event::Eof => return Ok(Node::End),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
    }

    /// Passes over what is left of a tag that just opened.
    pub(in crate::exchange) fn skip(&mut self) -> Result<(), Unreadable> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if matches!(self.next()?, Node::End) {
                break;
            }
        }
        Ok(())
    }
}

impl Tag<'_> {
    pub(in crate::exchange) fn name(&self) -> &str {
        self.0.name().into_inner()
    }

    /// Returns an attribute, by its whole name.
    pub(in crate::exchange) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.as_ref() == name)?;
        // A value that names an unknown entity stays as it is written.
        let value = found.normalized_value(XmlVersion::Implicit1_0);
        Some(value.map_or_else(|_| found.value.to_string(), Cow::into_owned))
    }

    /// Returns an attribute that counts, held to a bound; one that is missing or unreadable counts one.
    pub(in crate::exchange) fn count(&self, name: &str, most: usize) -> usize {
        self.attribute(name)
            .and_then(|value| value.trim().parse().ok())
            .unwrap_or(1_usize)
            .clamp(1, most)
    }
}

/// Tells whether a declaration gives names to short texts at most, as programs for drawing do: no entity holds another,
/// or a file.
fn is_harmless(declaration: &str) -> bool {
    let declaration = declaration.to_ascii_uppercase();
    let inside = declaration.split_once('[').map_or("", |(_, inside)| inside);
    let is_plain = !inside.contains(['&', '%']) && !inside.contains("SYSTEM") && !inside.contains("PUBLIC");
    !inside.contains("<!ENTITY") || (is_plain && inside.len() <= DECLARED)
}

/// A reference to an entity that nobody declared stays as it is written.
fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let name = reference.xml10_content();
    resolve_xml_entity(&name).map_or_else(|| format!("&{name};"), str::to_owned)
}
