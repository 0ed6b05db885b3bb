//! `palmares.csv`: UTF-8, comma, a header, one row a labelled candidate. A cell that a spreadsheet would run as a formula
//! is written with an apostrophe before it (OWASP ASVS 1.2.10).

use super::rows::Row;
use std::io::Seek as _;
use tempfile::SpooledTempFile;

/// Bytes of a table that are kept in memory.
const IN_MEMORY: usize = 1 << 20;

/// Renders the rows.
pub(super) fn render(rows: &[Row]) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new()
        .has_headers(true)
        .from_writer(Vec::new());
    if rows.is_empty() {
        let _ = writer.write_record(columns());
    }
    for row in rows {
        let _ = writer.serialize(harmless(row.clone()));
    }
    writer.into_inner().unwrap_or_default()
}

/// A table that is written row by row, its cells as harmless as those of the palmares. A long one waits on the disk.
#[derive(Debug)]
pub struct Table(::csv::Writer<SpooledTempFile>);

impl Table {
    /// Begins a table.
    ///
    /// # Errors
    /// The system's.
    pub fn new(head: &[String]) -> std::io::Result<Self> {
        let mut writer = ::csv::Writer::from_writer(SpooledTempFile::new(IN_MEMORY));
        writer.write_record(head)?;
        Ok(Self(writer))
    }

    /// Adds a row.
    ///
    /// # Errors
    /// The system's.
    pub fn push(&mut self, mut row: Vec<String>) -> std::io::Result<()> {
        row.iter_mut().for_each(disarm);
        Ok(self.0.write_record(row)?)
    }

    /// Ends the table, and goes back to its beginning.
    ///
    /// # Errors
    /// The system's.
    pub fn finish(self) -> std::io::Result<SpooledTempFile> {
        let mut written = self.0.into_inner().map_err(::csv::IntoInnerError::into_error)?;
        written.rewind()?;
        Ok(written)
    }
}

fn disarm(cell: &mut String) {
    if runs(cell) {
        cell.insert(0, '\'');
    }
}

/// Returns the columns' names: the fields of a row, as the serialiser names them.
fn columns() -> Vec<String> {
    match serde_json::to_value(Row::default()) {
        Ok(serde_json::Value::Object(fields)) => fields.keys().cloned().collect(),
        _ => Vec::new(),
    }
}

fn harmless(mut row: Row) -> Row {
    let cells = [
        &mut row.edition,
        &mut row.dispositif,
        &mut row.niveau_code,
        &mut row.niveau_libelle,
        &mut row.mentions,
        &mut row.nom,
        &mut row.r#type,
        &mut row.siren,
        &mut row.siret,
        &mut row.code_insee_commune_siege,
        &mut row.code_epci,
        &mut row.code_departement,
        &mut row.code_region,
        &mut row.niveau_edition_precedente,
        &mut row.site_web,
    ];
    cells.into_iter().for_each(disarm);
    row
}

/// Tells whether a spreadsheet would run the cell: full-width forms of the signs count as the signs.
fn runs(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn what_a_spreadsheet_would_run_is_seen() {
        for cell in ["=1+1", "+33", "-1", "@SUM(A1)", "\tx", "\rx", "＝x"] {
            assert!(runs(cell), "{cell:?}");
        }
        for cell in ["", "Valbrume", "L’Orge = été", "2026"] {
            assert!(!runs(cell), "{cell:?}");
        }
    }
}
