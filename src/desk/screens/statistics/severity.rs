//! How severe each juror is, on an axis centred at 0.

use super::view::said;
use crate::desk::look::Look;
use crate::desk::widgets::ruler::{Ruler, around};
use crate::desk::widgets::text::{inert, padded, right};
use crate::domain::ratio::Ratio;
use crate::domain::saying::Saying;
use crate::office::JuryAgreement;
use crate::reliability::{FEW_RATINGS, Severity};
use ratatui::text::{Line, Span};

/// Columns of a name, of the number, of its error, and of the count.
const NAME: usize = 22;
const NUMBER: usize = 7;
const ERROR: usize = 7;
const COUNT: usize = 7;

/// The lines of all jurors under their heading.
pub(super) fn lines(found: &JuryAgreement, look: &Look<'_>) -> Vec<Line<'static>> {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let heading = speech.word("advice-severity");
    let jurors = match &found.severity {
        Ok(jurors) => jurors,
        Err(why) => {
            let mut lines = said(&heading, theme.strong, look);
            let none = Saying::new("advice-undefined").said("why", why.saying());
            lines.extend(said(&speech.say(&none), theme.alert, look));
            return lines;
        }
    };
    let width = usize::from(shared.width);
    let cells = width.saturating_sub(NAME + NUMBER + ERROR + COUNT + 4).min(81);
    // An odd number of cells has a middle one, for 0.
    let cells = (cells.div_ceil(2) * 2).saturating_sub(1);
    let bound = bound(jurors);
    let mut lines = vec![head(&heading, cells, look), axis(&bound, cells, look)];
    lines.extend(jurors.iter().map(|juror| {
        let name = found
            .jurors
            .get(juror.juror)
            .map_or_else(|| juror.juror.to_string(), |name| inert(name));
        juror_line(juror, &name, &bound, cells, look)
    }));
    lines
}

/// Returns where the axis ends: as far as whatever is drawn on it reaches, in halves.
fn bound(jurors: &[Severity]) -> Ratio {
    let known = jurors.iter().filter(|juror| juror.n >= FEW_RATINGS);
    let reach = known.map(|juror| {
        let size = if juror.b.is_negative() {
            Ratio::zero() - juror.b.clone()
        } else {
            juror.b.clone()
        };
        size + juror.se.clone().unwrap_or_else(|_| Ratio::zero())
    });
    let most = reach.max().unwrap_or_else(Ratio::zero);
    let halves = most.rounded_in(2).unwrap_or(0);
    let half = |halves| Ratio::new(halves, 2).unwrap_or_else(Ratio::zero);
    let rounded = half(halves);
    if rounded < most || halves == 0 {
        half(halves.saturating_add(1))
    } else {
        rounded
    }
}

fn head(heading: &str, cells: usize, look: &Look<'_>) -> Line<'static> {
    let Look { theme, speech, .. } = *look;
    let column = |id: &str, room: usize| right(&speech.word(id), room);
    let room = NAME + 1 + cells;
    Line::from(vec![
        Span::styled(format!(" {}", padded(heading, room)), theme.strong),
        Span::styled(
            format!(
                "{}{}{}",
                column("advice-col-b", NUMBER),
                column("advice-col-error", ERROR),
                column("advice-col-ratings", COUNT)
            ),
            theme.dim,
        ),
    ])
}

/// Says what lies to the left and to the right.
fn axis(bound: &Ratio, cells: usize, look: &Look<'_>) -> Line<'static> {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let point = shared.lang.point();
    let (middle, last) = (cells / 2, cells.saturating_sub(1));
    let end = bound.decimal(point);
    let texts = [
        (0, 0, format!("−{end} ← {}", speech.word("advice-severer"))),
        (middle, middle, "0".to_owned()),
        (last, last, format!("{} → +{end}", speech.word("advice-lenient"))),
    ];
    let line = format!(" {} {}", " ".repeat(NAME), around(cells, &texts));
    Line::styled(line, theme.dim)
}

fn juror_line(juror: &Severity, name: &str, bound: &Ratio, cells: usize, look: &Look<'_>) -> Line<'static> {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let name = Span::raw(format!(" {} ", padded(name, NAME)));
    let count = right(&juror.n.to_string(), COUNT);
    if juror.n < FEW_RATINGS {
        let few = padded(&speech.word("advice-juror-few"), cells + NUMBER + ERROR);
        return Line::from(vec![name, Span::styled(few, theme.dim), Span::raw(count)]);
    }
    let point = shared.lang.point();
    let mut ruler = Ruler::new(Ratio::zero() - bound.clone(), bound.clone(), cells, ' ');
    ruler.put(&Ratio::zero(), '│');
    let error = juror.se.clone().unwrap_or_else(|_| Ratio::zero());
    let ends = (juror.b.clone() - error.clone(), juror.b.clone() + error);
    ruler.whisker(&ends.0, &juror.b, &ends.1);
    let sign = if juror.b > Ratio::zero() { "+" } else { "" };
    let b = format!("{sign}{}", juror.b.decimal(point));
    let error = juror
        .se
        .as_ref()
        .map_or_else(|_| "–".to_owned(), |error| format!("±{}", error.decimal(point)));
    Line::from(vec![
        name,
        Span::styled(ruler.drawn(), theme.text),
        Span::styled(right(&b, NUMBER), theme.strong),
        Span::raw(right(&error, ERROR)),
        Span::raw(count),
    ])
}
