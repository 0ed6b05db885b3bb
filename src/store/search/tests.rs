use super::*;
use crate::domain::dossier::{Dossier, Identity, Standing};

#[test]
fn nothing_typed_is_an_operator() {
    assert_eq!(
        query(&terms("l'été AND (x) \"jeu de données\"")),
        "\"l'ete\"* \"and\"* \"(x)\"* \"jeu de donnees\"*"
    );
    assert_eq!(query(&terms("« à l’œuvre »")), "\"a l'oeuvre\"*");
    assert_eq!(query(&terms(" ** \" ")), "");
}

#[test]
fn accents_case_ligatures_prefixes_and_phrases() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("s.sqlite")).unwrap();
    let id = DossierId::from("demarche-1");
    let dossier = Dossier {
        id: id.clone(),
        number: "1".into(),
        name: "X".into(),
        kind: "commune".into(),
        standing: Standing::Received,
        submitted_at: None,
        late: false,
        identity: Identity::default(),
        answers: Vec::new(),
        evidence: Vec::new(),
    };
    store.put_dossier(&dossier).unwrap();
    let text = "Au cœur de l’été, les jeux de données";
    store.index(&id, PassageKind::Remark, "1.1", text).unwrap();
    let hits = |words: &str| {
        let mut hits = 0;
        let mut take = |_: Passage| -> Result<bool, StoreError> {
            hits += 1;
            Ok(true)
        };
        store.search(words, &mut take).unwrap();
        hits
    };
    for words in [
        "coeur",
        "CŒUR",
        "ete",
        "l'ete",
        "donn",
        "\"jeux de données\"",
        "jeux coeur",
    ] {
        assert_eq!(hits(words), 1, "{words}");
    }
    for words in [
        "\"données de jeux\"",
        "hiver",
        "coeur hiver",
        "",
        "\"",
        "NOT",
        "a*b OR",
    ] {
        assert_eq!(hits(words), 0, "{words}");
    }
    store.index(&id, PassageKind::Remark, "1.1", "").unwrap();
    assert_eq!(hits("coeur"), 0);
    store.index_answers(&id, &folded(text)).unwrap();
    store.index_answers(&id, &folded(text)).unwrap();
    assert_eq!(hits("coeur"), 1);
    assert_eq!(hits("coeur formats"), 0);
    store.index_question("Quels formats ?").unwrap();
    store.index_question("Quels formats ?").unwrap();
    for words in ["coeur formats", "format", "\"quels formats\" jeux", "été"] {
        assert_eq!(hits(words), 1, "{words}");
    }
    for words in ["hiver formats", "\"formats quels\"", "coeur logiciels"] {
        assert_eq!(hits(words), 0, "{words}");
    }
    store.index_answers(&id, "").unwrap();
    assert_eq!(hits("coeur"), 0);
    assert_eq!(hits("formats"), 0);
}
