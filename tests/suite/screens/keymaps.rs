//! Both shipped keymaps load, and every action has its words.

use tnl_jury::desk::action::{ACTIONS, Context};
use tnl_jury::desk::keymap::{self, KeymapError, SHIPPED};
use tnl_jury::desk::overlays::help::Help;
use tnl_jury::domain::words::Lang;
use tnl_jury::speech::Speech;

#[test]
fn every_action_has_words_in_both_languages() {
    for lang in [Lang::Fr, Lang::En] {
        let speech = Speech::new(lang);
        let mut ids = vec!["action-score".to_owned(), "action-set".to_owned()];
        ids.extend(["desk-hint-score".to_owned(), "desk-hint-set".to_owned()]);
        for spec in ACTIONS {
            let name = spec.name.replace('_', "-");
            ids.push(format!("action-{name}"));
            if !name.starts_with("score-") {
                ids.push(format!("desk-hint-{name}"));
            }
        }
        ids.extend(Context::ALL.map(|context| format!("desk-help-{}", context.name().replace('_', "-"))));
        for id in ids {
            assert!(speech.has(&id), "{lang:?} {id}");
        }
    }
    let _ = Help::new(Context::Review);
}

#[test]
fn the_table_names_every_key_once() {
    let (name, vim) = SHIPPED[1];
    for keymap in [keymap::load(None), keymap::load(Some((name, vim)))] {
        let rows = keymap::table(&keymap.unwrap());
        let mut places: Vec<_> = rows.iter().map(|row| (row.context, row.key.clone())).collect();
        places.sort();
        let all = places.len();
        places.dedup();
        assert_eq!(places.len(), all);
    }
}

#[test]
fn a_fault_says_file_line_and_remedy() {
    let text = "[review]\nkeys = [\n  { on = \"z\", run = \"fly\" },\n]\n";
    let error: KeymapError = keymap::load(Some(("keymap.toml", text))).unwrap_err();
    let said = Speech::new(Lang::Fr).say(&error.saying()).replace('\u{a0}', " ");
    assert_eq!(
        said,
        "keymap.toml, ligne 3 : aucune action ne s’appelle « fly ». « keys » les donne toutes."
    );
}
