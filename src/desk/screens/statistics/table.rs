//! The agreement on each criterion, a line each.

use super::view::{criterion_name, interval, number, percent, ruler};
use crate::desk::look::Look;
use crate::desk::widgets::text::{padded, right};
use crate::domain::ids::CriterionCode;
use crate::domain::saying::Saying;
use crate::office::JuryAgreement;
use crate::reliability::{Agreement, FEW_UNITS};
use ratatui::text::{Line, Span};

/// Columns of the table: a coefficient, its interval, a share, a count.
const ALPHA: usize = 7;
const INTERVAL: usize = 14;
const SHARE: usize = 9;
const COUNT: usize = 6;

/// The agreement on each criterion.
pub(super) fn lines(found: &JuryAgreement, look: &Look<'_>) -> Vec<Line<'static>> {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let width = usize::from(shared.width);
    let fixed = 2 + ALPHA + INTERVAL + 2 * SHARE + COUNT;
    let name = width.saturating_sub(fixed).min(44);
    let cells = width.saturating_sub(fixed + name + 3).min(50);
    let heading = |id: &str, room: usize| right(&speech.word(id), room);
    let mut lines = vec![Line::from(vec![
        Span::styled(
            format!(" {}", padded(&speech.word("advice-by-criterion"), name)),
            theme.strong,
        ),
        Span::styled(
            format!(
                "{}{}{}{}{}",
                heading("advice-col-alpha", ALPHA),
                heading("advice-col-interval", INTERVAL),
                heading("advice-col-identical", SHARE),
                heading("advice-col-near", SHARE),
                heading("advice-col-pairable", COUNT),
            ),
            theme.dim,
        ),
    ])];
    for (code, of) in &found.criteria {
        lines.push(criterion_line(code, of, name, cells, look));
    }
    lines
}

fn criterion_line(
    code: &CriterionCode,
    of: &Agreement,
    room: usize,
    cells: usize,
    look: &Look<'_>,
) -> Line<'static> {
    let Look { theme, speech, .. } = *look;
    let name = Span::raw(format!(" {}", padded(&criterion_name(code, look), room)));
    if of.n_pairable_units < FEW_UNITS {
        let few = Saying::new("advice-few").number("n", of.n_pairable_units);
        return Line::from(vec![
            name,
            Span::styled(format!("   {}", speech.say(&few)), theme.dim),
        ]);
    }
    let ends = interval(&of.alpha_ordinal_jackknife, look);
    let mut line = vec![
        name,
        Span::styled(right(&number(&of.alpha_ordinal, look), ALPHA), theme.strong),
        Span::raw(format!(
            "{}{}{}{}",
            right(&ends.unwrap_or_else(|| "–".to_owned()), INTERVAL),
            right(&percent(&of.identical, look), SHARE),
            right(&percent(&of.within_one, look), SHARE),
            right(&of.n_pairable_units.to_string(), COUNT),
        )),
    ];
    if let Ok(alpha) = &of.alpha_ordinal
        && cells >= 20
    {
        let ruler = ruler(alpha, &of.alpha_ordinal_jackknife, cells);
        line.push(Span::styled(format!("  {}", ruler.drawn()), theme.dim));
    }
    Line::from(line)
}
