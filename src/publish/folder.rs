//! Writes the folder beside its place and renames it, so that half a folder is never seen; replaces only a folder that
//! this program made: one whose every file stands in its `SHA256SUMS`.

use super::letters::Candidate;
use super::odf::Document;
use super::press::Press;
use super::rows::Row;
use super::{
    Edition, Papers, Publication, PublishError, Templates, csv, json, open_data, page, rows, statistics,
};
use crate::domain::ids::Digest;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

const SUMS: &str = "SHA256SUMS";
const LETTERS: &str = "lettres";
const CERTIFICATES: &str = "attestations";
const INTERNAL: &str = "internal";
/// Bytes that are copied at once.
const BLOCK: usize = 1 << 16;
/// What whoever finds the folder must know.
const KEPT: &str = include_str!("templates/LISEZ-MOI.txt");

/// How far it is: documents written, and in all; tells whether to go on.
pub type Step<'a> = &'a mut dyn FnMut(usize, usize) -> bool;

/// Writes the whole folder, and returns the names of its files.
///
/// # Errors
/// That something else stands there, what is wrong with a template, what the system refused, or that it was stopped:
/// then nothing was written.
pub fn write(
    publication: Publication<'_>,
    templates: &Templates,
    out: &Path,
    step: Step<'_>,
) -> Result<Vec<String>, PublishError> {
    is_replaceable(out)?;
    let parent = out
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(|e| io(parent, &e))?;
    let beside = tempfile::Builder::new()
        .prefix(".tnl-jury-")
        .tempdir_in(parent)
        .map_err(|e| io(parent, &e))?;
    let fresh = beside.path().join("new");
    fs::create_dir(&fresh).map_err(|e| io(&fresh, &e))?;
    let mut sink = Sink {
        folder: &fresh,
        sums: BTreeMap::new(),
    };
    public(&publication, templates, &mut sink)?;
    if let Some(papers) = publication.papers {
        send(&publication.edition, papers, templates, &mut sink, step)?;
    }
    let mut names = sink.seal()?;
    for folder in ["", LETTERS, CERTIFICATES, INTERNAL] {
        sync(&fresh.join(folder));
    }
    swap(&fresh, out, &beside.path().join("old"))?;
    sync(parent);
    names.sort();
    Ok(names)
}

/// The files that go on the web site, and their description.
fn public(
    publication: &Publication<'_>,
    templates: &Templates,
    sink: &mut Sink<'_>,
) -> Result<(), PublishError> {
    let edition = &publication.edition;
    let rows: Arc<[Row]> = rows(edition, &publication.labelled).into();
    let mut described = Vec::new();
    // One after the other: of thousands of candidates no two files stand in memory.
    let mut put = |name: &str, bytes: Vec<u8>| {
        described.push((name.to_owned(), sink.put(name, &bytes)?, bytes.len()));
        Ok::<(), PublishError>(())
    };
    put("palmares.csv", csv::render(&rows))?;
    put("palmares.json", json::render(edition, &rows))?;
    put("palmares.geojson", open_data::geojson(edition, &rows))?;
    put("palmares.ods", page::ods(edition, &rows, templates)?)?;
    put(
        "palmares.html",
        page::html(edition, &rows, &publication.jury, templates)?,
    )?;
    put("schema.json", open_data::table_schema(edition))?;
    let title = edition.called("palmares", templates)?;
    let package = open_data::data_package(edition, &title, &described);
    sink.put("datapackage.json", &package)?;
    Ok(())
}

/// What the committee alone is to see, the minutes, and what each candidate is sent: one at a time, for there may be
/// thousands.
fn send(
    edition: &Edition<'_>,
    papers: Papers,
    templates: &Templates,
    sink: &mut Sink<'_>,
    step: Step<'_>,
) -> Result<(), PublishError> {
    for (name, mut table) in papers.internal {
        sink.copy(&format!("{INTERNAL}/{name}"), &mut table)?;
    }
    let counts = statistics::html(edition, &papers.candidates, &papers.history, templates)?;
    sink.put(&format!("{INTERNAL}/statistiques.html"), &counts)?;
    sink.put(&format!("{INTERNAL}/LISEZ-MOI.txt"), KEPT.as_bytes())?;
    let press = Press::new()?;
    let minutes = papers.minutes.document(edition, templates, papers.minutes_lang)?;
    sink.paper("proces-verbal", &minutes, &press)?;
    letters(edition, papers.candidates, templates, sink, &press, step)
}

fn letters(
    edition: &Edition<'_>,
    candidates: Vec<Candidate>,
    templates: &Templates,
    sink: &mut Sink<'_>,
    press: &Press,
    step: Step<'_>,
) -> Result<(), PublishError> {
    let all = candidates.len();
    for (done, candidate) in candidates.into_iter().enumerate() {
        if !step(done, all) {
            return Err(PublishError::Stopped);
        }
        let stem = file_stem(&candidate.to.number);
        let letter = candidate.letter(edition, templates)?;
        sink.paper(&format!("{LETTERS}/{stem}"), &letter, press)?;
        if let Some(certificate) = candidate.certificate(edition, templates)? {
            sink.paper(&format!("{CERTIFICATES}/{stem}"), &certificate, press)?;
        }
    }
    Ok(())
}

/// Returns a name that is a file's name everywhere: a number is an outsider's text.
fn file_stem(number: &str) -> String {
    let safe = |c: char| {
        if c.is_ascii_alphanumeric() || c == '-' {
            c
        } else {
            '_'
        }
    };
    let mut stem: String = number.chars().take(80).map(safe).collect();
    if stem != number {
        // Two numbers that look alike as names stay two files.
        stem.push('-');
        stem.push_str(Digest::of(number.as_bytes()).short());
    }
    stem
}

/// Where files are written as they are made, and their digests.
struct Sink<'a> {
    folder: &'a Path,
    sums: BTreeMap<String, Digest>,
}

impl Sink<'_> {
    fn put(&mut self, name: &str, mut bytes: &[u8]) -> Result<Digest, PublishError> {
        self.copy(name, &mut bytes)
    }

    fn copy(&mut self, name: &str, from: &mut impl Read) -> Result<Digest, PublishError> {
        let path = self.folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|e| io(parent, &e))?;
        }
        let mut file = fs::File::create(&path).map_err(|e| io(&path, &e))?;
        let mut hasher = Sha256::new();
        let mut block = vec![0; BLOCK];
        loop {
            let read = from.read(&mut block).map_err(|e| io(&path, &e))?;
            let Some(part) = block.get(..read).filter(|part| !part.is_empty()) else {
                break;
            };
            hasher.update(part);
            file.write_all(part).map_err(|e| io(&path, &e))?;
        }
        file.sync_all().map_err(|e| io(&path, &e))?;
        let digest = Digest::of_hash(hasher.finalize().into());
        self.sums.insert(name.to_owned(), digest.clone());
        Ok(digest)
    }

    /// Writes a document to be changed, and the same printed.
    fn paper(&mut self, stem: &str, document: &Document, press: &Press) -> Result<(), PublishError> {
        self.put(&format!("{stem}.odt"), &document.pack()?)?;
        if let Some(printed) = press.print(document)? {
            self.put(&format!("{stem}.pdf"), &printed)?;
        }
        Ok(())
    }

    /// Writes the digests of all, and returns the names.
    fn seal(mut self) -> Result<Vec<String>, PublishError> {
        let mut text = String::new();
        for (name, digest) in &self.sums {
            let _ = writeln!(text, "{}  {name}", digest.hex());
        }
        self.put(SUMS, text.as_bytes())?;
        Ok(self.sums.into_keys().collect())
    }
}

/// Flushes a folder's names to the disk, where the system lets one.
fn sync(folder: &Path) {
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}

fn swap(fresh: &Path, out: &Path, old: &PathBuf) -> Result<(), PublishError> {
    if !out.exists() {
        return fs::rename(fresh, out).map_err(|e| io(out, &e));
    }
    fs::rename(out, old).map_err(|e| io(out, &e))?;
    fs::rename(fresh, out).map_err(|e| {
        let _ = fs::rename(old, out);
        io(out, &e)
    })
}

fn is_replaceable(out: &Path) -> Result<(), PublishError> {
    let not_ours = |found: String| {
        Err(PublishError::NotOurs {
            folder: out.display().to_string(),
            found,
        })
    };
    if !out.exists() && !out.is_symlink() {
        return Ok(());
    }
    if !out.is_dir() || out.is_symlink() {
        return not_ours(out.display().to_string());
    }
    let sums = fs::read_to_string(out.join(SUMS)).unwrap_or_default();
    let listed: BTreeSet<&str> = sums
        .lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(_, name)| name)
        .collect();
    look(out, "", &listed).map_or(Ok(()), not_ours)
}

/// Finds the first file that the sums don't name.
fn look(folder: &Path, before: &str, listed: &BTreeSet<&str>) -> Option<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Some(before.to_owned());
    };
    let mut entries: Vec<fs::DirEntry> = entries.filter_map(Result::ok).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    entries.into_iter().find_map(|entry| {
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder {
            look(&entry.path(), &format!("{name}/"), listed)
        } else {
            (name != SUMS && !listed.contains(name.as_str())).then_some(name)
        }
    })
}

fn io(path: &Path, error: &std::io::Error) -> PublishError {
    PublishError::Io {
        file: path.display().to_string(),
        why: error.to_string(),
    }
}
