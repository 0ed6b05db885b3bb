//! One question of the form as the candidate answered it. What is missing or of an unknown type falls back to the
//! platform's `stringValue`: nothing that a candidate wrote is lost.

use super::mapping::Form;
use super::value::{self, Typed};
use crate::domain::dossier::{Answer, Value};
use crate::domain::evidence::Evidence;
use crate::domain::saying::Saying;
use crate::exchange::error::{Expected, Found};
use crate::exchange::intake::Warning;
use crate::exchange::json::{Node, Shape};

/// A piece of evidence and the question that it was attached to, with the group that holds that question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) champ: String,
    pub(super) within: Option<String>,
    pub(super) evidence: Evidence,
}

/// What the answers of one dossier give.
#[derive(Debug)]
pub(super) struct Gather<'a, 'g> {
    /// The form's questions.
    pub(super) form: &'a mut Form<'g>,
    /// The file.
    pub(super) source: &'a str,
    /// The pointer to the dossier.
    pub(super) at: &'a str,
    /// Files attached, in the form's order.
    pub(super) pieces: Vec<Piece>,
    /// Types that nobody knows.
    pub(super) warnings: Vec<Warning>,
}

impl Gather<'_, '_> {
    /// Reads a dossier's answers in the form's order; sections name those that follow them.
    pub(super) fn answers(&mut self, dossier: &Node<'_>) -> Result<Vec<Answer>, Shape> {
        let mut sections = Vec::new();
        let answers = dossier.each("champs", |index, champ| {
            if champ.text("__typename")? == Some("HeaderSectionChamp") {
                open_section(&mut sections, champ)?;
                return Ok(None);
            }
            let answer = self.answer(champ, None, index)?;
            Ok(answer.map(|answer| Answer {
                section: (!sections.is_empty()).then(|| section_path(&sections)),
                ..answer
            }))
        })?;
        Ok(answers.into_iter().flatten().collect())
    }

    /// Reads an answer, within the dossier's champ of that index; headings and explanations are none.
    fn answer(
        &mut self,
        champ: &Node<'_>,
        within: Option<&str>,
        index: usize,
    ) -> Result<Option<Answer>, Shape> {
        let kind = champ.text("__typename")?.unwrap_or_default();
        if matches!(kind, "HeaderSectionChamp" | "ExplicationChamp") {
            return Ok(None);
        }
        let id = identifier(champ)?;
        let label = champ
            .words("label")?
            .or(self.form.label(id))
            .unwrap_or_default()
            .to_owned();
        if !self.form.has(id) {
            let at = format!("{}/champs/{index}", self.at);
            if !value::is_known(kind) {
                self.warn_of(kind, &label, &at);
            }
            self.form.meet(id, &label, within, self.source, at);
        }
        let string = champ.text("stringValue")?.unwrap_or_default();
        let typed = match kind {
            "RepetitionChamp" => self.rows(champ, id, index)?,
            "PieceJustificativeChamp" => self.files(champ, id, within)?,
            _ => value::read(champ, kind, string)?,
        };
        let (value, text) = typed.unwrap_or_else(|| untyped(string)).with_text(string);
        Ok(Some(Answer {
            champ: id.to_owned(),
            question: None,
            criterion: None,
            section: None,
            label,
            text,
            value,
        }))
    }

    fn rows(&mut self, champ: &Node<'_>, id: &str, index: usize) -> Result<Option<Typed>, Shape> {
        let rows = champ.each("rows", |_, row| {
            let answers = row.each("champs", |_, inner| self.answer(inner, Some(id), index))?;
            Ok(answers.into_iter().flatten().collect::<Vec<_>>())
        })?;
        let mut lines: Vec<_> = rows.iter().map(|row| row_line(row)).collect();
        lines.retain(|line| !line.is_empty());
        Ok((!lines.is_empty()).then(|| Typed::shown(Value::Rows(rows), lines.join("\n"))))
    }

    fn files(&mut self, champ: &Node<'_>, id: &str, within: Option<&str>) -> Result<Option<Typed>, Shape> {
        let files = champ.each("files", |_, node| file(node))?;
        let names: Vec<_> = files.iter().map(|file| file.name.clone()).collect();
        self.pieces.extend(files.into_iter().map(|evidence| Piece {
            champ: id.to_owned(),
            within: within.map(str::to_owned),
            evidence,
        }));
        let text = names.join("\n");
        Ok((!names.is_empty()).then(|| Typed::shown(Value::Files(names), text)))
    }

    fn warn_of(&mut self, kind: &str, label: &str, at: &str) {
        self.warnings.push(Warning {
            source: self.source.to_owned(),
            at: at.to_owned(),
            what: Saying::new("exchange-warning-unknown-type")
                .text("type", kind)
                .text("label", label),
        });
    }
}

/// The stable identifier; older versions of the platform call it `id`.
fn identifier<'n>(champ: &'n Node<'_>) -> Result<&'n str, Shape> {
    let id = champ.words("champDescriptorId")?.or(champ.words("id")?);
    id.ok_or_else(|| {
        Shape::here(Expected::ChampId)
            .found(Found::Missing)
            .under("champDescriptorId")
    })
}

fn untyped(string: &str) -> Typed {
    Typed::plain(if string.is_empty() {
        Value::Blank
    } else {
        Value::Text
    })
}

/// A section closes those of its own level and below.
fn open_section(sections: &mut Vec<(i64, String)>, header: &Node<'_>) -> Result<(), Shape> {
    let level = header
        .digits("level")?
        .and_then(|level| level.parse().ok())
        .unwrap_or(1);
    sections.retain(|(outer, _)| *outer < level);
    if let Some(label) = header.words("label")? {
        sections.push((level, label.to_owned()));
    }
    Ok(())
}

fn section_path(sections: &[(i64, String)]) -> String {
    let labels: Vec<_> = sections.iter().map(|(_, label)| label.as_str()).collect();
    labels.join(" › ")
}

/// One line a row: what the candidate wrote under each label, blanks left out.
fn row_line(row: &[Answer]) -> String {
    let given = row.iter().filter(|answer| answer.is_given());
    let parts: Vec<_> = given
        .map(|answer| {
            let text = answer.text.split_whitespace().collect::<Vec<_>>().join(" ");
            format!("{}\u{a0}: {text}", answer.label)
        })
        .collect();
    parts.join("\u{a0}; ")
}

fn file(node: &Node<'_>) -> Result<Evidence, Shape> {
    let size = match node.digits("byteSize")? {
        Some(size) => Some(size),
        None => node.digits("byteSizeBigInt")?,
    };
    Ok(Evidence {
        name: node.text("filename")?.unwrap_or_default().to_owned(),
        sha256: None,
        media_type: node
            .words("contentType")?
            .unwrap_or("application/octet-stream")
            .to_owned(),
        size: size.and_then(|size| size.parse().ok()).unwrap_or_default(),
        criteria: Vec::new(),
        question: None,
        checksum: node.words("checksum")?.map(str::to_owned),
    })
}
