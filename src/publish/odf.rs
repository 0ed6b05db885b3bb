//! Packs `OpenDocument` files (ISO/IEC 26300-1, part 3): the type first and stored, a manifest, the parts. Same parts, same
//! bytes: members bear no time. (`spreadsheet-ods` orders its styles at random and stamps its members.)

use super::PublishError;
use std::io::{Cursor, Write as _};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// What kind of document it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// ODT.
    Text,
    /// ODS.
    Spreadsheet,
}

impl Kind {
    fn media_type(self) -> &'static str {
        match self {
            Self::Text => "application/vnd.oasis.opendocument.text",
            Self::Spreadsheet => "application/vnd.oasis.opendocument.spreadsheet",
        }
    }
}

/// A document in the making.
#[derive(Debug, Clone)]
pub(super) struct Document {
    pub(super) kind: Kind,
    pub(super) title: String,
    pub(super) lang: &'static str,
    /// RFC 3339.
    pub(super) dated: String,
    /// `content.xml`.
    pub(super) content: String,
    /// `styles.xml`.
    pub(super) styles: String,
    /// Pictures, by their names, as SVG.
    pub(super) pictures: Vec<(String, String)>,
}

impl Document {
    /// Packs it.
    ///
    /// # Errors
    /// That there is too much of it.
    pub(super) fn pack(&self) -> Result<Vec<u8>, PublishError> {
        self.zip()
            .map_err(|why| PublishError::document(&self.title, &why.to_string()))
    }

    fn zip(&self) -> zip::result::ZipResult<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let stored = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(zip::DateTime::default());
        let packed = stored.compression_method(CompressionMethod::Deflated);
        zip.start_file("mimetype", stored)?;
        zip.write_all(self.kind.media_type().as_bytes())?;
        let (meta, manifest) = (self.meta(), self.manifest());
        let parts = [
            ("META-INF/manifest.xml", manifest.as_str()),
            ("content.xml", &self.content),
            ("styles.xml", &self.styles),
            ("meta.xml", &meta),
        ];
        let pictures = self
            .pictures
            .iter()
            .map(|(name, svg)| (name.as_str(), svg.as_str()));
        for (name, text) in parts.into_iter().chain(pictures) {
            zip.start_file(name, packed)?;
            zip.write_all(text.as_bytes())?;
        }
        Ok(zip.finish()?.into_inner())
    }

    fn meta(&self) -> String {
        let title = minijinja::HtmlEscape(&self.title);
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta><meta:generator>tnl-jury/{}</meta:generator><dc:title>{title}</dc:title><dc:language>{}</dc:language><dc:date>{}</dc:date></office:meta></office:document-meta>
"#,
            env!("CARGO_PKG_VERSION"),
            self.lang,
            minijinja::HtmlEscape(&self.dated)
        )
    }

    fn manifest(&self) -> String {
        let entry = |path: &str, kind: &str| {
            format!("<manifest:file-entry manifest:full-path=\"{path}\" manifest:media-type=\"{kind}\"/>")
        };
        let mut entries = entry("/", self.kind.media_type());
        for part in ["content.xml", "styles.xml", "meta.xml"] {
            entries.push_str(&entry(part, "text/xml"));
        }
        for (name, _) in &self.pictures {
            entries.push_str(&entry(name, "image/svg+xml"));
        }
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">{entries}</manifest:manifest>
"#
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn the_type_comes_first_and_no_member_bears_a_time() {
        let document = Document {
            kind: Kind::Text,
            title: "Lettre & <copie>".to_owned(),
            lang: "fr-FR",
            dated: "2026-11-30T09:00:00Z".to_owned(),
            content: "<a/>".to_owned(),
            styles: "<b/>".to_owned(),
            pictures: vec![("Pictures/axes.svg".to_owned(), "<svg/>".to_owned())],
        };
        let bytes = document.pack().unwrap();
        assert_eq!(bytes, document.pack().unwrap());
        assert_eq!(&bytes[30..38], b"mimetype");
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut meta = String::new();
        zip.by_name("meta.xml")
            .unwrap()
            .read_to_string(&mut meta)
            .unwrap();
        assert!(meta.contains("Lettre &amp; &lt;copie&gt;"), "{meta}");
        assert_eq!(zip.by_index(1).unwrap().last_modified().unwrap().year(), 1980);
    }
}
