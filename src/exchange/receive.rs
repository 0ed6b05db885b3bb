//! What an import is given, sorted by what it is, and read lot by lot: pages of the platform's answers, tables, bags.

use super::bag::{self, Bag};
use super::budget::Budget;
use super::demarche::{self, Ended, Labels};
use super::error::{ExchangeError, TableFault};
use super::intake::{Asked, Intake, Mapping, Refused, Source, Taken, Warning};
use super::mapping::{self, MappingFile, Proposed};
use super::propose::Proposer;
use super::table::{self, TableFormat, Tabled};
use super::watch::{Stage, Watch};
use crate::domain::correspondence::Correspondence;
use crate::domain::dossier::{Dossier, Standing};
use crate::domain::grid::Grid;
use crate::domain::ids::DossierId;
use crate::domain::mapping::MapTo;
use crate::domain::saying::Saying;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Where dossiers come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Origin {
    /// Each file tells by what is in it.
    #[default]
    Auto,
    /// The platform's JSON.
    Demarche,
    /// A table: CSV, ODS, XLSX, a survey's answers.
    Table,
    /// A bag.
    Bag,
}

/// How to take the dossiers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// Whether pages may lack.
    pub allow_incomplete: bool,
    /// The last day of the window, `YYYY-MM-DD`: what was submitted after it is late.
    pub closes: Option<String>,
    /// Which column is what, and what questions become, as a file says.
    pub file: Option<MappingFile>,
    /// What a person said that questions become; it goes before the file.
    pub choices: Mapping,
}

/// Files that are read together.
#[derive(Debug)]
enum Lot {
    /// Pages of the platform's answers.
    Pages(Vec<PathBuf>),
    Table(PathBuf),
    /// A bag's dossier; the bag itself is kept apart, for its evidence.
    Bag(Box<Dossier>, Vec<Warning>),
}

/// Everything that an import is given.
#[derive(Debug)]
pub struct Lots {
    lots: Vec<Lot>,
    /// What folders hold beside files that are looked at.
    skipped: Vec<PathBuf>,
}

/// How far into a file the look for what it is goes, in bytes.
const SNIFFED: u64 = 64 * 1024;
/// Endings of files of a folder that are looked at.
const ENDINGS: [&str; 6] = ["json", "csv", "tsv", "txt", "ods", "xlsx"];

impl Lots {
    /// Sorts files and folders by what is in them; bags are read against their manifests here, and returned.
    ///
    /// # Errors
    /// A path that can't be read, or a bag that does not hold.
    pub fn sort(
        paths: &[PathBuf],
        origin: Origin,
        budget: &Budget,
    ) -> Result<(Self, Vec<Bag>), ExchangeError> {
        let (mut lots, mut bags, mut pages) = (Vec::new(), Vec::new(), Vec::new());
        let (found, skipped) = files(paths, origin)?;
        for path in found {
            match kind(&path, origin, budget)? {
                Origin::Auto | Origin::Demarche => pages.push(path),
                Origin::Table => lots.push(Lot::Table(path)),
                Origin::Bag => {
                    let bag = bag::read(&path, budget)?;
                    let (dossier, warnings) = of_bag(&bag)?;
                    lots.push(Lot::Bag(Box::new(dossier), warnings));
                    bags.push(bag);
                }
            }
        }
        if !pages.is_empty() {
            lots.insert(0, Lot::Pages(pages));
        }
        Ok((Self { lots, skipped }, bags))
    }

    /// Says nothing of what lies under a path: it is read as something else.
    pub fn pass_over(&mut self, root: &Path) {
        self.skipped.retain(|path| !path.starts_with(root));
    }

    /// Reads every lot, and hands over each dossier as it is read; `take` tells whether more are wanted.
    ///
    /// # Errors
    /// Any file that can't be understood whole; it voids what was handed over.
    pub fn read(
        &self,
        grid: &Grid,
        options: &Options,
        budget: &Budget,
        labels: Labels,
        watch: &Watch,
        take: &mut dyn FnMut(Taken) -> bool,
    ) -> Result<Ended, ExchangeError> {
        let mut told = Intake::default();
        told.warnings
            .extend(self.skipped.iter().map(|path| skipped(path)));
        let mut labels = Some(labels);
        for lot in &self.lots {
            match lot {
                Lot::Pages(paths) => {
                    let sources: Vec<_> = paths.iter().map(|path| Source::file(path)).collect();
                    let labels = labels.take().unwrap_or_default();
                    let options = options.of_pages();
                    match demarche::read(&sources, grid, &options, budget, labels, watch, take)? {
                        Ended::Again(labels) => return Ok(Ended::Again(labels)),
                        Ended::Whole(intake) => add(&mut told, intake),
                    }
                }
                Lot::Table(path) => {
                    watch.step(Stage::Dossiers, 0, 0)?;
                    let Tabled {
                        dossiers,
                        refused,
                        warnings,
                        asked,
                    } = read_table(path, grid, options, budget)?;
                    for dossier in dossiers {
                        watch.step(Stage::Dossiers, 0, 0)?;
                        hand_over(dossier, take)?;
                    }
                    add(
                        &mut told,
                        Intake {
                            refused,
                            warnings,
                            asked,
                            withdrawn: Vec::new(),
                        },
                    );
                }
                Lot::Bag(dossier, warnings) => {
                    told.warnings.extend(warnings.iter().cloned());
                    let mut dossier = dossier.as_ref().clone();
                    let day = dossier.submitted_at.as_ref().and_then(|at| at.get(..10));
                    let closes = options.closes.as_deref();
                    dossier.late = day.zip(closes).is_some_and(|(day, closes)| day > closes);
                    hand_over(dossier, take)?;
                }
            }
        }
        Ok(Ended::Whole(told))
    }

    /// Proposes a mapping file: what is settled, and what a person has to settle, of the tables' columns and of the
    /// questions that the platform's form asked.
    ///
    /// # Errors
    /// A table that can't be understood whole.
    pub fn proposal(&self, asked: &[Asked], grid: &Grid, budget: &Budget) -> Result<Proposed, ExchangeError> {
        let mut proposed = Proposed::default();
        for lot in &self.lots {
            if let Lot::Table(path) = lot {
                let table = table::proposal(&Source::file(path), grid, budget)?;
                for (field, column) in table.file.fields {
                    proposed.file.fields.entry(field).or_insert(column);
                }
                proposed.file.answers.extend(table.file.answers);
                proposed.open.extend(table.open);
            }
        }
        if self.lots.iter().any(|lot| matches!(lot, Lot::Pages(_))) {
            let proposer = Proposer::new(grid);
            for asked in asked {
                form_question(&mut proposed, asked, &proposer, grid);
            }
        }
        Ok(proposed)
    }
}

impl Options {
    fn of_pages(&self) -> demarche::Options {
        let mut mapping = self.file.as_ref().map(MappingFile::champs).unwrap_or_default();
        mapping.extend(self.choices.clone());
        demarche::Options {
            allow_incomplete: self.allow_incomplete,
            closes: self.closes.clone(),
            mapping,
        }
    }
}

fn read_table(path: &Path, grid: &Grid, options: &Options, budget: &Budget) -> Result<Tabled, ExchangeError> {
    let of_table = table::Options {
        closes: options.closes.clone(),
        choices: options.choices.clone(),
    };
    table::read(
        &Source::file(path),
        options.file.as_ref(),
        grid,
        &of_table,
        budget,
    )
}

/// Returns the dossier of a bag, and what to know of it. Where a dossier stands is the coordinator's to say; its
/// identifier is that of its number.
fn of_bag(bag: &Bag) -> Result<(Dossier, Vec<Warning>), ExchangeError> {
    let mut dossier = bag.dossier().clone();
    let number = dossier.number.clone();
    if !table::is_number(&number) {
        return Err(ExchangeError::Nothing {
            file: bag.file().to_owned(),
            refused: vec![Refused {
                source: bag.file().to_owned(),
                at: bag::DOSSIER.to_owned(),
                why: Saying::new("exchange-refused-no-number").text("found", number),
            }],
        });
    }
    let source = dossier.id.as_str().strip_suffix(&format!("-{number}"));
    let is_plain = |source: &str| !source.is_empty() && source.bytes().all(|b| b.is_ascii_lowercase());
    if !source.is_some_and(is_plain) {
        dossier.id = DossierId::new(format!("bag-{number}"));
    }
    dossier.standing = Standing::Received;
    let mut warnings = bag.warnings().to_vec();
    let mut warn = |id: &'static str, name: &str| {
        warnings.push(Warning {
            source: bag.file().to_owned(),
            at: name.to_owned(),
            what: Saying::new(id).text("number", &number).text("name", name),
        });
    };
    let missing: Vec<String> = bag.missing().into_iter().map(str::to_owned).collect();
    for piece in &mut dossier.evidence {
        if missing.contains(&piece.name) && !bag.holds(piece.sha256.as_ref()) {
            piece.sha256 = None;
            warn("evidence-missing", &piece.name);
        }
    }
    for stray in bag.pieces().iter().filter(|piece| !piece.is_named) {
        warn("evidence-unmatched", &stray.name);
    }
    Ok((dossier, warnings))
}

/// Tells whether a table is refused only because nothing says which columns hold the numbers and names.
pub fn is_unmapped(error: &ExchangeError) -> bool {
    let ExchangeError::Table { fault, .. } = error else {
        return false;
    };
    matches!(fault, TableFault::Unmapped(_))
}

fn form_question(proposed: &mut Proposed, asked: &Asked, proposer: &Proposer<'_>, grid: &Grid) {
    let champ = mapping::Asked::Champ {
        id: asked.champ.clone(),
        label: Some(asked.label.clone()),
    };
    match (&asked.to, asked.chosen) {
        (Some(to), true) => {
            let to: MapTo = to.clone();
            let rule = mapping::AnswerRule { asked: champ, to };
            proposed.file.answers.push(rule);
        }
        (None, _) => table::propose(proposed, proposer, grid, champ, &asked.label),
        // What the grid knows needs no word in a file.
        (Some(_), false) => {}
    }
}

fn hand_over(dossier: Dossier, take: &mut dyn FnMut(Taken) -> bool) -> Result<(), ExchangeError> {
    let taken = Taken {
        written: dossier.written(),
        dossier,
        correspondence: Correspondence::default(),
    };
    if take(taken) {
        return Ok(());
    }
    Err(ExchangeError::Stopped)
}

fn skipped(path: &Path) -> Warning {
    Warning {
        source: path.display().to_string(),
        at: String::new(),
        what: Saying::new("exchange-warning-skipped"),
    }
}

fn add(told: &mut Intake, more: Intake) {
    told.refused.extend(more.refused);
    told.warnings.extend(more.warnings);
    told.asked.extend(more.asked);
    told.withdrawn.extend(more.withdrawn);
}

/// A folder that is no bag stands for the files in it whose endings are known; what else it holds is returned apart.
fn files(paths: &[PathBuf], origin: Origin) -> Result<(Vec<PathBuf>, Vec<PathBuf>), ExchangeError> {
    let (mut all, mut skipped) = (Vec::new(), Vec::new());
    for path in paths {
        let is_bag = origin == Origin::Bag || bag::looks_like(path);
        if path.is_symlink() || !path.is_dir() || is_bag {
            all.push(path.clone());
            continue;
        }
        let failed = |error: &std::io::Error| ExchangeError::io(&path.display().to_string(), error);
        let mut inside = Vec::new();
        for entry in std::fs::read_dir(path).map_err(|error| failed(&error))? {
            let entry = entry.map_err(|error| failed(&error))?;
            let name = entry.file_name().to_string_lossy().to_lowercase();
            let ending = name.rsplit_once('.').map(|(_, ending)| ending);
            let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
            if is_file && ending.is_some_and(|ending| ENDINGS.contains(&ending)) {
                inside.push(entry.path());
            } else {
                skipped.push(entry.path());
            }
        }
        inside.sort();
        if inside.is_empty() {
            return Err(ExchangeError::Nothing {
                file: path.display().to_string(),
                refused: Vec::new(),
            });
        }
        all.extend(inside);
    }
    skipped.sort();
    Ok((all, skipped))
}

/// Tells what a file is; where nothing tells, it is read as the platform's answer, whose reader says what is wrong.
fn kind(path: &Path, origin: Origin, budget: &Budget) -> Result<Origin, ExchangeError> {
    if origin != Origin::Auto {
        return Ok(origin);
    }
    if bag::looks_like(path) {
        return Ok(Origin::Bag);
    }
    let (file, _) = budget.open_file(path)?;
    let mut start = Vec::new();
    file.take(SNIFFED)
        .read_to_end(&mut start)
        .map_err(|error| ExchangeError::io(&path.display().to_string(), &error))?;
    let format = table::format_of(&start);
    if format == Some(TableFormat::Survey) {
        return Ok(Origin::Table);
    }
    if demarche::looks_like(&start) {
        return Ok(Origin::Demarche);
    }
    // The names by which a workbook is told stand at its end.
    let is_table = format.is_some() || start.starts_with(b"PK");
    Ok(if is_table { Origin::Table } else { Origin::Demarche })
}
