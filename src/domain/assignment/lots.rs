//! Lots drawn by names: the same on every machine, whatever the order in which names come.

/// Mixes a number so that near ones fall far apart (`SplitMix64`; G. Steele, D. Lea, C. Flood, 2014).
fn mixed(mut x: u64) -> u64 {
    x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// Makes a number of a name (*FNV-1a*), then of it and the seed.
pub(super) fn of_name(seed: u64, name: &str) -> u64 {
    let sum = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    mixed(mixed(seed) ^ sum)
}

/// Draws the lot of a pair from the numbers of its names.
pub(super) fn of_pair(one: u64, other: u64) -> u64 {
    mixed(one ^ other.rotate_left(32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lots_are_the_same_on_every_machine() {
        assert_eq!(mixed(0), 0xe220_a839_7b1d_cdaf, "the first number of SplitMix64");
        assert_ne!(of_name(0, "a"), of_name(1, "a"));
        assert_ne!(of_name(0, "a"), of_name(0, "b"));
        assert_ne!(of_pair(1, 2), of_pair(2, 1));
    }
}
