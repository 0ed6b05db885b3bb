//! Small documents of each format, and what a reader sees of them.

use super::*;

#[test]
fn html_is_readable_and_quiet() {
    let page = "<!DOCTYPE html><html><head><title>Bilan</title><style>p{color:red}</style><script>alert('non')\
        </script></head><body><h1>Bilan &eacute;nergie</h1><p>Les  don&shy;nées sont\n <b>publiées</b> en <a \
        href='https://exemple.fr/?a=1&amp;b=2'>open data</a>.<br>Suite</p><ul><li>Un<li>Deux<ol start=4><li>bis\
        </ol></ul><table><tr><th>Poste<th>Nombre<tr><td>Linux<td>12<tr><td colspan=2>Total</table><img src=x \
        alt='Photo de l’accueil'><pre>a\n  b</pre><blockquote>cité</blockquote><a href='#haut'>haut</a>";
    let shown = "Bilan\n\n# Bilan énergie\n\nLes données sont publiées en open data (https://exemple.fr/?a=1&b=2).\n\
        Suite\n\n• Un\n• Deux\n  4. bis\n\nPoste │ Nombre\n──────┼───────\nLinux │     12\nTotal\n\n[Photo de \
        l’accueil]\n\na\n  b\n\n> cité\n\nhaut";
    assert_eq!(text("a.html", page.as_bytes()), shown);
}

#[test]
fn html_in_an_old_encoding_is_decoded_as_it_declares() {
    let page = b"<html><meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><p>\xe9t\xe9";
    assert_eq!(text("a.html", page), "été");
}

#[test]
fn markdown_is_readable() {
    let source = "# Un *titre*\n\nDu texte **gras** avec un [lien](https://a.fr) et `code`.\n\n1. un\n2. deux\n   - \
        trois\n\n> cité\n> encore\n\n| A | Nombre |\n|---|--:|\n| été | 12 |\n\n```\nlet a;\n  b\n```\n\n- [x] fait\n\n\
        ![Schéma](s.png)\n";
    let shown = "# Un titre\n\nDu texte gras avec un lien (https://a.fr) et code.\n\n1. un\n2. deux\n  • trois\n\n> \
        cité encore\n\nA   │ Nombre\n────┼───────\nété │     12\n\nlet a;\n  b\n\n• [x] fait\n\n[Schéma] (s.png)";
    assert_eq!(text("a.md", source.as_bytes()), shown);
}

#[test]
fn an_odt_shows_structure_notes_links_and_descriptions() {
    let body = "<text:tracked-changes><text:p>supprimé</text:p></text:tracked-changes><text:h \
        text:outline-level='2'>Titre &amp; suite</text:h><text:p>Un<text:s text:c='2'/>deux<text:line-break/>trois \
        <text:a xlink:href='https://a.fr'>lien</text:a><text:note><text:note-citation>1</text:note-citation>\
        <text:note-body><text:p>En note.</text:p></text:note-body></text:note></text:p><text:list><text:list-item>\
        <text:p>un</text:p><text:list><text:list-item><text:p>sous</text:p></text:list-item></text:list>\
        </text:list-item></text:list><text:p><draw:frame><svg:title>Plan</svg:title></draw:frame></text:p>\
        <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Nom</text:p>\
        </table:table-cell><table:table-cell><text:p>Année</text:p></table:table-cell></table:table-row>\
        </table:table-header-rows><table:table-row><table:table-cell><text:p>Été</text:p></table:table-cell>\
        <table:table-cell><text:p>2026</text:p></table:table-cell></table:table-row></table:table>";
    let shown = "## Titre & suite\n\nUn  deux\ntrois lien (https://a.fr)1 [En note.]\n\n• un\n  • sous\n\n[Plan]\n\nNom \
        │ Année\n────┼──────\nÉté │  2026";
    assert_eq!(text("a.odt", &odt(body)), shown);
}

#[test]
fn a_long_odt_is_cut_at_headings_of_the_first_level() {
    let chapter =
        "<text:h text:outline-level='1'>Chapitre</text:h>".to_owned() + &"<text:p>x</text:p>".repeat(15);
    let extract = read("a.odt", &odt(&chapter.repeat(3)));
    assert_eq!(extract.pages.len(), 3);
    assert!(extract.pages.iter().all(|page| page.starts_with("# Chapitre")));
}

#[test]
fn a_presentation_has_a_page_a_slide() {
    let content = format!(
        "<office:document-content {NAMESPACES}><draw:page><text:p>Un</text:p></draw:page><draw:page><text:p>Deux\
         </text:p></draw:page></office:document-content>"
    );
    let bytes = package("presentation", &[("content.xml", content.as_bytes())]);
    assert_eq!(read("a.odp", &bytes).pages, ["Un", "Deux"]);
}

#[test]
fn a_spreadsheet_has_a_page_a_sheet() {
    let sheets = "<table:table table:name='Été'><table:table-row><table:table-cell><text:p>Poste</text:p>\
        </table:table-cell><table:table-cell table:number-columns-repeated='3'/><table:table-cell><text:p>Nombre\
        </text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated='1048570'>\
        <table:table-cell table:number-columns-repeated='16384'/></table:table-row><table:table-row \
        table:number-rows-repeated='2'><table:table-cell><text:p>Linux</text:p></table:table-cell><table:table-cell \
        table:number-columns-repeated='3'/><table:table-cell office:value='12'/></table:table-row></table:table>\
        <table:table table:name='Deux'><table:table-row><table:table-cell><text:p>a</text:p><text:p>b</text:p>\
        </table:table-cell></table:table-row></table:table>";
    let extract = read("a.ods", &ods(sheets));
    let first = "# Été\n\nPoste │ Nombre\n\nLinux │ 12\nLinux │ 12";
    assert_eq!(extract.pages, [first, "# Deux\n\na\nb"]);
    assert_eq!((extract.format, extract.truncated), (Format::Ods, false));
}

#[test]
fn csv_is_aligned_in_any_encoding() {
    let table = "Nom;Année\nÉcole d’été;2026\nCœur;5\n";
    let shown = "Nom         │ Année\n────────────┼──────\nÉcole d’été │  2026\nCœur        │     5";
    let utf16: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xff\xfe".as_slice(), &utf16].concat();
    let windows = encoding_rs::WINDOWS_1252.encode(table).0.into_owned();
    for bytes in [table.as_bytes().to_vec(), utf16, marked, windows] {
        assert_eq!(text("a.csv", &bytes), shown);
    }
}

#[test]
fn the_words_of_a_drawing_are_read() {
    let drawing = "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://a'><svg \
        xmlns='http://www.w3.org/2000/svg'><title>Réseau</title><g><text x='1'>Serveur <tspan>nº 1</tspan></text></g>\
        <style>text{fill:red}</style></svg>";
    assert_eq!(text("a.svg", drawing.as_bytes()), "Réseau\n\nServeur nº 1");
}

#[test]
fn what_is_not_read_says_its_format() {
    let word = read_with("lettre.DOCX", b"PK\x03\x04\0\0", &Limits::default());
    assert_eq!(
        word,
        Err(Unreadable::Unsupported {
            kind: "docx".to_owned()
        })
    );
    let film = extract(
        "film",
        "video/mp4",
        b"\0\0\0\x18ftyp",
        &Limits::default(),
        &Cancel::new(),
    );
    assert_eq!(
        film,
        Err(Unreadable::Unsupported {
            kind: "video/mp4".to_owned()
        })
    );
    assert_eq!(
        read_with("a.txt", b"", &Limits::default()),
        Err(Unreadable::NoText)
    );
}
