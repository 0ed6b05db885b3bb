//! Finds the files that candidates attached in a folder of downloads: by the platform's checksum, else by name within
//! a folder that bears the dossier's number. No link is followed; the candidate's name for a file is never a path.

use super::budget::Budget;
use super::error::ExchangeError;
use crate::domain::dossier::Dossier;
use crate::domain::evidence::Evidence;
use crate::domain::ids::Digest;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use md5::{Digest as _, Md5};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use unicode_normalization::UnicodeNormalization as _;

mod walk;
use walk::Entry;

/// What a folder of downloads gave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The bytes of each piece found: index of the dossier, index of the piece in it.
    pub matched: Vec<(usize, usize, Vec<u8>)>,
    /// Pieces that no file is: the dossier's number and the piece's name.
    pub missing: Vec<(String, String)>,
    /// Files that no piece is, by their path within the folder.
    pub unmatched: Vec<String>,
    /// Pieces whose file is there under its name with other bytes, and is not taken.
    pub altered: Vec<(String, String)>,
}

/// Finds the pieces of the dossiers in a folder, and gives those found their digest and size.
///
/// # Errors
/// A folder that can't be read, or that passes the budget.
pub fn match_folder(dossiers: &mut [Dossier], root: &Path, budget: &Budget) -> Result<Found, ExchangeError> {
    let mut matched = Vec::new();
    let found = match_each(dossiers, root, budget, |dossier, piece, bytes| {
        matched.push((dossier, piece, bytes.to_vec()));
    })?;
    Ok(Found { matched, ..found })
}

/// Does as [`match_folder`] does, and hands over each piece's bytes as it is found, one file in memory at a time.
///
/// # Errors
/// A folder that can't be read, or that passes the budget.
pub fn match_each(
    dossiers: &mut [Dossier],
    root: &Path,
    budget: &Budget,
    mut take: impl FnMut(usize, usize, &[u8]),
) -> Result<Found, ExchangeError> {
    let mut search = Search::of(dossiers);
    walk::files(root, budget, &mut |entry| {
        for (dossier, piece) in search.claim(&entry) {
            if let Some(evidence) = piece_of(dossiers, dossier, piece) {
                evidence.sha256 = Some(Digest::of(&entry.bytes));
                evidence.size = entry.bytes.len() as u64;
                take(dossier, piece, &entry.bytes);
            }
        }
    })
    .map(|skipped| search.found(dossiers, skipped))
}

fn piece_of(dossiers: &mut [Dossier], dossier: usize, piece: usize) -> Option<&mut Evidence> {
    dossiers.get_mut(dossier)?.evidence.get_mut(piece)
}

/// A piece of evidence: index of its dossier, its index there.
type Piece = (usize, usize);

/// The pieces looked for, and what became of the files seen.
#[derive(Debug)]
struct Search {
    by_checksum: HashMap<String, Vec<Piece>>,
    by_name: HashMap<(usize, String), Vec<(Piece, bool)>>,
    by_number: HashMap<String, usize>,
    matched: HashSet<Piece>,
    unmatched: Vec<String>,
    altered: Vec<(Piece, String)>,
}

impl Search {
    fn of(dossiers: &[Dossier]) -> Self {
        let mut search = Self {
            by_checksum: HashMap::new(),
            by_name: HashMap::new(),
            by_number: HashMap::new(),
            matched: HashSet::new(),
            unmatched: Vec::new(),
            altered: Vec::new(),
        };
        for (d, dossier) in dossiers.iter().enumerate() {
            search.by_number.insert(dossier.number.clone(), d);
            for (e, evidence) in dossier.evidence.iter().enumerate() {
                search.want((d, e), evidence);
            }
        }
        search
    }

    fn want(&mut self, piece: Piece, evidence: &Evidence) {
        if evidence.sha256.is_some() {
            self.matched.insert(piece);
            return;
        }
        if let Some(checksum) = &evidence.checksum {
            let pieces = self.by_checksum.entry(checksum.clone());
            pieces.or_default().push(piece);
        }
        let named = self.by_name.entry((piece.0, file_name(&evidence.name)));
        named.or_default().push((piece, evidence.checksum.is_some()));
    }

    /// Returns the pieces that a file is.
    fn claim(&mut self, entry: &Entry) -> Vec<Piece> {
        let checksum = STANDARD.encode(Md5::digest(&entry.bytes));
        if let Some(pieces) = self.by_checksum.get(&checksum) {
            let new = pieces.iter().filter(|piece| self.matched.insert(**piece));
            return new.copied().collect();
        }
        let name = file_name(&entry.name);
        let named = self
            .dossier_of(&entry.folders)
            .and_then(|dossier| self.by_name.get(&(dossier, name)));
        let open = |piece: &Piece| !self.matched.contains(piece);
        let free = named.and_then(|pieces| pieces.iter().find(|(piece, checked)| !checked && open(piece)));
        if let Some((piece, _)) = free {
            self.matched.insert(*piece);
            return vec![*piece];
        }
        match named.and_then(|pieces| pieces.iter().find(|(_, checked)| *checked)) {
            Some((piece, _)) => self.altered.push((*piece, entry.path.clone())),
            None => self.unmatched.push(entry.path.clone()),
        }
        Vec::new()
    }

    /// The innermost folder whose name holds a dossier's number says whose file it is.
    fn dossier_of(&self, folders: &[String]) -> Option<usize> {
        folders.iter().rev().find_map(|folder| {
            folder
                .split(|c: char| !c.is_ascii_digit())
                .find_map(|digits| self.by_number.get(digits).copied())
        })
    }

    /// A file under a piece's name is an altered one only while the piece itself is nowhere.
    fn found(self, dossiers: &[Dossier], skipped: Vec<String>) -> Found {
        let Self {
            matched,
            mut unmatched,
            altered,
            ..
        } = self;
        unmatched.extend(skipped);
        let mut touched = HashSet::new();
        for (piece, path) in altered {
            if matched.contains(&piece) {
                unmatched.push(path);
            } else {
                touched.insert(piece);
            }
        }
        unmatched.sort();
        let mut found = Found {
            unmatched,
            ..Found::default()
        };
        for (d, dossier) in dossiers.iter().enumerate() {
            for (e, evidence) in dossier.evidence.iter().enumerate() {
                let named = (dossier.number.clone(), evidence.name.clone());
                if touched.contains(&(d, e)) {
                    found.altered.push(named);
                } else if !matched.contains(&(d, e)) {
                    found.missing.push(named);
                }
            }
        }
        found
    }
}

/// The last part of a name, composed as one file system or another may not have left it.
fn file_name(name: &str) -> String {
    name.rsplit(['/', '\\']).next().unwrap_or(name).nfc().collect()
}

#[cfg(test)]
mod tests;
