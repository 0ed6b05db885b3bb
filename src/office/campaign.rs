//! A new campaign, its jury, its conflicts of interest.

use super::act::NewJuror;
use super::{Office, OfficeError};
use crate::context::Context;
use crate::domain::campaign::Campaign;
use crate::domain::ids::{CampaignId, JurorId};
use crate::domain::juror::Juror;
use crate::domain::role::Verb;
use crate::domain::saying::Saying;
use crate::domain::text::folded;
use crate::exchange::grid_toml;
use crate::exchange::signature::Secret;
use crate::store::{Access, Enrolled, Key, Lock, Store, StoreError};
use serde_json::json;
use std::path::Path;

/// What a campaign starts from.
#[derive(Debug, Clone, Default)]
pub struct NewCampaign {
    /// A built-in grid's name, or a file.
    pub grid: String,
    /// The edition as it is printed.
    pub edition: String,
    /// First day of the window, `YYYY-MM-DD`.
    pub opens: Option<String>,
    /// Last day of the window, `YYYY-MM-DD`.
    pub closes: Option<String>,
}

/// A grid larger than this is no grid.
const MOST_GRID_BYTES: u64 = 4 * 1024 * 1024;

/// Makes a coordinator's store.
///
/// # Errors
/// A faulty grid or date, or a store that is there already; nothing is left behind.
pub fn new_campaign(path: &Path, new: &NewCampaign, context: Context) -> Result<Office, OfficeError> {
    if new.edition.trim().is_empty() {
        return Err(OfficeError::Refused(Saying::new("campaign-edition-blank")));
    }
    let (opens, closes) = (day(new.opens.as_deref())?, day(new.closes.as_deref())?);
    if opens.is_some() && closes.is_some() && opens > closes {
        return Err(OfficeError::Refused(Saying::new("campaign-dates-reversed")));
    }
    let text = grid_text(&new.grid)?;
    let grid = grid_toml::read(&text, &new.grid)?;
    let id = context.random_name(32).map_err(|e| OfficeError::io(path, &e))?;
    let campaign = Campaign {
        id: CampaignId::new(id),
        edition: new.edition.trim().to_owned(),
        grid: grid.digest().clone(),
        opens,
        closes,
    };
    fresh(path, &context, |store| {
        store.put(Key::Role, "coordinator")?;
        store.put(
            Key::Campaign,
            &serde_json::to_string(&campaign).unwrap_or_default(),
        )?;
        store.put(Key::Grid, &text)?;
        let entry = json!({"campaign": campaign.id, "edition": campaign.edition, "grid": campaign.grid});
        super::append(store, &campaign.id, &context, "campaign", &entry).map(drop)
    })?;
    Office::open(path, Access::Write, context)
}

/// Makes a store and fills it; leaves nothing behind where either fails.
pub(super) fn fresh(
    path: &Path,
    context: &Context,
    fill: impl FnOnce(&Store) -> Result<(), OfficeError>,
) -> Result<(), OfficeError> {
    if path.exists() {
        let path = path.display().to_string();
        return Err(StoreError::Exists { path }.into());
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|e| OfficeError::io(folder, &e))?;
    }
    let lock = Lock::take(path, &context.holder)?;
    let made = Store::make(path, fill);
    if made.is_err() && !path.exists() {
        lock.remove();
    }
    made
}

fn grid_text(name: &str) -> Result<String, OfficeError> {
    if let Some(text) = grid_toml::built_in(name) {
        return Ok(text.to_owned());
    }
    let path = Path::new(name);
    if !path.exists() {
        let known = grid_toml::built_in_names().collect::<Vec<_>>().join(", ");
        return Err(OfficeError::Refused(
            Saying::new("campaign-grid-unknown")
                .text("name", name)
                .text("known", known),
        ));
    }
    let size = std::fs::metadata(path).map_err(|e| OfficeError::io(path, &e))?;
    if !size.is_file() || size.len() > MOST_GRID_BYTES {
        return Err(OfficeError::Refused(
            Saying::new("campaign-grid-not-file").text("name", name),
        ));
    }
    let bytes = std::fs::read(path).map_err(|e| OfficeError::io(path, &e))?;
    String::from_utf8(bytes).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        OfficeError::Refused(
            Saying::new("campaign-grid-not-utf8")
                .text("name", name)
                .number("at", at),
        )
    })
}

fn day(text: Option<&str>) -> Result<Option<String>, OfficeError> {
    let Some(text) = text else { return Ok(None) };
    match text.parse::<jiff::civil::Date>() {
        Ok(date) => Ok(Some(date.to_string())),
        Err(_) => Err(OfficeError::Refused(
            Saying::new("campaign-date-malformed").text("found", text),
        )),
    }
}

/// Makes an identifier out of a name: letters and digits without accents, words joined by `-`.
fn slug(name: &str) -> String {
    let plain: String = folded(name)
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    plain
        .split('-')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

impl Office {
    pub(super) fn add_juror(&mut self, new: NewJuror) -> Result<JurorId, OfficeError> {
        self.may(Verb::Prepare)?;
        let name = new.name.trim().to_owned();
        if name.is_empty() {
            return Err(OfficeError::Refused(Saying::new("juror-name-blank")));
        }
        let jury = self.store.jury()?;
        if jury
            .iter()
            .any(|other| folded(&other.juror.name) == folded(&name))
        {
            return Err(OfficeError::Refused(
                Saying::new("juror-name-taken").text("name", &name),
            ));
        }
        let base = Some(slug(&name))
            .filter(|s| !s.is_empty())
            .unwrap_or_else(|| "juror".to_owned());
        let taken = |id: &str| jury.iter().any(|other| other.juror.id.as_str() == id);
        // One more name than there are jurors: one of them is free.
        let numbered = (2..jury.len() + 2).map(|n| format!("{base}-{n}"));
        let id = std::iter::once(base.clone())
            .chain(numbered)
            .find(|id| !taken(id));
        let id = JurorId::new(id.unwrap_or(base));
        let secret = self
            .context
            .random()
            .map_err(|e| OfficeError::io(&self.path, &e))?;
        let blank = |text: Option<String>| text.filter(|t| !t.trim().is_empty());
        let enrolled = Enrolled {
            juror: Juror {
                id: id.clone(),
                name: name.clone(),
                email: blank(new.email),
                affiliation: blank(new.affiliation),
            },
            secret: Secret::new(secret).to_hex(),
        };
        self.store.atomically(|store| {
            store.add_juror(&enrolled)?;
            self.record("juror", &json!({"juror": id, "name": name}))
                .map(drop)
        })?;
        Ok(id)
    }

    /// Returns the jury, in the order of their identifiers.
    ///
    /// # Errors
    /// A damaged row.
    pub fn jury(&self) -> Result<Vec<Juror>, OfficeError> {
        Ok(self
            .store
            .jury()?
            .into_iter()
            .map(|enrolled| enrolled.juror)
            .collect())
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn an_identifier_is_plain() {
        assert_eq!(slug("Clotilde d’Haÿ"), "clotilde-d-hay");
        assert_eq!(slug("Maxime Œuvrard"), "maxime-oeuvrard");
        assert_eq!(slug("李"), "");
    }
}
