//! Numbers on a ruler: where they lie between two others, and how far they reach.

use super::text::columns;
use crate::domain::ratio::Ratio;

/// A stretch of numbers in so many cells; what lies outside is drawn at the nearer end.
#[derive(Debug, Clone)]
pub struct Ruler {
    low: Ratio,
    high: Ratio,
    cells: Vec<char>,
}

impl Ruler {
    /// Makes one, the same sign in every cell.
    pub fn new(low: Ratio, high: Ratio, cells: usize, sign: char) -> Self {
        Self {
            low,
            high,
            cells: vec![sign; cells],
        }
    }

    /// Returns the cell of a number.
    pub fn place(&self, value: &Ratio) -> usize {
        let last = self.cells.len().saturating_sub(1);
        let span = self.high.clone() - self.low.clone();
        let share = (value.clone() - self.low.clone()).over(&span);
        let steps = i64::try_from(last).unwrap_or(0);
        // What is too large for a cell lies beyond an end.
        let beyond = if *value < self.low { 0 } else { steps };
        let place = share.map_or(Some(0), |share| share.rounded_in(steps));
        let place = place.unwrap_or(beyond).clamp(0, steps);
        usize::try_from(place).unwrap_or(0)
    }

    /// Puts a sign at a number.
    pub fn put(&mut self, value: &Ratio, sign: char) {
        let place = self.place(value);
        if let Some(cell) = self.cells.get_mut(place) {
            *cell = sign;
        }
    }

    /// Puts a sign in every cell from a number to another one.
    pub fn stretch(&mut self, from: &Ratio, to: &Ratio, sign: char) {
        let (from, to) = (self.place(from), self.place(to));
        let cells = self.cells.iter_mut().take(to + 1).skip(from);
        cells.for_each(|cell| *cell = sign);
    }

    /// Puts a whisker: from a number to another one, and a point on it.
    pub fn whisker(&mut self, from: &Ratio, at: &Ratio, to: &Ratio) {
        self.stretch(from, to, '─');
        self.put(from, '├');
        self.put(to, '┤');
        self.put(at, '●');
    }

    /// Returns the line.
    pub fn drawn(&self) -> String {
        self.cells.iter().collect()
    }
}

/// Writes texts on a line of blanks, each around the middle of its stretch of cells; one that has no room moves, or is
/// left out.
pub fn around(cells: usize, texts: &[(usize, usize, String)]) -> String {
    let mut line = String::new();
    let mut taken = 0;
    for (from, to, text) in texts {
        let width = columns(text);
        let start = (from + to + 1).saturating_sub(width) / 2;
        let start = start.min(cells.saturating_sub(width));
        let start = start.max(taken + usize::from(taken > 0));
        if start + width > cells {
            continue;
        }
        line.extend(std::iter::repeat_n(' ', start - taken));
        line.push_str(text);
        taken = start + width;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(a: i64, b: i64) -> Ratio {
        Ratio::new(a, b).unwrap()
    }

    #[test]
    fn numbers_lie_where_they_lie_and_never_outside() {
        let mut ruler = Ruler::new(Ratio::zero(), ratio(1, 1), 11, '·');
        assert_eq!(ruler.place(&ratio(-3, 1)), 0);
        assert_eq!(ruler.place(&ratio(7, 2)), 10);
        assert_eq!(ruler.place(&ratio(2, 5)), 4);
        ruler.whisker(&ratio(1, 5), &ratio(2, 5), &ratio(7, 10));
        assert_eq!(ruler.drawn(), "··├─●──┤···");
        let nothing = Ruler::new(Ratio::zero(), Ratio::zero(), 0, '·');
        assert_eq!(nothing.place(&ratio(1, 2)), 0);
        assert_eq!(nothing.drawn(), "");
    }

    #[test]
    fn texts_keep_their_places_and_never_run_into_each_other() {
        let texts = [
            (0, 0, "0".to_owned()),
            (6, 6, "667".to_owned()),
            (9, 9, "1".to_owned()),
        ];
        assert_eq!(around(10, &texts), "0    667 1");
        assert_eq!(around(6, &texts), "0  667");
    }
}
