//! Moments as files hold them: RFC 3339 in whole seconds, at Greenwich.

use jiff::{Timestamp, ToSpan as _};

/// Returns the seconds from one moment to a later one; none where it is earlier or either is no moment.
pub fn seconds(from: &str, to: &str) -> u64 {
    let read = |text: &str| text.parse::<Timestamp>().ok().map(Timestamp::as_second);
    let between = read(from).zip(read(to)).map(|(from, to)| to - from);
    between
        .and_then(|seconds| u64::try_from(seconds).ok())
        .unwrap_or(0)
}

/// Returns the moment some seconds after another; nothing where that is no moment.
pub fn after(moment: &str, seconds: u64) -> Option<String> {
    let span = i64::try_from(seconds).ok()?.seconds();
    let later = moment.parse::<Timestamp>().ok()?.checked_add(span).ok()?;
    Some(later.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

/// Returns seconds as `h:mm:ss`.
pub fn clock(seconds: u64) -> String {
    let (hours, rest) = (seconds / 3600, seconds % 3600);
    format!("{hours}:{:02}:{:02}", rest / 60, rest % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_moment_lasts_no_time() {
        let noon = "2026-10-12T12:00:00Z";
        assert_eq!(seconds(noon, "2026-10-12T12:04:12Z"), 252);
        assert_eq!(seconds("2026-10-12T12:04:12Z", noon), 0);
        assert_eq!(seconds("noon", noon), 0);
        assert_eq!(after(noon, 3_600).as_deref(), Some("2026-10-12T13:00:00Z"));
        assert_eq!(after("noon", 1), None);
        assert_eq!(after(noon, u64::MAX), None);
        assert_eq!(clock(3_852), "1:04:12");
    }
}
