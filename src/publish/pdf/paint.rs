//! Writes pages laid out as PDF/A-2a and PDF/UA-1. The writer refuses what either forbids, so that a file that was written
//! conforms as far as a program can tell.

use super::face::Faces;
use super::flow::{Drawn, Ink, Laid, Mark, Placed, Role};
use super::look::Colour;
use crate::publish::odf::Document as Paper;
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, SpanTag, Tag, TagGroup, TagKind,
    TagTree,
};
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt as _, SvgSettings};
use resvg::usvg::{FontResolver, Options, Tree};
use std::collections::BTreeMap;
use std::num::NonZeroU16;

/// Writes a document.
///
/// # Errors
/// What the archive's or the readers' standard forbids, or a picture that is none.
pub(super) fn print(paper: &Paper, laid: &Laid, faces: &Faces) -> Result<Vec<u8>, String> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|why| format!("{why:?}"))?;
    let pictures = pictures(paper, laid, faces)?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        enable_tagging: true,
        ..SerializeSettings::default()
    });
    let mut spoken: Vec<Vec<Identifier>> = vec![Vec::new(); laid.branches.len()];
    for page in &laid.pages {
        let settings = PageSettings::from_wh(laid.page.width, laid.page.height).ok_or("page")?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        for placed in page {
            let tag = tag(placed);
            let identifier = surface.start_tagged(tag);
            draw(&placed.drawn, &pictures, faces, &mut surface);
            surface.end_tagged();
            if let Some(spoken) = placed.branch.and_then(|branch| spoken.get_mut(branch)) {
                spoken.push(identifier);
            }
        }
        surface.finish();
        sheet.finish();
    }
    document.set_metadata(metadata(paper)?);
    document.set_outline(outline(&laid.marks));
    document.set_tag_tree(tree(laid, spoken, paper.lang));
    document.finish().map_err(|why| format!("{why:?}"))
}

fn metadata(paper: &Paper) -> Result<Metadata, String> {
    let at: jiff::Timestamp = paper.dated.parse().map_err(|why| format!("{why}"))?;
    let at = jiff::tz::Offset::UTC.to_datetime(at);
    let small = |number: i8| u8::try_from(number).unwrap_or_default();
    let dated = DateTime::new(u16::try_from(at.year()).unwrap_or_default())
        .month(small(at.month()))
        .day(small(at.day()))
        .hour(small(at.hour()))
        .minute(small(at.minute()))
        .second(small(at.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    Ok(Metadata::new()
        .title(paper.title.clone())
        .language(paper.lang.to_owned())
        .creator(format!("tnl-jury {}", env!("CARGO_PKG_VERSION")))
        .creation_date(dated))
}

fn tag(placed: &Placed) -> ContentTag<'static> {
    match (&placed.branch, &placed.drawn) {
        (None, Drawn::Frame { .. }) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
        (None, _) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)),
        (Some(_), Drawn::Letters { .. }) => ContentTag::Span(SpanTag::empty()),
        (Some(_), _) => ContentTag::Other,
    }
}

/// Reads the pictures that are drawn; a page that was begun can't be given up.
fn pictures<'a>(paper: &Paper, laid: &'a Laid, faces: &Faces) -> Result<BTreeMap<&'a str, Tree>, String> {
    let mut read = BTreeMap::new();
    for placed in laid.pages.iter().flatten() {
        if let Drawn::Picture { name, .. } = &placed.drawn {
            let mut pictures = paper.pictures.iter();
            let (_, svg) = pictures
                .find(|(own, _)| own == name)
                .ok_or_else(|| name.clone())?;
            let tree = Tree::from_str(svg, &options(faces)).map_err(|why| format!("{name}: {why}"))?;
            read.insert(name.as_str(), tree);
        }
    }
    Ok(read)
}

fn draw(drawn: &Drawn, pictures: &BTreeMap<&str, Tree>, faces: &Faces, surface: &mut Surface<'_>) {
    match drawn {
        Drawn::Letters { baseline, ink } => {
            for ink in ink {
                letters(ink, *baseline, faces, surface);
            }
        }
        Drawn::Picture { name, at, size } => {
            if let (Some(tree), Some(size)) = (pictures.get(name.as_str()), Size::from_wh(size.0, size.1)) {
                surface.push_transform(&Transform::from_translate(at.0, at.1));
                surface.draw_svg(tree, size, SvgSettings::default());
                surface.pop();
            }
        }
        Drawn::Frame {
            at,
            size,
            line,
            colour,
        } => frame(*at, *size, *line, *colour, surface),
    }
}

fn frame(at: (f32, f32), size: (f32, f32), line: f32, colour: Colour, surface: &mut Surface<'_>) {
    let mut path = PathBuilder::new();
    if let Some(rect) = Rect::from_xywh(at.0, at.1, size.0, size.1) {
        path.push_rect(rect);
    }
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        paint: rgb::Color::new(colour[0], colour[1], colour[2]).into(),
        width: line,
        ..Stroke::default()
    }));
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
    surface.set_stroke(None);
}

fn letters(ink: &Ink, baseline: f32, faces: &Faces, surface: &mut Surface<'_>) {
    let [red, green, blue] = ink.colour;
    surface.set_fill(Some(Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        ..Fill::default()
    }));
    surface.draw_glyphs(
        Point::from_xy(ink.x, baseline),
        &ink.glyphs,
        faces.font(ink.face),
        &ink.text,
        ink.size,
        false,
    );
}

/// A picture's letters are drawn in the document's face, and it loads nothing.
fn options(faces: &Faces) -> Options<'static> {
    Options {
        fontdb: faces.pictures(),
        font_resolver: FontResolver {
            select_font: Box::new(|_, fonts| fonts.faces().next().map(|face| face.id)),
            select_fallback: Box::new(|_, _, _| None),
        },
        image_href_resolver: resvg::usvg::ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    }
}

/// Builds what tells the parts of the document to whoever hears it.
fn tree(laid: &Laid, spoken: Vec<Vec<Identifier>>, lang: &str) -> TagTree {
    let mut groups: Vec<TagGroup> = Vec::with_capacity(spoken.len());
    for (branch, identifiers) in laid.branches.iter().zip(spoken) {
        let nodes = identifiers.into_iter().map(Node::from).collect();
        groups.push(TagGroup::with_children(kind(&branch.role), nodes));
    }
    // A part comes after the one it is in, so from the end each is whole when it is handed on; the order turns twice.
    let mut roots = Vec::new();
    let mut inner: Vec<Vec<TagGroup>> = vec![Vec::new(); groups.len()];
    for (index, branch) in laid.branches.iter().enumerate().rev() {
        let (Some(mut group), Some(children)) = (groups.pop(), inner.get_mut(index).map(std::mem::take))
        else {
            continue;
        };
        for child in children.into_iter().rev() {
            group.push(child);
        }
        match branch.within.and_then(|within| inner.get_mut(within)) {
            Some(siblings) => siblings.push(group),
            None => roots.push(group),
        }
    }
    let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
    for root in roots.into_iter().rev() {
        tree.push(root);
    }
    tree
}

fn kind(role: &Role) -> TagKind {
    match role {
        Role::Paragraph => Tag::P.into(),
        Role::Heading { level, text } => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(text.clone())).into()
        }
        Role::Figure { alt } => Tag::Figure(Some(alt.clone())).into(),
        Role::List => Tag::L(ListNumbering::Disc).into(),
        Role::Item => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::Body => Tag::LBody.into(),
    }
}

fn outline(marks: &[Mark]) -> Outline {
    let mut outline = Outline::new();
    for node in nodes(marks) {
        outline.push_child(node);
    }
    outline
}

/// Nests headings, each under the last higher one.
fn nodes(marks: &[Mark]) -> Vec<OutlineNode> {
    let mut nodes = Vec::new();
    let mut left = marks;
    while let Some((mark, rest)) = left.split_first() {
        let under = rest.iter().take_while(|next| next.level > mark.level).count();
        let (children, after) = rest.split_at(under);
        let destination = XyzDestination::new(mark.page, Point::from_xy(0.0, mark.y));
        let mut node = OutlineNode::new(mark.text.clone(), destination);
        for child in self::nodes(children) {
            node.push_child(child);
        }
        nodes.push(node);
        left = after;
    }
    nodes
}
