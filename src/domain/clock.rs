//! Version vectors: which writes of which device a cell's content has seen (Parker et al., 1983).

use super::ids::DeviceId;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// A count of writes for each device; an absent device counts 0.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, PartialOrd, Ord)]
#[serde(transparent)]
pub struct Clock(BTreeMap<DeviceId, u64>);

impl Clock {
    /// Returns the count of a device.
    pub fn get(&self, device: &DeviceId) -> u64 {
        self.0.get(device).copied().unwrap_or(0)
    }

    /// Returns this clock after that device wrote for the `count`-th time.
    #[must_use]
    pub fn ticked(mut self, device: &DeviceId, count: u64) -> Self {
        let slot = self.0.entry(device.clone()).or_insert(0);
        *slot = (*slot).max(count);
        self
    }

    /// Returns the least clock that has seen all that both have.
    #[must_use]
    pub fn joined(mut self, other: &Self) -> Self {
        for (device, count) in &other.0 {
            self = self.ticked(device, *count);
        }
        self
    }

    /// Compares by what each has seen; nothing where neither saw all of the other.
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self.covers(other), other.covers(self)) {
            (true, true) => Some(Ordering::Equal),
            (true, false) => Some(Ordering::Greater),
            (false, true) => Some(Ordering::Less),
            (false, false) => None,
        }
    }

    /// Tells whether this clock has seen all that the other has.
    pub fn covers(&self, other: &Self) -> bool {
        other.0.iter().all(|(device, n)| self.get(device) >= *n)
    }

    /// Returns the devices that wrote.
    pub fn devices(&self) -> impl Iterator<Item = &DeviceId> {
        self.0.keys()
    }

    /// Returns the devices and their counts.
    pub fn counts(&self) -> impl Iterator<Item = (&DeviceId, u64)> {
        self.0.iter().map(|(device, n)| (device, *n))
    }
}
