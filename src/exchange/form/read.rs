//! A form line by line, every fault listed.

use super::fault::{Faults, FormError, FormFaultKind as Kind};
use super::line::{
    Borne, FORMAT, Line, VERSION, classify, closes_remark, lines, opens_remark, remark, unescaped,
};
use super::weigh::{Plan, weigh};
use super::{Held, Owner, tag, tags};
use crate::domain::grid::Grid;
use crate::domain::ids::CriterionCode;
use crate::domain::prose::shortened;
use crate::domain::score::{Mark, Scale};
use std::collections::HashMap;

mod parts;
use parts::Part;

/// Characters of a stray text or a wrong value that a message quotes.
const QUOTED: usize = 40;

/// Something said, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said<T> {
    pub(super) line: usize,
    pub(super) value: T,
}

/// What a form says of a dossier.
#[derive(Debug, Clone)]
pub(super) struct FilledDossier {
    /// Its place among those held.
    pub(super) at: usize,
    pub(super) mark: Option<String>,
    pub(super) recusal: Option<Said<bool>>,
    pub(super) reason: Option<Said<String>>,
    pub(super) cells: Vec<FilledCell>,
}

/// What a form says of a criterion; a part that is not there says nothing.
#[derive(Debug, Clone)]
pub(super) struct FilledCell {
    pub(super) criterion: CriterionCode,
    pub(super) line: usize,
    pub(super) mark: Option<String>,
    pub(super) note: Option<Said<Option<Mark>>>,
    pub(super) comment: Option<Said<String>>,
    pub(super) feedback: Option<Said<String>>,
}

/// Reads a form against what the store holds: what it changes, and what is stale in it. Texts have at most `longest`
/// bytes each; messages call the form `file`.
///
/// # Errors
/// Every fault of the form.
pub fn read(
    text: &str,
    file: &str,
    owner: &Owner,
    grid: &Grid,
    held: &[Held],
    longest: usize,
) -> Result<Plan, FormError> {
    let mut reader = Reader::new(grid, held, longest);
    if reader.begin(text, owner) {
        for (at, line) in (1..).zip(lines(text)) {
            reader.line(at, line);
        }
        reader.end();
    }
    let Reader {
        filled, mut faults, ..
    } = reader;
    let plan = weigh(&filled, held, &mut faults);
    faults.check(file)?;
    Ok(plan)
}

/// Where the line that is read belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    /// Before any dossier.
    Start,
    Dossier,
    Cell,
    /// Under a heading that was refused: what follows is not refused once more.
    Lost,
}

struct Reader {
    scale: Scale,
    longest: usize,
    dossiers: HashMap<String, usize>,
    criteria: HashMap<String, CriterionCode>,
    /// Lines of the headings that were met, by the dossier's tag and the criterion's.
    met: HashMap<(String, String), usize>,
    tag: String,
    /// The dossier whose criteria were found under that one.
    moved: String,
    within: Within,
    part: Option<Part>,
    /// The line of a remark that is open.
    remark: Option<usize>,
    is_stray: bool,
    filled: Vec<FilledDossier>,
    faults: Faults,
}

impl Reader {
    fn new(grid: &Grid, held: &[Held], longest: usize) -> Self {
        let codes = grid.criteria().map(|criterion| &criterion.code);
        Self {
            scale: grid.scale(),
            longest,
            dossiers: tags(held).into_iter().zip(0..).collect(),
            criteria: codes.map(|code| (tag(code.as_str()), code.clone())).collect(),
            met: HashMap::new(),
            tag: String::new(),
            moved: String::new(),
            within: Within::Start,
            part: None,
            remark: None,
            is_stray: false,
            filled: Vec::new(),
            faults: Faults::default(),
        }
    }

    /// Tells whether it is a form, of this campaign and juror.
    fn begin(&mut self, text: &str, owner: &Owner) -> bool {
        let first = (1..).zip(lines(text)).find(|(_, line)| !line.trim().is_empty());
        let (line, head) = first.unwrap_or((1, ""));
        let words: Vec<&str> = remark(head).unwrap_or_default().split_whitespace().collect();
        let kind = match words.as_slice() {
            [FORMAT, VERSION, campaign, juror] => {
                if *campaign != tag(owner.campaign.as_str()) {
                    Kind::Campaign
                } else if *juror != tag(owner.juror.as_str()) {
                    Kind::Juror((*juror).to_owned())
                } else {
                    return true;
                }
            }
            [FORMAT, version, ..] if *version != VERSION => Kind::Version(quoted(version)),
            _ => Kind::NoForm,
        };
        self.faults.add(line, kind);
        false
    }

    fn line(&mut self, at: usize, line: &str) {
        if line.contains('\0') {
            self.faults.add(at, Kind::Nul);
        }
        if self.remark.is_some() {
            if closes_remark(line) {
                self.remark = None;
            }
            return;
        }
        match classify(line) {
            Line::Heading {
                is_criterion,
                tag,
                mark,
            } => {
                self.close();
                if is_criterion {
                    self.criterion(at, tag, mark);
                } else {
                    self.dossier(at, tag, mark);
                }
            }
            Line::Key(key, rest) => {
                self.close();
                let mut part = Part::new(key, at);
                part.add(rest, self.longest);
                self.part = Some(part);
            }
            Line::Text(text) => self.text(at, text),
        }
    }

    fn text(&mut self, at: usize, text: &str) {
        match &mut self.part {
            Some(part) if part.key.is_text() => part.add(unescaped(text), self.longest),
            _ if opens_remark(text) => {
                self.remark = (!closes_remark(text)).then_some(at);
            }
            _ if text.trim().is_empty() => self.is_stray = false,
            Some(part) => part.add(text, self.longest),
            None => {
                // One fault for all the lines of a paragraph.
                if !self.is_stray && self.within != Within::Lost {
                    self.faults.add(at, Kind::Stray(quoted(text)));
                }
                self.is_stray = true;
            }
        }
    }

    fn dossier(&mut self, at: usize, tag: &str, mark: Option<Borne<'_>>) {
        self.moved.clear();
        self.within = Within::Lost;
        tag.clone_into(&mut self.tag);
        let Some(place) = self.dossiers.get(tag).copied() else {
            return self.faults.add(at, Kind::Dossier(quoted(tag)));
        };
        if self.is_met(at, "") {
            return;
        }
        self.within = Within::Dossier;
        self.filled.push(FilledDossier {
            at: place,
            mark: mark.map(digest),
            recusal: None,
            reason: None,
            cells: Vec::new(),
        });
    }

    fn criterion(&mut self, at: usize, tag: &str, mark: Option<Borne<'_>>) {
        match self.within {
            Within::Start => return self.faults.add(at, Kind::NoDossier(quoted(tag))),
            // The dossier itself was refused.
            Within::Lost if !self.dossiers.contains_key(&self.tag) => return,
            Within::Lost | Within::Dossier | Within::Cell => {}
        }
        self.within = Within::Lost;
        let of = mark.and_then(|mark| mark.dossier).filter(|of| *of != self.tag);
        if let Some(of) = of {
            return self.moved(at, of);
        }
        let Some(criterion) = self.criteria.get(tag).cloned() else {
            return self.faults.add(at, Kind::Criterion(quoted(tag)));
        };
        if self.is_met(at, tag) {
            return;
        }
        if let Some(dossier) = self.filled.last_mut() {
            self.within = Within::Cell;
            dossier.cells.push(FilledCell {
                criterion,
                line: at,
                mark: mark.map(digest),
                note: None,
                comment: None,
                feedback: None,
            });
        }
    }

    /// Refuses the criteria of another dossier, once for all that follow.
    fn moved(&mut self, at: usize, of: &str) {
        if self.moved != of {
            of.clone_into(&mut self.moved);
            self.faults.add(at, Kind::Moved(quoted(of), self.tag.clone()));
        }
    }

    /// Tells whether a heading was met before; then it is refused.
    fn is_met(&mut self, at: usize, criterion: &str) -> bool {
        let heading = (self.tag.clone(), criterion.to_owned());
        let Some(first) = self.met.get(&heading).copied() else {
            self.met.insert(heading, at);
            return false;
        };
        let name = if criterion.is_empty() {
            &self.tag
        } else {
            criterion
        };
        self.faults.add(at, Kind::Twice(quoted(name), first));
        true
    }

    fn end(&mut self) {
        self.close();
        if let Some(line) = self.remark {
            self.faults.add(line, Kind::Unclosed);
        }
    }
}

fn digest(mark: Borne<'_>) -> String {
    mark.digest.to_ascii_lowercase()
}

fn quoted(text: &str) -> String {
    let start: String = text.chars().take(4 * QUOTED).collect();
    shortened(&start, QUOTED)
}
