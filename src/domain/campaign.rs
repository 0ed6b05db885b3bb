//! A campaign: one edition, one grid, one window.

use super::ids::{CampaignId, Digest};
use serde::{Deserialize, Serialize};

/// What identifies a campaign and dates it. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Campaign {
    /// Random, the same in every package and sheet.
    pub id: CampaignId,
    /// The edition as it is printed, `2026`.
    pub edition: String,
    /// The digest of the grid's canonical form.
    pub grid: Digest,
    /// The first day on which candidates may submit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<String>,
    /// The last day on which they may; a later submission is marked late.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<String>,
}
