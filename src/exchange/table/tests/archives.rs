//! Workbooks made by hand, of parts that no program would write.

use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

pub(super) fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        let method = if *name == "mimetype" {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method))
            .unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const TYPE: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

pub(super) fn ods_document(content: &str) -> Vec<u8> {
    zipped(&[("mimetype", TYPE), ("content.xml", content.as_bytes())])
}

/// An ODS with one sheet of those rows.
pub(super) fn ods(rows: &str) -> Vec<u8> {
    ods_document(&format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet>\
         <table:table table:name=\"F\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    ))
}

/// A row of an ODS.
pub(super) fn row(cells: &[&str]) -> String {
    let cells = cells
        .iter()
        .map(|text| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>"));
    format!("<table:table-row>{}</table:table-row>", cells.collect::<String>())
}

const WORKBOOK: &str =
    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"F\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
const RELATIONS: &str =
    "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

pub(super) fn xlsx_with<'m>(sheet: &'m str, more: &[(&'m str, &'m [u8])]) -> Vec<u8> {
    let mut members: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    members.extend(more);
    zipped(&members)
}

/// An XLSX with one sheet of those rows.
pub(super) fn xlsx(rows: &str) -> Vec<u8> {
    xlsx_with(
        &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"),
        &[],
    )
}

/// A cell of an XLSX.
pub(super) fn cell(reference: &str, text: &str) -> String {
    format!("<c r=\"{reference}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// The headings and one dossier.
pub(super) fn sound() -> String {
    format!(
        "<row r=\"1\">{}{}</row><row r=\"2\">{}{}</row>",
        cell("A1", "ID"),
        cell("B1", "Nom"),
        cell("A2", "1"),
        cell("B2", "a")
    )
}
