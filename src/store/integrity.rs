//! What `check` looks at in the file itself: SQLite's structure, and every row's own checksum.

use super::Store;
use super::error::StoreError;
use crate::domain::ids::Digest;
use crate::domain::score::Scale;

/// Something that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The table, or `sqlite`.
    pub table: String,
    /// The row, or SQLite's words.
    pub row: String,
}

impl Store {
    /// Checks SQLite's structures and reads every row against its checksum.
    ///
    /// # Errors
    /// SQLite's, where the file can't be read at all.
    pub fn findings(&self, scale: Scale) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        self.structure(&mut findings)?;
        let mut note = |outcome: Result<(), StoreError>| match outcome {
            Ok(()) => {}
            Err(StoreError::Damaged { table, row }) => findings.push(Finding {
                table: table.to_owned(),
                row,
            }),
            Err(other) => findings.push(Finding {
                table: "sqlite".to_owned(),
                row: other.to_string(),
            }),
        };
        note(self.jury().map(drop));
        note(self.seats().map(drop));
        note(self.declared_conflicts().map(drop));
        note(self.dismissed_conflicts().map(drop));
        note(self.each_count(scale, |_| Ok(())));
        note(self.each_written(scale, |_| Ok(())));
        note(self.events(None, scale).map(drop));
        note(self.each_sheet(None, |_| Ok(())));
        note(self.decisions().map(drop));
        note(self.chosen().map(drop));
        note(self.each_dossier(|stored| {
            self.notes(&stored.dossier.id)
                .and_then(|_| self.changes(&stored.dossier.id))
                .and_then(|_| self.is_dismissed(&stored.dossier.id))
                .and_then(|_| self.former(&stored.dossier.id))
                .and_then(|_| self.correspondence(&stored.dossier.id))
                .map(drop)
        }));
        note(self.each_evidence_digest(|digest| self.evidence(&digest).map(drop)));
        Ok(findings)
    }

    fn structure(&self, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
        for pragma in ["integrity_check", "foreign_key_check"] {
            let mut statement = self.conn.prepare(&format!("PRAGMA {pragma}"))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let words: String = row.get(0)?;
                if words != "ok" {
                    findings.push(Finding {
                        table: "sqlite".to_owned(),
                        row: words,
                    });
                }
            }
        }
        Ok(())
    }

    fn each_evidence_digest(
        &self,
        mut look: impl FnMut(Digest) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut rows = self.conn.prepare("SELECT sha256 FROM evidence ORDER BY 1")?;
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            let hex: String = row.get(0)?;
            let digest = Digest::parse(&hex).ok_or(StoreError::Damaged {
                table: "evidence",
                row: hex,
            })?;
            look(digest)?;
        }
        Ok(())
    }
}
