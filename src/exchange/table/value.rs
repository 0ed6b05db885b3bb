//! The typed value of a cell, where its type is certain; numbers stay text, as received.

use super::names::Family;
use super::sheet::{Cell, Kind};
use crate::domain::dossier::Value;
use crate::exchange::demarche::{is_date, is_datetime};
use serde::Deserialize;

/// Returns the value of a cell and its text.
pub(super) fn of(cell: &Cell, family: Family, files: bool) -> (Value, String) {
    let text = || cell.text.clone();
    let words = cell.text.trim();
    if words.is_empty() {
        return (Value::Blank, String::new());
    }
    if files && let Some(names) = files_of(words, family) {
        let shown = names.join("\n");
        return (Value::Files(names), shown);
    }
    match (cell.kind, words, family) {
        (Kind::Date, ..) => (Value::Date(words.to_owned()), text()),
        (Kind::Bool(yes), ..) => said(yes),
        // The platform's words for a box, ticked or not: it can't tell one that was not ticked from a blank one.
        (_, "on", Family::Platform) => said(true),
        (_, "off", Family::Platform) => (Value::Blank, String::new()),
        (_, "Y", Family::Survey) | (_, "Oui", _) => (Value::Bool(true), text()),
        (_, "N", Family::Survey) | (_, "Non", _) => (Value::Bool(false), text()),
        _ if is_date(words) => (Value::Date(words.to_owned()), text()),
        _ if is_datetime(words) => (Value::Datetime(words.to_owned()), text()),
        _ => (Value::Text, text()),
    }
}

fn said(yes: bool) -> (Value, String) {
    let text = if yes { "Oui" } else { "Non" };
    (Value::Bool(yes), text.to_owned())
}

/// Tells whether the cells of a column are names of files: all that hold anything, and at least one.
pub(super) fn are_files<'c>(cells: impl Iterator<Item = &'c Cell>, family: Family) -> bool {
    let mut any = false;
    for cell in cells.filter(|cell| !cell.is_blank()) {
        if files_of(cell.text.trim(), family).is_none() {
            return false;
        }
        any = true;
    }
    any
}

fn files_of(text: &str, family: Family) -> Option<Vec<String>> {
    match family {
        Family::Platform | Family::Any => listed(text),
        Family::Survey => uploaded(text),
    }
}

/// The platform joins names by a comma, which a name may hold too: a name ends with its ending.
fn listed(text: &str) -> Option<Vec<String>> {
    let mut names = Vec::new();
    let mut open = String::new();
    for part in text.split(", ") {
        if !open.is_empty() {
            open.push_str(", ");
        }
        open.push_str(part);
        if is_file(&open) {
            names.push(std::mem::take(&mut open));
        }
    }
    (open.is_empty() && !names.is_empty()).then_some(names)
}

fn is_file(name: &str) -> bool {
    const ENDINGS: [&str; 36] = [
        "pdf", "odt", "ods", "odp", "odg", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "csv", "txt", "md",
        "rtf", "html", "htm", "xml", "json", "png", "jpg", "jpeg", "gif", "webp", "svg", "tif", "tiff",
        "bmp", "zip", "7z", "tar", "gz", "mp4", "epub", "geojson", "eml",
    ];
    let Some((stem, ending)) = name.rsplit_once('.') else {
        return false;
    };
    let ending = ending.to_ascii_lowercase();
    !stem.trim().is_empty() && !name.contains('\n') && ENDINGS.contains(&ending.as_str())
}

/// One file of LimeSurvey's list; `filename` is the name under which the server keeps it.
#[derive(Deserialize)]
struct Uploaded {
    name: String,
    filename: String,
}

fn uploaded(text: &str) -> Option<Vec<String>> {
    let list: Vec<Uploaded> = text.starts_with('[').then(|| serde_json::from_str(text).ok())??;
    let names = list.into_iter().map(|file| {
        if file.name.trim().is_empty() {
            file.filename
        } else {
            file.name
        }
    });
    Some(names.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_certain_has_a_type() {
        let cases = [
            ("Oui", Family::Any, Value::Bool(true)),
            ("oui, en partie", Family::Any, Value::Text),
            ("Y", Family::Any, Value::Text),
            ("N", Family::Survey, Value::Bool(false)),
            ("off", Family::Platform, Value::Blank),
            ("2026-02-30", Family::Any, Value::Text),
            ("2026-02-28", Family::Any, Value::Date("2026-02-28".to_owned())),
            ("12,50", Family::Any, Value::Text),
            ("=1+1", Family::Any, Value::Text),
            (" ", Family::Any, Value::Blank),
        ];
        for (text, family, value) in cases {
            assert_eq!(of(&Cell::of(text), family, false).0, value, "{text}");
        }
    }

    #[test]
    fn names_of_files_are_told_apart_though_they_hold_commas() {
        let names = listed("plan, annexe 2.pdf, Délibération.ODT").unwrap();
        assert_eq!(names, ["plan, annexe 2.pdf", "Délibération.ODT"]);
        assert_eq!(listed("voir le plan.pdf, page 3"), None);
        assert_eq!(listed(".pdf"), None);
        let list = r#"[{"title":"","comment":"","size":12.5,"name":"a.pdf","filename":"fu_x","ext":"pdf"}]"#;
        assert_eq!(uploaded(list).unwrap(), ["a.pdf"]);
        assert_eq!(uploaded("[1]"), None);
    }
}
