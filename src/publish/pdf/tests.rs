//! What the printed document says, in order, and that it is always the same.

use super::flow::{Drawn, Laid, Role, lay};
use super::look::{Align, length};
use super::source::{Block, Word, read};
use super::{Faces, print};
use crate::publish::odf::{Document, Kind};
use proptest::prelude::*;

const STYLES: &str = r##"<s xmlns:style="s" xmlns:fo="f" xmlns:text="t">
<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="150%"/><style:text-properties fo:font-size="10pt"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.5cm"/></style:style>
<style:style style:name="Head" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:keep-with-next="always" fo:text-align="center"/><style:text-properties fo:font-size="20pt" fo:font-weight="bold" fo:color="#1f3864"/></style:style>
<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold" fo:font-size="150%"/></style:style>
<style:style style:name="Round" style:family="paragraph" style:parent-style-name="Round"/>
<style:page-layout><style:page-layout-properties fo:page-width="200pt" fo:page-height="200pt" fo:margin-top="20pt" fo:margin-bottom="20pt" fo:margin-left="20pt" fo:margin-right="20pt"/></style:page-layout>
<style:footer><text:p><text:page-number>1</text:page-number>/<text:page-count>9</text:page-count></text:p></style:footer></s>"##;

fn content(body: &str) -> String {
    format!(
        r#"<c xmlns:text="t" xmlns:draw="d" xmlns:svg="v" xmlns:xlink="x"><text:text>{body}</text:text></c>"#
    )
}

fn laid(body: &str) -> Laid {
    lay(&read(&content(body), STYLES).unwrap(), &Faces::new().unwrap())
}

/// Returns the lines of each page, what recurs on every one with them.
fn said(laid: &Laid) -> Vec<Vec<String>> {
    let lines = |page: &Vec<super::flow::Placed>| {
        let letters = page.iter().filter_map(|placed| match &placed.drawn {
            Drawn::Letters { ink, .. } => Some(ink.iter().map(|ink| ink.text.as_str()).collect::<String>()),
            _ => None,
        });
        letters.collect()
    };
    laid.pages.iter().map(lines).collect()
}

fn paper(body: &str) -> Document {
    Document {
        kind: Kind::Text,
        title: "Essai".to_owned(),
        lang: "fr-FR",
        dated: "2026-11-30T09:00:00Z".to_owned(),
        content: content(body),
        styles: STYLES.to_owned(),
        pictures: vec![("p.svg".to_owned(), r#"<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>"#.to_owned())],
    }
}

#[test]
fn a_style_says_what_its_ancestors_say_and_an_endless_ancestry_ends() {
    let source = read(&content(r#"<text:h text:style-name="Head" text:outline-level="2">A</text:h><text:p text:style-name="Round">B <text:span text:style-name="Strong">C</text:span></text:p>"#), STYLES).unwrap();
    let [Block::Paragraph(head), Block::Paragraph(round)] = source.body.as_slice() else {
        panic!("{source:?}");
    };
    assert_eq!(
        (head.heading, head.look.align, head.look.bold),
        (Some(2), Align::Centre, true)
    );
    assert_eq!(
        (head.look.colour, head.look.keeps_with_next),
        ([0x1f, 0x38, 0x64], true)
    );
    let lengths = [head.look.size, head.look.line, head.look.below].map(|length| (length * 10.0).round());
    assert_eq!(format!("{lengths:?}"), "[200.0, 15.0, 142.0]");
    assert_eq!(round.runs[0].word, Word::Text("B ".to_owned()));
    assert!(round.runs[1].look.bold && (round.runs[1].look.size - 15.0).abs() < 0.01);
    assert_eq!(
        ["1in", "2.54cm", "25.4mm"]
            .map(|text| length(text).is_some_and(|points| (points - 72.0).abs() < 0.01)),
        [true; 3]
    );
    assert_eq!(["", "cm", "1", "1ex", "NaNcm"].map(length), [None; 5]);
}

#[test]
fn what_is_not_known_is_read_as_the_paragraphs_in_it() {
    let said = said(&laid(
        "<text:table><text:row><text:p>Un</text:p></text:row><text:row><text:p>Deux</text:p></text:row></text:table>",
    ));
    assert_eq!(said, [["Un", "Deux", "1/1"]]);
}

#[test]
fn a_list_is_read_as_labels_and_bodies() {
    let laid = laid(
        "<text:list><text:item><text:p>Un</text:p></text:item><text:item><text:p>Deux</text:p></text:item></text:list>",
    );
    assert_eq!(said(&laid), [["•", "Un", "•", "Deux", "1/1"]]);
    let roles: Vec<&Role> = laid.branches.iter().map(|branch| &branch.role).collect();
    assert_eq!(
        roles[..5],
        [
            &Role::List,
            &Role::Item,
            &Role::Label,
            &Role::Body,
            &Role::Paragraph
        ]
    );
}

#[test]
fn a_heading_stays_with_what_it_heads_and_pages_are_numbered() {
    let filler = "<text:p>Texte</text:p>".repeat(4);
    let laid = laid(&format!(
        r#"{filler}<text:h text:style-name="Head" text:outline-level="1">Titre</text:h><text:p>Suite</text:p>"#
    ));
    let said = said(&laid);
    assert_eq!(said.len(), 2, "{said:?}");
    assert_eq!(said[0], ["Texte", "Texte", "Texte", "Texte", "1/2"]);
    assert_eq!(said[1], ["Titre", "Suite", "2/2"]);
    assert_eq!((laid.marks[0].page, laid.marks[0].text.as_str()), (1, "Titre"));
}

#[test]
fn what_is_longer_than_a_line_is_cut_and_what_no_face_has_is_shown_as_a_sign() {
    let word = "x".repeat(100);
    let long = said(&laid(&format!("<text:p>un {word}</text:p>"))).concat();
    assert_eq!(long[..long.len() - 1].concat(), format!("un {word}"));
    assert!(long.len() > 4);
    assert_eq!(
        said(&laid("<text:p>é œ \u{a0}€ 漢</text:p>"))[0][0],
        "é œ \u{a0}€ \u{fffd}"
    );
}

#[test]
fn it_is_the_same_each_time_conforms_and_is_tagged() {
    let body = r#"<text:h text:style-name="Head" text:outline-level="1">Titre</text:h><text:p>Mairie de Valbrume<draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="p.svg"/><svg:desc>Un carré</svg:desc></draw:frame></text:p><text:p/>"#;
    let faces = Faces::new().unwrap();
    let first = print(&paper(body), &faces).unwrap();
    assert_eq!(first, print(&paper(body), &Faces::new().unwrap()).unwrap());
    let text = String::from_utf8_lossy(&first);
    for part in ["pdfaid:part>2", "pdfuaid:part>1", "/MarkInfo", "/Lang"] {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn a_template_that_gives_no_document_or_names_no_picture_is_said() {
    let faces = Faces::new().unwrap();
    let mut ruined = paper("<text:p>");
    assert!(print(&ruined, &faces).is_err());
    ruined = paper(
        r#"<text:p><draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="q.svg"/></draw:frame></text:p>"#,
    );
    let why = print(&ruined, &faces).unwrap_err().to_string();
    assert!(why.contains("q.svg"), "{why}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// No word is lost or moved, whatever the words and their lengths.
    #[test]
    fn every_word_is_laid_once_in_its_order(words in prop::collection::vec("[a-zé0-9'’-]{1,40}", 1..40)) {
        let laid = laid(&format!("<text:p>{}</text:p>", words.join(" ")));
        let mut lines = said(&laid);
        for page in &mut lines { page.pop(); }
        prop_assert_eq!(lines.concat().concat(), words.join(" "));
    }
}
