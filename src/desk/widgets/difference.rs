//! Two texts with the words that differ marked by signs, so that no colour is needed: `[-gone-]`, `{+come+}`.

use similar::{ChangeTag, TextDiff};

/// The signs around what is gone.
pub const GONE: (&str, &str) = ("[-", "-]");
/// The signs around what has come.
pub const COME: (&str, &str) = ("{+", "+}");

/// Longer texts are shown whole, without marks: comparing them would hold the keys up.
const MOST: usize = 20_000;

/// Marks what is gone in the first text and what has come in the second one.
pub fn marked(before: &str, after: &str) -> (String, String) {
    if before.len() > MOST || after.len() > MOST {
        return (before.to_owned(), after.to_owned());
    }
    let diff = TextDiff::from_unicode_words(before, after);
    let (mut gone, mut come) = (Marked::new(GONE), Marked::new(COME));
    for change in diff.iter_all_changes() {
        let word = change.value();
        match change.tag() {
            ChangeTag::Equal => {
                gone.push(word, false);
                come.push(word, false);
            }
            ChangeTag::Delete => gone.push(word, true),
            ChangeTag::Insert => come.push(word, true),
        }
    }
    (gone.done(), come.done())
}

/// Cuts the lines of a marked text where what differs begins and ends, signs included; a run may go over lines.
pub fn set_off(lines: &[String], signs: (&str, &str)) -> Vec<Vec<(bool, String)>> {
    let mut differs = false;
    let mut cut = |line: &String| {
        let mut parts = Vec::new();
        let mut rest = line.as_str();
        while !rest.is_empty() {
            let found = if differs {
                rest.find(signs.1).map(|at| at + signs.1.len())
            } else {
                rest.find(signs.0)
            };
            let (part, after) = rest.split_at(found.unwrap_or(rest.len()));
            if !part.is_empty() {
                parts.push((differs, part.to_owned()));
            }
            differs ^= found.is_some();
            rest = after;
        }
        parts
    };
    lines.iter().map(&mut cut).collect()
}

/// A text that is put together word by word, runs of other words between signs.
struct Marked {
    signs: (&'static str, &'static str),
    text: String,
    run: String,
}

impl Marked {
    fn new(signs: (&'static str, &'static str)) -> Self {
        Self {
            signs,
            text: String::new(),
            run: String::new(),
        }
    }

    fn push(&mut self, word: &str, differs: bool) {
        let is_between = !self.run.is_empty() && word.trim().is_empty();
        if differs || is_between {
            return self.run.push_str(word);
        }
        // A blank between two words that differ is no reason to close a run, but one at its end stays outside.
        self.close();
        self.text.push_str(word);
    }

    fn close(&mut self) {
        let run = std::mem::take(&mut self.run);
        let core = run.trim();
        if core.is_empty() {
            return self.text.push_str(&run);
        }
        let (start, end) = (run.len() - run.trim_start().len(), run.trim_end().len());
        self.text.push_str(run.get(..start).unwrap_or_default());
        self.text.push_str(self.signs.0);
        self.text.push_str(core);
        self.text.push_str(self.signs.1);
        self.text.push_str(run.get(end..).unwrap_or_default());
    }

    fn done(mut self) -> String {
        self.close();
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::{COME, GONE, marked, set_off};
    use proptest::prelude::*;

    #[test]
    fn what_differs_stands_between_signs() {
        let (gone, come) = marked("Nous avons 142 postes.", "Nous avons 150 postes libres.");
        assert_eq!(gone, "Nous avons [-142-] postes.");
        assert_eq!(come, "Nous avons {+150+} postes {+libres+}.");
        let (gone, come) = marked("les agents n’en ont pas de résumé.", "les agents, voilà.");
        assert_eq!(gone, "les agents [-n’en ont pas de résumé-].");
        assert_eq!(come, "les agents{+, voilà+}.");
        assert_eq!(marked("", "neuf"), (String::new(), "{+neuf+}".to_owned()));
        assert_eq!(marked("même", "même"), ("même".to_owned(), "même".to_owned()));
    }

    #[test]
    fn what_differs_is_cut_out_over_lines() {
        let lines = [
            "a [-b".to_owned(),
            "c-] d".to_owned(),
            String::new(),
            "[-e-]".to_owned(),
        ];
        let found = set_off(&lines, GONE);
        let part = |differs, text: &str| (differs, text.to_owned());
        assert_eq!(
            found,
            [
                vec![part(false, "a "), part(true, "[-b")],
                vec![part(true, "c-]"), part(false, " d")],
                vec![],
                vec![part(true, "[-e-]")],
            ]
        );
        assert_eq!(set_off(&lines[..1], COME), [vec![part(false, "a [-b")]]);
    }

    proptest! {
        #[test]
        fn without_the_signs_the_texts_are_what_they_were(a in "[a-cé \n]{0,20}", b in "[a-cé \n]{0,20}") {
            let (gone, come) = marked(&a, &b);
            prop_assert_eq!(gone.replace("[-", "").replace("-]", ""), a);
            prop_assert_eq!(come.replace("{+", "").replace("+}", ""), b);
        }
    }
}
