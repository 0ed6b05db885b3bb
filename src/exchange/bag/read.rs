//! Takes a bag in: first all of it against its manifests, then the dossier; evidence is read piece by piece on demand.

use super::document::{self, MOST_DOCUMENT};
use super::fault::{BagFault, ZipFault};
use super::folder::Folder;
use super::manifest::{self, Algorithm, Hashers, Listed};
use super::names::{self, composed};
use super::zipped::Zipped;
use super::{DECLARATION, DOSSIER, EVIDENCE};
use crate::domain::dossier::Dossier;
use crate::domain::ids::Digest;
use crate::domain::saying::Saying;
use crate::exchange::budget::{Budget, open_regular};
use crate::exchange::error::ExchangeError;
use crate::exchange::intake::Warning;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::Path;

const PAYLOAD: &str = "data/";
const FETCH: &str = "fetch.txt";

/// Most bytes of a manifest or a declaration: 200,000 lines.
const MOST_TAG: u64 = 64 << 20;

/// A file of evidence as it lies in the bag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its name under `data/evidence/`.
    pub name: String,
    /// The digest of its bytes.
    pub sha256: Digest,
    /// Whether an entry of the dossier is about it.
    pub is_named: bool,
}

/// A bag whose manifests held.
#[derive(Debug)]
pub struct Bag {
    file: String,
    holder: Holder,
    dossier: Dossier,
    pieces: Vec<Piece>,
    members: BTreeMap<Digest, String>,
    warnings: Vec<Warning>,
}

/// Where the members come from; `top` is the archive's one folder, or empty.
#[derive(Debug)]
enum Holder {
    Folder(Folder),
    Zip {
        zip: Zipped<BufReader<File>>,
        top: String,
    },
}

impl Holder {
    fn names(&self) -> Result<Vec<String>, BagFault> {
        match self {
            Self::Folder(folder) => Ok(folder.names().to_vec()),
            Self::Zip { zip, top } => zip
                .names()
                .iter()
                .filter(|name| *name != top && !name.ends_with('/'))
                .map(|name| {
                    let inside = name.strip_prefix(top.as_str()).map(str::to_owned);
                    inside.ok_or_else(|| BagFault::Stranger { member: name.clone() })
                })
                .collect(),
        }
    }

    fn stream(&mut self, name: &str, most: u64, take: &mut dyn FnMut(&[u8])) -> Result<(), BagFault> {
        match self {
            Self::Folder(folder) => folder.stream(name, most, take),
            Self::Zip { zip, top } => zip.stream(&format!("{top}{name}"), most, take),
        }
    }

    fn bytes(&mut self, name: &str, most: u64) -> Result<Vec<u8>, BagFault> {
        let mut bytes = Vec::new();
        self.stream(name, most, &mut |chunk| bytes.extend_from_slice(chunk))?;
        Ok(bytes)
    }

    fn restart(&mut self) {
        match self {
            Self::Folder(folder) => folder.restart(),
            Self::Zip { zip, .. } => zip.restart(),
        }
    }
}

/// Tells whether a path is a bag, or was meant to be one: a folder with its declaration, or an archive with one at its
/// top or in its one folder. Nothing is checked.
pub fn looks_like(path: &Path) -> bool {
    if path.is_dir() {
        return path.join(DECLARATION).is_file();
    }
    let Ok((file, _)) = open_regular(path) else {
        return false;
    };
    let mut head = Vec::new();
    if file.take(4096).read_to_end(&mut head).is_err() || !head.starts_with(b"PK") {
        return false;
    }
    let names = open_regular(path)
        .ok()
        .and_then(|(file, _)| Zipped::open(BufReader::new(file), &Budget::default()).ok())
        .map(|zip| zip.names().to_vec());
    match names {
        Some(names) => top_of(&names).is_some(),
        None => head
            .windows(DECLARATION.len())
            .any(|window| window == DECLARATION.as_bytes()),
    }
}

/// Reads a bag; evidence stays where it is until it is asked for.
///
/// # Errors
/// The first thing that does not hold, with its member; a failure to read.
pub fn read(path: &Path, budget: &Budget) -> Result<Bag, ExchangeError> {
    let file = path.display().to_string();
    open(path, budget)
        .and_then(|holder| checked(file.clone(), holder, budget))
        .map_err(|fault| ExchangeError::of_bag(&file, fault))
}

fn open(path: &Path, budget: &Budget) -> Result<Holder, BagFault> {
    let seen = std::fs::symlink_metadata(path).map_err(|error| BagFault::io(&error))?;
    if seen.is_dir() {
        return Ok(Holder::Folder(Folder::open(path, budget)?));
    }
    let (file, _) = open_regular(path).map_err(|error| match error {
        ExchangeError::Io { error, .. } => BagFault::Io { why: error },
        _ => BagFault::zip(ZipFault::NoFile),
    })?;
    let zip = Zipped::open(BufReader::new(file), budget)?;
    names::check(zip.names().iter().map(String::as_str))?;
    let top = top_of(zip.names()).ok_or_else(|| BagFault::Lacks {
        member: DECLARATION.to_owned(),
    })?;
    Ok(Holder::Zip { zip, top })
}

/// Returns the folder in which an archive's bag lies, with its slash: none, or one at the top.
fn top_of(names: &[String]) -> Option<String> {
    let tops = names.iter().filter_map(|name| name.strip_suffix(DECLARATION));
    let mut tops = tops.filter(|top| top.is_empty() || top.find('/') == Some(top.len() - 1));
    let first = tops.next()?;
    Some(if tops.any(str::is_empty) { "" } else { first }.to_owned())
}

fn checked(file: String, mut holder: Holder, budget: &Budget) -> Result<Bag, BagFault> {
    let members = holder.names()?;
    names::check(members.iter().map(String::as_str))?;
    let mut warnings = Vec::new();
    let mut warn = |at: &str, what: Saying| {
        let (source, at) = (file.clone(), at.to_owned());
        warnings.push(Warning { source, at, what });
    };
    let digests = Checking::new(&members, &mut holder, &mut warn)?.payload(&mut holder)?;
    if !digests.contains_key(DOSSIER) {
        let member = DOSSIER.to_owned();
        return Err(BagFault::Lacks { member });
    }
    holder.restart();
    let bytes = holder.bytes(DOSSIER, MOST_DOCUMENT)?;
    if digests.get(DOSSIER) != Some(&Digest::of(&bytes)) {
        let member = DOSSIER.to_owned();
        return Err(BagFault::Altered { member });
    }
    let document = document::parse::<Dossier>(&file, DOSSIER, &bytes, budget)?;
    if document.had_nul {
        warn(DOSSIER, Saying::new("exchange-warning-nul"));
    }
    let mut dossier = document.says;
    if dossier.number.trim().is_empty() {
        return Err(BagFault::Malformed {
            member: DOSSIER.to_owned(),
            at: "/number".to_owned(),
            found: "\"\"".to_owned(),
        });
    }
    let pieces = pieces_of(&mut dossier, &digests);
    let members = digests
        .into_iter()
        .filter(|(member, _)| member.starts_with(EVIDENCE))
        .map(|(member, digest)| (digest, member))
        .collect();
    Ok(Bag {
        file,
        holder,
        dossier,
        pieces,
        members,
        warnings,
    })
}

/// Ties the dossier's entries to the files: by digest, else by name where an entry tells none.
fn pieces_of(dossier: &mut Dossier, digests: &BTreeMap<String, Digest>) -> Vec<Piece> {
    let of_name = |name: &str| digests.get(&format!("{EVIDENCE}{name}")).cloned();
    for entry in dossier.evidence.iter_mut().filter(|entry| entry.sha256.is_none()) {
        entry.sha256 = of_name(&entry.name);
    }
    let named: BTreeSet<&Digest> = dossier
        .evidence
        .iter()
        .filter_map(|e| e.sha256.as_ref())
        .collect();
    digests
        .iter()
        .filter_map(|(member, digest)| {
            Some(Piece {
                name: member.strip_prefix(EVIDENCE)?.to_owned(),
                sha256: digest.clone(),
                is_named: named.contains(digest),
            })
        })
        .collect()
}

/// A bag being checked: what its tag files say.
struct Checking<'m> {
    members: &'m [String],
    manifests: Vec<(Algorithm, Listed)>,
}

impl<'m> Checking<'m> {
    fn new(
        members: &'m [String],
        holder: &mut Holder,
        warn: &mut dyn FnMut(&str, Saying),
    ) -> Result<Self, BagFault> {
        let has = |name: &str| members.iter().any(|member| member == name);
        if has(FETCH) {
            return Err(BagFault::Fetch);
        }
        if !has(DECLARATION) {
            let member = DECLARATION.to_owned();
            return Err(BagFault::Lacks { member });
        }
        let version = declared(&holder.bytes(DECLARATION, 4096)?)?;
        if version == Version::Draft {
            warn(DECLARATION, Saying::new("bag-warning-old"));
        }
        let mut listed = |prefix: &str| -> Result<Vec<(Algorithm, Listed)>, BagFault> {
            let mut found = Vec::new();
            for algorithm in Algorithm::ALL {
                let name = format!("{prefix}-{}.txt", algorithm.name());
                if has(&name) {
                    let bytes = holder.bytes(&name, MOST_TAG)?;
                    let read = manifest::parse(&name, &bytes, algorithm, version == Version::One)?;
                    found.push((algorithm, read));
                }
            }
            Ok(found)
        };
        let (manifests, tags) = (listed("manifest")?, listed("tagmanifest")?);
        if manifests.is_empty() {
            let others = members.iter().filter(|name| name.starts_with("manifest-"));
            let found = others.cloned().collect::<Vec<_>>().join(", ");
            return Err(BagFault::Weak { found });
        }
        let checking = Self { members, manifests };
        checking.tags(holder, &tags)?;
        Ok(checking)
    }

    /// Checks the tag files that a tag manifest lists; it need not list all (RFC 8493 §2.2.1).
    fn tags(&self, holder: &mut Holder, tags: &[(Algorithm, Listed)]) -> Result<(), BagFault> {
        let outside = self.members.iter().filter(|name| !name.starts_with(PAYLOAD));
        let here: BTreeMap<String, &String> = outside.map(|name| (composed(name), name)).collect();
        for (algorithm, listed) in tags {
            for (name, digits) in listed {
                let Some(member) = here.get(name).copied() else {
                    let member = name.clone();
                    return Err(BagFault::Lacks { member });
                };
                let found = hashed(holder, member, MOST_TAG)?;
                if of(&found, *algorithm) != digits {
                    let member = member.clone();
                    return Err(BagFault::Altered { member });
                }
            }
        }
        Ok(())
    }

    /// Reads every payload file once: each is in every manifest, and each manifest's entries are there.
    fn payload(&self, holder: &mut Holder) -> Result<BTreeMap<String, Digest>, BagFault> {
        let mut digests = BTreeMap::new();
        for member in self.members.iter().filter(|name| name.starts_with(PAYLOAD)) {
            let key = composed(member);
            let unlisted = |(_, listed): &(Algorithm, Listed)| !listed.contains_key(&key);
            if self.manifests.iter().any(unlisted) {
                let member = member.clone();
                return Err(BagFault::Unlisted { member });
            }
            let found = hashed(holder, member, u64::MAX)?;
            let differs = |(algorithm, listed): &(Algorithm, Listed)| {
                listed.get(&key).map(String::as_str) != Some(of(&found, *algorithm))
            };
            let digest = Digest::parse(of(&found, Algorithm::Sha256));
            match digest.filter(|_| !self.manifests.iter().any(differs)) {
                Some(digest) => digests.insert(member.clone(), digest),
                None => {
                    let member = member.clone();
                    return Err(BagFault::Altered { member });
                }
            };
        }
        let have: BTreeSet<String> = digests.keys().map(|member| composed(member)).collect();
        let listed = self.manifests.iter().flat_map(|(_, listed)| listed.keys());
        match listed.into_iter().find(|name| !have.contains(*name)) {
            None => Ok(digests),
            Some(name) => Err(BagFault::Lacks { member: name.clone() }),
        }
    }
}

fn hashed(holder: &mut Holder, member: &str, most: u64) -> Result<[String; 2], BagFault> {
    let mut hashers = Hashers::default();
    holder.stream(member, most, &mut |chunk| hashers.update(chunk))?;
    Ok(hashers.finish())
}

fn of([short, long]: &[String; 2], algorithm: Algorithm) -> &str {
    match algorithm {
        Algorithm::Sha256 => short,
        Algorithm::Sha512 => long,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Version {
    /// 1.0.
    One,
    /// 0.97, which widespread tools still write; it differs by the percent sign in manifests.
    Draft,
}

/// Reads the two lines of the declaration (RFC 8493 §2.1.1).
fn declared(bytes: &[u8]) -> Result<Version, BagFault> {
    let text = String::from_utf8_lossy(bytes);
    let value = |name: &str| {
        let mut lines = text.lines().filter_map(|line| line.split_once(':'));
        let found = lines.find(|(label, _)| label.trim().eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim()).unwrap_or_default()
    };
    let version = match value("BagIt-Version") {
        "1.0" => Some(Version::One),
        "0.97" => Some(Version::Draft),
        _ => None,
    };
    let is_utf8 = value("Tag-File-Character-Encoding").eq_ignore_ascii_case("UTF-8");
    version.filter(|_| is_utf8).ok_or_else(|| BagFault::Declaration {
        found: text
            .lines()
            .take(2)
            .collect::<Vec<_>>()
            .join(" ")
            .chars()
            .take(200)
            .collect(),
    })
}

impl Bag {
    /// Returns the path, as messages name it.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Returns the dossier. An entry of its evidence that told no digest has that of the file of its name.
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// Returns the files of evidence, in the order of their names.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Returns what was taken with a reserve.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// Tells whether it holds the bytes of that digest.
    pub fn holds(&self, digest: Option<&Digest>) -> bool {
        digest.is_some_and(|digest| self.members.contains_key(digest))
    }

    /// Returns the names of the dossier's evidence whose bytes the bag does not hold.
    pub fn missing(&self) -> Vec<&str> {
        let here = |digest: &Digest| self.members.contains_key(digest);
        let entries = self.dossier.evidence.iter();
        entries
            .filter(|entry| !entry.sha256.as_ref().is_some_and(here))
            .map(|entry| entry.name.as_str())
            .collect()
    }

    /// Reads a piece of evidence by its digest; nothing where the bag does not hold it.
    ///
    /// # Errors
    /// The bytes are no longer what they were when the bag was checked, or can't be read.
    pub fn evidence(&mut self, digest: &Digest) -> Result<Option<Vec<u8>>, ExchangeError> {
        let Some(member) = self.members.get(digest).cloned() else {
            return Ok(None);
        };
        self.holder.restart();
        let read = self.holder.bytes(&member, u64::MAX).and_then(|bytes| {
            if Digest::of(&bytes) == *digest {
                return Ok(bytes);
            }
            Err(BagFault::Altered { member })
        });
        read.map(Some)
            .map_err(|fault| ExchangeError::of_bag(&self.file, fault))
    }
}
