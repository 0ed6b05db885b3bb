//! What a line of a form is. It depends on the line alone, so that a text is written and read by the same rule whatever
//! else the store holds.

use super::MARK;
use super::words::Key;
use std::borrow::Cow;

/// The format's name, at the start of every form.
pub(super) const FORMAT: &str = "tnl-jury/form";
/// The version that is written, and the only one that is read.
pub(super) const VERSION: &str = "1";
/// What parts a heading's tag from the name for people.
pub(super) const PARTS: &str = " · ";

/// A line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line<'t> {
    /// A dossier's heading, or a criterion's.
    Heading {
        /// Whether it is a criterion's.
        is_criterion: bool,
        /// What it names.
        tag: &'t str,
        /// What was written at its end.
        mark: Option<Borne<'t>>,
    },
    /// The start of a part.
    Key(Key, &'t str),
    /// Anything else.
    Text(&'t str),
}

/// What a heading bears at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Borne<'t> {
    /// The dossier under which a criterion stands: a heading that was lost between two dossiers is missed.
    pub(super) dossier: Option<&'t str>,
    /// The digest of what stood there when it was written.
    pub(super) digest: &'t str,
}

/// Tells what a line is.
pub(super) fn classify(line: &str) -> Line<'_> {
    let inside = line.trim();
    heading(inside)
        .or_else(|| key(inside))
        .unwrap_or(Line::Text(line))
}

fn heading(line: &str) -> Option<Line<'_>> {
    let (is_criterion, rest) = match line.strip_prefix("##") {
        Some(rest) => (true, rest),
        None => (false, line.strip_prefix('#')?),
    };
    let rest = rest.strip_prefix(char::is_whitespace)?.trim_start();
    let (said, mark) = match marked(rest) {
        Some((said, mark)) => (said, Some(mark)),
        None => (rest, None),
    };
    let tag = said.split_whitespace().next()?;
    let after = said.get(tag.len()..).unwrap_or_default().trim_start();
    // Without the mark and the dot it is somebody's own heading.
    let is_ours = mark.is_some() || after.starts_with(PARTS.trim());
    is_ours.then_some(Line::Heading {
        is_criterion,
        tag,
        mark,
    })
}

fn key(line: &str) -> Option<Line<'_>> {
    let (word, rest) = line.split_once(':')?;
    Some(Line::Key(Key::of(word.trim_end())?, rest.trim()))
}

/// Editors put long dashes in the place of two short ones.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—')
}

/// Splits a line before its mark.
fn marked(line: &str) -> Option<(&str, Borne<'_>)> {
    let inner = line.strip_suffix('>')?.trim_end_matches(is_dash);
    let (before, mark) = inner.rsplit_once("<!")?;
    let mut words = mark.trim_start_matches(is_dash).split_whitespace().rev();
    let (digest, dossier) = (words.next()?, words.next());
    let is_mark = digest.len() == MARK && digest.bytes().all(|b| b.is_ascii_hexdigit());
    let is_whole = is_mark && words.next().is_none();
    is_whole.then_some((before.trim_end(), Borne { dossier, digest }))
}

/// Tells whether a line opens a remark.
pub(super) fn opens_remark(line: &str) -> bool {
    let after = line.trim_start().strip_prefix("<!");
    after.is_some_and(|after| after.starts_with(is_dash))
}

/// Tells whether a line closes a remark.
pub(super) fn closes_remark(line: &str) -> bool {
    line.match_indices('>')
        .any(|(at, _)| line.get(..at).is_some_and(|before| before.ends_with(is_dash)))
}

/// Makes a text fit for a remark: nothing in it closes one.
pub(super) fn in_remark(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let closes = c == '>' && out.ends_with(is_dash);
        out.push(if closes { '›' } else { c });
    }
    out
}

/// Returns the words of a remark of one line.
pub(super) fn remark(line: &str) -> Option<&str> {
    let line = line.trim();
    if !opens_remark(line) {
        return None;
    }
    let inner = line.strip_prefix("<!")?.strip_suffix('>')?;
    Some(inner.trim_matches(|c: char| is_dash(c) || c.is_whitespace()))
}

/// Splits a text into lines, whatever ends them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| {
        let line = line.strip_suffix('\r').unwrap_or(line);
        line.split('\r')
    })
}

/// Writes a line of a text so that it is not taken for the form's: with a backslash before it.
pub(super) fn escaped(line: &str) -> Cow<'_, str> {
    if is_form(line.trim_start_matches('\\')) {
        return Cow::Owned(format!("\\{line}"));
    }
    Cow::Borrowed(line)
}

/// Reads a line of a text back.
pub(super) fn unescaped(line: &str) -> &str {
    let is_escaped = line.starts_with('\\') && is_form(line.trim_start_matches('\\'));
    let rest = if is_escaped { line.strip_prefix('\\') } else { None };
    rest.unwrap_or(line)
}

fn is_form(line: &str) -> bool {
    !matches!(classify(line), Line::Text(_))
}

/// Returns a text as a form gives it back, blank lines left out: what is compared.
pub(super) fn as_read(text: &str) -> String {
    let text = text.replace('\0', "\u{2400}");
    let lines: Vec<&str> = lines(&text)
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n")
}
