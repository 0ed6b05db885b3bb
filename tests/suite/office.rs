//! Acts and questions, called as the desk calls them.

use crate::support::shop::fixture;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tnl_jury::context::Context;
use tnl_jury::domain::ids::{CriterionCode, DossierId};
use tnl_jury::domain::score::{Comment, Mark, Note, Score};
use tnl_jury::domain::words::Lang;
use tnl_jury::office::act::{CellChange, FormRead, ImportRequest, NewJuror, Wording};
use tnl_jury::office::ask::DossierView;
use tnl_jury::office::undo::taken_back;
use tnl_jury::office::{Act, Answer, NewCampaign, Office, Question, Report, new_campaign, open_package};
use tnl_jury::store::Access;

fn context() -> Context {
    Context::fixed("2026-11-02T10:00:00Z".parse().unwrap(), 7)
}

/// A juror's store with the example's three dossiers.
struct Desk {
    _folder: TempDir,
    path: PathBuf,
    office: Option<Office>,
}

impl Desk {
    fn new() -> Self {
        Self::of_member(None)
    }

    fn of_member(affiliation: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let new = NewCampaign {
            grid: "tnl-2016".into(),
            edition: "2026".into(),
            ..NewCampaign::default()
        };
        let mut office = new_campaign(&at("k.sqlite"), &new, context()).unwrap();
        let paths = vec![fixture("demarche_example.json").into()];
        office
            .perform(Act::Import(ImportRequest {
                paths,
                ..ImportRequest::default()
            }))
            .unwrap();
        office
            .perform(Act::AddJuror(NewJuror {
                name: "Agnès Lefèvre".into(),
                affiliation: affiliation.map(str::to_owned),
                ..NewJuror::default()
            }))
            .unwrap();
        office.perform(Act::AssignAll).unwrap();
        office
            .perform(Act::Pack {
                out: at("out"),
                juror: None,
            })
            .unwrap();
        let path = at("j.sqlite");
        let (office, _) = open_package(&path, &at("out/agnes-lefevre.jury.zip"), context()).unwrap();
        Self {
            path,
            office: Some(office),
            _folder: folder,
        }
    }

    fn office(&mut self) -> &mut Office {
        self.office.as_mut().unwrap()
    }

    /// Closes the store and opens it again, as after a restart.
    fn restart(&mut self) {
        self.office = None;
        self.office = Some(Office::open(&self.path, Access::Write, context()).unwrap());
    }

    fn score(&mut self, dossier: &str, criterion: &str, value: i64) {
        let mark = self.office().grid().scale().score(value).map(Mark::Scored);
        self.change(
            dossier,
            criterion,
            CellChange {
                mark: Some(mark),
                ..CellChange::default()
            },
        );
    }

    fn change(&mut self, dossier: &str, criterion: &str, change: CellChange) {
        let (dossier, criterion) = (id(dossier), CriterionCode::from(criterion));
        self.office()
            .perform(Act::Score {
                dossier,
                criterion,
                change,
            })
            .unwrap();
    }

    fn view(&mut self, dossier: &str) -> DossierView {
        match self.office().ask(Question::Dossier(id(dossier))).unwrap() {
            Answer::Dossier(Some(view)) => *view,
            other => panic!("{other:?}"),
        }
    }

    fn value(&mut self, dossier: &str, criterion: &str) -> Option<u8> {
        let content = self.view(dossier).cells.remove(criterion).unwrap_or_default();
        content.mark.and_then(Mark::score).map(Score::value)
    }

    fn counts_of_changes(&mut self) -> Vec<usize> {
        let rows = self.office().rows().unwrap();
        rows.into_iter().map(|row| row.changes).collect()
    }

    fn step(&mut self, act: Act) -> Option<(DossierId, Option<CriterionCode>)> {
        match self.office().perform(act).unwrap() {
            Report::Undone { place } => place,
            other => panic!("{other:?}"),
        }
    }

    fn next(&mut self, after: Option<(&str, Option<&str>)>) -> Option<(String, String)> {
        let after = after.map(|(d, c)| (id(d), c.map(CriterionCode::from)));
        match self.office().ask(Question::NextUnscored { after }).unwrap() {
            Answer::NextUnscored(place) => place.map(|(d, c)| (d.to_string(), c.to_string())),
            other => panic!("{other:?}"),
        }
    }
}

fn id(number: &str) -> DossierId {
    DossierId::new(format!("demarche-{number}"))
}

/// The comment on a criterion.
fn comment(desk: &mut Desk, criterion: &str) -> String {
    let content = desk.view("26001").cells.remove(criterion);
    content.unwrap_or_default().comment.0
}

#[test]
fn a_text_written_in_one_go_is_one_step() {
    let mut desk = Desk::new();
    let write = |desk: &mut Desk, criterion: &str, text: &str, goes_on: bool| {
        let change = CellChange {
            comment: Some(Comment(text.to_owned())),
            goes_on,
            ..CellChange::default()
        };
        desk.change("26001", criterion, change);
    };
    desk.score("26001", "1.1", 3);
    write(&mut desk, "1.1", "Bonne", false);
    for text in ["Bonne pratique", "Bonne pratique, à citer."] {
        write(&mut desk, "1.1", text, true);
    }
    write(&mut desk, "1.2", "Ailleurs", true);
    desk.restart();
    desk.step(Act::Undo);
    assert_eq!(
        (comment(&mut desk, "1.1"), comment(&mut desk, "1.2")),
        ("Bonne pratique, à citer.".into(), String::new())
    );
    desk.step(Act::Undo);
    assert_eq!(comment(&mut desk, "1.1"), "");
    assert_eq!(desk.value("26001", "1.1"), Some(3));
    desk.step(Act::Redo);
    assert_eq!(comment(&mut desk, "1.1"), "Bonne pratique, à citer.");
    desk.step(Act::Undo);
    write(&mut desk, "1.1", "Autre", true);
    write(&mut desk, "1.1", "Autre chose", true);
    assert_eq!(desk.step(Act::Redo), None, "what was undone is gone");
    desk.step(Act::Undo);
    assert_eq!(comment(&mut desk, "1.1"), "");
    desk.step(Act::Undo);
    assert_eq!(desk.value("26001", "1.1"), None);
}

/// Fills a text in with the first scores that are missing, a recusal, and reads it back.
fn fill_in(desk: &mut Desk, path: &Path) -> FormRead {
    let wording = Wording::new(Lang::Fr, desk.office().grid().scale(), ToString::to_string);
    let path = path.to_owned();
    let write = Act::WriteForm {
        path: path.clone(),
        wording,
    };
    desk.office().perform(write).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    let text = text
        .replacen("note: 2", "note: 4", 1)
        .replacen("note:\n", "note: 1\n", 2);
    let (kept, last) = text.split_at(text.find("# 26003").unwrap());
    let last = last.replacen("déport: non", "déport: oui", 1);
    std::fs::write(&path, format!("{kept}{last}")).unwrap();
    match desk.office().perform(Act::ReadForm { path }).unwrap() {
        Report::FormRead(read) => read,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_a_text_changes_is_one_step() {
    let mut desk = Desk::new();
    let path = desk.path.with_extension("md");
    desk.score("26001", "1.1", 2);
    desk.score("26001", "1.2", 5);
    let read = fill_in(&mut desk, &path);
    assert_eq!((read.changed, read.recused), (3, 1));
    let values = |desk: &mut Desk| {
        let codes = ["1.1", "1.2", "1.3", "2.1"];
        let recused = desk.view("26003").recusal.is_some();
        (codes.map(|code| desk.value("26001", code)), recused)
    };
    let filled = ([Some(4), Some(5), Some(1), Some(1)], true);
    let before = ([Some(2), Some(5), None, None], false);
    assert_eq!(values(&mut desk), filled);
    for _ in 0..2 {
        desk.restart();
        assert_eq!(desk.step(Act::Undo), Some((id("26001"), Some("1.1".into()))));
        assert_eq!(values(&mut desk), before);
        desk.restart();
        assert_eq!(desk.step(Act::Redo), Some((id("26003"), None)));
        assert_eq!(values(&mut desk), filled);
    }
    desk.step(Act::Undo);
    desk.step(Act::Undo);
    assert_eq!(values(&mut desk), ([Some(2), None, None, None], false));
    desk.score("26001", "1.1", 3);
    desk.step(Act::Undo);
    assert_eq!(
        desk.value("26001", "1.1"),
        Some(2),
        "the next act is another step"
    );
    assert!(desk.office().check().unwrap().findings.is_empty());
    let history = Question::History {
        dossier: id("26001"),
        criterion: "1.3".into(),
    };
    let Answer::History(events) = desk.office().ask(history).unwrap() else {
        panic!("the history");
    };
    let gone = taken_back(&events);
    assert_eq!((events.len(), gone.contains(&events[0].seq)), (6, true));
}

#[test]
fn undo_and_redo_go_back_and_forth_across_a_restart() {
    let mut desk = Desk::new();
    desk.score("26001", "1.1", 2);
    desk.score("26001", "1.1", 4);
    desk.score("26002", "1.2", 5);
    desk.restart();
    assert_eq!(desk.step(Act::Undo), Some((id("26002"), Some("1.2".into()))));
    assert_eq!(desk.value("26002", "1.2"), None);
    desk.step(Act::Undo);
    assert_eq!(desk.value("26001", "1.1"), Some(2));
    desk.restart();
    desk.step(Act::Redo);
    assert_eq!(desk.value("26001", "1.1"), Some(4));
    desk.step(Act::Undo);
    desk.step(Act::Undo);
    assert_eq!(desk.value("26001", "1.1"), None);
    assert_eq!(desk.step(Act::Undo), None, "nothing is left to take back");
    desk.step(Act::Redo);
    desk.score("26001", "1.3", 1);
    assert_eq!(
        desk.step(Act::Redo),
        None,
        "something new empties what could be brought back"
    );
    assert_eq!(
        (desk.value("26001", "1.1"), desk.value("26001", "1.3")),
        (Some(2), Some(1))
    );
    assert!(desk.office().check().unwrap().findings.is_empty());
}

#[test]
fn comments_notes_and_recusals_are_undone_like_scores() {
    let mut desk = Desk::new();
    let comment = |text: &str| CellChange {
        comment: Some(Comment(text.into())),
        ..CellChange::default()
    };
    desk.change("26001", "1.1", comment("un"));
    desk.change("26001", "1.1", comment("deux"));
    desk.change(
        "26001",
        "1.1",
        CellChange {
            note: Some(Note("pour moi".into())),
            ..CellChange::default()
        },
    );
    desk.office()
        .perform(Act::Recuse {
            dossier: id("26001"),
            reason: Some("voisin".into()),
        })
        .unwrap();
    assert_eq!(desk.view("26001").recusal.as_deref(), Some("voisin"));
    desk.step(Act::Undo);
    assert_eq!(desk.view("26001").recusal, None);
    desk.step(Act::Undo);
    assert!(desk.view("26001").notes.is_empty());
    desk.step(Act::Undo);
    assert_eq!(desk.view("26001").cells["1.1"].comment.0, "un");
}

#[test]
fn writing_what_stands_already_is_no_event() {
    let mut desk = Desk::new();
    desk.score("26001", "1.1", 2);
    desk.score("26001", "1.1", 2);
    desk.step(Act::Undo);
    assert_eq!(desk.value("26001", "1.1"), None);
}

#[test]
fn the_next_unscored_goes_on_through_the_list_and_round_once() {
    let mut desk = Desk::new();
    let place = |d: &str, c: &str| Some((format!("demarche-{d}"), c.to_owned()));
    assert_eq!(desk.next(None), place("26001", "1.1"));
    assert_eq!(desk.next(Some(("26001", Some("1.1")))), place("26001", "1.2"));
    assert_eq!(desk.next(Some(("26001", Some("4.2")))), place("26002", "1.1"));
    assert_eq!(desk.next(Some(("26003", Some("4.2")))), place("26001", "1.1"));
    for code in [
        "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "3.4", "4.1", "4.2",
    ] {
        desk.score("26001", code, 3);
        desk.score("26003", code, 3);
    }
    desk.office()
        .perform(Act::Recuse {
            dossier: id("26002"),
            reason: Some(String::new()),
        })
        .unwrap();
    assert_eq!(
        desk.next(None),
        None,
        "what one stepped back from is not left to score"
    );
    desk.office()
        .perform(Act::Recuse {
            dossier: id("26002"),
            reason: None,
        })
        .unwrap();
    desk.score("26002", "1.1", 0);
    assert_eq!(
        desk.next(Some(("26001", Some("2.1")))),
        place("26002", "1.2"),
        "0 is a score"
    );
    assert_eq!(
        desk.next(Some(("26002", Some("4.2")))),
        place("26002", "1.2"),
        "round, to where one stands"
    );
}

#[test]
fn the_list_is_filtered_without_accents_and_digits_start_a_number() {
    let mut desk = Desk::new();
    let mut names = |filter: &str| match desk.office().ask(Question::Page {
        filter: filter.into(),
        from: 0,
        most: 10,
    }) {
        Ok(Answer::Page(page)) => page.rows.into_iter().map(|row| row.number).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(names("département"), ["26003"]);
    assert_eq!(names("communaute"), ["26002"]);
    assert_eq!(names("26002"), ["26002"]);
    assert_eq!(names(""), ["26001", "26002", "26003"]);
    assert_eq!(names("introuvable"), Vec::<String>::new());
}

#[test]
fn a_second_writer_is_refused_and_named() {
    let desk = Desk::new();
    let error = Office::open(&desk.path, Access::Write, context()).unwrap_err();
    assert_eq!(error.saying().id, "store-held");
    assert!(format!("{error}").contains("holder=\"test\""), "{error}");
    assert!(
        Office::open(&desk.path, Access::Read, context()).is_ok(),
        "reading goes on"
    );
}

#[test]
fn a_refused_package_leaves_no_store_behind() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("deep/new.sqlite");
    let refused = open_package(&store, Path::new(&fixture("demarche_example.json")), context());
    assert_eq!(refused.unwrap_err().saying().id, "package-not-zip");
    assert!(!folder.path().join("deep").exists());
}

#[test]
fn answers_and_remarks_are_found_with_their_sentence() {
    let mut desk = Desk::new();
    let comment = Some(Comment("Le cœur du dossier : très solide.".into()));
    desk.change(
        "26002",
        "2.1",
        CellChange {
            comment,
            ..CellChange::default()
        },
    );
    let mut hits = |words: &str| match desk.office().ask(Question::Search {
        words: words.into(),
        most: 10,
    }) {
        Ok(Answer::Search(hits)) => hits
            .into_iter()
            .map(|hit| (hit.number, hit.criterion.map(|c| c.to_string()), hit.sentence))
            .collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    let place = Some("2.1".to_owned());
    assert_eq!(
        hits("coeur solid"),
        [(
            "26002".to_owned(),
            place,
            "Le cœur du dossier : très solide.".to_owned()
        )]
    );
    assert_eq!(hits("migration engagee")[0].2, "Migration engagée en 2021.");
    let of_answer = hits("migration engagee");
    for words in ["decrivez engagee", "engag \"decrivez votre\""] {
        assert_eq!(
            hits(words).len(),
            of_answer.len(),
            "the question is found with its answer: {words}"
        );
    }
    assert!(!hits("decrivez").is_empty());
    for words in [
        "introuvable",
        "decrivez introuvable",
        "commune engagee",
        "\"votre decrivez\" engagee",
    ] {
        assert_eq!(hits(words), [], "{words}");
    }
    desk.step(Act::Undo);
    let found = desk.office().ask(Question::Search {
        words: "coeur".into(),
        most: 10,
    });
    assert!(
        matches!(found, Ok(Answer::Search(hits)) if hits.is_empty()),
        "what was taken back is not found"
    );
}

#[test]
fn a_criterion_tells_its_history_and_how_it_was_scored_everywhere() {
    let mut desk = Desk::new();
    desk.score("26001", "1.1", 2);
    desk.score("26001", "1.2", 5);
    desk.score("26001", "1.1", 4);
    desk.score("26003", "1.1", 5);
    let question = Question::History {
        dossier: id("26001"),
        criterion: "1.1".into(),
    };
    let Ok(Answer::History(events)) = desk.office().ask(question) else {
        panic!()
    };
    assert_eq!(events.iter().map(|e| e.seq).collect::<Vec<_>>(), [1, 3]);
    let Ok(Answer::OnCriterion(rows)) = desk.office().ask(Question::OnCriterion("1.1".into())) else {
        panic!()
    };
    let order: Vec<&str> = rows.iter().map(|row| row.number.as_str()).collect();
    assert_eq!(order, ["26003", "26001", "26002"]);
}

#[test]
fn what_changed_after_a_score_is_marked_until_it_is_looked_at() {
    let mut desk = Desk::new();
    desk.score("26001", "2.2", 3);
    let folder = desk.path.parent().unwrap().to_owned();
    let text = std::fs::read_to_string(fixture("demarche_example.json")).unwrap();
    let later = folder.join("later.json");
    let changed = text
        .replace("\"142\"", "\"150\"")
        .replace("https://exemplie.example", "https://autre.example");
    std::fs::write(&later, changed).unwrap();
    let mut coordinator = Office::open(&folder.join("k.sqlite"), Access::Write, context()).unwrap();
    coordinator
        .perform(Act::Import(ImportRequest {
            paths: vec![later],
            ..ImportRequest::default()
        }))
        .unwrap();
    coordinator
        .perform(Act::Pack {
            out: folder.join("out"),
            juror: None,
        })
        .unwrap();
    desk.office = None;
    let (office, opened) =
        open_package(&desk.path, &folder.join("out/agnes-lefevre.jury.zip"), context()).unwrap();
    desk.office = Some(office);
    assert_eq!((opened.updated, opened.unchanged), (2, 1));
    let view = desk.view("26001");
    let (champ, before) = view
        .changes
        .iter()
        .next()
        .map(|(c, b)| (c.clone(), b.clone()))
        .unwrap();
    assert_eq!((view.changes.len(), before.as_str()), (1, "142"));
    assert_eq!(desk.counts_of_changes(), [1, 0, 0]);
    assert!(desk.view("26003").changes.is_empty(), "nothing was scored there");
    desk.office()
        .perform(Act::Look {
            dossier: id("26001"),
            champ,
        })
        .unwrap();
    assert!(desk.view("26001").changes.is_empty());
    assert_eq!(desk.counts_of_changes(), [0, 0, 0]);
    assert_eq!(desk.value("26001", "2.2"), Some(3));
}

#[test]
fn a_recusal_is_suggested_until_it_is_dismissed_or_one_goes_on() {
    let name = Desk::new().view("26001").dossier.name;
    let mut desk = Desk::of_member(Some(&name));
    assert!(desk.view("26001").resembles);
    let dossier = id("26001");
    desk.office().perform(Act::Dismiss { dossier }).unwrap();
    assert!(!desk.view("26001").resembles);
    desk.restart();
    assert!(!desk.view("26001").resembles);
    assert!(desk.office().check().unwrap().findings.is_empty());
    let unknown = Act::Dismiss { dossier: id("1") };
    assert!(desk.office().perform(unknown).is_err());
    let mut desk = Desk::of_member(Some(&name));
    desk.score("26001", "1.1", 2);
    desk.step(Act::Undo);
    assert!(!desk.view("26001").resembles, "whoever scored went on");
}

#[test]
fn what_one_stepped_back_from_is_not_found() {
    let mut desk = Desk::new();
    let search = || Question::Search {
        words: "migration engagee".into(),
        most: 10,
    };
    let Ok(Answer::Search(hits)) = desk.office().ask(search()) else {
        panic!()
    };
    assert!(!hits[0].source.is_empty(), "the question is named");
    for hit in hits {
        let reason = Some(String::new());
        let dossier = hit.dossier;
        desk.office().perform(Act::Recuse { dossier, reason }).unwrap();
    }
    assert!(matches!(desk.office().ask(search()), Ok(Answer::Search(hits)) if hits.is_empty()));
}
