//! Sentences of one's own, to be used again: `snippets.toml` beside the settings, a list of texts.

use super::settings::{SettingsError, SettingsFault, line_of, text_of, write_whole};
use crate::domain::saying::Saying;
use crate::domain::text::Inert;
use std::path::Path;
use toml::de::DeTable;

/// Reads a user's sentences, where there are any.
///
/// # Errors
/// The first line that can't be taken, and why.
pub fn of_user(path: Option<&Path>) -> Result<Vec<String>, SettingsError> {
    match text_of(path)? {
        Some((name, text)) => read(&name, &text),
        None => Ok(Vec::new()),
    }
}

fn read(name: &str, text: &str) -> Result<Vec<String>, SettingsError> {
    let error = |at: usize, fault| SettingsError {
        file: name.to_owned(),
        line: line_of(text, at),
        fault,
    };
    let expected = || SettingsFault::Value {
        key: "snippets".to_owned(),
        expected: "[ \"…\", \"…\" ]".to_owned(),
    };
    let tables = DeTable::parse(text).map_err(|e| {
        let at = e.span().map_or(0, |span| span.start);
        error(at, SettingsFault::Unreadable(e.message().to_owned()))
    })?;
    let mut found = Vec::new();
    for (key, value) in tables.get_ref() {
        let word: &str = key.get_ref();
        if word != "snippets" {
            return Err(error(
                key.span().start,
                SettingsFault::UnknownKey(word.to_owned()),
            ));
        }
        let list = value.get_ref().as_array();
        for entry in list.ok_or_else(|| error(value.span().start, expected()))? {
            let text = entry.get_ref().as_str();
            let text = text.ok_or_else(|| error(entry.span().start, expected()))?;
            found.push(Inert::block(text).as_str().to_owned());
        }
    }
    Ok(found)
}

/// Writes the sentences, where there is a place for them.
///
/// # Errors
/// What the system refused.
pub fn keep(path: Option<&Path>, snippets: &[String]) -> Result<(), Saying> {
    let Some(path) = path else { return Ok(()) };
    let lines = snippets
        .iter()
        .map(|text| format!("  {},\n", toml::Value::from(text.as_str())));
    let lines: String = lines.collect();
    write_whole(path, &format!("snippets = [\n{lines}]\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_as_they_were() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("snippets.toml");
        let texts = ["Bonne « pratique ».", "deux\nlignes \"et\" \\ plus", "l’été 東"].map(str::to_owned);
        keep(Some(&path), &texts).unwrap();
        assert_eq!(of_user(Some(&path)).unwrap(), texts);
        keep(Some(&path), &[]).unwrap();
        assert_eq!(of_user(Some(&path)).unwrap(), Vec::<String>::new());
        assert_eq!(read("s", "\nother = 1").unwrap_err().line, 2);
        assert_eq!(read("s", "snippets = [\n \"a\",\n 3]").unwrap_err().line, 3);
        assert_eq!(read("s", "snippets = [\"a\\u001bb\"]").unwrap(), ["a␛b"]);
    }
}
