//! What the sheets of a workbook share: their names and members, texts, styles, the day from which dates count.

use super::super::archive::Package;
use super::number::{Style, built_in, of_code};
use super::{ExchangeError, Place, SHEET, TableFault, local, push, text_within, unescaped};
use crate::exchange::budget::Budget;
use crate::exchange::error::Bound;
use crate::exchange::evidence::{Cancel, Extent, Node, Unreadable, Xml};
use std::collections::{HashMap, HashSet};

const WORKBOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";
const STYLES: &str = "xl/styles.xml";
const TEXTS: &str = "xl/sharedStrings.xml";
/// What a shared text takes in memory beside its bytes.
const TEXT: u64 = 48;

/// The shared parts.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Names of sheets and their members, in order.
    pub(super) sheets: Vec<(String, String)>,
    /// Whether dates count from 1904.
    pub(super) from_1904: bool,
    texts: Vec<String>,
    styles: Vec<Style>,
}

impl Parts {
    /// Reads them.
    pub(super) fn read(
        package: &mut Package<'_>,
        cancel: &Cancel,
        budget: &Budget,
        file: &str,
    ) -> Result<Self, ExchangeError> {
        let mut parts = Self::default();
        let mut targets = HashMap::new();
        each(package, RELATIONS, cancel, |xml| relations(xml, &mut targets))?;
        let mut named = Vec::new();
        let mut members = HashSet::new();
        each(package, WORKBOOK, cancel, |xml| {
            parts.from_1904 = workbook(xml, &mut named)?;
            Ok(())
        })?;
        for (name, id) in named {
            let Some(member) = targets
                .get(&id)
                .filter(|member| package.has(member) && members.insert(*member))
            else {
                return Err(ExchangeError::Table {
                    file: file.to_owned(),
                    at: Place::default().pointing(name),
                    fault: TableFault::Damaged,
                });
            };
            parts.sheets.push((name, member.clone()));
        }
        if package.has(STYLES) {
            each(package, STYLES, cancel, |xml| styles(xml, &mut parts.styles))?;
        }
        if package.has(TEXTS) {
            let mut long = false;
            each(package, TEXTS, cancel, |xml| {
                texts(xml, &mut parts.texts, budget, &mut long)
            })?;
            if long {
                return Err(ExchangeError::Beyond {
                    file: file.to_owned(),
                    at: Place::default().pointing(TEXTS),
                    bound: Bound::Text,
                    limit: budget.text_bytes as u64,
                });
            }
        }
        Ok(parts)
    }

    /// Returns the shared text of an index.
    pub(super) fn shared(&self, index: &str) -> Option<&str> {
        self.texts
            .get(index.trim().parse::<usize>().ok()?)
            .map(String::as_str)
    }

    /// Returns the style of an index.
    pub(super) fn style(&self, index: usize) -> Style {
        self.styles.get(index).copied().unwrap_or(Style::Plain)
    }
}

fn each(
    package: &mut Package<'_>,
    member: &str,
    cancel: &Cancel,
    read: impl FnOnce(&mut Xml<'_>) -> Result<(), Unreadable>,
) -> Result<(), ExchangeError> {
    let content = package.member(member)?;
    let done = read(&mut Xml::stream(content, SHEET, cancel));
    done.map_err(|why| package.blame(&why, member))
}

fn relations(xml: &mut Xml<'_>, targets: &mut HashMap<String, String>) -> Result<(), Unreadable> {
    loop {
        match xml.next()? {
            Node::Open(tag) if local(&tag) == "Relationship" => {
                if let (Some(id), Some(target)) = (tag.attribute("Id"), tag.attribute("Target")) {
                    let within = target.strip_prefix('/').map(str::to_owned);
                    targets.insert(id, within.unwrap_or_else(|| format!("xl/{target}")));
                }
            }
            Node::End => return Ok(()),
            Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
        }
    }
}

fn workbook(xml: &mut Xml<'_>, named: &mut Vec<(String, String)>) -> Result<bool, Unreadable> {
    let mut from_1904 = false;
    loop {
        match xml.next()? {
            Node::Open(tag) if local(&tag) == "sheet" => {
                let id = tag.attribute("r:id").or_else(|| tag.attribute("id"));
                named.push((tag.attribute("name").unwrap_or_default(), id.unwrap_or_default()));
            }
            Node::Open(tag) if local(&tag) == "workbookPr" => {
                let told = tag.attribute("date1904");
                from_1904 = told.is_some_and(|told| matches!(told.as_str(), "1" | "true"));
            }
            Node::End => return Ok(from_1904),
            Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
        }
    }
}

fn styles(xml: &mut Xml<'_>, styles: &mut Vec<Style>) -> Result<(), Unreadable> {
    let mut codes: HashMap<String, Style> = HashMap::new();
    let mut of_cells = false;
    loop {
        match xml.next()? {
            Node::Open(tag) => match local(&tag) {
                "numFmt" => {
                    if let (Some(id), Some(code)) = (tag.attribute("numFmtId"), tag.attribute("formatCode")) {
                        codes.insert(id, of_code(&code));
                    }
                }
                "cellXfs" => of_cells = true,
                "xf" if of_cells => {
                    let id = tag.attribute("numFmtId").unwrap_or_default();
                    let own = codes.get(&id).copied();
                    styles.push(own.unwrap_or_else(|| built_in(&id)));
                }
                _ => {}
            },
            Node::Close(name) if name.ends_with("cellXfs") => of_cells = false,
            Node::End => return Ok(()),
            Node::Close(_) | Node::Text(_) => {}
        }
    }
}

fn texts(
    xml: &mut Xml<'_>,
    texts: &mut Vec<String>,
    budget: &Budget,
    long: &mut bool,
) -> Result<(), Unreadable> {
    let mut held = 0_u64;
    loop {
        match xml.next()? {
            Node::Open(tag) if local(&tag) == "si" => {
                let text = words(xml)?;
                *long |= text.len() > budget.text_bytes;
                held = held.saturating_add(text.len() as u64 + TEXT);
                if held > budget.table_bytes {
                    return Err(Unreadable::TooLarge {
                        extent: Extent::Unpacked,
                        limit: budget.table_bytes,
                    });
                }
                texts.push(text);
            }
            Node::End => return Ok(()),
            Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
        }
    }
}

/// Reads the text of a run of words; how they are pronounced is no part of it.
pub(super) fn words(xml: &mut Xml<'_>) -> Result<String, Unreadable> {
    let outside = xml.depth().saturating_sub(1);
    let mut text = String::new();
    while xml.depth() > outside {
        match xml.next()? {
            Node::Open(tag) if local(&tag) == "t" => push(&mut text, &text_within(xml, |_| true)?)?,
            Node::Open(tag) if local(&tag) == "rPh" => xml.skip()?,
            Node::End => break,
            Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
        }
    }
    Ok(unescaped(text))
}
