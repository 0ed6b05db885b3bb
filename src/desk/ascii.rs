//! For a locale that is not UTF-8: one pass over the finished frame, which puts a sign of ASCII for every border and
//! glyph and takes the accents off letters. Screens know nothing of it.

use ratatui::buffer::Buffer;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization as _;

/// What stands between words and columns, and what may not be moved.
const FIXED: &str = "─│╭╮╰╯┌┐└┘├┤┬┴┼━┃";

/// Puts ASCII for whatever is not, in place. A sign of several characters takes the room of blanks that follow, where
/// there are enough of them; else it is cut to one.
pub fn flatten(buffer: &mut Buffer) {
    let area = buffer.area;
    for y in area.top()..area.bottom() {
        let mut x = area.left();
        while x < area.right() {
            x = flatten_cell(buffer, x, y);
        }
    }
}

/// Flattens the cell at a place and returns the place after what it became.
fn flatten_cell(buffer: &mut Buffer, x: u16, y: u16) -> u16 {
    let symbol = symbol_at(buffer, x, y).to_owned();
    if symbol.is_ascii() {
        return x.saturating_add(1);
    }
    let before = x.checked_sub(1).map_or(" ", |left| symbol_at(buffer, left, y));
    let sign = sign(&symbol, before).into_owned();
    let more = u16::try_from(sign.len().saturating_sub(1)).unwrap_or(0);
    let has_room = (0..more).all(|_| make_room(buffer, x, y));
    let shown = if has_room { more } else { 0 };
    for (at, c) in (x..=x.saturating_add(shown)).zip(sign.chars()) {
        if let Some(cell) = buffer.cell_mut((at, y)) {
            cell.set_char(c);
        }
    }
    x.saturating_add(shown).saturating_add(1)
}

/// Moves what follows a cell by one, up to the next blank that another blank or the edge follows.
fn make_room(buffer: &mut Buffer, x: u16, y: u16) -> bool {
    let right = buffer.area.right();
    let mut end = x.saturating_add(1);
    loop {
        let symbol = symbol_at(buffer, end, y);
        if end >= right || FIXED.contains(symbol) {
            return false;
        }
        if symbol == " " && matches!(symbol_at(buffer, end.saturating_add(1), y), " " | "│" | "") {
            break;
        }
        end = end.saturating_add(1);
    }
    for at in (x.saturating_add(1)..=end).rev() {
        let moved = buffer.cell((at.saturating_sub(1), y)).cloned();
        if let (Some(cell), Some(moved)) = (buffer.cell_mut((at, y)), moved) {
            *cell = moved;
        }
    }
    true
}

/// Returns what a cell shows; nothing outside.
fn symbol_at(buffer: &Buffer, x: u16, y: u16) -> &str {
    buffer.cell((x, y)).map_or("", ratatui::buffer::Cell::symbol)
}

/// Returns the sign for a symbol. Half blocks are a cursor, a mark or a part of a bar by what stands before them.
fn sign(symbol: &str, before: &str) -> Cow<'static, str> {
    let is_free = before.trim().is_empty() || FIXED.contains(before) || matches!(before, "|" | "-" | "+");
    let fixed = match symbol {
        "─" | "━" | "—" | "–" | "▱" | "▁" => "-",
        "│" | "┃" => "|",
        "╭" | "╮" | "╰" | "╯" | "┌" | "┐" | "└" | "┘" | "├" | "┤" | "┬" | "┴" | "┼" => {
            "+"
        }
        "▌" if before == "#" => "#",
        "▌" if is_free => ">",
        "▌" => "]",
        "▐" => "[",
        "▰" | "█" | "▉" | "▊" | "▋" | "▇" => "#",
        "▍" | "▎" | "▏" => ":",
        "▂" | "▃" => "=",
        "▄" | "▅" | "▆" => "%",
        "●" | "•" => "*",
        "○" => "o",
        "◐" => "%",
        "⊘" => "/",
        "⏸" => "=",
        "✓" => "v",
        "✗" => "X",
        "✎" => "\"",
        "▸" | "▶" | "›" | "→" | "⇥" | "↳" | "↷" => ">",
        "‹" | "←" | "↺" => "<",
        "▴" | "▲" | "↑" => "^",
        "▾" | "▼" | "↓" => "v",
        "░" => ".",
        "▓" | "═" => "=",
        "−" => "-",
        "±" => "+-",
        "⏎" => "Enter",
        "⚠" => "!",
        "·" => ".",
        "…" => "...",
        "×" => "x",
        "’" | "‘" | "ʼ" => "'",
        "«" | "»" | "“" | "”" | "„" => "\"",
        "œ" => "oe",
        "Œ" => "OE",
        "æ" => "ae",
        "Æ" => "AE",
        "€" => "EUR",
        "\u{a0}" | "\u{202f}" | "\u{2009}" => " ",
        _ => return letters(symbol),
    };
    Cow::Borrowed(fixed)
}

/// Takes the accents off; `?` for what has no letter of ASCII, `^` and its letter for a control character's picture.
fn letters(symbol: &str) -> Cow<'static, str> {
    let picture = symbol
        .chars()
        .next()
        .map(u32::from)
        .filter(|c| (0x2400..0x2420).contains(c));
    if let Some(letter) = picture.and_then(|c| char::from_u32(c - 0x2400 + 0x40)) {
        return Cow::Owned(format!("^{letter}"));
    }
    let plain: String = symbol
        .nfkd()
        .filter(|c| c.is_ascii() && !c.is_ascii_control())
        .collect();
    if plain.is_empty() {
        Cow::Borrowed("?")
    } else {
        Cow::Owned(plain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Buffer;

    fn flat(line: &str) -> String {
        let mut buffer = Buffer::with_lines([line]);
        flatten(&mut buffer);
        let cells = buffer.content().iter();
        cells.map(ratatui::buffer::Cell::symbol).collect()
    }

    #[test]
    fn every_state_keeps_a_sign_of_its_own() {
        assert_eq!(flat("▰▰▱▱ ●◐○⊘! [✓] ✎"), "##-- *%o/! [v] \"");
        assert_eq!(flat("╭ Critère ─╮"), "+ Critere -+");
        assert_eq!(flat("│▌3.2 État │"), "|>3.2 Etat |");
        assert_eq!(flat("▐3 régulière▌"), "[3 reguliere]");
        assert_eq!(flat("█▌ ██▌"), "## ###");
        assert_eq!(flat("▁▃▅█"), "-=%#");
    }

    #[test]
    fn longer_signs_take_blanks_and_never_move_a_border() {
        assert_eq!(flat("Valb…    |"), "Valb...  |");
        assert_eq!(flat("Œuvrard  2"), "OEuvrard 2");
        assert_eq!(flat("cœur│x"), "cour|x");
        assert_eq!(flat("Valb…│"), "Valb.|");
        assert_eq!(flat("a␛b   "), "a^[b  ");
        assert_eq!(flat("東京 x"), "? ?  x");
    }
}
