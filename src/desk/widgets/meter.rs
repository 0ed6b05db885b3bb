//! A share as a small bar.

/// Draws `done` of `all` in some cells: full only when all is done, empty only when nothing is.
pub fn meter(done: usize, all: usize, cells: usize) -> String {
    let full = match (done, all) {
        (0, _) | (_, 0) => 0,
        (done, all) if done >= all => cells,
        (done, all) => (done * cells / all).clamp(1, cells.saturating_sub(1).max(1)),
    };
    "▰".repeat(full.min(cells)) + &"▱".repeat(cells.saturating_sub(full))
}

/// Draws a count as the height of a column, the greatest of them being full.
pub fn column(n: usize, most: usize) -> char {
    const HEIGHTS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    HEIGHTS
        .get((n.min(most) * 8).div_ceil(most.max(1)))
        .copied()
        .unwrap_or(' ')
}

/// Draws a percentage as a bar of eighths.
pub fn bar(percent: i64, cells: usize) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let percent = usize::try_from(percent.clamp(0, 100)).unwrap_or(0);
    let eighths = percent * cells * 8 / 100;
    let mut out = "█".repeat(eighths / 8);
    out.push_str(EIGHTHS.get(eighths % 8).copied().unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_means_all_and_empty_means_none() {
        assert_eq!(meter(0, 12, 4), "▱▱▱▱");
        assert_eq!(meter(1, 12, 4), "▰▱▱▱");
        assert_eq!(meter(11, 12, 4), "▰▰▰▱");
        assert_eq!(meter(12, 12, 4), "▰▰▰▰");
        assert_eq!(meter(0, 0, 4), "▱▱▱▱");
        assert_eq!(meter(1, 2, 0), "");
        assert_eq!(bar(65, 5), "███▎");
        assert_eq!(bar(100, 5), "█████");
        assert_eq!(
            [column(0, 3), column(1, 9), column(3, 3), column(0, 0)],
            [' ', '▁', '█', ' ']
        );
    }
}
