//! Names in the languages of the program.

use serde::{Deserialize, Serialize};

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// French, the default.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Returns what stands before decimals.
    pub fn point(self) -> char {
        match self {
            Self::Fr => ',',
            Self::En => '.',
        }
    }
}

/// A name in French, and in English where it has one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Words {
    /// The French name.
    pub fr: String,
    /// The English name; the French one stands in where it lacks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Words {
    /// Makes a name that is the same in every language.
    pub fn same(text: impl Into<String>) -> Self {
        Self {
            fr: text.into(),
            en: None,
        }
    }

    /// Returns the name in a language.
    pub fn in_lang(&self, lang: Lang) -> &str {
        match (lang, &self.en) {
            (Lang::En, Some(en)) => en,
            (Lang::Fr | Lang::En, _) => &self.fr,
        }
    }

    /// Tells whether there is nothing to read.
    pub fn is_blank(&self) -> bool {
        self.fr.trim().is_empty()
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: serde::Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form {
            One(String),
            Each { fr: String, en: Option<String> },
        }
        Ok(match Form::deserialize(input)? {
            Form::One(text) => Self::same(text),
            Form::Each { fr, en } => Self { fr, en },
        })
    }
}
