//! A letter to each candidate, labelled or not: its level, its profile by axis, what it does well, and how to go on. It has
//! no field for a juror, a score by a juror, or a word that was meant for the jury.

use super::odf::{Document, Kind};
use super::text::{Templates, Titled, line, paragraphs};
use super::{Edition, PublishError};
use crate::consensus::{Consensus, Profile, Total};
use crate::domain::grid::{Criterion, Level};
use crate::domain::ids::LevelCode;
use crate::domain::ratio::Ratio;
use crate::domain::score::Score;
use crate::domain::words::Lang;
use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation as _;

/// How many strengths and how many steps a letter names.
const FEW: usize = 3;

/// A candidate to write to, with what it came to.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Whom.
    pub to: Recipient,
    /// What the committee stands on.
    pub profile: Profile,
}

/// To whom a letter goes, and what was decided.
#[derive(Debug, Clone)]
pub struct Recipient {
    /// The dossier's number, which names the file.
    pub number: String,
    /// The applicant.
    pub name: String,
    /// What kind of body it is.
    pub kind: String,
    /// Its department's code, where it is known.
    pub department: Option<String>,
    /// The level decided; nothing where none is given.
    pub level: Option<LevelCode>,
    /// Codes of mentions.
    pub mentions: Vec<String>,
    /// The day of the decision.
    pub decided_on: String,
    /// What the committee tells the candidate.
    pub feedback: String,
}

#[derive(Debug, Serialize)]
struct Named {
    code: String,
    name: String,
    symbol: String,
    /// `label`, `badge`…
    scheme: String,
}

impl Named {
    fn of(level: &Level) -> Self {
        Self {
            code: level.code.to_string(),
            name: level.name.fr.clone(),
            symbol: level.symbol.clone(),
            scheme: level.scheme.clone(),
        }
    }
}

#[derive(Debug, Serialize)]
struct Axis {
    code: String,
    name: String,
    percent: Option<i64>,
}

#[derive(Debug, Serialize)]
struct Point {
    code: String,
    name: String,
    says: String,
}

#[derive(Debug, Serialize)]
struct Letter {
    edition: String,
    draft: bool,
    embargo: Option<String>,
    number: String,
    name: String,
    level: Option<Named>,
    /// The level's marks, one by one.
    signs: Vec<String>,
    committee: String,
    next: Option<Named>,
    mentions: Vec<String>,
    decided_on: String,
    axes: Vec<Axis>,
    strengths: Vec<Point>,
    steps: Vec<Point>,
    feedback: Vec<String>,
}

impl Letter {
    fn title(&self, document: &str, templates: &Templates) -> Result<String, PublishError> {
        let titled = Titled {
            document,
            edition: &self.edition,
            name: &self.name,
        };
        templates.render("titres.txt", titled)
    }
}

impl Candidate {
    /// Renders the letter.
    ///
    /// # Errors
    /// What is wrong with the template.
    pub(super) fn letter(
        &self,
        edition: &Edition<'_>,
        templates: &Templates,
    ) -> Result<Document, PublishError> {
        let letter = self.content(edition);
        let picture = templates.render("axes.svg", &letter)?;
        Ok(Document {
            kind: Kind::Text,
            title: letter.title("lettre", templates)?,
            lang: "fr-FR",
            dated: edition.dated.to_owned(),
            content: templates.render("lettre.xml", &letter)?,
            styles: templates.render("styles.xml", edition.marks("lettre", templates)?)?,
            pictures: vec![("Pictures/axes.svg".to_owned(), picture)],
        })
    }

    /// Renders the certificate; none without a level.
    ///
    /// # Errors
    /// What is wrong with the template.
    pub(super) fn certificate(
        &self,
        edition: &Edition<'_>,
        templates: &Templates,
    ) -> Result<Option<Document>, PublishError> {
        let letter = self.content(edition);
        if letter.level.is_none() {
            return Ok(None);
        }
        let marks = templates.render("marques.svg", &letter)?;
        Ok(Some(Document {
            kind: Kind::Text,
            title: letter.title("attestation", templates)?,
            lang: "fr-FR",
            dated: edition.dated.to_owned(),
            content: templates.render("attestation.xml", &letter)?,
            styles: templates.render("styles.xml", edition.marks("attestation", templates)?)?,
            pictures: vec![("Pictures/marques.svg".to_owned(), marks)],
        }))
    }

    fn content(&self, edition: &Edition<'_>) -> Letter {
        let grid = edition.grid;
        let to = &self.to;
        let level = to.level.as_ref().and_then(|code| grid.level(code));
        let rank = level.map(|level| level.rank);
        let next = grid
            .levels()
            .iter()
            .find(|other| rank.is_none_or(|rank| other.rank > rank));
        let mentions = grid.mentions().iter();
        let mentions = mentions.filter(|mention| to.mentions.contains(&mention.code));
        Letter {
            edition: edition.campaign.edition.clone(),
            draft: edition.draft,
            embargo: edition.embargo.map(str::to_owned),
            number: line(&to.number),
            name: line(&to.name),
            level: level.map(Named::of),
            signs: level.map_or_else(Vec::new, |level| {
                level.symbol.graphemes(true).map(str::to_owned).collect()
            }),
            committee: grid.committee().fr.clone(),
            next: next.map(Named::of),
            mentions: mentions.map(|mention| mention.name.fr.clone()).collect(),
            decided_on: to.decided_on.clone(),
            axes: self.axes(edition),
            strengths: self.strengths(edition),
            steps: self.steps(edition),
            feedback: paragraphs(&to.feedback),
        }
    }

    fn axes(&self, edition: &Edition<'_>) -> Vec<Axis> {
        let most = Ratio::whole(i64::from(edition.grid.scale().max));
        let axes = self.profile.axes(edition.grid);
        axes.map(|(axis, total)| Axis {
            code: axis.code.to_string(),
            name: axis.name.fr.clone(),
            percent: match total {
                Total::Value(value) => value.over(&most).map(|share| share.percent()),
                Total::NotApplicable | Total::NoResult => None,
            },
        })
        .collect()
    }

    /// Returns the criteria with a grade, each with it, in the grid's order.
    fn graded<'a>(&'a self, edition: &Edition<'a>) -> impl Iterator<Item = (&'a Criterion, Score)> {
        let criteria = self.profile.criteria(edition.grid);
        criteria.filter_map(|(criterion, consensus)| match consensus {
            Consensus::Grade(score) => Some((criterion, score)),
            Consensus::NotApplicable | Consensus::NoResult => None,
        })
    }

    /// The criteria in the upper fifth of the scale, the best first.
    fn strengths(&self, edition: &Edition<'_>) -> Vec<Point> {
        let scale = edition.grid.scale();
        let is_strong = |score: Score| {
            let (above, whole) = (score.value() - scale.min, scale.max - scale.min);
            u32::from(above) * 5 >= u32::from(whole) * 4
        };
        let mut strong: Vec<(&Criterion, Score)> = self
            .graded(edition)
            .filter(|(_, score)| is_strong(*score))
            .collect();
        strong.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
        let points = strong.into_iter().take(FEW);
        points
            .filter_map(|(criterion, score)| point(criterion, edition, score))
            .collect()
    }

    /// The criteria with the lowest grades, each with what the next grade asks for.
    fn steps(&self, edition: &Edition<'_>) -> Vec<Point> {
        let scale = edition.grid.scale();
        let mut weak: Vec<(&Criterion, Score)> = self.graded(edition).collect();
        weak.sort_by_key(|(_, score)| *score);
        let next = weak.into_iter().filter_map(|(criterion, score)| {
            let next = scale.score(i64::from(score.value()) + 1)?;
            point(criterion, edition, next)
        });
        next.take(FEW).collect()
    }
}

/// Says a criterion with what a grade of it means; nothing where nobody wrote that down.
fn point(criterion: &Criterion, edition: &Edition<'_>, score: Score) -> Option<Point> {
    let says = criterion.descriptor(edition.grid.scale(), score)?;
    Some(Point {
        code: criterion.code.to_string(),
        name: criterion.name.in_lang(Lang::Fr).to_owned(),
        says: says.in_lang(Lang::Fr).to_owned(),
    })
}
