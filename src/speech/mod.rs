//! The words of the program, in French and in English: Fluent catalogues that a non-programmer can edit. Whatever text
//! comes in as an argument goes out inert.

use crate::domain::saying::{Arg, Saying};
use crate::domain::text::Inert;
use crate::domain::words::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::fmt;
use std::sync::LazyLock;

/// The catalogues: one file a subject, the same in each language.
const CATALOGUES: [(&str, &str); 15] = [
    (include_str!("fr/advice.ftl"), include_str!("en/advice.ftl")),
    (
        include_str!("fr/publication.ftl"),
        include_str!("en/publication.ftl"),
    ),
    (include_str!("fr/errors.ftl"), include_str!("en/errors.ftl")),
    (include_str!("fr/exchange.ftl"), include_str!("en/exchange.ftl")),
    (include_str!("fr/bag.ftl"), include_str!("en/bag.ftl")),
    (include_str!("fr/evidence.ftl"), include_str!("en/evidence.ftl")),
    (include_str!("fr/commands.ftl"), include_str!("en/commands.ftl")),
    (include_str!("fr/desk.ftl"), include_str!("en/desk.ftl")),
    (include_str!("fr/comfort.ftl"), include_str!("en/comfort.ftl")),
    (include_str!("fr/find.ftl"), include_str!("en/find.ftl")),
    (include_str!("fr/form.ftl"), include_str!("en/form.ftl")),
    (include_str!("fr/former.ftl"), include_str!("en/former.ftl")),
    (include_str!("fr/jury.ftl"), include_str!("en/jury.ftl")),
    (include_str!("fr/plain.ftl"), include_str!("en/plain.ftl")),
    (include_str!("fr/sitting.ftl"), include_str!("en/sitting.ftl")),
];

type Bundle = FluentBundle<FluentResource>;

/// Read once, and only where something is said: a command whose answer is JSON is over before.
static FRENCH: LazyLock<Bundle> = LazyLock::new(|| bundle("fr", |(fr, _)| fr));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle("en", |(_, en)| en));

fn bundle(tag: &str, text: impl Fn((&'static str, &'static str)) -> &'static str) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    for catalogue in CATALOGUES {
        // A faulty entry is left out and shows as its name; a test reads every catalogue and allows none.
        let read = FluentResource::try_new(text(catalogue).to_owned());
        bundle.add_resource_overriding(read.unwrap_or_else(|(read, _)| read));
    }
    bundle
}

/// One language's words.
#[derive(Clone)]
pub struct Speech {
    lang: Lang,
    bundle: &'static LazyLock<Bundle>,
}

impl fmt::Debug for Speech {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Speech({:?})", self.lang)
    }
}

impl Speech {
    /// Takes up a language.
    pub fn new(lang: Lang) -> Self {
        let bundle = match lang {
            Lang::Fr => &FRENCH,
            Lang::En => &ENGLISH,
        };
        Self { lang, bundle }
    }

    /// Returns the language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Says a word or a sentence that takes no argument.
    pub fn word(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// Says a message.
    pub fn say(&self, saying: &Saying) -> String {
        let mut args = FluentArgs::new();
        for (name, arg) in &saying.args {
            let value = match arg {
                Arg::Text(text) => FluentValue::from(Inert::line(text).as_str().to_owned()),
                Arg::Number(number) => FluentValue::from(*number),
                Arg::Said(said) => FluentValue::from(self.say(said)),
            };
            args.set(*name, value);
        }
        self.format(saying.id, Some(&args))
    }

    /// Tells whether the catalogue has an entry.
    pub fn has(&self, id: &str) -> bool {
        self.bundle
            .get_message(id)
            .is_some_and(|message| message.value().is_some())
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        let pattern = self.bundle.get_message(id).and_then(|message| message.value());
        match pattern {
            Some(pattern) => self
                .bundle
                .format_pattern(pattern, args, &mut Vec::new())
                .into_owned(),
            None => id.to_owned(),
        }
    }
}
