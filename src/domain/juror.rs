//! Who sits on the jury.

use super::ids::JurorId;
use serde::{Deserialize, Serialize};

/// A juror as the coordinator enrolled them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Juror {
    /// The juror's identifier in this campaign.
    pub id: JurorId,
    /// The name, as it is shown and printed.
    pub name: String,
    /// The address; never published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The organisation that the juror belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<String>,
}
