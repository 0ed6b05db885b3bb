//! The catalogues say the same things in both languages, and everything that the code says is in them.

use fluent_bundle::FluentResource;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn catalogue(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src/speech")
        .join(lang);
    let mut entries = BTreeMap::new();
    for file in std::fs::read_dir(folder).expect("the catalogues") {
        let path = file.expect("an entry").path();
        let text = std::fs::read_to_string(&path).expect("readable");
        FluentResource::try_new(text.clone()).unwrap_or_else(|(_, e)| panic!("{}: {e:?}", path.display()));
        let mut current = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((id, _)) = line
                .split_once(" =")
                .filter(|(id, _)| !id.is_empty() && !id.starts_with(' '))
            {
                id.clone_into(&mut current);
                let twice = entries.insert(current.clone(), BTreeSet::new());
                assert!(twice.is_none(), "{current} stands twice in {lang}");
            }
            for part in line.split("{ $").skip(1) {
                let name: String = part
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-')
                    .collect();
                entries.entry(current.clone()).or_default().insert(name);
            }
        }
    }
    entries
}

#[test]
fn both_languages_have_the_same_entries_with_the_same_arguments() {
    let (fr, en) = (catalogue("fr"), catalogue("en"));
    let lacking = |a: &BTreeMap<String, _>, b: &BTreeMap<String, _>| -> Vec<String> {
        a.keys().filter(|id| !b.contains_key(*id)).cloned().collect()
    };
    assert_eq!(lacking(&fr, &en), Vec::<String>::new(), "missing in English");
    assert_eq!(lacking(&en, &fr), Vec::<String>::new(), "missing in French");
    for (id, args) in &fr {
        assert_eq!(Some(args), en.get(id), "{id}");
    }
}

/// Reads the literal after each of the places where code names an entry.
fn said(text: &str) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for mark in ["Saying::new(", ".word("] {
        for part in text.split(mark).skip(1) {
            let part = part.trim_start();
            if let Some(id) = part.strip_prefix('"').and_then(|rest| rest.split('"').next()) {
                ids.insert(id.to_owned());
            }
        }
    }
    ids
}

fn each_source(folder: &Path, look: &mut impl FnMut(&Path, &str)) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            each_source(&path, look);
        } else if path.extension().is_some_and(|e| e == "rs") {
            look(&path, &std::fs::read_to_string(&path).expect("readable"));
        }
    }
}

#[test]
fn everything_that_the_code_says_has_words() {
    let fr = catalogue("fr");
    let mut silent = Vec::new();
    each_source(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut |path, text| {
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for id in said(code) {
                if !fr.contains_key(&id) {
                    silent.push(format!("{}: {id}", path.display()));
                }
            }
        },
    );
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

/// What tells a reader what to do: a verb of remedy, a command, the values that may be given.
const REMEDIES: [(&str, &[&str]); 2] = [
    (
        "fr",
        &[
            "ez ",
            "ez-",
            "ez,",
            "ez.",
            "» donne",
            "» en donne",
            "connus",
            "écrivez",
            "de { $least }",
            "« conflicts",
            "» d’abord",
            "échap",
            "refaites",
            "« recuse",
        ],
    ),
    (
        "en",
        &[
            "check",
            "choose",
            "give",
            "write",
            "run ",
            "close",
            "update",
            "ask",
            "swap",
            "save",
            "start",
            "open",
            "correct",
            "remove",
            "send",
            "compare",
            "download",
            "rebuild",
            "decide",
            "settle",
            "copy",
            "try",
            "add",
            "replace",
            "name",
            "begin",
            "make",
            "leave",
            "spell",
            "rename",
            "complete",
            "raise",
            "postpone",
            "lists them",
            "known",
            "import",
            "say",
            "“conflicts”",
            "“recuse",
            "mend",
            "go ",
            "be more",
            "first",
            "put",
            "fetch",
            "get ",
            "keep",
            "lower",
            "find",
        ],
    ),
];

#[test]
fn every_refusal_says_what_to_do() {
    for (lang, remedies) in REMEDIES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("src/speech")
            .join(lang)
            .join("errors.ftl");
        let text = std::fs::read_to_string(path).expect("readable");
        let mut helpless = Vec::new();
        for entry in text.split("\n\n").flat_map(entries) {
            let said = entry.to_lowercase();
            if !remedies.iter().any(|remedy| said.contains(remedy)) {
                helpless.push(entry);
            }
        }
        assert!(helpless.is_empty(), "{lang}:\n{}", helpless.join("\n"));
    }
}

/// Cuts a part of a catalogue into its entries, continued lines with the first.
fn entries(part: &str) -> Vec<String> {
    let mut entries: Vec<String> = Vec::new();
    for line in part
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        match entries.last_mut() {
            Some(last) if line.starts_with(' ') => last.push_str(line),
            _ => entries.push(line.replace('\u{a0}', " ")),
        }
    }
    entries
}
