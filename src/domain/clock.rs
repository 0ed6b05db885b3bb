//! Version vectors: which writes of which device a cell's content has seen (Parker et al., 1983).

use super::ids::DeviceId;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use smallvec::SmallVec;
use std::cmp::Ordering;
use std::fmt;

/// A count of writes for each device; an absent device counts 0. In the order of devices, and in place for the one device
/// that most jurors have: a merge reads a million.
#[derive(Debug, Clone, PartialEq, Eq, Default, PartialOrd, Ord)]
pub struct Clock(SmallVec<[(DeviceId, u64); 1]>);

impl Clock {
    /// Returns the count of a device.
    pub fn get(&self, device: &DeviceId) -> u64 {
        self.place(device)
            .ok()
            .and_then(|at| self.0.get(at))
            .map_or(0, |(_, count)| *count)
    }

    fn place(&self, device: &DeviceId) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.cmp(device))
    }

    /// Returns this clock after that device wrote for the `count`-th time.
    #[must_use]
    pub fn ticked(mut self, device: &DeviceId, count: u64) -> Self {
        self.tick(device, count);
        self
    }

    fn tick(&mut self, device: &DeviceId, count: u64) {
        match self.place(device) {
            Ok(at) => {
                if let Some((_, known)) = self.0.get_mut(at) {
                    *known = (*known).max(count);
                }
            }
            Err(at) => self.0.insert(at, (device.clone(), count)),
        }
    }

    /// Returns the least clock that has seen all that both have.
    #[must_use]
    pub fn joined(mut self, other: &Self) -> Self {
        for (device, count) in &other.0 {
            self.tick(device, *count);
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
        self.0.iter().map(|(device, _)| device)
    }

    /// Returns the devices and their counts.
    pub fn counts(&self) -> impl Iterator<Item = (&DeviceId, u64)> {
        self.0.iter().map(|(device, n)| (device, *n))
    }
}

impl Serialize for Clock {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        output.collect_map(self.counts())
    }
}

impl<'de> Deserialize<'de> for Clock {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_map(Counts)
    }
}

struct Counts;

impl<'de> Visitor<'de> for Counts {
    type Value = Clock;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a count of writes for each device")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Clock, A::Error> {
        let mut clock = Clock::default();
        while let Some((device, count)) = map.next_entry::<DeviceId, u64>()? {
            clock.tick(&device, count);
        }
        Ok(clock)
    }
}
