//! The minutes of the sittings, told from the journal: who was there, who stepped back, what was proposed, decided and why,
//! how hands were shown, who dissents, and the journal's head that holds all of it.

use super::odf::{Document, Kind};
use super::text::{Templates, line, one_by_one, paragraphs};
use super::{Edition, PublishError};
use crate::domain::words::Lang;
use minijinja::Value;
use serde::Serialize;

/// All sittings of a campaign.
#[derive(Debug, Clone, Default)]
pub struct Minutes {
    /// The sittings, in order.
    pub sittings: Vec<SittingRecord>,
    /// The digest of the last entry of the journal that they are told from.
    pub head: String,
}

/// What happened in one sitting.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SittingRecord {
    /// Its number.
    pub number: u32,
    /// When it opened.
    pub opened_at: String,
    /// When it closed; empty where it is open.
    pub closed_at: String,
    /// Names of those present when it opened.
    pub present: Vec<String>,
    /// Names of those who were not.
    pub absent: Vec<String>,
    /// Arrivals, departures and breaks, in order.
    pub movements: Vec<Movement>,
    /// Decisions, in order.
    #[serde(skip)]
    pub decisions: Vec<DecisionRecord>,
}

/// Someone came or left, or the sitting was suspended.
#[derive(Debug, Clone, Serialize)]
pub struct Movement {
    /// When.
    pub at: String,
    /// `arrival`, `departure`, `sitting-break`, `sitting-resume`.
    pub kind: String,
    /// Who, where it is someone.
    pub who: String,
}

/// One decision.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DecisionRecord {
    /// When.
    pub at: String,
    /// The dossier's number.
    pub number: String,
    /// The applicant.
    pub name: String,
    /// `decided`, `postponed`, `reopened`.
    pub kind: String,
    /// The level decided: its name; empty where none is given.
    pub level: String,
    /// The level that the grades proposed: its name, empty where none, nothing where undetermined.
    pub proposed: Option<String>,
    /// Whether the level decided is the one proposed.
    pub follows: bool,
    /// Why.
    pub reason: Vec<String>,
    /// Values that the committee set, `3.1 = 4`.
    pub set: Vec<String>,
    /// For, against, abstentions, where there was a vote.
    pub vote: Option<[u32; 3]>,
    /// Names of those who voted against or abstained, where it was taken down.
    pub named: Vec<String>,
    /// Who dissents, and why.
    pub dissent: Vec<(String, String)>,
    /// Names of mentions.
    pub mentions: Vec<String>,
    /// Names of those who left the room for it.
    pub recused: Vec<String>,
    /// How many seconds it was before the committee.
    pub seconds: u64,
}

#[derive(Debug, Serialize)]
struct Context<'a> {
    edition: &'a str,
    draft: bool,
    embargo: Option<&'a str>,
    committee: &'a str,
    grid: &'a str,
    digest: String,
    minutes: Told,
}

#[derive(Debug, Serialize)]
struct Told {
    sittings: Vec<Sitting>,
    head: String,
}

impl Minutes {
    /// Renders them.
    ///
    /// # Errors
    /// What is wrong with the template.
    pub(super) fn document(
        self,
        edition: &Edition<'_>,
        templates: &Templates,
        lang: Lang,
    ) -> Result<Document, PublishError> {
        let (template, tag, document) = match lang {
            Lang::Fr => ("proces-verbal.xml", "fr-FR", "proces-verbal"),
            Lang::En => ("minutes.xml", "en-GB", "minutes"),
        };
        let context = Context {
            edition: &edition.campaign.edition,
            draft: edition.draft,
            embargo: edition.embargo,
            committee: edition.grid.committee().in_lang(lang),
            grid: edition.grid.id(),
            digest: edition.grid.digest().to_string(),
            minutes: Told {
                sittings: self.sittings.into_iter().map(Sitting::new).collect(),
                head: self.head,
            },
        };
        Ok(Document {
            kind: Kind::Text,
            title: edition.called(document, templates)?,
            lang: tag,
            dated: edition.dated.to_owned(),
            content: templates.render(template, &context)?,
            styles: templates.render("styles.xml", edition.marks(document, templates)?)?,
            pictures: Vec::new(),
        })
    }
}

/// A sitting with every text by people inert.
#[derive(Debug, Serialize)]
struct Sitting {
    #[serde(flatten)]
    told: SittingRecord,
    /// [`DecisionRecord`]s.
    decisions: Value,
}

impl Sitting {
    fn new(mut told: SittingRecord) -> Self {
        let names = told.present.iter_mut().chain(&mut told.absent);
        names.for_each(tame);
        told.movements.iter_mut().for_each(|m| tame(&mut m.who));
        let decisions = std::mem::take(&mut told.decisions);
        let places: Vec<usize> = (0..decisions.len()).collect();
        Self {
            decisions: one_by_one(decisions.into(), places, DecisionRecord::inert),
            told,
        }
    }
}

impl DecisionRecord {
    fn inert(&self) -> Self {
        let mut decision = self.clone();
        tame(&mut decision.number);
        tame(&mut decision.name);
        decision.recused.iter_mut().for_each(tame);
        decision.named.iter_mut().for_each(tame);
        decision.reason = decision.reason.iter().flat_map(|text| paragraphs(text)).collect();
        for (who, why) in &mut decision.dissent {
            tame(who);
            tame(why);
        }
        decision
    }
}

fn tame(text: &mut String) {
    *text = line(text);
}
