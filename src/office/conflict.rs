//! Conflicts of interest: declared, dismissed, taken back; each leaves its line in the journal. And what is known of a
//! juror changed.

use super::act::{JurorChange, Report};
use super::{Office, OfficeError};
use crate::domain::ids::{DossierId, JurorId};
use crate::domain::role::Verb;
use crate::domain::saying::Saying;
use crate::domain::text::folded;
use crate::store::Conflict;
use serde_json::json;

impl Office {
    /// Declares a conflict of interest, or changes its reason; a dismissal of it ends.
    pub(super) fn declare_conflict(
        &mut self,
        juror: &JurorId,
        dossier: &DossierId,
        reason: String,
    ) -> Result<Report, OfficeError> {
        self.may(Verb::Prepare)?;
        let at = self.context.stamp();
        let conflict = Conflict {
            juror: juror.clone(),
            dossier: dossier.clone(),
            reason,
        };
        self.store.atomically(|store| {
            store.remove_dismissal(juror, dossier)?;
            store.add_conflict(&conflict, &at)?;
            let entry = json!({"juror": juror, "dossier": dossier, "reason": conflict.reason});
            self.record("conflict", &entry).map(drop)
        })?;
        Ok(Report::ConflictDeclared)
    }

    /// Dismisses a suggested conflict of interest for good.
    pub(super) fn dismiss_conflict(
        &mut self,
        juror: &JurorId,
        dossier: &DossierId,
    ) -> Result<Report, OfficeError> {
        self.may(Verb::Prepare)?;
        let pair = (juror.clone(), dossier.clone());
        if self.declared()?.contains(&pair) {
            return Err(OfficeError::State(about("conflict-stands", juror, dossier)));
        }
        if self.store.dismissed_conflicts()?.contains(&pair) {
            return Ok(Report::ConflictDismissed);
        }
        let at = self.context.stamp();
        self.store.atomically(|store| {
            store.dismiss_conflict(juror, dossier, &at)?;
            let entry = json!({"juror": juror, "dossier": dossier});
            self.record("conflict-dismissed", &entry).map(drop)
        })?;
        Ok(Report::ConflictDismissed)
    }

    /// Takes back what was said of a juror and a dossier: the conflict declared, or else its dismissal.
    pub(super) fn take_back_conflict(
        &mut self,
        juror: &JurorId,
        dossier: &DossierId,
    ) -> Result<Report, OfficeError> {
        self.may(Verb::Prepare)?;
        let declared = self.store.atomically(|store| {
            let declared = store.remove_conflict(juror, dossier)?;
            let dismissed = store.remove_dismissal(juror, dossier)?;
            if !declared && !dismissed {
                return Err(OfficeError::State(about("conflict-none", juror, dossier)));
            }
            let entry = json!({"juror": juror, "dossier": dossier, "was": if declared { "declared" } else { "dismissed" }});
            self.record("conflict-undone", &entry)?;
            Ok(declared)
        })?;
        Ok(Report::ConflictTakenBack { declared })
    }

    /// Changes what is known of a juror. Their identifier and secret stay, so sheets of packages that are out are taken.
    pub(super) fn change_juror(&mut self, id: &JurorId, change: JurorChange) -> Result<Report, OfficeError> {
        self.may(Verb::Prepare)?;
        let jury = self.store.jury()?;
        let unknown = || {
            let known: Vec<&str> = jury.iter().map(|e| e.juror.name.as_str()).collect();
            let saying = Saying::new("juror-unknown").text("name", id);
            OfficeError::Refused(saying.text("known", known.join(", ")))
        };
        let mut changed = jury
            .iter()
            .find(|e| e.juror.id == *id)
            .cloned()
            .ok_or_else(unknown)?;
        let juror = &mut changed.juror;
        if let Some(name) = change.name {
            let name = name.trim().to_owned();
            if name.is_empty() {
                return Err(OfficeError::Refused(Saying::new("juror-name-blank")));
            }
            let bears = |other: &&crate::store::Enrolled| {
                other.juror.id != *id && folded(&other.juror.name) == folded(&name)
            };
            if jury.iter().any(|other| bears(&other)) {
                return Err(OfficeError::Refused(
                    Saying::new("juror-name-taken").text("name", &name),
                ));
            }
            juror.name = name;
        }
        let blank = |text: String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        if let Some(email) = change.email {
            juror.email = blank(email);
        }
        if let Some(affiliation) = change.affiliation {
            juror.affiliation = blank(affiliation);
        }
        self.store.atomically(|store| {
            store.change_juror(&changed)?;
            let entry =
                json!({"juror": id, "name": changed.juror.name, "affiliation": changed.juror.affiliation});
            self.record("juror-edit", &entry).map(drop)
        })?;
        Ok(Report::JurorChanged(id.clone()))
    }
}

fn about(entry: &'static str, juror: &JurorId, dossier: &DossierId) -> Saying {
    Saying::new(entry).text("juror", juror).text("dossier", dossier)
}
