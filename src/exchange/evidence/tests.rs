//! Tests of the whole reader: the demo's own evidence, small documents of each format, and files made to harm.

mod documents;
mod drawings;
mod fixtures;
mod hostile;
mod pictures;
mod truncated;

use super::*;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

const NAMESPACES: &str =
    "xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:xlink='x' xmlns:draw='d' xmlns:svg='s'";

pub(super) fn read_with(name: &str, bytes: &[u8], limits: &Limits) -> Result<Extract, Unreadable> {
    extract(name, "", bytes, limits, &Cancel::new())
}

pub(super) fn read(name: &str, bytes: &[u8]) -> Extract {
    read_with(name, bytes, &Limits::default()).unwrap()
}

pub(super) fn text(name: &str, bytes: &[u8]) -> String {
    read(name, bytes).pages.join("\n\n")
}

pub(super) fn draw(bytes: &[u8], width: u32, height: u32) -> Result<Picture, Unreadable> {
    picture(
        "",
        "",
        bytes,
        0,
        width,
        height,
        &Limits::default(),
        &Cancel::new(),
    )
}

pub(super) fn tight() -> Limits {
    Limits {
        bytes: 1 << 20,
        text: 1 << 14,
        pages: 10,
        unpacked: 1 << 18,
        pixels: 1 << 18,
    }
}

/// Packs members as an `OpenDocument` package of some kind.
fn package(kind: &str, members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    zip.start_file("mimetype", stored).unwrap();
    zip.write_all(format!("application/vnd.oasis.opendocument.{kind}").as_bytes())
        .unwrap();
    for (name, bytes) in members {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn odt(body: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version='1.0'?><office:document-content {NAMESPACES}><office:body><office:text>{body}</office:text>\
         </office:body></office:document-content>"
    );
    package("text", &[("content.xml", content.as_bytes())])
}

fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version='1.0'?><office:document-content {NAMESPACES}><office:body><office:spreadsheet>{tables}\
         </office:spreadsheet></office:body></office:document-content>"
    );
    package("spreadsheet", &[("content.xml", content.as_bytes())])
}

/// Writes a PDF of one page from numbered objects; 1 is the catalogue, 2 the pages, 3 the page, 4 its content.
pub(super) fn pdf(content: &[u8], filter: &str, others: &[(&str, &[u8])]) -> Vec<u8> {
    let content_dict = format!("/Filter {filter}");
    let mut objects: Vec<(String, Option<&[u8]>)> = vec![
        ("/Type /Catalog /Pages 2 0 R".to_owned(), None),
        ("/Type /Pages /Kids [3 0 R] /Count 1".to_owned(), None),
        (
            "/Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << /F << \
             /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> /XObject << /X5 5 0 R \
             /X6 6 0 R /X7 7 0 R /X8 8 0 R >> >>"
                .to_owned(),
            None,
        ),
        (content_dict, Some(content)),
    ];
    objects.extend(
        others
            .iter()
            .map(|(dict, stream)| ((*dict).to_owned(), Some(*stream))),
    );
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, (dict, stream)) in objects.iter().enumerate() {
        places.push(out.len());
        let length = stream.map_or(String::new(), |bytes| format!(" /Length {}", bytes.len()));
        out.extend(format!("{} 0 obj\n<< {dict}{length} >>\n", at + 1).bytes());
        if let Some(bytes) = stream {
            out.extend(b"stream\n");
            out.extend(*bytes);
            out.extend(b"\nendstream\n");
        }
        out.extend(b"endobj\n");
    }
    let start = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        out.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = places.len() + 1;
    out.extend(format!("trailer\n<< /Root 1 0 R /Size {size} >>\nstartxref\n{start}\n%%EOF").bytes());
    out
}

pub(super) fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}
