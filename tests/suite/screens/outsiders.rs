//! What outsiders wrote never acts on a terminal.

use super::desk::Desk;
use tnl_jury::desk::effect::Effect;
use tnl_jury::desk::message::{Answered, Msg};
use tnl_jury::desk::update::Place;
use tnl_jury::domain::ids::Digest;
use tnl_jury::domain::sheet::Citation;
use tnl_jury::domain::text::is_hidden;
use tnl_jury::domain::words::{Lang, Words};
use tnl_jury::office::Answer;

/// Clipboard, overwriting, bidi, C1, zero width; title, device control, application command, tags, isolates, a mark of
/// byte order, a flood of marks, a formula, markup.
const EVIL: &str = "a\u{1b}]52;c;QQ\u{7}b\u{202e}c\u{9b}31md\u{200b}e\rf\u{85}\u{1b}]0;titre\u{1b}\\\u{1b}P1$r\u{1b}\\\u{1b}_Ga=T;\u{1b}\\\
    \u{8}\u{8}\u{e0041}\u{e007f}\u{2066}\u{2069}\u{feff}\u{9d}\u{90}\u{9f}\u{0}e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\
    =cmd|' /C calc'!A0<script>alert(1)</script>";

#[track_caller]
fn is_clean(desk: &Desk) {
    let screen = desk.screen();
    let bad = |c: char| (c.is_control() && c != '\n') || (is_hidden(c) && c != '\u{200d}');
    assert!(!screen.contains(bad), "{screen:?}");
    assert!(screen.contains("␛]52"), "the attack is not even seen:\n{screen}");
}

/// Sends a message and spoils every answer before the desk hears it.
fn spoil(desk: &mut Desk, msg: Msg) {
    let mut asked = desk.ask(msg);
    while !asked.is_empty() {
        let mut next = Vec::new();
        for effect in asked {
            if matches!(effect, Effect::Quit | Effect::WakeAfter(_)) {
                continue;
            }
            let Some(Msg::Answer(ticket, outcome)) = desk.outcome(effect) else {
                continue;
            };
            let outcome = outcome.map(|answered| match answered {
                Answered::Told(mut answer) => {
                    spoil_answer(&mut answer);
                    Answered::Told(answer)
                }
                Answered::Read(mut read) => {
                    for page in &mut read.reading.pages {
                        EVIL.clone_into(page);
                    }
                    Answered::Read(read)
                }
                other => other,
            });
            next.extend(desk.ask(Msg::Answer(ticket, outcome)));
        }
        asked = next;
    }
}

fn spoil_answer(answer: &mut Answer) {
    let put = |text: &mut String| EVIL.clone_into(text);
    match answer {
        Answer::Page(page) => {
            for row in &mut page.rows {
                put(&mut row.name);
                put(&mut row.kind);
                put(&mut row.number);
            }
        }
        Answer::Dossier(Some(seen)) => {
            put(&mut seen.dossier.name);
            put(&mut seen.dossier.kind);
            for answer in &mut seen.dossier.answers {
                put(&mut answer.label);
                put(&mut answer.text);
            }
            for piece in &mut seen.dossier.evidence {
                put(&mut piece.name);
                put(&mut piece.media_type);
            }
            for cell in seen.cells.values_mut() {
                put(&mut cell.comment.0);
                put(&mut cell.feedback.0);
                cell.citations = vec![evil_citation()];
            }
        }
        Answer::MySheet(sheet) => {
            put(&mut sheet.fingerprint);
            for (_, number, name, _) in &mut sheet.missing {
                put(number);
                put(name);
            }
        }
        Answer::Status(status) => {
            for juror in &mut status.jurors {
                put(&mut juror.juror);
            }
            for dossier in &mut status.dossiers {
                put(&mut dossier.number);
                dossier.missing = vec![EVIL.to_owned()];
            }
        }
        Answer::Search(hits) => {
            for hit in hits {
                put(&mut hit.name);
                put(&mut hit.number);
                put(&mut hit.source);
                put(&mut hit.sentence);
            }
        }
        Answer::OnCriterion(rows) => {
            for row in rows {
                put(&mut row.name);
                put(&mut row.number);
                put(&mut row.content.comment.0);
            }
        }
        Answer::Agenda(rows) => {
            for row in rows {
                put(&mut row.name);
                put(&mut row.number);
            }
        }
        Answer::Jury(seen) => {
            for load in &mut seen.jurors {
                put(&mut load.juror.name);
                load.juror.affiliation = Some(EVIL.to_owned());
            }
            for row in &mut seen.suggestions {
                put(&mut row.number);
                put(&mut row.name);
                for ground in &mut row.grounds {
                    put(&mut ground.place);
                    put(&mut ground.passage);
                }
            }
            for bar in &mut seen.bars {
                put(&mut bar.number);
                put(&mut bar.name);
                put(&mut bar.reason);
            }
        }
        Answer::SeatPlan(plan) => {
            for (juror, _) in &mut plan.per_juror {
                put(juror);
            }
        }
        Answer::Deliberation(Some(dossier)) => {
            put(&mut dossier.dossier.name);
            dossier.names.values_mut().for_each(put);
            for remark in dossier.remarks.values_mut().flatten() {
                put(&mut remark.juror);
                put(&mut remark.content.comment.0);
                put(&mut remark.content.feedback.0);
                remark.content.citations = vec![evil_citation()];
            }
        }
        _ => {}
    }
}

fn evil_citation() -> Citation {
    Citation {
        evidence: Digest::of(b"nothing here"),
        page: Some(3),
        excerpt: EVIL.to_owned(),
    }
}

fn key(text: &str) -> Msg {
    Msg::Key(tnl_jury::desk::keymap::Chord::parse(text).unwrap())
}

#[test]
fn no_screen_lets_an_escape_through() {
    for size in super::desk::SIZES {
        let mut desk = Desk::juror(Lang::Fr, size);
        spoil(
            &mut desk,
            Msg::Answer(tnl_jury::desk::effect::Ticket(0), Ok(Answered::Shown)),
        );
        for keys in ["R Esc m", "q Enter", "e Tab", "C", "Esc l", "l y", "c", "Esc i"] {
            for text in keys.split(' ') {
                spoil(&mut desk, key(text));
            }
            is_clean(&desk);
        }
        for (place, keys) in [(Place::Sheets, ["g", "Esc"]), (Place::Committee, ["M", "Enter"])] {
            let mut desk = Desk::coordinator(place, Lang::En, size);
            let other = if place == Place::Sheets {
                "C q C q s"
            } else {
                "s q"
            };
            for text in other.split(' ').chain(keys) {
                spoil(&mut desk, key(text));
            }
            if place == Place::Committee {
                spoil(&mut desk, key("J"));
            }
            is_clean(&desk);
        }
    }
}

#[test]
fn what_dossiers_say_of_jurors_is_shown_without_effect() {
    for size in super::desk::SIZES {
        let mut desk = super::jury::desk(Lang::Fr, size);
        for keys in ["E", "Tab", "j", "j"] {
            spoil(&mut desk, key(keys));
            is_clean(&desk);
        }
        for keys in ["n x Enter", "q r", "Enter"] {
            for text in keys.split(' ') {
                spoil(&mut desk, key(text));
            }
            assert!(!desk.screen().contains('\u{1b}'));
        }
    }
}

#[test]
fn names_of_the_grid_and_of_the_juror_are_harmless_too() {
    let mut desk = Desk::juror(Lang::Fr, (120, 40));
    desk.play("Enter");
    let session = desk.model.shared.session.as_mut().unwrap();
    session.campaign.edition = EVIL.to_owned();
    session.juror.as_mut().unwrap().name = EVIL.to_owned();
    let mut draft = session.grid.draft().clone();
    for axis in &mut draft.axes {
        axis.name = Words::same(EVIL);
        for criterion in &mut axis.criteria {
            criterion.name = Words::same(EVIL);
            criterion.guidance = Words::same(EVIL);
            criterion.descriptors.fill(Words::same(EVIL));
        }
    }
    let digest = session.grid.digest().clone();
    session.grid = std::sync::Arc::new(tnl_jury::domain::grid::Grid::new(draft, digest).unwrap());
    desk.play("j");
    is_clean(&desk);
    desk.play("q");
    is_clean(&desk);
}
