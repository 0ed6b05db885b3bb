//! What changed in a dossier between two imports, field by field.

use super::dossier::{Dossier, Identity};
use super::evidence::Evidence;
use super::prose::shortened;
use super::saying::Saying;
use std::collections::BTreeMap;

/// A part of a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The applicant's name.
    Name,
    /// What kind of body it is.
    Kind,
    /// When it was submitted.
    Submitted,
    /// An official identifier, by its name in `dossier.json`.
    Identity(&'static str),
    /// An answer, by its question as the candidate read it.
    Answer(String),
    /// A file, by its name.
    Evidence(String),
}

impl Part {
    /// Says it.
    pub fn said(&self) -> Saying {
        match self {
            Self::Name => Saying::new("imported-part-name"),
            Self::Kind => Saying::new("imported-part-kind"),
            Self::Submitted => Saying::new("imported-part-submitted"),
            Self::Identity(name) => Saying::new(match *name {
                "siren" => "imported-part-siren",
                "siret" => "imported-part-siret",
                "commune" => "imported-part-commune",
                "city" => "imported-part-city",
                "department" => "imported-part-department",
                _ => "imported-part-region",
            }),
            Self::Answer(label) => Saying::new("imported-part-answer").text("name", label),
            Self::Evidence(name) => Saying::new("imported-part-evidence").text("name", name),
        }
    }
}

impl Difference {
    /// Says it, on one line, quoting so many characters of each text.
    pub fn said(&self, most: usize) -> Saying {
        Saying::new("imported-difference")
            .said("part", self.part.said())
            .text("before", shortened(&self.before, most))
            .text("after", shortened(&self.after, most))
    }
}

/// A part that is not what it was. A part that was not there, or is there no more, is an empty text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The part.
    pub part: Part,
    /// What it said.
    pub before: String,
    /// What it says.
    pub after: String,
}

/// Compares two states of a dossier, in the order of the form. Where answers bear on is not compared: that is the
/// coordinator's doing, not the candidate's.
pub fn differences(before: &Dossier, after: &Dossier) -> Vec<Difference> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let mut found = Vec::new();
    let mut compare = |part: Part, before: String, after: String| {
        if before != after {
            found.push(Difference { part, before, after });
        }
    };
    compare(Part::Name, before.name.clone(), after.name.clone());
    compare(Part::Kind, before.kind.clone(), after.kind.clone());
    compare(
        Part::Submitted,
        text(&before.submitted_at),
        text(&after.submitted_at),
    );
    for ((name, was), (_, is)) in identifiers(&before.identity)
        .into_iter()
        .zip(identifiers(&after.identity))
    {
        compare(Part::Identity(name), text(was), text(is));
    }
    let mut was: BTreeMap<&str, &str> = texts(before).collect();
    for answer in &after.answers {
        let old = was.remove(answer.champ.as_str()).unwrap_or_default();
        compare(
            Part::Answer(answer.label.clone()),
            old.to_owned(),
            answer.text.clone(),
        );
    }
    for answer in before
        .answers
        .iter()
        .filter(|a| was.contains_key(a.champ.as_str()))
    {
        compare(
            Part::Answer(answer.label.clone()),
            answer.text.clone(),
            String::new(),
        );
    }
    files(before, after, &mut compare);
    found
}

fn texts(dossier: &Dossier) -> impl Iterator<Item = (&str, &str)> {
    dossier
        .answers
        .iter()
        .map(|a| (a.champ.as_str(), a.text.as_str()))
}

fn identifiers(identity: &Identity) -> [(&'static str, &Option<String>); 6] {
    [
        ("siren", &identity.siren),
        ("siret", &identity.siret),
        ("commune", &identity.commune),
        ("city", &identity.city),
        ("department", &identity.department),
        ("region", &identity.region),
    ]
}

/// Files of one name are compared in their order: a candidate may attach two under the same.
fn files(before: &Dossier, after: &Dossier, compare: &mut impl FnMut(Part, String, String)) {
    let mut was: BTreeMap<&str, Vec<&Evidence>> = BTreeMap::new();
    for piece in before.evidence.iter().rev() {
        was.entry(&piece.name).or_default().push(piece);
    }
    for piece in &after.evidence {
        let old = was.get_mut(piece.name.as_str()).and_then(Vec::pop);
        compare(
            Part::Evidence(piece.name.clone()),
            old.map(mark).unwrap_or_default(),
            mark(piece),
        );
    }
    for piece in was.into_values().flatten() {
        compare(Part::Evidence(piece.name.clone()), mark(piece), String::new());
    }
}

/// What tells a file from another under the same name.
fn mark(piece: &Evidence) -> String {
    match (&piece.sha256, &piece.checksum) {
        (Some(digest), _) => digest.to_string(),
        (None, Some(checksum)) => format!("md5:{checksum}"),
        (None, None) => piece.size.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dossier::{Answer, Standing, Value};
    use crate::domain::ids::{Digest, DossierId};

    fn answer(champ: &str, text: &str) -> Answer {
        Answer {
            champ: champ.to_owned(),
            question: None,
            criterion: None,
            section: None,
            label: format!("Question {champ}"),
            text: text.to_owned(),
            value: Value::Text,
        }
    }

    fn piece(name: &str, content: &str) -> Evidence {
        Evidence {
            name: name.to_owned(),
            sha256: Some(Digest::of(content.as_bytes())),
            media_type: "text/plain".to_owned(),
            size: 1,
            criteria: Vec::new(),
            question: None,
            checksum: None,
        }
    }

    fn dossier(answers: Vec<Answer>, evidence: Vec<Evidence>) -> Dossier {
        Dossier {
            id: DossierId::new("demarche-1"),
            number: "1".to_owned(),
            name: "Valbrume".to_owned(),
            kind: "commune".to_owned(),
            standing: Standing::Received,
            submitted_at: None,
            late: false,
            identity: Identity::default(),
            answers,
            evidence,
        }
    }

    #[test]
    fn each_part_that_changed_is_named_once() {
        let before = dossier(
            vec![answer("a", "un"), answer("b", "deux"), answer("c", "trois")],
            vec![piece("x.txt", "1"), piece("x.txt", "2"), piece("y.txt", "3")],
        );
        let mut after = dossier(
            vec![answer("a", "un"), answer("b", "2"), answer("d", "quatre")],
            vec![piece("x.txt", "1"), piece("x.txt", "4")],
        );
        after.identity.siren = Some("219900016".to_owned());
        let parts: Vec<Part> = differences(&before, &after).into_iter().map(|d| d.part).collect();
        assert_eq!(
            parts,
            [
                Part::Identity("siren"),
                Part::Answer("Question b".to_owned()),
                Part::Answer("Question d".to_owned()),
                Part::Answer("Question c".to_owned()),
                Part::Evidence("x.txt".to_owned()),
                Part::Evidence("y.txt".to_owned()),
            ]
        );
        assert!(differences(&before, &before).is_empty());
    }
}
