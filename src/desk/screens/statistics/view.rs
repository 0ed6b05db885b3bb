//! Draws how far the jury agrees: over everything, then by criterion, then juror by juror.

use super::{Statistics, detail, rows, severity, table};
use crate::desk::layout::frame as parts;
use crate::desk::look::Look;
use crate::desk::screens::committee::is_masked;
use crate::desk::screens::masked::view_masked;
use crate::desk::widgets::frame::{both_ends, line_at};
use crate::desk::widgets::ruler::{Ruler, around};
use crate::desk::widgets::text::{inert, words, wrapped};
use crate::domain::ids::CriterionCode;
use crate::domain::ratio::Ratio;
use crate::domain::saying::Saying;
use crate::reliability::{Agreement, FEW_UNITS, Interval, Known, Reliance, Why};
use ratatui::Frame;
use ratatui::text::Line;

impl Statistics {
    /// Draws the screen.
    pub fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let areas = parts(shared.width, shared.height);
        let page = if self.on_detail {
            "advice-statistics-detail"
        } else {
            "advice-statistics"
        };
        let title = Line::styled(format!(" {}", speech.word(page)), theme.strong);
        if is_masked(shared) {
            both_ends(frame, areas.head, &title, &Line::default());
            return view_masked(look, frame, areas.body);
        }
        let lines = self.lines(look);
        let last = (self.top + rows(shared)).min(lines.len());
        let place = if lines.len() > rows(shared) {
            let sign = if last < lines.len() { "▼" } else { "▲" };
            format!("{sign} {last}/{} ", lines.len())
        } else {
            String::new()
        };
        both_ends(frame, areas.head, &title, &Line::styled(place, theme.dim));
        for (row, line) in (0..areas.body.height).zip(lines.iter().skip(self.top)) {
            line_at(frame, areas.body, row, line);
        }
    }

    /// Returns every line of the page that is open.
    pub(super) fn lines(&self, look: &Look<'_>) -> Vec<Line<'static>> {
        let advice = look.speech.word("agreement-advice");
        let mut lines = said(&advice, look.theme.dim, look);
        let Some(found) = &self.agreement else {
            return lines;
        };
        lines.push(Line::default());
        if self.on_detail {
            lines.extend(detail::lines(found, look));
        } else {
            lines.extend(headline(&found.overall, look));
            lines.push(Line::default());
            lines.extend(table::lines(found, look));
            lines.push(Line::default());
            lines.extend(severity::lines(found, look));
        }
        lines
    }
}

/// Breaks a text into lines of the screen.
pub(super) fn said(text: &str, style: ratatui::style::Style, look: &Look<'_>) -> Vec<Line<'static>> {
    let lines = wrapped(text, look.shared.width.saturating_sub(2)).into_iter();
    lines
        .map(|line| Line::styled(format!(" {line}"), style))
        .collect()
}

/// Writes a number, or a dash.
pub(super) fn number(known: &Known, look: &Look<'_>) -> String {
    let point = look.shared.lang.point();
    known
        .as_ref()
        .map_or_else(|_| "–".to_owned(), |ratio| ratio.decimal(point))
}

/// Writes a share in percent, or a dash.
pub(super) fn percent(known: &Known, look: &Look<'_>) -> String {
    let Ok(share) = known else {
        return "–".to_owned();
    };
    let said = Saying::new("advice-percent").number("n", share.percent());
    look.speech.say(&said)
}

/// Writes an interval, where there is one.
pub(super) fn interval(known: &Result<Interval, Why>, look: &Look<'_>) -> Option<String> {
    let point = look.shared.lang.point();
    let ends = known.as_ref().ok()?;
    Some(format!(
        "{} – {}",
        ends.low.decimal(point),
        ends.high.decimal(point)
    ))
}

/// Names how far an alpha may be relied on.
fn reliance(alpha: &Ratio) -> &'static str {
    match Reliance::of(alpha) {
        Reliance::Unreliable => "advice-unreliable",
        Reliance::Tentative => "advice-tentative",
        Reliance::Reliable => "advice-reliable",
    }
}

fn headline(overall: &Agreement, look: &Look<'_>) -> Vec<Line<'static>> {
    let Look { theme, speech, .. } = *look;
    let mut lines = said(&speech.word("advice-overall"), theme.strong, look);
    let n = overall.n_pairable_units;
    let alpha = match &overall.alpha_ordinal {
        _ if n < FEW_UNITS => {
            let few = Saying::new("advice-few").number("n", n);
            lines.extend(said(&speech.say(&few), theme.alert, look));
            return lines;
        }
        Err(why) => {
            let none = Saying::new("advice-undefined").said("why", why.saying());
            lines.extend(said(&speech.say(&none), theme.alert, look));
            return lines;
        }
        Ok(alpha) => alpha,
    };
    let told = match interval(&overall.alpha_ordinal_jackknife, look) {
        Some(ends) => Saying::new("advice-alpha").text("interval", ends),
        None => Saying::new("advice-alpha-alone"),
    };
    let told = told.text("alpha", number(&overall.alpha_ordinal, look));
    let mut text = speech.say(&told);
    text.push_str(" · ");
    text.push_str(&speech.word(reliance(alpha)));
    lines.extend(said(&text, theme.strong, look));
    lines.extend(scale(alpha, &overall.alpha_ordinal_jackknife, look));
    let shares = Saying::new("advice-pairs")
        .text("identical", percent(&overall.identical, look))
        .text("near", percent(&overall.within_one, look))
        .number("n", n);
    lines.extend(said(&speech.say(&shares), theme.text, look));
    lines
}

/// Draws a ruler from 0 to 1 with an alpha and its interval on it.
pub(super) fn ruler(alpha: &Ratio, ends: &Result<Interval, Why>, cells: usize) -> Ruler {
    let mut ruler = Ruler::new(Ratio::zero(), Ratio::whole(1), cells, '─');
    ruler.put(&Ratio::zero(), '├');
    ruler.put(&Ratio::whole(1), '┤');
    for mark in Reliance::bounds() {
        ruler.put(&mark, '┼');
    }
    if let Ok(ends) = ends {
        ruler.stretch(&ends.low, &ends.high, '═');
    }
    ruler.put(alpha, '●');
    ruler
}

/// The ruler, and under it its numbers and what they mean.
fn scale(alpha: &Ratio, ends: &Result<Interval, Why>, look: &Look<'_>) -> Vec<Line<'static>> {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let cells = usize::from(shared.width).saturating_sub(4).min(100);
    let ruler = ruler(alpha, ends, cells);
    let bounds = Reliance::bounds();
    let [cautious, firm] = bounds.each_ref().map(|bound| ruler.place(bound));
    let last = cells.saturating_sub(1);
    let point = shared.lang.point();
    let [low, high] = bounds.map(|bound| bound.digits(3).replace('.', point.encode_utf8(&mut [0; 4])));
    let numbers = [
        (0, 0, "0".to_owned()),
        (cautious, cautious, low),
        (firm, firm, high),
        (last, last, "1".to_owned()),
    ];
    let zones = [
        (0, cautious, speech.word("advice-zone-unreliable")),
        (cautious, firm, speech.word("advice-zone-tentative")),
        (firm, last, speech.word("advice-zone-reliable")),
    ];
    vec![
        Line::styled(format!("  {}", ruler.drawn()), theme.strong),
        Line::styled(format!("  {}", around(cells, &numbers)), theme.dim),
        Line::styled(format!("  {}", around(cells, &zones)), theme.dim),
    ]
}

/// Names a criterion by its code and its name.
pub(super) fn criterion_name(code: &CriterionCode, look: &Look<'_>) -> String {
    let grid = look.shared.grid();
    let criterion = grid.as_ref().and_then(|grid| grid.criterion(code));
    let is_wide = look.shared.width >= 120;
    let name = criterion.map_or_else(String::new, |criterion| {
        let name = if is_wide {
            &criterion.name
        } else {
            &criterion.short
        };
        words(name, look.shared.lang)
    });
    format!("{} {name}", inert(code.as_str()))
}
