//! Every coefficient, with a short reading of each, and why it is undefined where it is.

use super::view::{criterion_name, number, said};
use crate::desk::look::Look;
use crate::desk::widgets::text::{padded, right, wrapped};
use crate::domain::saying::Saying;
use crate::office::JuryAgreement;
use crate::reliability::{Agreement, FEW_UNITS, Known};
use ratatui::text::{Line, Span};

/// Columns of a coefficient's name, of its number, and of one in the table.
const LABEL: usize = 36;
const NUMBER: usize = 7;
const CELL: usize = 9;
/// From this width on a reading stands beside its coefficient.
const BESIDE: u16 = 140;

/// All of it.
pub(super) fn lines(found: &JuryAgreement, look: &Look<'_>) -> Vec<Line<'static>> {
    let Look { theme, speech, .. } = *look;
    let overall = &found.overall;
    let mut lines = said(&speech.word("advice-coefficients"), theme.strong, look);
    let counts = Saying::new("advice-counts")
        .number("ratings", overall.n_ratings)
        .number("pairable", overall.n_pairable_units)
        .number("complete", overall.n_complete_units)
        .number("panels", overall.connected_components);
    lines.extend(said(&speech.say(&counts), theme.text, look));
    if overall.n_pairable_units < FEW_UNITS {
        let few = Saying::new("advice-few").number("n", overall.n_pairable_units);
        lines.extend(said(&speech.say(&few), theme.alert, look));
    }
    for (key, known) in overall.coefficients() {
        lines.extend(coefficient(key, known, look));
    }
    lines.push(Line::default());
    lines.extend(table(found, look));
    lines
}

fn coefficient(key: &str, known: &Known, look: &Look<'_>) -> Vec<Line<'static>> {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let key = key.replace('_', "-");
    let label = format!(" {}", padded(&speech.word(&format!("coefficient-{key}")), LABEL));
    let reading = speech.word(&format!("reading-{key}"));
    let value = match known {
        Ok(_) => Span::styled(right(&number(known, look), NUMBER), theme.strong),
        Err(why) => {
            let none = Saying::new("advice-undefined").said("why", why.saying());
            Span::styled(format!("  {}", speech.say(&none)), theme.dim)
        }
    };
    let is_beside = shared.width >= BESIDE && known.is_ok();
    if is_beside {
        let reading = Span::styled(format!("   {reading}"), theme.dim);
        return vec![Line::from(vec![Span::raw(label), value, reading])];
    }
    let width = shared.width.saturating_sub(5);
    let mut lines = vec![Line::from(vec![Span::raw(label), value])];
    let reading = wrapped(&reading, width).into_iter();
    lines.extend(reading.map(|line| Line::styled(format!("   {line}"), theme.dim)));
    lines
}

/// The coefficients that tell most, by criterion.
fn table(found: &JuryAgreement, look: &Look<'_>) -> Vec<Line<'static>> {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let columns = [
        "advice-col-nominal",
        "advice-col-ordinal",
        "advice-col-intervals",
        "advice-col-ac1",
        "advice-col-ac2",
        "advice-col-w",
    ];
    let room = usize::from(shared.width).saturating_sub(2 + columns.len() * CELL);
    let room = room.min(44);
    let mut lines = vec![Line::from(vec![
        Span::styled(
            format!(" {}", padded(&speech.word("advice-by-criterion"), room)),
            theme.strong,
        ),
        Span::styled(
            columns.map(|id| right(&speech.word(id), CELL)).concat(),
            theme.dim,
        ),
    ])];
    for (code, of) in &found.criteria {
        let name = format!(" {}", padded(&criterion_name(code, look), room));
        let numbers = if of.n_pairable_units < FEW_UNITS {
            let few = Saying::new("advice-few").number("n", of.n_pairable_units);
            format!("  {}", speech.say(&few))
        } else {
            shown(of).map(|known| right(&number(known, look), CELL)).concat()
        };
        lines.push(Line::from(vec![Span::raw(name), Span::raw(numbers)]));
    }
    lines
}

/// Returns the numbers of a line of the table.
fn shown(of: &Agreement) -> [&Known; 6] {
    [
        &of.alpha_nominal,
        &of.alpha_ordinal,
        &of.alpha_interval,
        &of.gwet_ac1,
        &of.gwet_ac2_quadratic,
        &of.kendall_w_listwise,
    ]
}
