//! The append-only journal, each entry holding the digest of the one before it. A chain kept by one person proves
//! nothing against that person: its head is given out in receipts and minutes (RELIABILITY.md §1).

use crate::domain::ids::Digest;

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place, from 1.
    pub seq: u64,
    /// When, RFC 3339.
    pub at: String,
    /// What happened, one word.
    pub kind: String,
    /// The details: canonical JSON (RFC 8785).
    pub payload: String,
    /// The digest of the entry before it.
    pub prev: Digest,
    /// The digest of this one.
    pub digest: Digest,
}

/// Returns what stands before the first entry: the digest of the campaign's name.
pub fn root(campaign: &str) -> Digest {
    Digest::of(format!("tnl-jury/journal/1\n{campaign}").as_bytes())
}

/// Computes an entry's digest over its place, time, kind, payload and the entry before it, each on a line of its own
/// (no field but the last can hold a line end).
pub fn digest(seq: u64, at: &str, kind: &str, payload: &str, prev: &Digest) -> Digest {
    Digest::of(format!("{seq}\n{prev}\n{at}\n{kind}\n{payload}").as_bytes())
}

/// Where a journal is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken {
    /// The first place whose entry does not follow from those before.
    pub seq: u64,
}

/// Checks a whole journal, and returns its head.
///
/// # Errors
/// The first place that does not hold.
pub fn verify(campaign: &str, entries: &[Entry]) -> Result<Digest, Broken> {
    let mut head = root(campaign);
    for (expected, entry) in (1..).zip(entries) {
        let holds = entry.seq == expected
            && entry.prev == head
            && entry.digest == digest(entry.seq, &entry.at, &entry.kind, &entry.payload, &head);
        if !holds {
            return Err(Broken { seq: expected });
        }
        head = entry.digest.clone();
    }
    Ok(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(n: u64) -> Vec<Entry> {
        let mut prev = root("c");
        (1..=n)
            .map(|seq| {
                let payload = format!("{{\"n\":{seq}}}");
                let made = digest(seq, "t", "k", &payload, &prev);
                let entry = Entry {
                    seq,
                    at: "t".into(),
                    kind: "k".into(),
                    payload,
                    prev: prev.clone(),
                    digest: made.clone(),
                };
                prev = made;
                entry
            })
            .collect()
    }

    #[test]
    fn a_rewritten_dropped_or_swapped_entry_is_named() {
        assert!(verify("c", &chain(5)).is_ok());
        let mut rewritten = chain(5);
        rewritten[2].payload = "{}".into();
        assert_eq!(verify("c", &rewritten), Err(Broken { seq: 3 }));
        let mut dropped = chain(5);
        dropped.remove(1);
        assert_eq!(verify("c", &dropped), Err(Broken { seq: 2 }));
        let mut swapped = chain(5);
        swapped.swap(3, 4);
        assert_eq!(verify("c", &swapped), Err(Broken { seq: 4 }));
        assert_eq!(verify("other", &chain(1)), Err(Broken { seq: 1 }));
    }
}
