//! What a file is: by its first bytes, then by the ending of its name, then by the type that was declared.

/// The formats that are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Values parted by commas, semicolons or tabs.
    Csv,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
    /// PDF.
    Pdf,
    /// `OpenDocument` text.
    Odt,
    /// `OpenDocument` spreadsheet.
    Ods,
    /// PNG, JPEG, `WebP` or SVG.
    Image,
    /// Something else, which is not read here.
    Unknown,
}

impl Format {
    /// Returns the name by which people know it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Text => "TXT",
            Self::Csv => "CSV",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Pdf => "PDF",
            Self::Odt => "ODT",
            Self::Ods => "ODS",
            Self::Image => "PNG, JPEG, WebP, SVG",
            Self::Unknown => "?",
        }
    }
}

/// Tells what a file is.
pub fn format_of(name: &str, media_type: &str, bytes: &[u8]) -> Format {
    by_magic(bytes).unwrap_or_else(|| {
        by_ending(&ending(name))
            .or_else(|| by_type(media_type))
            .filter(|format| may_be(*format, bytes))
            .unwrap_or_else(|| by_content(bytes))
    })
}

/// Returns the ending of a name, lower-cased, without the dot.
pub(super) fn ending(name: &str) -> String {
    name.rsplit_once('.')
        .map(|(_, ending)| ending.trim().to_lowercase())
        .unwrap_or_default()
}

fn by_magic(bytes: &[u8]) -> Option<Format> {
    let start = head(bytes, 1024);
    match bytes {
        [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] => Some(Format::Image),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Format::Image),
        [b'P', b'K', 3, 4, ..] => Some(by_package(start)),
        _ if holds(start, b"%PDF-") => Some(Format::Pdf),
        _ => by_markup(bytes),
    }
}

/// A package of `OpenDocument` begins with a member that holds its type in clear.
fn by_package(start: &[u8]) -> Format {
    let types: [(&[u8], Format); 3] = [
        (b"application/vnd.oasis.opendocument.text", Format::Odt),
        (b"application/vnd.oasis.opendocument.presentation", Format::Odt),
        (b"application/vnd.oasis.opendocument.spreadsheet", Format::Ods),
    ];
    let stands = start.get(30..).unwrap_or_default();
    types
        .into_iter()
        .find(|(word, _)| stands.starts_with(b"mimetype") && holds(head(stands, 128), word))
        .map_or(Format::Unknown, |(_, format)| format)
}

fn by_markup(bytes: &[u8]) -> Option<Format> {
    let start = head(bytes, 4096).to_ascii_lowercase();
    let start = start
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(&start)
        .trim_ascii_start();
    if start.starts_with(b"<!doctype html") || start.starts_with(b"<html") {
        return Some(Format::Html);
    }
    let is_xml = start.starts_with(b"<?xml") || start.starts_with(b"<!") || start.starts_with(b"<svg");
    if is_xml && holds(start, b"<svg") {
        return Some(Format::Image);
    }
    (is_xml && holds(start, b"<html")).then_some(Format::Html)
}

fn by_ending(ending: &str) -> Option<Format> {
    match ending {
        "txt" | "text" | "log" | "rst" | "adoc" | "json" | "xml" | "yml" | "yaml" | "toml" | "ini"
        | "sql" => Some(Format::Text),
        "csv" | "tsv" | "tab" => Some(Format::Csv),
        "md" | "markdown" => Some(Format::Markdown),
        "html" | "htm" | "xhtml" => Some(Format::Html),
        "pdf" => Some(Format::Pdf),
        "odt" | "ott" | "odp" | "otp" => Some(Format::Odt),
        "ods" | "ots" => Some(Format::Ods),
        "png" | "jpg" | "jpeg" | "webp" | "svg" => Some(Format::Image),
        _ => None,
    }
}

fn by_type(media_type: &str) -> Option<Format> {
    let essence = media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_lowercase();
    match essence.as_str() {
        "text/csv" | "text/tab-separated-values" => Some(Format::Csv),
        "text/markdown" => Some(Format::Markdown),
        "text/html" | "application/xhtml+xml" => Some(Format::Html),
        "application/pdf" => Some(Format::Pdf),
        "application/vnd.oasis.opendocument.text" | "application/vnd.oasis.opendocument.presentation" => {
            Some(Format::Odt)
        }
        "application/vnd.oasis.opendocument.spreadsheet" => Some(Format::Ods),
        "image/png" | "image/jpeg" | "image/webp" | "image/svg+xml" => Some(Format::Image),
        "application/json" | "application/xml" => Some(Format::Text),
        other if other.starts_with("text/") => Some(Format::Text),
        _ => None,
    }
}

/// A name alone doesn't make a binary file text.
fn may_be(format: Format, bytes: &[u8]) -> bool {
    let is_text = matches!(
        format,
        Format::Text | Format::Csv | Format::Markdown | Format::Html
    );
    !is_text || super::decode::is_text(bytes)
}

fn by_content(bytes: &[u8]) -> Format {
    if !bytes.is_empty() && super::decode::is_text(bytes) {
        Format::Text
    } else {
        Format::Unknown
    }
}

fn head(bytes: &[u8], length: usize) -> &[u8] {
    bytes.get(..length).unwrap_or(bytes)
}

pub(super) fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_speak_before_the_name_and_the_name_before_the_type() {
        let cases: [(&str, &str, &[u8], Format); 14] = [
            ("a.txt", "text/plain", b"%PDF-1.4\n", Format::Pdf),
            ("a.pdf", "application/pdf", b"\x89PNG\r\n\x1a\n", Format::Image),
            ("a.bin", "", b"\xff\xd8\xff\xe0", Format::Image),
            ("a.txt", "", b"RIFF\0\0\0\0WEBPVP8 ", Format::Image),
            ("a.txt", "", b"<?xml version='1.0'?><svg/>", Format::Image),
            ("a.txt", "", b"\xef\xbb\xbf<!DOCTYPE HTML>", Format::Html),
            ("a.CSV", "text/plain", b"a;b", Format::Csv),
            ("a.md", "text/plain", b"# a", Format::Markdown),
            ("a", "text/csv; charset=utf-8", b"a;b", Format::Csv),
            ("a", "application/octet-stream", b"du texte", Format::Text),
            ("a.csv", "text/csv", b"\x00\x01\x02\x03\x04\x05", Format::Unknown),
            ("a.docx", "", b"PK\x03\x04\x14\0\0\0", Format::Unknown),
            ("a.pdf", "application/pdf", b"nothing of the kind", Format::Pdf),
            ("a.gif", "image/gif", b"GIF89a\0\0\0\0", Format::Unknown),
        ];
        for (name, media_type, bytes, format) in cases {
            assert_eq!(format_of(name, media_type, bytes), format, "{name} {bytes:?}");
        }
    }
}
