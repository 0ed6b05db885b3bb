//! `grid.toml` in, a checked [`Grid`] out, every fault listed. The digest is that of the canonical JSON of what was
//! read, so that comments, spaces and the order of keys don't change it.

use super::canonical;
use crate::domain::grid::{Axis, Criterion, Fault, Grid, GridDraft, Level, Mention, Question};
use crate::domain::ids::{AxisCode, CriterionCode, Digest, LevelCode, QuestionId};
use crate::domain::ratio::Ratio;
use crate::domain::saying::Saying;
use crate::domain::score::Scale;
use crate::domain::words::Words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A grid that can't be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.saying())]
pub enum GridError {
    /// Not TOML of a grid's shape.
    Malformed {
        /// The file or name that was asked for.
        source_name: String,
        /// Line, from 1.
        line: usize,
        /// What the reader says.
        found: String,
    },
    /// A grid's shape with faults in it.
    Faults {
        /// The file or name that was asked for.
        source_name: String,
        /// All of them.
        faults: Vec<Fault>,
    },
}

impl GridError {
    /// Says what is wrong; the faults follow one by one in [`GridError::faults`].
    pub fn saying(&self) -> Saying {
        match self {
            Self::Malformed {
                source_name,
                line,
                found,
            } => Saying::new("grid-malformed")
                .text("file", source_name)
                .number("line", *line)
                .text("found", found),
            Self::Faults { source_name, faults } => Saying::new("grid-faults")
                .text("file", source_name)
                .number("count", faults.len()),
        }
    }

    /// Returns each fault.
    pub fn faults(&self) -> &[Fault] {
        match self {
            Self::Malformed { .. } => &[],
            Self::Faults { faults, .. } => faults,
        }
    }
}

const BUILT_IN: [(&str, &str); 3] = [
    ("tnl-2016", include_str!("../../fixtures/grids/tnl-2016.toml")),
    ("tnl-2024", include_str!("../../fixtures/grids/tnl-2024.toml")),
    ("tnl-2025", include_str!("../../fixtures/grids/tnl-2025.toml")),
];

/// Returns the text of a built-in grid.
pub fn built_in(name: &str) -> Option<&'static str> {
    BUILT_IN.iter().find(|(id, _)| *id == name).map(|(_, text)| *text)
}

/// Returns the names of the built-in grids.
pub fn built_in_names() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|(id, _)| *id)
}

/// Reads a grid.
///
/// # Errors
/// The line of a syntax error, or every fault of the grid.
pub fn read(text: &str, source_name: &str) -> Result<Grid, GridError> {
    let malformed = |line, found: String| GridError::Malformed {
        source_name: source_name.to_owned(),
        line,
        found,
    };
    let wire: Wire = toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let line = text
            .get(..start)
            .map_or(1, |before| before.matches('\n').count() + 1);
        malformed(line, error.message().to_owned())
    })?;
    let canonical = canonical::bytes(&wire).ok_or_else(|| malformed(1, String::new()))?;
    Grid::new(wire.into_draft(), Digest::of(&canonical)).map_err(|faults| GridError::Faults {
        source_name: source_name.to_owned(),
        faults,
    })
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire {
    id: String,
    name: Words,
    official: bool,
    scale: Scale,
    #[serde(default = "default_quorum")]
    quorum: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    sitting_quorum: Option<u32>,
    #[serde(default)]
    roles: WireRoles,
    #[serde(default)]
    levels: Vec<WireLevel>,
    #[serde(default)]
    mentions: Vec<WireMention>,
    #[serde(default)]
    axes: Vec<WireAxis>,
    #[serde(default)]
    questions: Vec<WireQuestion>,
}

/// RULES.md §1: three grades at least.
fn default_quorum() -> u32 {
    3
}

fn one() -> u32 {
    1
}

fn label() -> String {
    "label".to_owned()
}

#[derive(Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct WireRoles {
    jury: Words,
    committee: Words,
}

impl Default for WireRoles {
    fn default() -> Self {
        let words = |fr: &str, en: &str| Words {
            fr: fr.to_owned(),
            en: Some(en.to_owned()),
        };
        Self {
            jury: words("Jury", "Jury"),
            committee: words("Comité d’orientation", "Steering committee"),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireLevel {
    code: String,
    name: Words,
    #[serde(default)]
    symbol: String,
    #[serde(default = "label")]
    scheme: String,
    rank: u32,
    threshold: Share,
    #[serde(default)]
    floors: BTreeMap<String, Share>,
}

/// An exact fraction, written `"3/5"`.
struct Share(Ratio);

impl Serialize for Share {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&self.0.to_string())
    }
}

impl<'de> Deserialize<'de> for Share {
    fn deserialize<D: serde::Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        Ratio::parse(&text).map(Self).ok_or_else(|| {
            serde::de::Error::custom(format!("{text:?} is not an exact fraction such as \"3/5\""))
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireMention {
    code: String,
    name: Words,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireAxis {
    code: String,
    name: Words,
    #[serde(default = "one")]
    weight: u32,
    #[serde(default)]
    criteria: Vec<WireCriterion>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireCriterion {
    code: String,
    name: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    short: Option<Words>,
    #[serde(default = "one")]
    weight: u32,
    #[serde(default)]
    descriptors: Vec<Words>,
    #[serde(default)]
    guidance: Words,
    #[serde(default)]
    questions: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireQuestion {
    id: String,
    text: Words,
    #[serde(default)]
    aliases: Vec<String>,
}

impl Wire {
    fn into_draft(self) -> GridDraft {
        GridDraft {
            id: self.id,
            name: self.name,
            official: self.official,
            scale: self.scale,
            quorum: self.quorum,
            sitting_quorum: self.sitting_quorum,
            jury: self.roles.jury,
            committee: self.roles.committee,
            levels: self.levels.into_iter().map(WireLevel::into_level).collect(),
            mentions: self
                .mentions
                .into_iter()
                .map(|m| Mention {
                    code: m.code,
                    name: m.name,
                })
                .collect(),
            axes: self.axes.into_iter().map(WireAxis::into_axis).collect(),
            questions: self
                .questions
                .into_iter()
                .map(|q| Question {
                    id: QuestionId::new(q.id),
                    text: q.text,
                    aliases: q.aliases,
                })
                .collect(),
        }
    }
}

impl WireLevel {
    fn into_level(self) -> Level {
        Level {
            code: LevelCode::new(self.code),
            name: self.name,
            symbol: self.symbol,
            scheme: self.scheme,
            rank: self.rank,
            threshold: self.threshold.0,
            floors: self
                .floors
                .into_iter()
                .map(|(axis, share)| (AxisCode::new(axis), share.0))
                .collect(),
        }
    }
}

impl WireAxis {
    fn into_axis(self) -> Axis {
        let criteria = self.criteria.into_iter().map(|c| Criterion {
            short: c.short.unwrap_or_else(|| c.name.clone()),
            code: CriterionCode::new(c.code),
            name: c.name,
            weight: c.weight,
            descriptors: c.descriptors,
            guidance: c.guidance,
            questions: c.questions.into_iter().map(QuestionId::new).collect(),
        });
        Axis {
            code: AxisCode::new(self.code),
            name: self.name,
            weight: self.weight,
            criteria: criteria.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_grid_is_sound_and_unofficial() {
        for name in built_in_names() {
            let grid =
                read(built_in(name).unwrap(), name).unwrap_or_else(|e| panic!("{name}: {:?}", e.faults()));
            assert_eq!(grid.id(), name);
            assert!(!grid.official());
        }
        let grid = read(built_in("tnl-2016").unwrap(), "tnl-2016").unwrap();
        assert_eq!(
            (grid.axes().len(), grid.criteria().count(), grid.levels().len()),
            (4, 12, 5)
        );
    }

    #[test]
    fn three_faults_are_all_listed_with_their_places() {
        let text = r#"
id = "x"
name = "X"
official = false
scale = { min = 0, max = 1 }
levels = [{ code = "1", name = "Un", rank = 1, threshold = "1/2", floors = { "9" = "1/2" } }]
[[axes]]
code = "1"
name = "Axe"
[[axes.criteria]]
code = "1.1"
name = "Critère"
descriptors = ["zéro"]
questions = ["q-inconnue"]
"#;
        let error = read(text, "x.toml").unwrap_err();
        let places: Vec<&str> = error.faults().iter().map(|fault| fault.at.as_str()).collect();
        assert_eq!(
            places,
            [
                "levels[0].floors.9",
                "axes[0].criteria[0].descriptors",
                "axes[0].criteria[0].questions[0]"
            ]
        );
    }

    #[test]
    fn a_syntax_error_names_its_line() {
        let error = read("id = \"x\"\nname = ", "x.toml").unwrap_err();
        assert!(matches!(error, GridError::Malformed { line: 2, .. }), "{error:?}");
        let text = built_in("tnl-2016")
            .unwrap()
            .replacen("threshold = \"1/5\"", "threshold = \"0.2\"", 1);
        assert!(matches!(read(&text, "g"), Err(GridError::Malformed { line, .. }) if line > 1));
    }

    #[test]
    fn comments_and_order_do_not_change_the_digest_but_a_weight_does() {
        let text = built_in("tnl-2016").unwrap();
        let digest = |text: &str| read(text, "g").unwrap().digest().clone();
        assert_eq!(digest(text), digest(&format!("# note\n{text}")));
        assert_ne!(
            digest(text),
            digest(&text.replacen("quorum = 3", "quorum = 4", 1))
        );
    }
}
