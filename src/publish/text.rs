//! Templates: what an association can restyle without Rust. Text by outsiders goes through them inert and escaped.

use super::PublishError;
use crate::domain::text::Inert;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;
use std::path::Path;
use std::sync::Arc;

/// Steps that a template may take: enough for thousands of candidates, and an end to one that never stops.
const FUEL: u64 = 200_000_000;

/// The templates that the program brings, by the names under which a folder may replace them.
pub const TEMPLATES: [(&str, &str); 12] = [
    ("palmares.html", include_str!("templates/palmares.html")),
    ("lettre.xml", include_str!("templates/lettre.xml")),
    ("attestation.xml", include_str!("templates/attestation.xml")),
    ("proces-verbal.xml", include_str!("templates/proces-verbal.xml")),
    ("minutes.xml", include_str!("templates/minutes.xml")),
    ("palmares.xml", include_str!("templates/palmares.xml")),
    ("styles.xml", include_str!("templates/styles.xml")),
    ("statistiques.html", include_str!("templates/statistiques.html")),
    ("marques.svg", include_str!("templates/marques.svg")),
    ("axes.svg", include_str!("templates/axes.svg")),
    ("titres.txt", include_str!("templates/titres.txt")),
    ("dates.txt", include_str!("templates/dates.txt")),
];

/// The templates in force.
#[derive(Debug)]
pub struct Templates(Environment<'static>);

impl Templates {
    /// Reads the program's own, with those of a folder in their places.
    ///
    /// # Errors
    /// The file and the line that is no template.
    pub fn new(folder: Option<&Path>) -> Result<Self, PublishError> {
        Self::with_fuel(folder, FUEL)
    }

    fn with_fuel(folder: Option<&Path>, fuel: u64) -> Result<Self, PublishError> {
        let mut environment = Environment::new();
        // What is plain text is escaped where it goes into a document.
        environment.set_auto_escape_callback(|name| {
            let is_plain = Path::new(name).extension().is_some_and(|ending| ending == "txt");
            if is_plain {
                AutoEscape::None
            } else {
                AutoEscape::Html
            }
        });
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(fuel));
        // A block stands on a line of its own and leaves none behind.
        let syntax = SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .keep_trailing_newline(true)
            .build();
        environment.set_syntax(syntax.map_err(|why| PublishError::template("", &why))?);
        for (name, own) in TEMPLATES {
            let theirs = folder
                .map(|folder| folder.join(name))
                .filter(|path| path.exists());
            let text = match theirs {
                Some(path) => std::fs::read_to_string(&path).map_err(|e| PublishError::io(&path, &e))?,
                None => own.to_owned(),
            };
            let faulty = |why: &minijinja::Error| PublishError::template(name, why);
            environment
                .add_template_owned(name, text)
                .map_err(|why| faulty(&why))?;
        }
        Ok(Self(environment))
    }

    /// Renders one.
    ///
    /// # Errors
    /// The template's line that asks for something that is not there.
    pub(super) fn render(&self, name: &str, context: impl Serialize) -> Result<String, PublishError> {
        let template = self.0.get_template(name);
        template
            .and_then(|template| template.render(Serde(context)))
            .map_err(|why| PublishError::template(name, &why))
    }
}

/// Returns those of a list that stand at these places, as a template goes through them: an item at a time is made a value
/// of, for there may be thousands.
pub(super) fn one_by_one<T: Serialize + Send + Sync + 'static>(
    items: Arc<[T]>,
    places: impl Into<Vec<usize>>,
    item: fn(&T) -> T,
) -> Value {
    Value::make_object_iterable((items, places.into()), move |(items, places)| {
        let value = move |place: &usize| items.get(*place).map(item).map(Serde).map(Value::from);
        Box::new(places.iter().map(move |place| value(place).unwrap_or_default()))
    })
}

/// What a document is called by.
#[derive(Debug, Serialize)]
pub(super) struct Titled<'a> {
    pub(super) document: &'a str,
    pub(super) edition: &'a str,
    pub(super) name: &'a str,
}

/// Writes the program's own templates into a folder, to be changed there; what stands there already is left.
///
/// # Errors
/// What the system refused.
pub fn print_templates(folder: &Path) -> Result<Vec<String>, PublishError> {
    std::fs::create_dir_all(folder).map_err(|e| PublishError::io(folder, &e))?;
    let mut written = Vec::new();
    for (name, text) in TEMPLATES {
        let path = folder.join(name);
        if !path.exists() {
            std::fs::write(&path, text).map_err(|e| PublishError::io(&path, &e))?;
            written.push(name.to_owned());
        }
    }
    Ok(written)
}

/// Returns a line by an outsider as a document may hold it: nothing hidden, nothing that XML 1.0 forbids.
pub(super) fn line(raw: &str) -> String {
    allowed(Inert::line(raw).as_str())
}

/// Returns the paragraphs of a text by an outsider.
pub(super) fn paragraphs(raw: &str) -> Vec<String> {
    let text = allowed(Inert::block(raw).as_str());
    let lines = text.lines().map(str::trim);
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn allowed(text: &str) -> String {
    let is_char =
        |c: &char| !matches!(c, '\u{fffe}' | '\u{ffff}') && (!c.is_control() || matches!(c, '\n' | '\t'));
    text.chars().filter(is_char).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_moments_are_those_of_a_letter() {
        let folder = tempfile::tempdir().unwrap();
        let own = "{% from \"dates.txt\" import jour, moment %}{{ jour(day) }}, {{ moment(at) }}";
        std::fs::write(folder.path().join("styles.xml"), own).unwrap();
        let templates = Templates::new(Some(folder.path())).unwrap();
        let given = serde_json::json!({"day": "2026-12-01", "at": "2026-08-30T07:05:00Z"});
        assert_eq!(
            templates.render("styles.xml", given).unwrap(),
            "1er décembre 2026, 30 août 2026 à 07 h 05"
        );
    }

    #[test]
    fn a_list_handed_one_by_one_is_a_list_to_a_template() {
        let folder = tempfile::tempdir().unwrap();
        let own = "{% if few %}{{ few|length }}:{% for one in few %} {{ loop.index }} {{ one }}{% if not loop.last %},{% endif %}\
            {% endfor %}{% endif %}{% if nobody %}!{% endif %} {{ nobody|length }}";
        std::fs::write(folder.path().join("styles.xml"), own).unwrap();
        let templates = Templates::new(Some(folder.path())).unwrap();
        let all: Arc<[String]> = ["a", "b", "c"].map(str::to_owned).into();
        let of = |places: &[usize]| one_by_one(Arc::clone(&all), places, |one| one.to_uppercase());
        let given = std::collections::BTreeMap::from([("few", of(&[0, 2])), ("nobody", of(&[]))]);
        assert_eq!(templates.render("styles.xml", given).unwrap(), "2: 1 A, 2 C 0");
    }

    #[test]
    fn every_template_is_one_and_a_folder_s_takes_the_place_of_ours() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(print_templates(folder.path()).unwrap().len(), TEMPLATES.len());
        std::fs::write(
            folder.path().join("styles.xml"),
            "{{ footer }}{% if draft %}!{% endif %}",
        )
        .unwrap();
        let templates = Templates::new(Some(folder.path())).unwrap();
        let marks = serde_json::json!({"footer": "Pied & <page>", "draft": true});
        assert_eq!(
            templates.render("styles.xml", marks).unwrap(),
            "Pied &amp; &lt;page&gt;!"
        );
        assert!(
            print_templates(folder.path()).unwrap().is_empty(),
            "what is there stays"
        );
        std::fs::write(folder.path().join("styles.xml"), "a\n{% if %}").unwrap();
        let why = Templates::new(Some(folder.path())).unwrap_err();
        assert!(matches!(why, PublishError::Template { line: 2, .. }), "{why:?}");
    }

    #[test]
    fn a_template_without_end_is_stopped() {
        let folder = tempfile::tempdir().unwrap();
        let endless = "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}";
        std::fs::write(folder.path().join("styles.xml"), endless).unwrap();
        let templates = Templates::with_fuel(Some(folder.path()), 10_000).unwrap();
        assert!(templates.render("styles.xml", ()).is_err());
    }

    #[test]
    fn nothing_hidden_and_nothing_that_xml_forbids_goes_out() {
        let said = line("Val\u{1b}[31m\u{202e}brume\u{fffe}");
        assert!(!said.contains(['\u{1b}', '\u{202e}', '\u{fffe}']), "{said:?}");
    }
}
