use super::*;

fn fault(text: &str) -> (usize, KeymapFault) {
    let error = load(Some(("keymap.toml", text))).unwrap_err();
    assert_eq!(error.file, "keymap.toml");
    (error.line, error.fault)
}

#[test]
fn a_users_line_takes_the_key_from_the_default() {
    let text = "[review]\nkeys = [\n  { on = \"w\", run = \"next_unscored\" },\n  { on = \"c\", run = \"note\" },\n  { on = \"e\", run = \"none\" },\n]\n";
    let keymap = load(Some(("k", text))).unwrap();
    let of = |key| keymap.action(Context::Review, Chord::parse(key).unwrap());
    assert_eq!(of("w"), Some(Action::NextUnscored));
    assert_eq!(of("n"), Some(Action::NextUnscored));
    assert_eq!(of("c"), Some(Action::Note));
    assert_eq!(of("e"), None);
    assert_eq!(keymap.chord(Context::Review, Action::Comment), None);
    assert_eq!(
        keymap.chord(Context::Review, Action::NextUnscored),
        Some(Chord::of('w'))
    );
}

#[test]
fn what_is_refused_names_its_line() {
    let table = [
        (
            "\n[review]\nkeys = [\n { on = \"z\", run = \"fly\" } ]",
            4,
            KeymapFault::UnknownAction("fly".into()),
        ),
        (
            "[review]\nkeys = [ { on = \"zz\", run = \"note\" } ]",
            2,
            KeymapFault::UnreadableKey("zz".into()),
        ),
        ("[reviews]\n", 1, KeymapFault::UnknownContext("reviews".into())),
        ("base = \"emacs\"\n", 1, KeymapFault::UnknownBase("emacs".into())),
        (
            "[review]\nkeys = [\n{ on = \"?\", run = \"note\" } ]",
            3,
            KeymapFault::FixedKey("?".into()),
        ),
        (
            "[editor]\nkeys = [\n\n{ on = \"s\", run = \"accept\" } ]",
            4,
            KeymapFault::TextKey("s".into()),
        ),
        (
            "[list]\nkeys = [\n{ on = \"w\", run = \"note\" } ]",
            3,
            KeymapFault::Misplaced {
                action: "note",
                context: "list",
            },
        ),
        (
            "[review]\nkeys = [\n{ on = \"w\", run = \"note\" },\n{ on = \"w\", run = \"comment\" } ]",
            4,
            KeymapFault::Twice {
                key: "w".into(),
                context: "review",
                first: "note".into(),
                second: "comment".into(),
            },
        ),
        (
            "[review]\nkeys = [\n{ on = \"u\", run = \"note\" } ]",
            3,
            KeymapFault::Essential {
                action: "undo",
                context: "review",
            },
        ),
    ];
    for (text, line, expected) in table {
        assert_eq!(fault(text), (line, expected), "{text}");
    }
    let (line, broken) = fault("[review]\nkeys = [ {");
    assert!(line >= 2 && matches!(broken, KeymapFault::Unreadable(_)));
}

#[test]
fn both_shipped_keymaps_load() {
    let keymap = load(Some(("vim", "base = \"vim\""))).unwrap();
    assert_eq!(
        keymap.action(Context::Review, Chord::of('l')),
        Some(Action::NextAxis)
    );
    assert_eq!(load(None).unwrap(), load(Some(("none", ""))).unwrap());
    for context in Context::ALL {
        for (chord, action) in FIXED {
            let text = context.is_text() && chord.text().is_some();
            assert_eq!(keymap.action(context, chord), (!text).then_some(action));
        }
    }
}

#[test]
fn a_key_moved_elsewhere_leaves_undo_reachable() {
    let text = "[review]\nkeys = [ { on = \"u\", run = \"note\" }, { on = \"Z\", run = \"undo\" } ]";
    let keymap = load(Some(("k", text))).unwrap();
    assert_eq!(keymap.chord(Context::Review, Action::Undo), Some(Chord::of('Z')));
}

#[test]
fn a_name_chooses_and_ones_own_file_is_laid_over_it() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("keymap.toml");
    std::fs::write(
        &own,
        "base = \"vim\"\n[review]\nkeys = [ { on = \"w\", run = \"note\" } ]",
    )
    .unwrap();
    let of = |name: Option<&str>, key: char| {
        let keymap = chosen(name, Some(&own)).unwrap();
        keymap.action(Context::Review, Chord::of(key))
    };
    assert_eq!(
        (of(None, 'l'), of(None, 'w')),
        (Some(Action::NextAxis), Some(Action::Note))
    );
    assert_eq!(
        (of(Some("default"), 'l'), of(Some("default"), 'w')),
        (Some(Action::Enlarge), Some(Action::Note))
    );
    assert_eq!(of(Some("one-hand"), 'd'), Some(Action::NextUnscored));
    let file = own.display().to_string();
    assert_eq!(of(Some(&file), 'w'), Some(Action::Note));
    let error = chosen(Some("emacs"), None).unwrap_err();
    assert_eq!(error.fault, KeymapFault::UnknownBase("emacs".into()));
}
