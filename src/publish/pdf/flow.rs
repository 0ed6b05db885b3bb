//! Lays blocks out on pages. Lengths are points from the sheet's upper left corner.

mod line;

use super::face::Faces;
use super::look::{Align, Colour, Look};
use super::source::{Block, Figure, Page, Paragraph, Source};
pub(super) use line::Ink;
use line::{Line, Numbers, lines};

/// How far a list stands in from what is around it.
const INDENT: f32 = 18.0;
const BULLET: &str = "•";

/// What a part of the document is, for whoever hears it instead of seeing it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Role {
    Paragraph,
    Heading { level: u16, text: String },
    Figure { alt: String },
    List,
    Item,
    Label,
    Body,
}

/// A part of the document, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Branch {
    pub(super) role: Role,
    /// The part that it is in.
    pub(super) within: Option<usize>,
}

/// Something drawn.
#[derive(Debug, Clone)]
pub(super) enum Drawn {
    Letters {
        baseline: f32,
        ink: Vec<Ink>,
    },
    Picture {
        name: String,
        at: (f32, f32),
        size: (f32, f32),
    },
    Frame {
        at: (f32, f32),
        size: (f32, f32),
        line: f32,
        colour: Colour,
    },
}

/// Something drawn, and the part of the document that it is of; what is of none recurs on every page or is ornament.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub(super) branch: Option<usize>,
    pub(super) drawn: Drawn,
}

/// A heading, where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mark {
    pub(super) level: u16,
    pub(super) text: String,
    pub(super) page: usize,
    pub(super) y: f32,
}

/// A document laid out.
#[derive(Debug)]
pub(super) struct Laid {
    pub(super) page: Page,
    pub(super) pages: Vec<Vec<Placed>>,
    pub(super) branches: Vec<Branch>,
    pub(super) marks: Vec<Mark>,
}

/// Lays a document out.
pub(super) fn lay(source: &Source, faces: &Faces) -> Laid {
    let page = source.page;
    let margin = |blocks: &[Block], gap: f32| {
        let tall = height(blocks, &page, faces);
        if blocks.is_empty() { 0.0 } else { tall + gap }
    };
    let (over, under) = (
        margin(&source.header, page.under_header),
        margin(&source.footer, page.over_footer),
    );
    let bottom = page.height - page.bottom - under;
    let mut flow = Flow::new(faces, page, page.top + over, bottom, Numbers::default());
    flow.blocks(&source.body, Within::default());
    let mut laid = flow.laid;
    let count = laid.pages.len();
    for (index, on_page) in laid.pages.iter_mut().enumerate() {
        let numbers = Numbers {
            page: index + 1,
            count,
        };
        on_page.extend(edge(&page));
        on_page.extend(recurring(&source.header, page.top, &page, faces, numbers));
        let foot = page.height - page.bottom - under + page.over_footer;
        on_page.extend(recurring(&source.footer, foot, &page, faces, numbers));
    }
    laid
}

/// The line around the sheet.
fn edge(page: &Page) -> Option<Placed> {
    let (line, colour) = page.border?;
    let at = (page.left - page.padding, page.top - page.padding);
    let inside = (
        page.width - page.left - page.right,
        page.height - page.top - page.bottom,
    );
    let size = (inside.0 + 2.0 * page.padding, inside.1 + 2.0 * page.padding);
    let drawn = Drawn::Frame {
        at,
        size,
        line,
        colour,
    };
    Some(Placed { branch: None, drawn })
}

/// Lays out what every page says, a line under the other, whatever the room.
fn recurring(blocks: &[Block], top: f32, page: &Page, faces: &Faces, numbers: Numbers) -> Vec<Placed> {
    let mut flow = Flow::new(faces, *page, top, f32::INFINITY, numbers);
    flow.blocks(blocks, Within::default());
    let placed = flow.laid.pages.into_iter().flatten();
    placed
        .map(|placed| Placed {
            branch: None,
            ..placed
        })
        .collect()
}

fn height(blocks: &[Block], page: &Page, faces: &Faces) -> f32 {
    let mut flow = Flow::new(faces, *page, 0.0, f32::INFINITY, Numbers { page: 1, count: 1 });
    flow.blocks(blocks, Within::default());
    flow.y
}

/// What blocks stand in.
#[derive(Debug, Clone, Copy, Default)]
struct Within {
    branch: Option<usize>,
    indent: f32,
    /// The label that the first line is to have before it.
    label: Option<usize>,
}

/// Where lines begin, and how long they may be.
#[derive(Debug, Clone, Copy)]
struct Measure {
    left: f32,
    width: f32,
}

struct Flow<'a> {
    faces: &'a Faces,
    top: f32,
    bottom: f32,
    y: f32,
    /// What the last paragraph wants under it.
    gap: f32,
    numbers: Numbers,
    laid: Laid,
}

impl<'a> Flow<'a> {
    fn new(faces: &'a Faces, page: Page, top: f32, bottom: f32, numbers: Numbers) -> Self {
        Self {
            faces,
            top,
            bottom,
            y: top,
            gap: 0.0,
            numbers,
            laid: Laid {
                page,
                pages: vec![Vec::new()],
                branches: Vec::new(),
                marks: Vec::new(),
            },
        }
    }

    fn blocks(&mut self, blocks: &[Block], within: Within) {
        let mut within = within;
        for (index, block) in blocks.iter().enumerate() {
            match block {
                Block::Paragraph(paragraph) => {
                    self.paragraph(paragraph, blocks.get(index + 1), within);
                }
                Block::Figure(figure) => self.figure(figure, within),
                Block::List(items) => self.list(items, within),
            }
            within.label = None;
        }
    }

    fn list(&mut self, items: &[Vec<Block>], within: Within) {
        let list = self.branch(Role::List, within.branch);
        for item in items {
            let item_branch = self.branch(Role::Item, Some(list));
            let label = self.branch(Role::Label, Some(item_branch));
            let body = self.branch(Role::Body, Some(item_branch));
            let within = Within {
                branch: Some(body),
                indent: within.indent + INDENT,
                label: Some(label),
            };
            self.blocks(item, within);
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, next: Option<&Block>, within: Within) {
        let look = &paragraph.look;
        let left = self.laid.page.left + within.indent + look.left + look.padding;
        let width = self.width(within.indent, look);
        let lines = lines(paragraph, width, self.faces, self.numbers);
        let gap = self.gap.max(look.above);
        self.gap = 0.0;
        if look.starts_page {
            self.new_page();
        }
        self.make_room(gap, look, &lines, next, within);
        self.y += look.padding;
        let (page, start) = (self.laid.pages.len(), self.y);
        let is_empty = lines.iter().all(|line| line.ink.is_empty());
        let branch = (!is_empty).then(|| self.begin(paragraph, within));
        self.set(lines, Measure { left, width }, look, branch, within.label);
        if let Some((line, colour)) = look.border.filter(|_| page == self.laid.pages.len()) {
            let at = (left - look.padding, start - look.padding);
            let size = (width + 2.0 * look.padding, self.y - start + 2.0 * look.padding);
            let frame = Drawn::Frame {
                at,
                size,
                line,
                colour,
            };
            self.place(None, frame);
        }
        self.y += look.padding;
        self.gap = look.below;
    }

    /// Opens a part of the document for a paragraph, and takes a heading down where it stands.
    fn begin(&mut self, paragraph: &Paragraph, within: Within) -> usize {
        let Some(level) = paragraph.heading else {
            return self.branch(Role::Paragraph, within.branch);
        };
        let text = paragraph.text();
        self.laid.marks.push(Mark {
            level,
            text: text.clone(),
            page: self.laid.pages.len() - 1,
            y: self.y,
        });
        self.branch(Role::Heading { level, text }, within.branch)
    }

    /// Sets lines one under the other, over as many pages as it takes.
    fn set(
        &mut self,
        lines: Vec<Line>,
        measure: Measure,
        look: &Look,
        branch: Option<usize>,
        mut label: Option<usize>,
    ) {
        let (over, under) = self.faces.reach();
        for line in lines {
            let tall = line.size * look.line;
            if self.y + tall > self.bottom {
                self.new_page();
            }
            let baseline = self.y + (tall - (over + under) * line.size) / 2.0 + over * line.size;
            if let Some(label) = label.take() {
                self.bullet(label, measure.left, baseline, look);
            }
            if !line.ink.is_empty() {
                let ink = aligned(line, measure, look.align);
                self.place(branch, Drawn::Letters { baseline, ink });
            }
            self.y += tall;
        }
    }

    /// Goes to the next page unless there is room for the first lines, and for the first lines of what must stay with them.
    fn make_room(&mut self, gap: f32, look: &Look, lines: &[Line], next: Option<&Block>, within: Within) {
        let of = |lines: &[Line], look: &Look, few: usize| -> f32 {
            lines.iter().take(few).map(|line| line.size * look.line).sum()
        };
        let mut wanted = gap + 2.0 * look.padding;
        if look.keeps_with_next {
            wanted += of(lines, look, usize::MAX) + self.first_lines(next, within, look.below);
        } else {
            wanted += of(lines, look, 2);
        }
        if self.is_fresh() {
            return;
        }
        if self.y + wanted > self.bottom {
            self.new_page();
        } else {
            self.y += gap;
        }
    }

    fn first_lines(&self, next: Option<&Block>, within: Within, gap: f32) -> f32 {
        match next {
            Some(Block::Paragraph(paragraph)) => {
                let width = self.width(within.indent, &paragraph.look);
                let lines = lines(paragraph, width, self.faces, self.numbers);
                let tall = |line: &Line| line.size * paragraph.look.line;
                gap.max(paragraph.look.above) + lines.iter().take(2).map(tall).sum::<f32>()
            }
            Some(Block::Figure(figure)) => gap + figure.height,
            Some(Block::List(items)) => {
                let within = Within {
                    indent: within.indent + INDENT,
                    ..within
                };
                self.first_lines(items.first().and_then(|item| item.first()), within, gap)
            }
            None => 0.0,
        }
    }

    fn figure(&mut self, figure: &Figure, within: Within) {
        let look = &figure.look;
        let gap = self.gap.max(look.above);
        let room = self.width(within.indent, look);
        let shrink = (room / figure.width).min(1.0);
        let size = (figure.width * shrink, figure.height * shrink);
        if !self.is_fresh() && self.y + gap + size.1 > self.bottom {
            self.new_page();
        } else if !self.is_fresh() {
            self.y += gap;
        }
        let branch = self.branch(
            Role::Figure {
                alt: figure.alt.clone(),
            },
            within.branch,
        );
        let left = self.laid.page.left + within.indent + look.left;
        let x = left + start(look.align, room, size.0);
        self.place(
            Some(branch),
            Drawn::Picture {
                name: figure.name.clone(),
                at: (x, self.y),
                size,
            },
        );
        self.y += size.1;
        self.gap = look.below;
    }

    fn bullet(&mut self, label: usize, left: f32, baseline: f32, look: &Look) {
        let ink = Ink::of(BULLET, look, left - INDENT / 2.0 - look.size / 4.0, self.faces);
        self.place(Some(label), Drawn::Letters { baseline, ink });
    }

    fn width(&self, indent: f32, look: &Look) -> f32 {
        let page = &self.laid.page;
        let width =
            page.width - page.left - page.right - indent - look.left - look.right - 2.0 * look.padding;
        width.max(look.size)
    }

    fn branch(&mut self, role: Role, within: Option<usize>) -> usize {
        self.laid.branches.push(Branch { role, within });
        self.laid.branches.len() - 1
    }

    fn place(&mut self, branch: Option<usize>, drawn: Drawn) {
        if let Some(page) = self.laid.pages.last_mut() {
            page.push(Placed { branch, drawn });
        }
    }

    /// Tells whether nothing stands on the page yet.
    fn is_fresh(&self) -> bool {
        self.y <= self.top
    }

    fn new_page(&mut self) {
        if !self.is_fresh() {
            self.laid.pages.push(Vec::new());
            self.y = self.top;
        }
    }
}

fn aligned(line: Line, measure: Measure, align: Align) -> Vec<Ink> {
    let shift = measure.left + start(align, measure.width, line.width);
    let mut ink = line.ink;
    for ink in &mut ink {
        ink.x += shift;
    }
    ink
}

fn start(align: Align, room: f32, width: f32) -> f32 {
    match align {
        Align::Start => 0.0,
        Align::Centre => (room - width) / 2.0,
        Align::End => room - width,
    }
}
