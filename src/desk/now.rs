//! What time it is, as the loop last said: screens ask no clock.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The present moment.
#[derive(Debug, Clone, Default)]
pub struct Now {
    /// RFC 3339 in whole seconds; empty where nobody said.
    pub stamp: String,
    /// Whether a tick was asked for that has not come.
    pub ticks: bool,
}

/// Returns a moment as hours and minutes where a clock stands.
pub fn hour_of(stamp: &str, zone: &TimeZone) -> Option<String> {
    let moment: Timestamp = stamp.parse().ok()?;
    let local = moment.to_zoned_datetime(zone.clone());
    Some(local.strftime("%H:%M").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_those_of_the_user() {
        let summer = TimeZone::fixed(jiff::tz::offset(2));
        assert_eq!(hour_of("2026-10-12T15:40:00Z", &summer).as_deref(), Some("17:40"));
        assert_eq!(hour_of("", &summer), None);
    }
}
