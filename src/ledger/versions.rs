//! A cell's surviving versions: those that no other one has seen. Joining two sets keeps the maximal elements of
//! their union, which makes the join commutative, associative and idempotent (Shapiro et al., 2011, *multi-value
//! register*). Nothing is decided by wall-clock time.

use crate::domain::clock::Clock;
use crate::domain::sheet::Version;
use smallvec::{SmallVec, smallvec};
use std::cmp::Ordering;

/// The versions of one cell that stand; usually one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions<T>(SmallVec<[Version<T>; 1]>);

impl<T> Default for Versions<T> {
    fn default() -> Self {
        Self(SmallVec::new())
    }
}

impl<T: Ord + Clone> Versions<T> {
    /// Joins with other versions.
    #[must_use]
    pub fn joined(mut self, other: &Self) -> Self {
        for version in &other.0 {
            self.add(version.clone());
        }
        self
    }

    /// Adds a version: dropped where one that stands has seen it, and dropping those that it has seen.
    pub fn add(&mut self, new: Version<T>) {
        let seen = self.0.iter().any(|old| match old.clock.compare(&new.clock) {
            Some(Ordering::Greater) => true,
            Some(Ordering::Equal) => old.content == new.content,
            Some(Ordering::Less) | None => false,
        });
        if seen {
            return;
        }
        self.0
            .retain(|old| old.clock.compare(&new.clock) != Some(Ordering::Less));
        let place = self.0.partition_point(|old| *old < new);
        self.0.insert(place, new);
    }

    /// Returns the content, where all versions agree on it.
    pub fn settled(&self) -> Option<&T> {
        let (first, rest) = self.0.split_first()?;
        rest.iter()
            .all(|version| version.content == first.content)
            .then_some(&first.content)
    }

    /// Tells whether versions that differ stand side by side.
    pub fn is_fork(&self) -> bool {
        !self.0.is_empty() && self.settled().is_none()
    }

    /// Returns the versions, in an order that depends on nothing but them.
    pub fn all(&self) -> &[Version<T>] {
        &self.0
    }

    /// Holds one version.
    pub fn of(version: Version<T>) -> Self {
        Self(smallvec![version])
    }

    /// Tells whether one of the other's versions was seen by one here that went on from it.
    pub fn has_passed(&self, other: &Self) -> bool {
        let later = |theirs: &Version<T>| {
            self.0
                .iter()
                .any(|mine| mine.clock.compare(&theirs.clock) == Some(Ordering::Greater))
        };
        other.0.iter().any(later)
    }

    /// Returns the contents that differ, each once, in order.
    pub fn sides(&self) -> Vec<&T> {
        let mut sides: Vec<&T> = self.0.iter().map(|version| &version.content).collect();
        sides.sort();
        sides.dedup();
        sides
    }

    /// Returns the clock that has seen every version.
    pub fn clock(&self) -> Clock {
        self.0
            .iter()
            .fold(Clock::default(), |clock, version| clock.joined(&version.clock))
    }

    /// Tells whether nothing was ever written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Ord + Clone> FromIterator<Version<T>> for Versions<T> {
    fn from_iter<I: IntoIterator<Item = Version<T>>>(versions: I) -> Self {
        let mut set = Self::default();
        for version in versions {
            set.add(version);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::DeviceId;
    use proptest::prelude::*;

    fn version() -> impl Strategy<Value = Version<u8>> {
        (0u8..3, prop::collection::btree_map("[ABC]", 1u64..4, 1..4)).prop_map(|(content, counts)| {
            let clock = counts.iter().fold(Clock::default(), |clock, (device, n)| {
                clock.ticked(&DeviceId::new(device), *n)
            });
            Version { content, clock }
        })
    }

    fn versions() -> impl Strategy<Value = Versions<u8>> {
        prop::collection::vec(version(), 0..6).prop_map(|list| list.into_iter().collect())
    }

    proptest! {
        #[test]
        fn the_join_is_commutative_associative_idempotent(a in versions(), b in versions(), c in versions()) {
            prop_assert_eq!(a.clone().joined(&b), b.clone().joined(&a));
            prop_assert_eq!(a.clone().joined(&b).joined(&c), a.clone().joined(&b.clone().joined(&c)));
            prop_assert_eq!(a.clone().joined(&a), a);
        }

        #[test]
        fn nothing_is_lost_that_no_other_has_seen(list in prop::collection::vec(version(), 1..8)) {
            let set: Versions<u8> = list.iter().cloned().collect();
            for version in &list {
                let kept = set.all().contains(version);
                let seen = set.all().iter().any(|other| other.clock.covers(&version.clock));
                prop_assert!(kept || seen);
            }
        }
    }

    #[test]
    fn the_same_content_written_twice_is_no_fork() {
        let a = Clock::default().ticked(&"A".into(), 1);
        let b = Clock::default().ticked(&"B".into(), 1);
        let same: Versions<u8> = [(3, &a), (3, &b)]
            .map(|(content, clock)| Version {
                content,
                clock: clock.clone(),
            })
            .into_iter()
            .collect();
        assert!(!same.is_fork());
        let fork = same.joined(
            &[Version {
                content: 4,
                clock: Clock::default().ticked(&"C".into(), 1),
            }]
            .into_iter()
            .collect(),
        );
        assert!(fork.is_fork());
        assert_eq!(fork.sides(), [&3, &4]);
    }
}
