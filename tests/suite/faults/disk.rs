//! A disk that forgets what was not flushed to it: fed with what a program asked of the real one.

use crate::hostile::chance::Chance;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What a program asked, as far as it bears on what the disk holds. Files have numbers, given when they are opened first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asked {
    /// A name for a file that is made empty.
    Make(PathBuf, usize),
    Write(usize, usize, Vec<u8>),
    Cut(usize, usize),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
    Flush(Place),
    /// A file is opened under a number, and made where there is none.
    Open(PathBuf, usize),
    /// A file that is there is opened to be read.
    Look(PathBuf, usize),
}

/// What is flushed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    File(usize),
    Folder(PathBuf),
}

/// An open file: its number, and where the next write goes.
#[derive(Debug, Clone, Copy)]
struct Held {
    file: usize,
    at: usize,
}

/// Reads a trace (`-xx`, whole strings) of one process; what lies outside the folder is left out.
pub(super) fn asked(calls: &[String], root: &Path) -> Vec<Asked> {
    let mut reader = Reader {
        root: root.canonicalize().unwrap(),
        held: BTreeMap::new(),
        folders: BTreeMap::new(),
        all: Vec::new(),
    };
    for call in calls {
        reader.call(call);
    }
    reader.all
}

struct Reader {
    root: PathBuf,
    held: BTreeMap<usize, Held>,
    folders: BTreeMap<usize, PathBuf>,
    all: Vec<Asked>,
}

/// Numbers are unique over all that is read in this process: several commands' traces are played as one.
fn next_number() -> usize {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static LAST: AtomicUsize = AtomicUsize::new(0);
    LAST.fetch_add(1, Ordering::Relaxed)
}

fn unhexed(quoted: &str) -> Vec<u8> {
    let digits = quoted.trim().trim_matches('"').split("\\x").skip(1);
    digits
        .map(|two| u8::from_str_radix(&two[..2], 16).unwrap())
        .collect()
}

impl Reader {
    fn path(&self, quoted: &str) -> PathBuf {
        let text = String::from_utf8(unhexed(quoted)).unwrap();
        let whole = self.root.join(&text);
        whole
            .strip_prefix(&self.root)
            .map_or(whole.clone(), Path::to_path_buf)
    }

    fn call(&mut self, call: &str) {
        let Some((name, rest)) = call.split_once('(') else {
            return;
        };
        let Some((inside, result)) = rest.rsplit_once(" = ") else {
            return;
        };
        let result: i64 = result
            .split_whitespace()
            .next()
            .and_then(|n| n.parse().ok())
            .unwrap_or(-1);
        let Ok(result) = usize::try_from(result) else {
            return;
        };
        let inside = inside.trim_end().trim_end_matches(')');
        let parts: Vec<&str> = inside.split(", ").collect();
        let number = |at: usize| parts.get(at).and_then(|text| text.parse::<usize>().ok());
        let descriptor = number(0).unwrap_or(usize::MAX);
        match name {
            "openat" => self.open(&parts, result),
            "close" => {
                self.held.remove(&descriptor);
                self.folders.remove(&descriptor);
            }
            "write" => {
                if let Some(held) = self.held.get_mut(&descriptor) {
                    let bytes = unhexed(parts[1])[..result].to_vec();
                    let at = held.at;
                    held.at += bytes.len();
                    self.all.push(Asked::Write(held.file, at, bytes));
                }
            }
            "read" => {
                if let Some(held) = self.held.get_mut(&descriptor) {
                    held.at += result;
                }
            }
            "lseek" => {
                if let Some(held) = self.held.get_mut(&descriptor) {
                    held.at = result;
                }
            }
            "pwrite64" => {
                if let Some(held) = self.held.get(&descriptor) {
                    let bytes = unhexed(parts[1])[..result].to_vec();
                    self.all.push(Asked::Write(held.file, number(3).unwrap(), bytes));
                }
            }
            "ftruncate" => {
                if let Some(held) = self.held.get(&descriptor) {
                    self.all.push(Asked::Cut(held.file, number(1).unwrap()));
                }
            }
            "fsync" | "fdatasync" => {
                let file = self.held.get(&descriptor).map(|held| Place::File(held.file));
                let folder = self.folders.get(&descriptor).cloned().map(Place::Folder);
                self.all.extend(file.or(folder).map(Asked::Flush));
            }
            "rename" => self.rename(parts[0], parts[1]),
            "renameat" | "renameat2" if parts[0] == "AT_FDCWD" => self.rename(parts[1], parts[3]),
            "unlink" => self.all.push(Asked::Remove(self.path(parts[0]))),
            "unlinkat" if parts[0] == "AT_FDCWD" => self.all.push(Asked::Remove(self.path(parts[1]))),
            _ => {}
        }
    }

    fn rename(&mut self, from: &str, to: &str) {
        self.all.push(Asked::Rename(self.path(from), self.path(to)));
    }

    fn open(&mut self, parts: &[&str], descriptor: usize) {
        let (path, flags) = (self.path(parts[1]), parts[2]);
        if path.is_absolute() || path.to_string_lossy().ends_with("-shm") {
            return;
        }
        if self.root.join(&path).is_dir() {
            self.folders.insert(descriptor, path);
            return;
        }
        let file = next_number();
        self.held.insert(descriptor, Held { file, at: 0 });
        if flags.contains("O_RDONLY") {
            self.all.push(Asked::Look(path, file));
            return;
        }
        self.all
            .push(if flags.contains("O_EXCL") || flags.contains("O_TRUNC") {
                Asked::Make(path, file)
            } else {
                Asked::Open(path, file)
            });
    }
}

/// A change of a file's content.
#[derive(Debug, Clone)]
enum Change {
    Write(usize, Vec<u8>),
    Cut(usize),
}

impl Change {
    fn made_in(&self, content: &mut Vec<u8>) {
        match self {
            Self::Write(at, bytes) => {
                let end = at + bytes.len();
                if content.len() < end {
                    content.resize(end, 0);
                }
                content[*at..end].copy_from_slice(bytes);
            }
            Self::Cut(length) => content.resize(*length, 0),
        }
    }
}

#[derive(Debug, Clone, Default)]
struct File {
    flushed: Vec<u8>,
    since: Vec<Change>,
}

/// A change of a name.
#[derive(Debug, Clone)]
enum Naming {
    Is(PathBuf, usize),
    Moves(PathBuf, PathBuf),
    Goes(PathBuf),
}

impl Naming {
    fn made_in(&self, names: &mut BTreeMap<PathBuf, usize>) {
        match self {
            Self::Is(path, file) => {
                names.insert(path.clone(), *file);
            }
            Self::Moves(from, to) => {
                let moved: Vec<PathBuf> = names
                    .keys()
                    .filter(|path| path.starts_with(from))
                    .cloned()
                    .collect();
                for path in moved {
                    let rest = path.strip_prefix(from).unwrap();
                    let new = if rest.as_os_str().is_empty() {
                        to.clone()
                    } else {
                        to.join(rest)
                    };
                    let file = names.remove(&path).unwrap();
                    names.insert(new, file);
                }
            }
            Self::Goes(path) => {
                names.remove(path);
            }
        }
    }

    fn is_in(&self, folder: &Path) -> bool {
        let inside = |path: &Path| path.parent() == Some(folder);
        match self {
            Self::Is(path, _) | Self::Goes(path) => inside(path),
            Self::Moves(from, to) => inside(from) || inside(to),
        }
    }
}

/// The disk: contents and names, each as flushed, with what changed since.
pub(super) struct Disk {
    files: BTreeMap<usize, File>,
    /// The numbers under which programs know files, to those of `files`.
    known: BTreeMap<usize, usize>,
    flushed: BTreeMap<PathBuf, usize>,
    names: BTreeMap<PathBuf, usize>,
    since: Vec<Naming>,
}

impl Disk {
    /// Starts from a folder of which everything is flushed.
    pub(super) fn of(root: &Path) -> Self {
        let mut disk = Self {
            files: BTreeMap::new(),
            known: BTreeMap::new(),
            flushed: BTreeMap::new(),
            names: BTreeMap::new(),
            since: Vec::new(),
        };
        disk.gather(root, root);
        disk.flushed = disk.names.clone();
        disk
    }

    fn gather(&mut self, root: &Path, folder: &Path) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                self.gather(root, &path);
                continue;
            }
            let file = File {
                flushed: fs::read(&path).unwrap(),
                since: Vec::new(),
            };
            let number = next_number();
            self.files.insert(number, file);
            self.names
                .insert(path.strip_prefix(root).unwrap().to_owned(), number);
        }
    }

    fn named(&mut self, naming: Naming) {
        naming.made_in(&mut self.names);
        self.since.push(naming);
    }

    fn made(&mut self, path: &Path, alias: usize) {
        let number = next_number();
        self.files.insert(number, File::default());
        self.known.insert(alias, number);
        self.named(Naming::Is(path.to_owned(), number));
    }

    fn changed(&mut self, alias: usize, change: Change) {
        let file = self
            .known
            .get(&alias)
            .and_then(|number| self.files.get_mut(number));
        file.expect("a file that was opened").since.push(change);
    }

    pub(super) fn take(&mut self, asked: &Asked) {
        match asked {
            Asked::Make(path, alias) => self.made(path, *alias),
            Asked::Open(path, alias) => match self.names.get(path) {
                Some(number) => {
                    self.known.insert(*alias, *number);
                }
                None => self.made(path, *alias),
            },
            Asked::Look(path, alias) => {
                if let Some(number) = self.names.get(path) {
                    self.known.insert(*alias, *number);
                }
            }
            Asked::Write(alias, at, bytes) => self.changed(*alias, Change::Write(*at, bytes.clone())),
            Asked::Cut(alias, length) => self.changed(*alias, Change::Cut(*length)),
            Asked::Rename(from, to) => self.named(Naming::Moves(from.clone(), to.clone())),
            Asked::Remove(path) => self.named(Naming::Goes(path.clone())),
            Asked::Flush(Place::File(alias)) => {
                let Some(file) = self
                    .known
                    .get(alias)
                    .and_then(|number| self.files.get_mut(number))
                else {
                    return;
                };
                for change in std::mem::take(&mut file.since) {
                    change.made_in(&mut file.flushed);
                }
            }
            Asked::Flush(Place::Folder(folder)) => {
                // Names change in order: what came before the last change in this folder is there too.
                let last = self.since.iter().rposition(|naming| naming.is_in(folder));
                let settled = self.since.drain(..last.map_or(0, |at| at + 1));
                for naming in settled {
                    naming.made_in(&mut self.flushed);
                }
            }
        }
    }

    /// Writes what is there after a power cut: of unflushed changes of content any may be made, in whole or some sectors of
    /// them; of unflushed names the first so many.
    pub(super) fn after_a_cut(mut self, mut chance: Option<&mut Chance>, to: &Path) {
        let mut names = self.flushed;
        if let Some(chance) = chance.as_deref_mut() {
            let kept = chance.under(self.since.len() + 1);
            for naming in &self.since[..kept] {
                naming.made_in(&mut names);
            }
        }
        for (path, number) in names {
            let file = self.files.entry(number).or_default();
            if let Some(chance) = chance.as_deref_mut() {
                for change in &file.since {
                    survive(change, chance, &mut file.flushed);
                }
            }
            let path = to.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &file.flushed).unwrap();
        }
    }
}

fn survive(change: &Change, chance: &mut Chance, content: &mut Vec<u8>) {
    match (chance.under(3), change) {
        (0, _) => {}
        (1, Change::Write(at, bytes)) => {
            for (n, sector) in bytes.chunks(512).enumerate() {
                if chance.under(2) == 0 {
                    Change::Write(at + n * 512, sector.to_vec()).made_in(content);
                }
            }
        }
        _ => change.made_in(content),
    }
}
