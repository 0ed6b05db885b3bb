//! Dossiers come in: read one by one, compared with what is here, written in one transaction. An import never deletes.
//! The files are read on a thread of their own, so that reading and writing go side by side, and neither the files nor
//! the dossiers ever stand in memory together.

use super::act::{Changed, ImportRequest, Imported, RefusedPlace};
use super::{Office, OfficeError};
use crate::domain::correspondence::Correspondence;
use crate::domain::difference::differences;
use crate::domain::dossier::{Dossier, Standing};
use crate::domain::evidence::Evidence;
use crate::domain::ids::{Digest, DossierId};
use crate::domain::mapping::Mapping;
use crate::domain::role::Verb;
use crate::domain::saying::Saying;
use crate::exchange::bag::Bag;
use crate::exchange::budget::Budget;
use crate::exchange::demarche::{Ended, Labels};
use crate::exchange::error::ExchangeError;
use crate::exchange::evidence_files::{Catalogue, Lack};
use crate::exchange::intake::{Intake, Taken};
use crate::exchange::json::text_of;
use crate::exchange::mapping::{self, MappingFile};
use crate::exchange::receive::{Lots, Options, is_unmapped};
use crate::exchange::watch::Stage;
use crate::store::Chosen;
use serde_json::json;
use std::collections::HashMap;
use std::io::Write as _;

mod ready;

use ready::Ready;

/// Dossiers whose changes are told one by one; of more, only the number is told. Where only the place of answers in the
/// grid changes, it is the coordinator's doing and nothing to tell.
const MOST_CHANGES: usize = 500;

/// What is read, and how.
struct Given {
    lots: Lots,
    options: Options,
    budget: Budget,
}

/// One run over all files.
struct Run<'r> {
    request: &'r ImportRequest,
    /// Bags, whose evidence is read when it is wanted.
    bags: Vec<Bag>,
    attached: Option<Catalogue>,
    /// The dossiers taken so far, by number: identifier, digest and name.
    seen: HashMap<Box<str>, (DossierId, [u8; 32], Box<str>)>,
    imported: Imported,
}

impl Office {
    pub(super) fn import(&mut self, request: &ImportRequest) -> Result<Imported, OfficeError> {
        self.may(Verb::Prepare)?;
        let budget = Budget::default();
        let attached = match &request.evidence {
            Some(root) => Some(Catalogue::of(root, &budget, &self.watch)?),
            None => None,
        };
        let file = self.mapping_file(request)?;
        let (mut lots, bags) = Lots::sort(&request.paths, request.origin, &budget)?;
        if let Some(root) = &request.evidence {
            lots.pass_over(root);
        }
        let given = Given {
            lots,
            options: Options {
                allow_incomplete: request.allow_incomplete,
                closes: self.campaign.closes.clone(),
                file,
                choices: self.mapping(request)?,
            },
            budget,
        };
        let mut run = Run {
            request,
            bags,
            attached,
            seen: HashMap::new(),
            imported: Imported::default(),
        };
        let mut labels = Labels::default();
        while let Some(learnt) = self.attempt(&given, &mut run, labels)? {
            labels = learnt;
            run.imported = Imported::default();
            run.seen.clear();
            if let Some(attached) = &mut run.attached {
                attached.forget();
            }
        }
        let root = request.evidence.as_ref().map(|root| root.display().to_string());
        if let (Some(attached), Some(root)) = (run.attached, root) {
            let unmatched = attached.unmatched().into_iter().map(|name| RefusedPlace {
                source: root.clone(),
                at: name.clone(),
                why: Saying::new("evidence-unmatched").text("name", name),
            });
            run.imported.warnings.extend(unmatched);
        }
        Ok(run.imported)
    }

    /// Reads the mapping file; one that is not there yet is written by a dry run.
    fn mapping_file(&self, request: &ImportRequest) -> Result<Option<MappingFile>, OfficeError> {
        let Some(path) = &request.mapping_file else {
            return Ok(None);
        };
        if request.dry_run && !path.exists() {
            return Ok(None);
        }
        let named = path.display().to_string();
        let bytes = Budget::default().read_file(path)?;
        let text = text_of(&named, &bytes)?;
        Ok(Some(mapping::parse(text, &named, &self.grid)?))
    }

    /// Proposes a mapping, and writes it where a file is wanted that is not there yet.
    fn propose(&self, given: &Given, run: &mut Run<'_>) -> Result<(), OfficeError> {
        let asked = &run.imported.asked;
        let proposed = given.lots.proposal(asked, &self.grid, &given.budget)?;
        let text = proposed.to_toml();
        if let Some(path) = &run.request.mapping_file
            && !path.exists()
        {
            std::fs::File::create_new(path)
                .and_then(|mut file| file.write_all(text.as_bytes()))
                .map_err(|error| OfficeError::io(path, &error))?;
        }
        run.imported.proposal = Some(text);
        Ok(())
    }

    /// What was chosen before, and what is chosen now.
    fn mapping(&self, request: &ImportRequest) -> Result<Mapping, OfficeError> {
        let before = self.store.chosen()?;
        let mut mapping: Mapping = before
            .into_iter()
            .map(|chosen| (chosen.champ, chosen.to))
            .collect();
        mapping.retain(|champ, _| !request.forgotten.contains(champ));
        mapping.extend(request.mapping.clone());
        Ok(mapping)
    }

    /// Reads and writes all of it, or nothing; returns what is to be known before all is read again.
    fn attempt(
        &mut self,
        given: &Given,
        run: &mut Run<'_>,
        labels: Labels,
    ) -> Result<Option<Labels>, OfficeError> {
        if run.request.dry_run {
            let read = match self.read_and_take(given, run, labels) {
                // What a dry run proposes is what is missing.
                Err(OfficeError::Exchange(error)) if is_unmapped(&error) => {
                    let warning = RefusedPlace {
                        source: String::new(),
                        at: String::new(),
                        why: error.saying(),
                    };
                    // Nothing of what other files hold would come in.
                    run.imported = Imported {
                        would_be_refused: true,
                        warnings: vec![warning],
                        ..Imported::default()
                    };
                    Ended::Whole(Intake::default())
                }
                read => read?,
            };
            return match read {
                Ended::Again(labels) => Ok(Some(labels)),
                Ended::Whole(intake) => {
                    self.tell(run, intake)?;
                    self.propose(given, run)?;
                    Ok(None)
                }
            };
        }
        let mut again = None;
        let done = self
            .store
            .atomically(|_| match self.read_and_take(given, run, labels)? {
                Ended::Again(labels) => {
                    again = Some(labels);
                    Err(OfficeError::from(ExchangeError::Stopped))
                }
                Ended::Whole(intake) => {
                    self.remember(given, run, &intake)?;
                    self.tell(run, intake)?;
                    let Imported {
                        new,
                        updated,
                        unchanged,
                        ..
                    } = run.imported;
                    self.watch.tell(Stage::Settling, 0, 0);
                    let counts = json!({"new": new, "updated": updated, "unchanged": unchanged});
                    self.record("import", &counts).map(drop)
                }
            });
        match (again, done) {
            (Some(labels), _) => Ok(Some(labels)),
            (None, done) => done.map(|()| None),
        }
    }

    /// Reads the files on a thread beside, and takes their dossiers in as they come.
    fn read_and_take(&self, given: &Given, run: &mut Run<'_>, labels: Labels) -> Result<Ended, OfficeError> {
        let (grid, watch) = (&self.grid, &self.watch);
        let Given {
            lots,
            options,
            budget,
        } = given;
        std::thread::scope(|scope| {
            let (mut giving, taking) = ready::ends(run.request.dry_run);
            let reader = scope.spawn(move || {
                let mut take = |taken: Taken| giving.give(taken);
                let read = lots.read(grid, options, budget, labels, watch, &mut take);
                giving.end();
                read
            });
            let written = taking.each(|ready| self.take_in(run, ready));
            let read = reader.join();
            // Where writing failed, the reader only says that nobody took what it read.
            written?;
            match read {
                Ok(read) => Ok(read?),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        })
    }

    /// Compares a dossier with the one that is here, keeps what that one knows, writes what is new, and counts it.
    fn take_in(&self, run: &mut Run<'_>, ready: &mut Ready) -> Result<(), OfficeError> {
        for question in &ready.questions {
            self.store.index_question(question)?;
        }
        let Taken {
            dossier,
            written,
            correspondence,
        } = &mut ready.taken;
        if self.is_known_number(run, dossier, &written.digest)? {
            return Ok(());
        }
        let known = self.store.dossier(&dossier.id)?.map(|stored| stored.dossier);
        if let Some(known) = &known {
            keep_standing(dossier, known);
        }
        let lack = run.attached.as_mut().map(|attached| attached.claim(dossier));
        if let Some(known) = &known {
            keep_evidence(dossier, known);
        }
        if let Some(lack) = lack {
            run.warn_of_lack(dossier, &lack);
        }
        match &known {
            Some(known) if known == dossier => run.imported.unchanged += 1,
            Some(known) => {
                run.imported.updated += 1;
                run.changed(known, dossier);
            }
            None => run.imported.new += 1,
        }
        if run.request.dry_run {
            return Ok(());
        }
        self.keep_bytes(run, dossier)?;
        if known.as_ref() != Some(&*dossier) {
            if known.is_none() && run.attached.is_none() {
                self.store.put_written(dossier, written)?;
            } else {
                self.store.put_dossier(dossier)?;
            }
            if known.is_some() {
                self.store.index_answers(&dossier.id, &ready.words)?;
            } else {
                self.store.index_new_answers(&dossier.id, &ready.words)?;
            }
        }
        self.keep_correspondence(dossier, correspondence)
    }

    /// Tells whether the very same dossier came in this run; one number for two dossiers is refused.
    fn is_known_number(
        &self,
        run: &mut Run<'_>,
        dossier: &Dossier,
        digest: &Digest,
    ) -> Result<bool, OfficeError> {
        let number = &dossier.number;
        let digest = digest.bytes();
        let other = match run.seen.get(number.as_str()) {
            Some((id, before, _)) if id == &dossier.id && *before == digest => return Ok(true),
            Some((id, _, name)) => Some((id.clone(), name.to_string())),
            None => {
                let known = self.store.dossier_of_number(number)?;
                known.filter(|(id, _)| *id != dossier.id)
            }
        };
        if let Some((id, name)) = other {
            let files = run.request.paths.iter().map(|path| path.display().to_string());
            let files: Vec<String> = files.collect();
            let saying = Saying::new("import-number-taken")
                .text("file", files.join(", "))
                .text("number", number);
            return Err(OfficeError::Refused(saying.text("id", &id).text("name", name)));
        }
        let seen = (dossier.id.clone(), digest, dossier.name.as_str().into());
        run.seen.insert(number.as_str().into(), seen);
        Ok(false)
    }

    fn keep_bytes(&self, run: &mut Run<'_>, dossier: &Dossier) -> Result<(), OfficeError> {
        for digest in dossier.evidence.iter().filter_map(|piece| piece.sha256.as_ref()) {
            if !self.store.has_evidence(digest)?
                && let Some(bytes) = run.bytes(digest)?
            {
                self.store.put_evidence(digest, &bytes)?;
            }
        }
        Ok(())
    }

    fn keep_correspondence(
        &self,
        dossier: &Dossier,
        correspondence: &Correspondence,
    ) -> Result<(), OfficeError> {
        if !correspondence.is_empty() && self.store.correspondence(&dossier.id)? != *correspondence {
            self.store.put_correspondence(&dossier.id, correspondence)?;
        }
        Ok(())
    }

    /// Remembers what a person chose, with the questions as they stand in the files.
    fn remember(&self, given: &Given, run: &Run<'_>, intake: &Intake) -> Result<(), OfficeError> {
        for champ in &run.request.forgotten {
            self.store.forget_choice(champ)?;
        }
        let mut chosen = given
            .options
            .file
            .as_ref()
            .map(MappingFile::by_name)
            .unwrap_or_default();
        chosen.extend(run.request.mapping.clone());
        for (champ, to) in &chosen {
            let asked = intake.asked.iter().find(|asked| asked.champ == *champ);
            self.store.choose(&Chosen {
                champ: champ.clone(),
                label: asked.map(|asked| asked.label.clone()).unwrap_or_default(),
                to: to.clone(),
            })?;
        }
        Ok(())
    }

    /// Tells what the files held beside dossiers, and sets aside those that their candidates took back.
    fn tell(&self, run: &mut Run<'_>, intake: Intake) -> Result<(), OfficeError> {
        let imported = &mut run.imported;
        for number in &intake.withdrawn {
            let id = DossierId::new(format!("demarche-{number}"));
            let Some(mut dossier) = self.store.dossier(&id)?.map(|stored| stored.dossier) else {
                continue;
            };
            if dossier.standing != Standing::Received {
                continue;
            }
            if self.is_decided(&id)? {
                imported.warnings.push(RefusedPlace {
                    source: String::new(),
                    at: number.clone(),
                    why: Saying::new("stand-decided").text("number", number),
                });
                continue;
            }
            imported.updated += 1;
            dossier.standing = Standing::Withdrawn;
            if !run.request.dry_run {
                self.set_standing(&dossier, "")?;
            }
            imported.withdrawn.push(number.clone());
        }
        let mut told: Vec<RefusedPlace> = intake
            .warnings
            .into_iter()
            .map(|w| RefusedPlace {
                source: w.source,
                at: w.at,
                why: w.what,
            })
            .collect();
        told.append(&mut imported.warnings);
        imported.warnings = told;
        imported.refused = intake
            .refused
            .into_iter()
            .map(|r| RefusedPlace {
                source: r.source,
                at: r.at,
                why: r.why,
            })
            .collect();
        imported.asked = intake.asked;
        Ok(())
    }
}

impl Run<'_> {
    /// Reads a piece from where it is: among the attachments, or in a bag.
    fn bytes(&mut self, digest: &Digest) -> Result<Option<Vec<u8>>, ExchangeError> {
        if let Some(attached) = &mut self.attached
            && let Some(bytes) = attached.bytes(digest)?
        {
            return Ok(Some(bytes));
        }
        for bag in &mut self.bags {
            if let Some(bytes) = bag.evidence(digest)? {
                return Ok(Some(bytes));
            }
        }
        Ok(None)
    }

    fn changed(&mut self, before: &Dossier, after: &Dossier) {
        let differences = differences(before, after);
        if !differences.is_empty() && self.imported.changes.len() < MOST_CHANGES {
            self.imported.changes.push(Changed {
                number: after.number.clone(),
                name: after.name.clone(),
                differences,
            });
        }
    }

    /// Warns of files that are there with other bytes, and of pieces whose file is neither in the folder nor here.
    fn warn_of_lack(&mut self, dossier: &Dossier, lack: &Lack) {
        let root = self.request.evidence.as_ref();
        let source = root.map(|root| root.display().to_string()).unwrap_or_default();
        let lacks = |name: &&String| {
            let mut pieces = dossier.evidence.iter();
            pieces.any(|piece| piece.name == **name && piece.sha256.is_none())
        };
        let missing = lack.missing.iter().filter(lacks);
        let altered = lack.altered.iter().map(|name| ("evidence-altered", name));
        for (id, name) in altered.chain(missing.map(|name| ("evidence-missing", name))) {
            self.imported.warnings.push(RefusedPlace {
                source: source.clone(),
                at: dossier.number.clone(),
                why: Saying::new(id).text("number", &dossier.number).text("name", name),
            });
        }
    }
}

/// Where the coordinator put a dossier, an import leaves it; that its candidate took it back, stands.
fn keep_standing(dossier: &mut Dossier, known: &Dossier) {
    if dossier.standing == Standing::Received {
        dossier.standing = known.standing;
    }
}

/// A file that came before is still here. Of several under one name, each stands for one.
fn keep_evidence(dossier: &mut Dossier, known: &Dossier) {
    let mut before: Vec<&Evidence> = known.evidence.iter().filter(|e| e.sha256.is_some()).collect();
    for piece in &dossier.evidence {
        if let Some(at) = before
            .iter()
            .position(|e| piece.sha256.is_some() && e.sha256 == piece.sha256)
        {
            before.remove(at);
        }
    }
    for piece in dossier.evidence.iter_mut().filter(|e| e.sha256.is_none()) {
        let same = |e: &&Evidence| {
            e.name == piece.name && (piece.checksum.is_none() || e.checksum == piece.checksum)
        };
        if let Some(at) = before.iter().position(same) {
            let known = before.remove(at);
            piece.sha256.clone_from(&known.sha256);
            piece.size = known.size;
        }
    }
}
