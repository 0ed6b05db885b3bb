//! A juror takes a package in: into a new store, or again into theirs with every score kept.

use super::campaign::fresh;
use super::search::index_answers;
use super::{Office, OfficeError};
use crate::context::Context;
use crate::domain::dossier::{Answer, Dossier, Value};
use crate::domain::ids::{Digest, DossierId};
use crate::domain::role::Role;
use crate::domain::saying::Saying;
use crate::exchange::bag::BagFault;
use crate::exchange::grid_toml;
use crate::exchange::package::{Contents, Issue, Package, PackageError};
use crate::exchange::seal;
use crate::exchange::signature::{DeviceKey, Secret};
use crate::store::{Access, Key, Store, StoreError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// What taking a package in did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opened {
    /// Dossiers that were not there.
    pub new: usize,
    /// Dossiers whose content changed.
    pub updated: usize,
    /// Dossiers that were the same.
    pub unchanged: usize,
    /// Numbers of the dossiers that the package no longer gives. They and their scores stay in the store, and out of
    /// the sheet.
    pub gone: Vec<String>,
}

/// What a juror's store keeps of the package that was opened last.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Given {
    #[serde(default)]
    issue: Option<Issue>,
    /// The dossiers that it gave.
    dossiers: BTreeSet<DossierId>,
}

impl Given {
    fn by(contents: &Contents) -> Self {
        Self {
            issue: contents.issue.clone(),
            dossiers: contents
                .dossiers
                .iter()
                .map(|dossier| dossier.id.clone())
                .collect(),
        }
    }

    fn keep(&self, store: &Store) -> Result<(), OfficeError> {
        let text = serde_json::to_string(self).unwrap_or_default();
        Ok(store.put(Key::Package, &text)?)
    }

    /// Returns what was kept; nothing in a store whose package was opened before this was kept.
    pub(super) fn of(store: &Store) -> Result<Option<Self>, OfficeError> {
        let Some(text) = store.get(Key::Package)? else {
            return Ok(None);
        };
        let damaged = |_| {
            let row = "package".to_owned();
            StoreError::Damaged { table: "meta", row }
        };
        Ok(Some(serde_json::from_str(&text).map_err(damaged)?))
    }

    /// Tells whether a dossier was given.
    pub(super) fn has(&self, dossier: &DossierId) -> bool {
        self.dossiers.contains(dossier)
    }
}

type Input = BufReader<File>;

/// Takes a package into a store, made where missing.
///
/// # Errors
/// A package that does not hold, another campaign's or another juror's; nothing is changed or left behind.
pub fn open_package(path: &Path, file: &Path, context: Context) -> Result<(Office, Opened), OfficeError> {
    open_sealed(path, file, None, context)
}

/// Takes a package into a store, made where missing; `key` opens it where it is sealed.
///
/// # Errors
/// As [`open_package`]; a sealed one without its key, or with another.
pub fn open_sealed(
    path: &Path,
    file: &Path,
    key: Option<&seal::Key>,
    context: Context,
) -> Result<(Office, Opened), OfficeError> {
    let name = file.display().to_string();
    let input = super::seal::opened(file, key)?;
    let mut package = Package::open(BufReader::new(input), &name)?;
    let contents = package.contents()?;
    check(&contents, &name)?;
    if path.exists() {
        let mut office = Office::open(path, Access::Write, context)?;
        office.is_for(&contents)?;
        office.is_no_older(&contents)?;
        let campaign = serde_json::to_string(&contents.campaign).unwrap_or_default();
        let opened = office.store.atomically(|store| {
            store.put(Key::Campaign, &campaign)?;
            store.put(
                Key::Juror,
                &serde_json::to_string(&contents.juror).unwrap_or_default(),
            )?;
            note_changes(store, &contents, &office.context.stamp())?;
            take(store, &contents, &mut package)
        })?;
        if let Some(me) = &mut office.me {
            me.addressee = contents.juror;
        }
        office.campaign = contents.campaign;
        return Ok((office, opened));
    }
    let (device, key) = (context.random_name(16), context.random());
    let device = device.map_err(|e| OfficeError::io(path, &e))?;
    let key = key.map_err(|e| OfficeError::io(path, &e))?;
    let mut opened = None;
    fresh(path, &context, |store| {
        store.put(Key::Role, "juror")?;
        store.put(
            Key::Campaign,
            &serde_json::to_string(&contents.campaign).unwrap_or_default(),
        )?;
        store.put(Key::Grid, &contents.grid)?;
        store.put(
            Key::Juror,
            &serde_json::to_string(&contents.juror).unwrap_or_default(),
        )?;
        store.put(Key::Device, &device)?;
        store.put(Key::DeviceKey, &DeviceKey::new(key).to_hex())?;
        opened = Some(take(store, &contents, &mut package)?);
        Ok(())
    })?;
    let office = Office::open(path, Access::Write, context)?;
    Ok((office, opened.unwrap_or_default()))
}

fn check(contents: &Contents, name: &str) -> Result<(), OfficeError> {
    let grid = grid_toml::read(&contents.grid, name)?;
    if *grid.digest() != contents.campaign.grid {
        let member = "data/grid.toml".to_owned();
        return Err(PackageError::of(name, BagFault::Altered { member }).into());
    }
    Secret::parse(&contents.juror.secret).map(drop).ok_or_else(|| {
        let member = "data/juror.json".to_owned();
        PackageError::of(name, BagFault::Secret { member }).into()
    })
}

/// Returns the files that an answer attaches: another file under the same name is another answer.
fn pieces_of<'d>(dossier: &'d Dossier, answer: &Answer) -> Vec<(&'d str, Option<&'d Digest>)> {
    let Value::Files(names) = &answer.value else {
        return Vec::new();
    };
    let pieces = dossier
        .evidence
        .iter()
        .filter(|piece| names.contains(&piece.name));
    pieces
        .map(|piece| (piece.name.as_str(), piece.sha256.as_ref()))
        .collect()
}

/// Notes which answers a newer package changes in the dossiers on which something was scored.
fn note_changes(store: &Store, contents: &Contents, at: &str) -> Result<(), OfficeError> {
    for dossier in &contents.dossiers {
        let Some(known) = store.dossier(&dossier.id)?.map(|stored| stored.dossier) else {
            continue;
        };
        if !store.has_events(&dossier.id)? {
            continue;
        }
        for answer in &known.answers {
            let now = dossier.answers.iter().find(|other| other.champ == answer.champ);
            let replaced = || pieces_of(&known, answer) != pieces_of(dossier, answer);
            if now.is_none_or(|now| now.text != answer.text || now.value != answer.value) || replaced() {
                store.add_change(&dossier.id, &answer.champ, &answer.text, at)?;
            }
        }
        for answer in &dossier.answers {
            if answer.is_given() && known.answers.iter().all(|other| other.champ != answer.champ) {
                store.add_change(&dossier.id, &answer.champ, "", at)?;
            }
        }
    }
    Ok(())
}

fn take(store: &Store, contents: &Contents, package: &mut Package<Input>) -> Result<Opened, OfficeError> {
    let mut opened = Opened::default();
    let given = Given::by(contents);
    let known = store.dossier_names()?.into_iter();
    let gone = known.filter(|(id, _, _)| !given.has(id));
    opened.gone.extend(gone.map(|(_, number, _)| number));
    given.keep(store)?;
    let mut pieces: BTreeSet<&Digest> = BTreeSet::new();
    for dossier in &contents.dossiers {
        match store.dossier(&dossier.id)? {
            Some(stored) if stored.dossier == *dossier => opened.unchanged += 1,
            known => {
                store.put_dossier(dossier)?;
                index_answers(store, dossier)?;
                if known.is_some() {
                    opened.updated += 1;
                } else {
                    opened.new += 1;
                }
            }
        }
        match contents.formers.get(&dossier.id) {
            Some(former) => store.put_former(&dossier.id, former)?,
            None => store.drop_former(&dossier.id)?,
        }
        pieces.extend(dossier.evidence.iter().filter_map(|e| e.sha256.as_ref()));
    }
    for piece in pieces {
        if !store.has_evidence(piece)? {
            store.put_evidence(piece, &package.evidence(piece)?)?;
        }
    }
    Ok(opened)
}

impl Office {
    /// An older package would take answers back to what they were.
    fn is_no_older(&self, contents: &Contents) -> Result<(), OfficeError> {
        let known = Given::of(&self.store)?.and_then(|given| given.issue);
        let Some(known) = known else { return Ok(()) };
        let found = contents.issue.as_ref();
        if found.is_some_and(|issue| issue.seq >= known.seq) {
            return Ok(());
        }
        let found = found.map_or("?", |issue| issue.at.as_str());
        Err(OfficeError::Refused(
            Saying::new("open-older")
                .text("found", found)
                .text("known", &known.at)
                .text("store", self.path.display()),
        ))
    }

    fn is_for(&self, contents: &Contents) -> Result<(), OfficeError> {
        let refused = |id: &'static str, found: &str, expected: &str| {
            Err(OfficeError::Refused(
                Saying::new(id)
                    .text("found", found)
                    .text("expected", expected)
                    .text("store", self.path.display()),
            ))
        };
        if self.role != Role::Juror {
            return refused("open-coordinator-store", "", "");
        }
        if contents.campaign.id != self.campaign.id {
            return refused(
                "open-other-campaign",
                &contents.campaign.edition,
                &self.campaign.edition,
            );
        }
        if contents.campaign.grid != self.campaign.grid {
            let (found, expected) = (contents.campaign.grid.short(), self.campaign.grid.short());
            return refused("open-other-grid", found, expected);
        }
        match &self.me {
            Some(me) if me.addressee.id != contents.juror.id => {
                refused("open-other-juror", &contents.juror.name, &me.addressee.name)
            }
            _ => Ok(()),
        }
    }
}
