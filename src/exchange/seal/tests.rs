use super::*;
use age::secrecy::ExposeSecret as _;

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text).unwrap()
}

fn sealed(clear: &[u8], lock: &Lock) -> Vec<u8> {
    seal(clear, Vec::new(), lock).unwrap()
}

fn opened(bytes: &[u8], key: Option<&Key>) -> Result<Vec<u8>, SealFault> {
    let mut clear = Vec::new();
    open(bytes, key)?.read_to_end(&mut clear).unwrap();
    Ok(clear)
}

#[test]
fn a_passphrase_opens_what_it_sealed_and_nothing_else_does() {
    let clear = vec![7; 200_000];
    let bytes = sealed(&clear, &Lock::Passphrase(passphrase("sésame")));
    assert_eq!(needs(bytes.as_slice()).unwrap(), Needs::Passphrase);
    assert_eq!(needs(b"PK\x03\x04".as_slice()).unwrap(), Needs::Nothing);
    let right = Key::Passphrase(passphrase("sésame"));
    assert_eq!(opened(&bytes, Some(&right)), Ok(clear));
    let wrong = Key::Passphrase(passphrase("sesame"));
    assert_eq!(opened(&bytes, Some(&wrong)), Err(SealFault::WrongPassphrase));
    assert_eq!(opened(&bytes, None), Err(SealFault::NeedsPassphrase));
    for cut in [10, 60, bytes.len() / 2, bytes.len() - 1] {
        assert_eq!(
            opened(&bytes[..cut], Some(&right)),
            Err(SealFault::Damaged),
            "{cut}"
        );
    }
    for at in [bytes.len() / 2, bytes.len() - 1] {
        let mut altered = bytes.clone();
        altered[at] ^= 1;
        assert_eq!(opened(&altered, Some(&right)), Err(SealFault::Damaged));
    }
    assert_eq!(format!("{right:?}"), "Passphrase(…)");
}

#[test]
fn a_key_opens_what_was_sealed_for_it() {
    let (mine, other) = (
        age::x25519::Identity::generate(),
        age::x25519::Identity::generate(),
    );
    let lock = Lock::Recipients(vec![mine.to_public().to_string()]);
    let bytes = sealed(b"clear", &lock);
    assert_eq!(needs(bytes.as_slice()).unwrap(), Needs::Identity);
    let key = |identity: &age::x25519::Identity| Key::Identities {
        file: "key.txt".to_owned(),
        text: format!("# mine\n{}\n", identity.to_string().expose_secret()),
    };
    assert_eq!(opened(&bytes, Some(&key(&mine))), Ok(b"clear".to_vec()));
    assert_eq!(opened(&bytes, Some(&key(&other))), Err(SealFault::WrongIdentity));
    assert_eq!(opened(&bytes, None), Err(SealFault::NeedsIdentity));
    let passphrase = Key::Passphrase(passphrase("x"));
    assert_eq!(opened(&bytes, Some(&passphrase)), Err(SealFault::NeedsIdentity));
    let nonsense = Key::Identities {
        file: "key.txt".to_owned(),
        text: "nonsense\n".to_owned(),
    };
    assert_eq!(
        opened(&bytes, Some(&nonsense)),
        Err(SealFault::BadIdentities("key.txt".to_owned()))
    );
    let bad = Lock::Recipients(vec!["age1nonsense".to_owned()]);
    let refused = seal(b"x".as_slice(), Vec::new(), &bad);
    assert_eq!(
        refused.unwrap_err(),
        SealFault::BadRecipient("age1nonsense".to_owned())
    );
}

#[test]
fn a_header_that_asks_for_too_much_work_or_never_ends_is_refused_at_once() {
    let bytes = sealed(b"clear", &Lock::Passphrase(passphrase("p")));
    let key = Key::Passphrase(passphrase("p"));
    let head = String::from_utf8_lossy(&bytes).into_owned();
    let cost = head.find(" 17\n").unwrap();
    for log_n in ["19", "30", "63"] {
        let mut costly = bytes.clone();
        costly[cost + 1..cost + 3].copy_from_slice(log_n.as_bytes());
        let fault = opened(&costly, Some(&key)).unwrap_err();
        assert!(
            matches!(fault, SealFault::TooCostly | SealFault::Damaged),
            "{fault:?}"
        );
    }
    let endless = [MAGIC, "-> X25519 a\n".repeat(100_000).as_bytes()].concat();
    assert_eq!(opened(&endless, Some(&key)), Err(SealFault::Damaged));
}
