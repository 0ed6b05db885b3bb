use super::*;
use crate::domain::grid::Grid;
use crate::domain::score::{Comment, Feedback, Mark, Scale};
use crate::domain::words::Lang;
use crate::exchange::grid_toml;
use proptest::prelude::*;
use std::sync::OnceLock;

mod edits;
mod faults;
mod laws;
mod stale;

const LONGEST: usize = 16 << 20;

fn a_grid() -> &'static Grid {
    static READ: OnceLock<Grid> = OnceLock::new();
    READ.get_or_init(|| grid_toml::read(grid_toml::built_in("tnl-2016").unwrap(), "tnl-2016").unwrap())
}

fn owner() -> Owner {
    Owner {
        campaign: "c0ffee".into(),
        juror: "agnes-lefevre".into(),
    }
}

fn wording(lang: Lang) -> Wording {
    Wording::new(lang, Scale { min: 0, max: 5 }, ToString::to_string)
}

fn score(value: i64) -> Option<Mark> {
    Scale { min: 0, max: 5 }.score(value).map(Mark::Scored)
}

fn content(mark: Option<Mark>, comment: &str, feedback: &str) -> Content {
    Content {
        mark,
        comment: Comment(comment.to_owned()),
        feedback: Feedback(feedback.to_owned()),
        citations: Vec::new(),
    }
}

fn dossier(number: &str, cells: &[(&str, Content)]) -> Held {
    Held {
        id: DossierId::new(format!("demarche-{number}")),
        number: number.to_owned(),
        name: "Fontlibre".to_owned(),
        recusal: None,
        cells: cells
            .iter()
            .map(|(code, content)| (CriterionCode::new(*code), content.clone()))
            .collect(),
        is_open: true,
        forks: BTreeSet::new(),
    }
}

/// Two dossiers: one begun, one not.
fn shelf() -> Vec<Held> {
    vec![
        dossier(
            "16001",
            &[
                ("1.1", content(score(3), "Bien.", "Publier le schéma.")),
                ("1.2", content(Some(Mark::Abstained), "", "")),
            ],
        ),
        dossier("16002", &[]),
    ]
}

fn written(held: &[Held]) -> String {
    write(&owner(), held, a_grid(), &wording(Lang::Fr))
}

fn reading(text: &str, held: &[Held]) -> Result<Plan, FormError> {
    read(text, "f.md", &owner(), a_grid(), held, LONGEST)
}

/// Replaces a part of a text that stands in it at least once, at its first place.
fn edited(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from:?} is not in:\n{text}");
    text.replacen(from, to, 1)
}

/// The changes of cells, as number, criterion, score, comment and feedback.
fn cells(plan: &Plan) -> Vec<(String, String, String, String, String)> {
    let cell = |change: &Change| match change {
        Change::Cell {
            dossier,
            criterion,
            after,
        } => Some((
            dossier.to_string(),
            criterion.to_string(),
            after.mark.map(|mark| mark.to_string()).unwrap_or_default(),
            after.comment.0.clone(),
            after.feedback.0.clone(),
        )),
        Change::Recusal { .. } => None,
    };
    plan.changes.iter().filter_map(cell).collect()
}
