//! Numbers of a workbook as text: days and moments by their style, percentages as percentages, the others in their
//! shortest form. Days are counted in whole numbers.

use super::super::sheet::{Cell, Kind};
use crate::exchange::demarche::is_date;
use jiff::civil::Date;

/// What the style of a cell makes of its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// A number.
    Plain,
    /// A day, a time, or both.
    Moment,
    /// A percentage.
    Percent,
}

/// The formats that every workbook knows (ISO/IEC 29500-1, 18.8.30).
pub(super) fn built_in(id: &str) -> Style {
    match id.trim().parse::<u32>() {
        Ok(14..=22 | 27..=36 | 45..=47 | 50..=58) => Style::Moment,
        Ok(9 | 10) => Style::Percent,
        _ => Style::Plain,
    }
}

/// Tells what a format code makes of a number: letters of dates outside quotations, or a percent sign.
pub(super) fn of_code(code: &str) -> Style {
    let (mut quoted, mut bracket, mut skip) = (false, false, false);
    let mut style = Style::Plain;
    for c in code.chars() {
        match c {
            _ if skip => skip = false,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' | '_' | '*' => skip = true,
            '[' => bracket = true,
            ']' => bracket = false,
            _ if bracket => {}
            '%' => return Style::Percent,
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => style = Style::Moment,
            // The word « General » has letters of its own.
            'G' | 'g' if code.to_ascii_lowercase().contains("general") => return Style::Plain,
            _ => {}
        }
    }
    style
}

/// Makes a cell of a number.
pub(super) fn cell(text: &str, style: Style, from_1904: bool) -> Cell {
    match style {
        Style::Moment => moment(text, from_1904).map_or_else(|| Cell::of(shortest(text)), day),
        Style::Percent => Cell::of(percent(&shortest(text))),
        Style::Plain => Cell::of(shortest(text)),
    }
}

/// Makes a cell of a day or a moment.
pub(super) fn day(text: String) -> Cell {
    let kind = if is_date(&text) { Kind::Date } else { Kind::Text };
    Cell { text, kind }
}

/// Programs write up to seventeen digits of a number, most of them noise: 0.56999999999999995 was typed as 0.57.
fn shortest(text: &str) -> String {
    let short = text.len() <= 15 && !text.contains(['e', 'E']);
    match text.parse::<f64>() {
        Ok(number) if !short && number.is_finite() => number.to_string(),
        _ => text.to_owned(),
    }
}

/// Moves the point of a decimal number by two digits.
fn percent(text: &str) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if !whole
        .bytes()
        .chain(fraction.bytes())
        .all(|byte| byte.is_ascii_digit())
    {
        return text.to_owned();
    }
    let padded = format!("{fraction:0<2}");
    let (moved, rest) = padded.split_at_checked(2).unwrap_or((&padded, ""));
    let whole = format!("{whole}{moved}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let rest = rest.trim_end_matches('0');
    let point = if rest.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{rest}\u{a0}%")
}

/// Reads the count of days since the epoch and the share of the day, to the second.
fn moment(text: &str, from_1904: bool) -> Option<String> {
    let text = shortest(text);
    let (days, share) = text.split_once('.').unwrap_or((&text, ""));
    let days: i64 = days.parse().ok()?;
    let seconds = seconds(share)?;
    let (days, seconds) = if seconds >= 86_400 {
        (days + 1, 0)
    } else {
        (days, seconds)
    };
    let time = format!(
        "{:02}:{:02}:{:02}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    );
    if days == 0 && !from_1904 {
        return Some(time);
    }
    // The format believes in a 29 February 1900.
    let (epoch, days) = match (from_1904, days) {
        (true, days) => (Date::constant(1904, 1, 1), days),
        (false, 60) => return None,
        (false, 1..60) => (Date::constant(1899, 12, 31), days),
        (false, days) => (Date::constant(1899, 12, 30), days),
    };
    let span = jiff::Span::new().try_days(days).ok()?;
    let date = epoch.checked_add(span).ok()?;
    Some(if seconds == 0 {
        date.to_string()
    } else {
        format!("{date}T{time}")
    })
}

/// Returns the seconds of a share of a day, rounded.
fn seconds(share: &str) -> Option<u64> {
    let digits = share.get(..share.len().min(12))?;
    if digits.is_empty() {
        return Some(0);
    }
    let part: u64 = digits.parse().ok()?;
    let whole = 10_u64.checked_pow(u32::try_from(digits.len()).ok()?)?;
    Some((part * 86_400 + whole / 2) / whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_they_were_typed() {
        let cases = [
            ("26001", "26001"),
            ("0.56999999999999995", "0.57"),
            ("2.1345678900012E13", "21345678900012"),
            ("-1.5", "-1.5"),
            ("007", "007"),
            ("NaN", "NaN"),
        ];
        for (text, shown) in cases {
            assert_eq!(cell(text, Style::Plain, false).text, shown);
        }
    }

    #[test]
    fn percentages_move_the_point() {
        let cases = [
            ("0.755", "75.5"),
            ("1", "100"),
            ("0.05", "5"),
            ("-0.1", "-10"),
            ("0", "0"),
            ("0.00125", "0.125"),
        ];
        for (text, shown) in cases {
            assert_eq!(cell(text, Style::Percent, false).text, format!("{shown}\u{a0}%"));
        }
        assert_eq!(percent("abc"), "abc");
    }

    #[test]
    fn days_are_counted_from_either_epoch() {
        let cases = [
            ("45000", false, "2023-03-15"),
            ("1", false, "1900-01-01"),
            ("59", false, "1900-02-28"),
            ("61", false, "1900-03-01"),
            ("45000.42361111111", false, "2023-03-15T10:10:00"),
            ("45000.999999999", false, "2023-03-16"),
            ("0.5", false, "12:00:00"),
            ("0", true, "1904-01-01"),
            ("99999999999", false, "99999999999"),
            ("-5", false, "1899-12-25"),
        ];
        for (text, from_1904, shown) in cases {
            assert_eq!(cell(text, Style::Moment, from_1904).text, shown, "{text}");
        }
        assert_eq!(cell("45000", Style::Moment, false).kind, Kind::Date);
    }

    #[test]
    fn codes_tell_days_from_numbers() {
        let cases = [
            ("dd/mm/yyyy", Style::Moment),
            ("[$-40C]d mmm yyyy;@", Style::Moment),
            ("0.00%", Style::Percent),
            ("#,##0.00 \"jours d'essai\"", Style::Plain),
            ("General", Style::Plain),
            ("[Red]0", Style::Plain),
            ("0\\d", Style::Plain),
        ];
        for (code, style) in cases {
            assert_eq!(of_code(code), style, "{code}");
        }
    }
}
