//! The text form: a juror's whole sheet as one Markdown file, to be edited in one's own editor and read back (FORMATS.md,
//! *Text form*). Each part bears a short digest of what stood there when it was written: what changed in the store since
//! is shown, never overwritten. A part that the juror takes out of the file says nothing, and changes nothing.
//!
//! Private notes are left out. The file lies outside the store, may be synchronised or sent along by mistake, and a note
//! never leaves the store; citations stay where they are too, for they are chosen in the evidence.
//!
//! Parts are compared by what is read in them: ends of lines, spaces at their ends and blank lines are an editor's, and
//! make no change by themselves.

mod fault;
mod line;
mod read;
mod stale;
mod weigh;
mod words;
mod write;

#[cfg(test)]
mod tests;

pub use fault::{FormError, FormFault, FormFaultKind};
pub use read::read;
pub use stale::{Side, Stale};
pub use weigh::{Change, Plan};
pub use words::Wording;
pub use write::write;

use crate::domain::ids::{CampaignId, CriterionCode, Digest, DossierId, JurorId};
use crate::domain::sheet::{Content, Recusal};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;

/// Most bytes of a form: the sheet of two thousand dossiers.
pub const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// Whose form it is, of which campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The campaign.
    pub campaign: CampaignId,
    /// The juror.
    pub juror: JurorId,
}

/// What the store holds of a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The dossier.
    pub id: DossierId,
    /// The platform's number.
    pub number: String,
    /// The applicant.
    pub name: String,
    /// The juror's recusal.
    pub recusal: Recusal,
    /// The juror's cells.
    pub cells: BTreeMap<CriterionCode, Content>,
    /// Whether it is the juror's to fill in: given by the last package, and in the running.
    pub is_open: bool,
    /// The cells of which two devices wrote different versions; the first of them stands in `cells`.
    pub forks: BTreeSet<CriterionCode>,
}

impl Held {
    fn cell(&self, criterion: &CriterionCode) -> Content {
        self.cells.get(criterion).cloned().unwrap_or_default()
    }
}

/// Returns the word by which the form names something: a name that no editor breaks and no line ends.
fn tag(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    let tag: String = name.chars().map(|c| if plain(c) { c } else { '_' }).collect();
    if tag.is_empty() { "_".to_owned() } else { tag }
}

/// Returns the tags of dossiers: their numbers, or their identifiers where two bear one number.
fn tags(held: &[Held]) -> Vec<String> {
    let mut count: HashMap<String, usize> = HashMap::new();
    for dossier in held {
        *count.entry(tag(&dossier.number)).or_default() += 1;
    }
    let of = |dossier: &Held| {
        let number = tag(&dossier.number);
        let is_alone = count.get(&number) == Some(&1);
        if is_alone {
            number
        } else {
            tag(dossier.id.as_str())
        }
    };
    held.iter().map(of).collect()
}

/// Digits of a digest that a form bears.
const MARK: usize = 12;

/// Returns the mark of a cell as it is read.
fn mark_of_cell(content: &Content) -> String {
    let score = content.mark.map(|mark| mark.to_string()).unwrap_or_default();
    mark(&[&score, &content.comment.0, &content.feedback.0])
}

/// Returns the mark of a recusal as it is read.
fn mark_of_recusal(recusal: &Recusal) -> String {
    match recusal {
        Some(reason) => mark(&["recused", reason]),
        None => mark(&["here"]),
    }
}

fn mark(parts: &[&str]) -> String {
    // Lengths keep two parts from passing for one.
    let whole = parts.iter().fold(String::new(), |mut whole, part| {
        let part = line::as_read(part);
        let _ = write!(whole, "{} {part}", part.len());
        whole
    });
    let digest = Digest::of(whole.as_bytes());
    digest.hex().get(..MARK).unwrap_or_default().to_owned()
}
