//! Dossiers come in: read, compared with what is here, written in one transaction. An import never deletes.

use super::act::{ImportRequest, Imported, RefusedPlace};
use super::search::index_answers;
use super::{Office, OfficeError};
use crate::domain::dossier::Dossier;
use crate::domain::ids::Digest;
use crate::domain::role::Verb;
use crate::domain::saying::Saying;
use crate::exchange::budget::Budget;
use crate::exchange::{demarche, evidence_files};
use crate::store::{Store, StoreError};
use serde_json::json;

impl Office {
    pub(super) fn import(&mut self, request: &ImportRequest) -> Result<Imported, OfficeError> {
        self.may(Verb::Prepare)?;
        let budget = Budget::default();
        let mut intake = self.read_all(request, &budget)?;
        let mut imported = Imported {
            refused: intake
                .refused
                .drain(..)
                .map(|r| place(r.source, r.at, r.why))
                .collect(),
            warnings: intake
                .warnings
                .drain(..)
                .map(|w| place(w.source, w.at, w.what))
                .collect(),
            ..Imported::default()
        };
        if request.dry_run {
            attach(&mut intake.dossiers, request, &budget, None, &mut imported)?;
            for dossier in &mut intake.dossiers {
                self.classify(dossier, &mut imported)?;
            }
            return Ok(imported);
        }
        self.store.atomically(|store| {
            attach(&mut intake.dossiers, request, &budget, Some(store), &mut imported)?;
            for dossier in &mut intake.dossiers {
                if self.classify(dossier, &mut imported)? {
                    store.put_dossier(dossier)?;
                    index_answers(store, dossier)?;
                }
            }
            let Imported {
                new,
                updated,
                unchanged,
                ..
            } = imported;
            self.record(
                "import",
                &json!({"new": new, "updated": updated, "unchanged": unchanged}),
            )
        })?;
        Ok(imported)
    }

    fn read_all(&self, request: &ImportRequest, budget: &Budget) -> Result<demarche::Intake, OfficeError> {
        let mut files = Vec::new();
        for path in &request.paths {
            files.push((path.display().to_string(), budget.read_file(path)?));
        }
        let sources: Vec<_> = files
            .iter()
            .map(|(name, bytes)| demarche::Source {
                name: name.clone(),
                bytes,
            })
            .collect();
        let options = demarche::Options {
            allow_incomplete: request.allow_incomplete,
            closes: self.campaign.closes.clone(),
            mapping: demarche::Mapping::default(),
        };
        Ok(demarche::read(&sources, &self.grid, &options, budget)?)
    }

    /// Compares a dossier with the one that is here, keeps what that one knows of its files, and counts it.
    fn classify(&self, dossier: &mut Dossier, imported: &mut Imported) -> Result<bool, OfficeError> {
        let Some(known) = self.store.dossier(&dossier.id)?.map(|stored| stored.dossier) else {
            imported.new += 1;
            return Ok(true);
        };
        dossier.standing = known.standing;
        for piece in dossier.evidence.iter_mut().filter(|e| e.sha256.is_none()) {
            let same = known
                .evidence
                .iter()
                .find(|e| e.name == piece.name && e.checksum == piece.checksum);
            piece.sha256 = same.and_then(|e| e.sha256.clone());
        }
        if *dossier == known {
            imported.unchanged += 1;
            return Ok(false);
        }
        imported.updated += 1;
        Ok(true)
    }
}

fn place(source: String, at: String, why: Saying) -> RefusedPlace {
    RefusedPlace { source, at, why }
}

/// Finds the downloaded files, keeps each in the store where one is given, one at a time in memory, and warns of those
/// that are missing, altered or nobody's.
fn attach(
    dossiers: &mut [Dossier],
    request: &ImportRequest,
    budget: &Budget,
    store: Option<&Store>,
    imported: &mut Imported,
) -> Result<(), OfficeError> {
    let Some(root) = &request.evidence else {
        return Ok(());
    };
    let mut kept: Result<(), StoreError> = Ok(());
    let found = evidence_files::match_each(dossiers, root, budget, |_, _, bytes| {
        if let (Some(store), Ok(())) = (store, &kept) {
            kept = store.put_evidence(&Digest::of(bytes), bytes);
        }
    })?;
    kept?;
    let source = root.display().to_string();
    let mut warn = |at: &str, why: Saying| imported.warnings.push(place(source.clone(), at.to_owned(), why));
    for (number, name) in &found.missing {
        warn(
            number,
            Saying::new("evidence-missing")
                .text("number", number)
                .text("name", name),
        );
    }
    for (number, name) in &found.altered {
        warn(
            number,
            Saying::new("evidence-altered")
                .text("number", number)
                .text("name", name),
        );
    }
    for name in &found.unmatched {
        warn(name, Saying::new("evidence-unmatched").text("name", name));
    }
    Ok(())
}
