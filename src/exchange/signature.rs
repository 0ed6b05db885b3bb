//! Keys and signatures. A device makes its Ed25519 key when it opens a package first; the key is accepted because it
//! bears an HMAC-SHA-256 by that package's secret (RFC 2104). A signature proves a key, not a person.

use crate::domain::ids::{hex, unhex};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use std::fmt;

/// What a package gives its juror, and the coordinator keeps: 32 random bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

/// A device's signing key.
#[derive(Clone)]
pub struct DeviceKey(SigningKey);

impl Secret {
    /// Takes 32 random bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        unhex(text)?.try_into().ok().map(Self)
    }

    /// Writes 64 hexadecimal digits.
    pub fn to_hex(&self) -> String {
        hex(&self.0)
    }

    fn mac(&self, public_key: &[u8]) -> Option<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).ok()?;
        mac.update(public_key);
        Some(mac)
    }

    /// Endorses a public key.
    pub fn endorse(&self, public_key: &[u8]) -> String {
        self.mac(public_key)
            .map(|mac| hex(&mac.finalize().into_bytes()))
            .unwrap_or_default()
    }

    /// Checks an endorsement in constant time.
    pub fn endorses(&self, public_key: &[u8], endorsement: &str) -> bool {
        match (self.mac(public_key), unhex(endorsement)) {
            (Some(mac), Some(tag)) => mac.verify_slice(&tag).is_ok(),
            _ => false,
        }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl DeviceKey {
    /// Makes a key from 32 random bytes.
    pub fn new(seed: [u8; 32]) -> Self {
        Self(SigningKey::from_bytes(&seed))
    }

    /// Reads a key from its stored seed.
    pub fn parse(text: &str) -> Option<Self> {
        unhex(text)?.try_into().ok().map(Self::new)
    }

    /// Writes the seed; kept in the juror's store alone.
    pub fn to_hex(&self) -> String {
        hex(&self.0.to_bytes())
    }

    /// Returns the public key.
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    /// Signs.
    pub fn sign(&self, message: &[u8]) -> String {
        hex(&self.0.sign(message).to_bytes())
    }
}

impl fmt::Debug for DeviceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DeviceKey(public {})", hex(&self.public()))
    }
}

/// Checks a signature strictly: no weak key, no malleable signature (ed25519-dalek `verify_strict`).
pub fn verifies(public_key: &[u8], message: &[u8], signature: &str) -> bool {
    let check = || {
        let key = VerifyingKey::from_bytes(public_key.try_into().ok()?).ok()?;
        let signature = Signature::from_slice(&unhex(signature)?).ok()?;
        key.verify_strict(message, &signature).ok()
    };
    check().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_its_key_and_message_alone() {
        let (key, other) = (DeviceKey::new([1; 32]), DeviceKey::new([2; 32]));
        let signature = key.sign(b"sheet");
        assert!(verifies(&key.public(), b"sheet", &signature));
        assert!(!verifies(&key.public(), b"sheat", &signature));
        assert!(!verifies(&other.public(), b"sheet", &signature));
        assert!(!verifies(&[0; 32], b"sheet", &signature));
        assert!(!verifies(b"short", b"sheet", &signature));
    }

    #[test]
    fn an_endorsement_comes_from_the_package_alone() {
        let (secret, other) = (Secret::new([7; 32]), Secret::new([8; 32]));
        let key = DeviceKey::new([1; 32]).public();
        let tag = secret.endorse(&key);
        assert!(secret.endorses(&key, &tag));
        assert!(!other.endorses(&key, &tag));
        assert!(!secret.endorses(&key, tag.get(2..).unwrap()));
        assert!(!format!("{secret:?}").contains("07"));
    }

    #[test]
    fn rfc_8032_test_1() {
        let seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
        let key = DeviceKey::parse(seed).unwrap();
        assert_eq!(
            hex(&key.public()),
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        );
        assert!(
            key.sign(b"")
                .starts_with("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155")
        );
    }
}
