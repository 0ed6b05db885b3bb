//! Where things stand: pure functions of the size, shared by what scrolls and what draws.

use ratatui::layout::Rect;

/// From this width on answers and evidence stand side by side.
pub const SIDE_BY_SIDE: u16 = 100;

/// The parts of every screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// The first line.
    pub head: Rect,
    /// What lies between.
    pub body: Rect,
    /// The last line.
    pub foot: Rect,
}

/// Cuts the screen into its first line, its body and its last line.
pub fn frame(width: u16, height: u16) -> Frame {
    let whole = Rect::new(0, 0, width, height);
    let (head, rest) = cut_top(whole, 1);
    let (body, foot) = cut_bottom(rest, 1);
    Frame { head, body, foot }
}

/// Cuts rows off the top.
pub fn cut_top(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    let top = Rect { height: rows, ..area };
    let rest = Rect {
        y: area.y.saturating_add(rows),
        height: area.height - rows,
        ..area
    };
    (top, rest)
}

/// Cuts rows off the bottom.
pub fn cut_bottom(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    cut_top(area, area.height - rows)
}

/// Cuts columns off the left.
pub fn cut_left(area: Rect, columns: u16) -> (Rect, Rect) {
    let columns = columns.min(area.width);
    let left = Rect {
        width: columns,
        ..area
    };
    let rest = Rect {
        x: area.x.saturating_add(columns),
        width: area.width - columns,
        ..area
    };
    (left, rest)
}

/// Returns what a border leaves inside.
pub fn inner(area: Rect) -> Rect {
    Rect {
        x: area.x.saturating_add(1),
        y: area.y.saturating_add(1),
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    }
}

/// Puts a box of that size, or as large as fits, in the middle of an area.
pub fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let width = width.min(area.width);
    let height = height.min(area.height);
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    }
}

/// The panes of the review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Review {
    /// The axes.
    pub tabs: Rect,
    /// The answers; the whole width where the panes are a stack.
    pub answers: Rect,
    /// The evidence; the same area as the answers where the panes are a stack.
    pub evidence: Rect,
    /// The criterion.
    pub criterion: Rect,
    /// Whether both panes are seen.
    pub is_wide: bool,
}

/// Lays the review out; `rows` is what the criterion's box would need inside its border.
pub fn review(width: u16, height: u16, rows: u16) -> Review {
    let body = frame(width, height).body;
    let (tabs, rest) = cut_top(body, 1);
    let most = match height {
        0..30 => 9,
        _ => height * 2 / 5,
    };
    let (panes, criterion) = cut_bottom(rest, rows.saturating_add(2).min(most));
    let is_wide = width >= SIDE_BY_SIDE;
    let (answers, evidence) = if is_wide {
        cut_left(panes, width / 2)
    } else {
        (panes, panes)
    };
    Review {
        tabs,
        answers,
        evidence,
        criterion,
        is_wide,
    }
}

/// Lays the review out for whoever reads a piece: it has all the room but the criterion's name.
pub fn large_review(width: u16, height: u16) -> Review {
    let body = frame(width, height).body;
    let (tabs, rest) = cut_top(body, 1);
    let (evidence, criterion) = cut_bottom(rest, 3);
    Review {
        tabs,
        answers: evidence,
        evidence,
        criterion,
        is_wide: false,
    }
}

/// The evidence pane: the text, and the list of pieces under it.
pub fn evidence(area: Rect, pieces: usize) -> (Rect, Rect) {
    let inside = inner(area);
    let most = (inside.height / 3).clamp(1, 6);
    let rows = u16::try_from(pieces).unwrap_or(u16::MAX).min(most);
    cut_bottom(inside, rows)
}

/// The panes of the committee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Committee {
    /// The agenda; empty when projecting.
    pub agenda: Rect,
    /// The dossier.
    pub dossier: Rect,
    /// The comments.
    pub comments: Rect,
}

/// Lays the committee's screen out.
pub fn committee(width: u16, height: u16, projecting: bool) -> Committee {
    let body = frame(width, height).body;
    let comments = match height {
        0..30 => 5,
        30..50 => 9,
        _ => 14,
    };
    let (upper, comments) = cut_bottom(body, comments);
    let agenda = match (projecting, width) {
        (true, _) => 0,
        (false, 0..100) => 23,
        (false, 100..160) => 34,
        (false, _) => 44,
    };
    let (agenda, dossier) = cut_left(upper, agenda);
    Committee {
        agenda,
        dossier,
        comments,
    }
}

/// The panes of the jury.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Jury {
    /// The jurors, with their border.
    pub jurors: Rect,
    /// A line each.
    pub list: Rect,
    /// The conflicts of one, with their border.
    pub conflicts: Rect,
    /// A line each.
    pub rows: Rect,
    /// What is known of one.
    pub detail: Rect,
}

/// Lays the jury out; `rows` is how many conflicts there are to list.
pub fn jury(width: u16, height: u16, rows: usize) -> Jury {
    let body = frame(width, height).body;
    let (jurors, conflicts) = if width >= 160 {
        cut_left(body, width / 2)
    } else {
        cut_bottom(body, body.height * 3 / 5)
    };
    let (_, below) = cut_top(inner(jurors), 1);
    let (list, _) = cut_bottom(below, 1);
    let inside = inner(conflicts);
    let most = (inside.height / 3).max(1);
    let (rows, detail) = cut_top(inside, u16::try_from(rows).unwrap_or(u16::MAX).min(most));
    Jury {
        jurors,
        list,
        conflicts,
        rows,
        detail,
    }
}

/// The panes of the sheets: the jurors, what arrived, what contradicts.
pub fn sheets(width: u16, height: u16, arrivals: usize, forks: usize) -> (Rect, Rect, Rect) {
    let body = frame(width, height).body;
    let wanted = if forks == 0 { 3 } else { body.height / 2 };
    let (rest, forks) = cut_bottom(body, wanted);
    let lines = u16::try_from(arrivals).unwrap_or(u16::MAX);
    let wanted = if arrivals == 0 {
        0
    } else {
        lines.saturating_add(2).min(rest.height / 2)
    };
    let (jurors, arrivals) = cut_bottom(rest, wanted);
    (jurors, arrivals, forks)
}

/// The panes of what levels would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WhatIf {
    /// What may be otherwise, with its border.
    pub otherwise: Rect,
    /// A line a juror or a weight.
    pub list: Rect,
    /// The keys that change them.
    pub foot: Rect,
    /// Whose level would move, with its border.
    pub moved: Rect,
    /// What is otherwise.
    pub notes: Rect,
    /// How many go which way.
    pub tally: Rect,
    /// A line a dossier.
    pub rows: Rect,
}

/// Lays out what levels would be.
pub fn what_if(width: u16, height: u16) -> WhatIf {
    let body = frame(width, height).body;
    let left = match width {
        0..100 => width * 9 / 20,
        100..160 => 52,
        _ => 84,
    };
    let (otherwise, moved) = cut_left(body, left);
    let (list, foot) = cut_bottom(inner(otherwise), 1);
    let (notes, rows) = cut_top(inner(moved), 3);
    let (notes, tally) = cut_top(notes, 2);
    WhatIf {
        otherwise,
        list,
        foot,
        moved,
        notes,
        tally,
        rows,
    }
}

/// Lays the results out: the list, and what stands beside it, or over it where there is no room beside.
pub fn results(width: u16, height: u16) -> (Rect, Rect) {
    let body = frame(width, height).body;
    if width < SIDE_BY_SIDE {
        let (aside, list) = cut_top(body, 6);
        return (list, aside);
    }
    let aside = if width < 160 { 32 } else { 46 };
    cut_left(body, width - aside)
}

/// Moves the top of a window of `rows` so that `selected` is in it and no row is wasted.
pub fn windowed(top: usize, selected: usize, rows: usize, total: usize) -> usize {
    let rows = rows.max(1);
    let top = top.min(selected).max((selected + 1).saturating_sub(rows));
    top.min(total.saturating_sub(rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_follows_what_is_selected() {
        assert_eq!(windowed(0, 0, 10, 100), 0);
        assert_eq!(windowed(0, 10, 10, 100), 1);
        assert_eq!(windowed(50, 10, 10, 100), 10);
        assert_eq!(windowed(95, 99, 10, 100), 90);
        assert_eq!(windowed(5, 2, 10, 3), 0);
        assert_eq!(windowed(0, 5, 0, 9), 5);
    }

    #[test]
    fn no_part_leaves_the_screen() {
        for width in [0, 1, 2, 20, 80, 100, 300] {
            for height in [0, 1, 2, 5, 24, 30, 60, 100] {
                let whole = Rect::new(0, 0, width, height);
                let within = |area: Rect| whole.union(area) == whole || area.is_empty();
                let review = review(width, height, 9);
                let committee = committee(width, height, false);
                for area in [
                    review.tabs,
                    review.answers,
                    review.evidence,
                    review.criterion,
                    committee.agenda,
                    committee.dossier,
                    committee.comments,
                    sheets(width, height, 4, 3).1,
                    sheets(width, height, 4, 3).2,
                    jury(width, height, 3).rows,
                    jury(width, height, 3).detail,
                    what_if(width, height).foot,
                    what_if(width, height).notes,
                    what_if(width, height).tally,
                    what_if(width, height).rows,
                    results(width, height).0,
                    results(width, height).1,
                    evidence(review.evidence, 9).1,
                ] {
                    assert!(within(area), "{area:?} in {width}×{height}");
                }
            }
        }
    }
}
