//! Digits that are read from the back of the room.

/// Rows of a big character.
pub const ROWS: usize = 5;

/// Draws digits, `%`, `?` and spaces; nothing where a character has no drawing.
pub fn big(text: &str) -> Option<Vec<String>> {
    let drawings: Option<Vec<[&str; ROWS]>> = text.chars().map(drawing).collect();
    let drawings = drawings?;
    let row = |at: usize| {
        let parts = drawings.iter().filter_map(|drawing| drawing.get(at).copied());
        let line = parts.collect::<Vec<_>>().join(" ");
        // A cell is twice as high as wide.
        line.chars()
            .flat_map(|c| [c, c])
            .map(|c| if c == '#' { '█' } else { ' ' })
            .collect()
    };
    Some((0..ROWS).map(row).collect())
}

fn drawing(c: char) -> Option<[&'static str; ROWS]> {
    Some(match c {
        '0' => ["###", "# #", "# #", "# #", "###"],
        '1' => [" # ", "## ", " # ", " # ", "###"],
        '2' => ["###", "  #", "###", "#  ", "###"],
        '3' => ["###", "  #", "###", "  #", "###"],
        '4' => ["# #", "# #", "###", "  #", "  #"],
        '5' => ["###", "#  ", "###", "  #", "###"],
        '6' => ["###", "#  ", "###", "# #", "###"],
        '7' => ["###", "  #", "  #", "  #", "  #"],
        '8' => ["###", "# #", "###", "# #", "###"],
        '9' => ["###", "# #", "###", "  #", "###"],
        '%' => ["# #", "  #", " # ", "#  ", "# #"],
        '?' => ["###", "  #", " ##", "   ", " # "],
        '–' => ["   ", "   ", "###", "   ", "   "],
        ' ' => ["  ", "  ", "  ", "  ", "  "],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_drawing_is_not_drawn_in_part() {
        let rows = big("3 %").unwrap();
        assert_eq!(rows.len(), ROWS);
        assert_eq!(rows.first().unwrap(), "██████        ██  ██");
        assert_eq!(big("argent"), None);
    }
}
