//! What people do: each act checks who may, plans on the ground floors, writes in one transaction, and reports. The desk
//! and the commands call the same acts. Nothing is drawn and no word is chosen here.

pub mod act;
mod agreement;
mod announced;
mod arrivals;
pub mod ask;
mod assign;
mod backup;
mod bench;
mod campaign;
mod check;
mod conflict;
mod decide;
mod error;
mod export;
mod find;
mod form;
mod gather;
mod import;
mod jury;
mod keep;
mod look;
mod merge;
mod merged;
mod minutes;
mod open;
mod pace;
mod pack;
mod ranking;
pub mod reading;
mod recall;
pub mod receipt;
mod recuse;
mod results;
mod results_csv;
mod rotation;
mod score;
pub mod seal;
mod search;
mod sit;
mod stand;
mod status;
pub mod undo;
mod what_if;
mod write_sheet;

pub use crate::exchange::bag::SCHEMA as DOSSIER_SCHEMA;
pub use crate::exchange::seal::{
    IS_BUILT_IN as CAN_SEAL, Key as SealKey, Lock as SealLock, Needs as SealNeeds,
};
pub use crate::publish::{PRINTS, print_templates};
pub use act::{Act, Report};
pub use agreement::{JuryAgreement, agreement_of_file};
pub use announced::{Doubt, Preview};
pub use ask::{Answer, Question};
pub use backup::{backup_to, restore_from};
pub use campaign::{NewCampaign, new_campaign};
pub use check::Checked;
pub use error::OfficeError;
pub use merged::{Merged, MergedSheet, RefusedFile};
pub use open::{Opened, open_package, open_sealed};
pub use pace::Pace;
pub use ranking::{RankedLevel, RankedRow, Ranking};
pub use recall::{Ambiguity, Recalled, Recollection};
pub use rotation::{Copying, drop_copies, last_good_copy};
pub use what_if::{Moved, WhatIf};
pub use write_sheet::{read_sheet, verify_sheet};

use crate::context::Context;
use crate::domain::campaign::Campaign;
use crate::domain::grid::Grid;
use crate::domain::ids::{CampaignId, DeviceId, JurorId};
use crate::domain::juror::Juror;
use crate::domain::role::{Role, Verb, may};
use crate::domain::saying::Saying;
use crate::exchange::canonical;
use crate::exchange::grid_toml;
use crate::exchange::package::Addressee;
pub use crate::exchange::watch::{Progress, Stage, Watch};
use crate::ledger::journal;
use crate::store::{Access, Key, Lock, Store, StoreError};
use serde::Serialize;
use std::cell::RefCell;
use std::path::{Path, PathBuf};

/// An open store with what every act needs of it.
#[derive(Debug)]
pub struct Office {
    store: Store,
    path: PathBuf,
    context: Context,
    role: Role,
    campaign: Campaign,
    grid: Grid,
    me: Option<Me>,
    watch: Watch,
    access: Access,
    /// Who else writes in it, where it is open to be read because of that.
    holder: Option<String>,
    copies: rotation::Copies,
    lenience: RefCell<Option<agreement::Lenience>>,
    _lock: Option<Lock>,
}

/// On a juror's side: who works here, and on which device.
#[derive(Debug, Clone)]
struct Me {
    addressee: Addressee,
    device: DeviceId,
}

impl Office {
    /// Opens a store.
    ///
    /// # Errors
    /// That there is none, that it is not ours, or that another writes in it.
    pub fn open(path: &Path, access: Access, context: Context) -> Result<Self, OfficeError> {
        let lock = match access {
            Access::Write if path.exists() => Some(Lock::take(path, &context.holder)?),
            Access::Write | Access::Read => None,
        };
        let store = Store::open(path, access)?;
        Self::of_store(store, path, access, lock, context)
    }

    /// Opens a store to write in it, or to read alone where another writes in it.
    ///
    /// # Errors
    /// As [`Self::open`], the other writer apart.
    pub fn open_or_read(path: &Path, context: Context) -> Result<Self, OfficeError> {
        match Self::open(path, Access::Write, context.clone()) {
            Err(OfficeError::Store(StoreError::Held { holder, .. })) => {
                let mut office = Self::open(path, Access::Read, context)?;
                office.holder = Some(holder);
                Ok(office)
            }
            other => other,
        }
    }

    /// Returns who else writes in the store, where it is open to be read because of that.
    pub fn holder(&self) -> Option<&str> {
        self.holder.as_deref()
    }

    fn of_store(
        store: Store,
        path: &Path,
        access: Access,
        lock: Option<Lock>,
        context: Context,
    ) -> Result<Self, OfficeError> {
        let value = |key: Key, row: &str| store.get(key)?.ok_or_else(|| damaged(row));
        let role = match value(Key::Role, "role")?.as_str() {
            "coordinator" => Role::Coordinator,
            "juror" => Role::Juror,
            _ => return Err(damaged("role").into()),
        };
        let campaign: Campaign =
            serde_json::from_str(&value(Key::Campaign, "campaign")?).map_err(|_| damaged("campaign"))?;
        let grid = grid_toml::read(&value(Key::Grid, "grid")?, "grid")?;
        let me = match role {
            Role::Coordinator => None,
            Role::Juror => Some(Me {
                addressee: serde_json::from_str(&value(Key::Juror, "juror")?)
                    .map_err(|_| damaged("juror"))?,
                device: DeviceId::new(value(Key::Device, "device")?),
            }),
        };
        Ok(Self {
            store,
            path: path.to_owned(),
            context,
            role,
            campaign,
            grid,
            me,
            watch: Watch::default(),
            access,
            holder: None,
            copies: rotation::Copies::BeforeAChange,
            lenience: RefCell::new(None),
            _lock: lock,
        })
    }

    /// Lets somebody watch over what is done from now on, and stop it.
    pub fn be_watched(&mut self, watch: Watch) {
        self.watch = watch;
    }

    /// Returns whose store it is.
    pub fn role(&self) -> Role {
        self.role
    }

    /// Returns the campaign.
    pub fn campaign(&self) -> &Campaign {
        &self.campaign
    }

    /// Returns the grid.
    pub fn grid(&self) -> &Grid {
        &self.grid
    }

    /// Returns the file of the store.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the juror whose store it is.
    pub fn juror(&self) -> Option<Juror> {
        self.me.as_ref().map(|me| Juror {
            id: me.addressee.id.clone(),
            name: me.addressee.name.clone(),
            email: None,
            affiliation: me.addressee.affiliation.clone(),
        })
    }

    /// Does an act: all of it, on the disk, or nothing.
    ///
    /// # Errors
    /// Who may not, what is refused, what failed.
    pub fn perform(&mut self, act: Act) -> Result<Report, OfficeError> {
        if act.changes() {
            if self.access == Access::Read && matches!(act, Act::KeepReading { .. }) {
                // What was read is kept by whoever writes; here it is read again.
                return Ok(Report::ReadingKept);
            }
            self.may_write()?;
            self.keep_copy()?;
        }
        match act {
            Act::Import(request) => self.import(&request).map(Report::Imported),
            Act::Stand {
                dossier,
                standing,
                reason,
            } => self.stand(&dossier, standing, &reason),
            Act::AddJuror(new) => self.add_juror(new).map(Report::JurorAdded),
            Act::DeclareConflict {
                juror,
                dossier,
                reason,
            } => self.declare_conflict(&juror, &dossier, reason),
            Act::DismissConflict { juror, dossier } => self.dismiss_conflict(&juror, &dossier),
            Act::TakeBackConflict { juror, dossier } => self.take_back_conflict(&juror, &dossier),
            Act::ChangeJuror { juror, change } => self.change_juror(&juror, change),
            Act::AssignAll => self.assign_all(),
            Act::Assign(wish) => self.assign(wish),
            Act::Pack { out, juror } => self.pack(&out, juror.as_ref(), None).map(Report::Packed),
            Act::PackSealed { out, juror, lock } => {
                let juror = juror.as_ref();
                self.pack(&out, juror, Some(&lock)).map(Report::Packed)
            }
            Act::Recall { from, dry_run } => self.recall(&from, dry_run).map(Report::Recalled),
            Act::Score {
                dossier,
                criterion,
                change,
            } => self.score(&dossier, &criterion, change),
            Act::Recuse { dossier, reason } => self.recuse(&dossier, reason),
            Act::Undo => self.undo(),
            Act::Redo => self.redo(),
            Act::KeepReading {
                dossier,
                digest,
                reading,
            } => self.keep_reading(&dossier, &digest, &reading),
            Act::Look { dossier, champ } => self.look(&dossier, &champ),
            Act::Dismiss { dossier } => self.dismiss(&dossier),
            Act::WriteForm { path, wording } => self.write_form(&path, &wording).map(Report::FormWritten),
            Act::ReadForm { path } => self.read_form(&path).map(Report::FormRead),
            Act::WriteSheet { path } => self.write_sheet(&path).map(Report::SheetWritten),
            Act::Merge { paths, dry_run } => self.merge(&paths, dry_run).map(Report::Merged),
            Act::WriteReceipts { out, juror } => {
                self.write_receipts(&out, juror.as_ref()).map(Report::Receipts)
            }
            Act::KeepReceipt { file } => {
                let receipt = self.keep_receipt(&file)?;
                Ok(Report::ReceiptKept(Box::new(receipt)))
            }
            Act::Keep { fork, side } => self.keep(&fork, side),
            Act::OpenSitting { present } => self.open_sitting(present),
            Act::Attend { present } => self.attend(present),
            Act::Pause { on } => self.pause(on),
            Act::Lay { dossier, motion } => self.lay(&dossier, *motion),
            Act::Arrange { order } => self.arrange(&order),
            Act::CloseSitting => self.close_sitting(),
            Act::Decide(decide) => self.decide(*decide),
            Act::Adopt { dossiers } => self.adopt(&dossiers),
            Act::Unmask => self.unmask(),
            Act::Export(request) => self.export(&request).map(Report::Exported),
            Act::BackUp { to } => self.back_up(&to),
        }
    }

    fn may_write(&self) -> Result<(), OfficeError> {
        match (self.access, &self.holder) {
            (Access::Write, _) => Ok(()),
            (Access::Read, holder) => Err(OfficeError::State(
                Saying::new("store-read-only").text("holder", holder.as_deref().unwrap_or("–")),
            )),
        }
    }

    fn may(&self, verb: Verb) -> Result<(), OfficeError> {
        Ok(may(self.role, verb)?)
    }

    fn me(&self) -> Result<&Me, OfficeError> {
        self.may(Verb::Score)?;
        self.me.as_ref().ok_or_else(|| damaged("juror").into())
    }

    /// Appends to the chained journal, and returns the entry's place. Call within a transaction.
    fn record(&self, kind: &str, payload: &impl Serialize) -> Result<u64, OfficeError> {
        append(&self.store, &self.campaign.id, &self.context, kind, payload)
    }
}

/// Appends to a store's chained journal, and returns the entry's place. Call within a transaction.
fn append(
    store: &Store,
    campaign: &CampaignId,
    context: &Context,
    kind: &str,
    payload: &impl Serialize,
) -> Result<u64, OfficeError> {
    let head = store.journal_head()?;
    let prev = head
        .as_ref()
        .map_or_else(|| journal::root(campaign.as_str()), |entry| entry.digest.clone());
    let seq = head.map_or(1, |entry| entry.seq + 1);
    let at = context.stamp();
    let payload = canonical::text(payload).unwrap_or_default();
    let digest = journal::digest(seq, &at, kind, &payload, &prev);
    store.append_entry(&journal::Entry {
        seq,
        at,
        kind: kind.to_owned(),
        payload,
        prev,
        digest,
    })?;
    Ok(seq)
}

/// Says that a single value of the store can't be read.
fn damaged(row: &str) -> StoreError {
    StoreError::Damaged {
        table: "meta",
        row: row.to_owned(),
    }
}

/// Returns a juror's name; the identifier where nobody bears it.
fn juror_name(jury: &[crate::store::Enrolled], id: &JurorId) -> String {
    jury.iter()
        .find(|enrolled| enrolled.juror.id == *id)
        .map_or_else(|| id.to_string(), |enrolled| enrolled.juror.name.clone())
}
