//! Workbooks of the fewest members that a reader takes for one.

use super::archive::{Member, zip};

/// The kinds of workbooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Book {
    Ods,
    Xlsx,
}

impl Book {
    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Ods => "ods",
            Self::Xlsx => "xlsx",
        }
    }

    /// The member that holds the cells.
    pub(super) fn content(self) -> &'static str {
        match self {
            Self::Ods => "content.xml",
            Self::Xlsx => "xl/worksheets/sheet1.xml",
        }
    }

    /// Members of a workbook of one sheet, whose rows are written so; `before` stands before the root.
    pub(super) fn members(self, before: &str, rows: &str) -> Vec<Member> {
        let content = |name: &str, text: String| Member {
            method: 8,
            ..Member::of(name, text.as_bytes())
        };
        match self {
            Self::Ods => vec![
                Member::of("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
                Member::of("META-INF/manifest.xml", b"<manifest:manifest/>"),
                content(
                    self.content(),
                    format!(
                        "{before}<office:document-content><office:body><office:spreadsheet>\
                         <table:table table:name=\"Dossiers\">{rows}</table:table>\
                         </office:spreadsheet></office:body></office:document-content>"
                    ),
                ),
            ],
            Self::Xlsx => vec![
                Member::of("[Content_Types].xml", b"<Types/>"),
                Member::of(
                    "xl/workbook.xml",
                    b"<workbook><sheets><sheet name=\"Dossiers\" r:id=\"r1\"/></sheets></workbook>",
                ),
                Member::of(
                    "xl/_rels/workbook.xml.rels",
                    b"<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
                ),
                content(
                    self.content(),
                    format!("{before}<worksheet><sheetData>{rows}</sheetData></worksheet>"),
                ),
            ],
        }
    }

    /// A row of texts.
    pub(super) fn row(self, texts: &[&str]) -> String {
        let cells: String = texts.iter().map(|text| self.cell("", text)).collect();
        match self {
            Self::Ods => format!("<table:table-row>{cells}</table:table-row>"),
            Self::Xlsx => format!("<row>{cells}</row>"),
        }
    }

    /// A cell of a text, with more attributes.
    pub(super) fn cell(self, attributes: &str, text: &str) -> String {
        match self {
            Self::Ods => {
                format!("<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>")
            }
            Self::Xlsx => format!("<c {attributes} t=\"inlineStr\"><is><t>{text}</t></is></c>"),
        }
    }

    /// Headings and a dossier.
    pub(super) fn plain(self) -> String {
        let head = self.row(&["ID", "Entreprise raison sociale", "Commentaire"]);
        head + &self.row(&["27101", "COMMUNE DE TRÉMOUX", "rien"])
    }

    pub(super) fn of(self, before: &str, rows: &str) -> Vec<u8> {
        zip(&self.members(before, rows), b"", true)
    }
}
