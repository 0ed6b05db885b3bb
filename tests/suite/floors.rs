//! Who may name whom. One crate can't enforce its floors, so this reads every path of the source.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};

/// Each floor and what it may name of the crate.
const MAY_NAME: [(&str, &[&str]); 15] = [
    ("domain", &[]),
    ("consensus", &["domain"]),
    ("reliability", &["domain"]),
    ("ledger", &["domain"]),
    ("speech", &["domain"]),
    ("context", &["domain"]),
    ("exchange", &["domain", "ledger"]),
    ("store", &["domain", "ledger"]),
    ("publish", &["domain", "consensus"]),
    (
        "office",
        &[
            "domain",
            "consensus",
            "reliability",
            "ledger",
            "exchange",
            "store",
            "publish",
            "context",
        ],
    ),
    ("demo", &["domain", "office", "store", "context"]),
    (
        "desk",
        &[
            "domain",
            "consensus",
            "reliability",
            "ledger",
            "exchange",
            "store",
            "office",
            "demo",
            "speech",
            "context",
        ],
    ),
    ("plain", &["domain", "office", "speech", "context", "store"]),
    (
        "commands",
        &[
            "domain",
            "consensus",
            "reliability",
            "ledger",
            "office",
            "store",
            "publish",
            "demo",
            "desk",
            "plain",
            "speech",
            "context",
        ],
    ),
    ("main", &["commands"]),
];

/// Crates that one floor alone may name.
const OWNED: [(&str, &[&str]); 6] = [
    ("rusqlite", &["store"]),
    ("ratatui", &["desk"]),
    ("crossterm", &["desk"]),
    ("tui_textarea", &["desk"]),
    ("clap", &["commands"]),
    ("anyhow", &["main", "commands", "desk"]),
];

/// What the pure floors never name.
const IMPURE: [&[&str]; 3] = [&["std", "fs"], &["std", "time"], &["std", "env"]];

#[derive(Default)]
struct Paths {
    found: Vec<Vec<String>>,
    floats: usize,
    in_tests: bool,
}

impl Paths {
    fn of_tree(&mut self, tree: &syn::UseTree, before: &[String]) {
        let mut path = before.to_vec();
        match tree {
            syn::UseTree::Path(p) => {
                path.push(p.ident.to_string());
                self.of_tree(&p.tree, &path);
            }
            syn::UseTree::Name(n) => {
                path.push(n.ident.to_string());
                self.found.push(path);
            }
            syn::UseTree::Rename(n) => {
                path.push(n.ident.to_string());
                self.found.push(path);
            }
            syn::UseTree::Glob(_) => self.found.push(path),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.of_tree(tree, before)),
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.of_tree(&item.tree, &[]);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<String> = path.segments.iter().map(|s| s.ident.to_string()).collect();
        self.floats += usize::from(parts.iter().any(|part| part == "f64" || part == "f32"));
        self.found.push(parts);
        visit::visit_path(self, path);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let is_test = item
            .attrs
            .iter()
            .any(|attr| attr.path().is_ident("cfg") && quote_contains(attr, "test"));
        if !is_test || self.in_tests {
            visit::visit_item_mod(self, item);
        }
    }
}

fn quote_contains(attr: &syn::Attribute, word: &str) -> bool {
    let mut found = false;
    let _ = attr.parse_nested_meta(|meta| {
        found |= meta.path.is_ident(word);
        Ok(())
    });
    found
}

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a source folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

fn files() -> Vec<(String, PathBuf, Paths)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&root, &mut paths);
    paths
        .into_iter()
        .filter(|path| {
            !path.ends_with("tests.rs") && !path.ends_with("testing.rs") && !path.ends_with("lib.rs")
        })
        .map(|path| {
            let inside = path.strip_prefix(&root).expect("inside").to_owned();
            let first = inside
                .components()
                .next()
                .expect("a name")
                .as_os_str()
                .to_string_lossy()
                .into_owned();
            let text = std::fs::read_to_string(&path).expect("readable");
            let file = syn::parse_file(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            let mut found = Paths::default();
            found.visit_file(&file);
            (first.trim_end_matches(".rs").to_owned(), inside, found)
        })
        .collect()
}

#[test]
fn a_floor_names_only_those_below_it() {
    let may: BTreeMap<&str, &[&str]> = MAY_NAME.into_iter().collect();
    let mut faults = Vec::new();
    for (floor, file, paths) in files() {
        let allowed = may
            .get(floor.as_str())
            .unwrap_or_else(|| panic!("{floor} is in no table: give it a floor"));
        for path in &paths.found {
            if let [first, second, ..] = path.as_slice()
                && (first == "crate" || first == "tnl_jury")
                && may.contains_key(second.as_str())
                && *second != floor
                && !allowed.contains(&second.as_str())
            {
                faults.push(format!("{}: {}", file.display(), path.join("::")));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_crate_is_named_on_its_own_floor_alone() {
    let mut faults = Vec::new();
    for (floor, file, paths) in files() {
        for path in &paths.found {
            let owner = OWNED
                .iter()
                .find(|(name, _)| path.first().is_some_and(|first| first == name));
            if owner.is_some_and(|(_, floors)| !floors.contains(&floor.as_str())) {
                faults.push(format!("{}: {}", file.display(), path.join("::")));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_ground_floors_are_pure_and_know_no_float() {
    let mut faults = Vec::new();
    for (floor, file, paths) in files() {
        if !["domain", "consensus", "reliability", "ledger"].contains(&floor.as_str()) {
            continue;
        }
        if paths.floats > 0 {
            faults.push(format!("{}: a float", file.display()));
        }
        for path in &paths.found {
            let names: Vec<&str> = path.iter().map(String::as_str).collect();
            if IMPURE.iter().any(|impure| names.starts_with(impure)) {
                faults.push(format!("{}: {}", file.display(), names.join("::")));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn there_is_one_terminal_library_in_the_tree() {
    let lock = include_str!("../../Cargo.lock");
    for name in ["ratatui", "ratatui-core", "crossterm"] {
        let count = lock.matches(&format!("name = \"{name}\"\n")).count();
        assert_eq!(count, 1, "{name}");
    }
}
