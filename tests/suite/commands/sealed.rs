//! Encrypted packages: what this build can't do it says; what it can, it does without a trace in clear.

use super::{IDS, campaign};
use crate::support::shop::{Shop, fixture};
use std::fs;

/// A package sealed by `age -p` of a few bytes, with the cost lowered: enough to be known as sealed.
fn sealed_file(shop: &Shop) -> String {
    let bytes = b"age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 10\nAAAA\n--- AAAA\nxxxx";
    fs::write(shop.path("p.jury.zip.age"), bytes).unwrap();
    "p.jury.zip.age".to_owned()
}

#[cfg(not(feature = "encrypt"))]
#[test]
fn a_build_without_encryption_says_so_and_writes_nothing() {
    let shop = campaign();
    fs::write(shop.path("words"), "sésame\n").unwrap();
    for args in [
        &["pack", "--out", "secret", "--passphrase"][..],
        &["pack", "--out", "secret", "--passphrase-file", "words"],
        &[
            "pack",
            "--out",
            "secret",
            "--juror",
            IDS[0],
            "--recipient",
            "age1x",
        ],
    ] {
        shop.on("k.sqlite", args).exits(3).says(&["encrypt", "Demandez"]);
    }
    assert!(!shop.path("secret").exists());
    let file = sealed_file(&shop);
    shop.on("j.sqlite", &["open", &file])
        .exits(3)
        .says(&[&file, "encrypt"]);
    assert!(!shop.path("j.sqlite").exists());
}

#[test]
fn how_a_package_is_sealed_is_said_once() {
    let shop = campaign();
    for args in [
        &["pack", "--out", "o", "--passphrase", "--passphrase-file", "f"][..],
        &["pack", "--out", "o", "--recipient", "age1x"],
        &["open", "p", "--passphrase-file", "f", "--identity", "i"],
    ] {
        shop.on("k.sqlite", args).exits(2);
    }
    fs::write(shop.path("empty"), "\n").unwrap();
    fs::write(shop.path("blob"), [0xff, 0xfe]).unwrap();
    for name in ["empty", "blob"] {
        shop.on("k.sqlite", &["pack", "--out", "o", "--passphrase-file", name])
            .exits(3);
    }
    shop.on("k.sqlite", &["pack", "--out", "o", "--passphrase-file", "none"])
        .exits(1);
    assert!(!shop.path("o").exists());
    let _ = (sealed_file(&shop), fixture(""));
}

#[cfg(feature = "encrypt")]
mod built_in {
    use super::*;
    use crate::support::pty::Pty;
    use age::secrecy::ExposeSecret as _;

    fn with_words(shop: &Shop) -> String {
        fs::write(shop.path("words"), "sésame ouvre-toi\nnot this\n").unwrap();
        let args = [
            "pack",
            "--out",
            "secret",
            "--juror",
            IDS[0],
            "--passphrase-file",
            "words",
        ];
        let packed = shop.json("k.sqlite", &args);
        let file = packed["packages"][0]["file"].as_str().unwrap().to_owned();
        assert!(file.ends_with("agnes-lefevre.jury.zip.age"), "{file}");
        file
    }

    fn entries(shop: &Shop, folder: &str) -> Vec<String> {
        let list = fs::read_dir(shop.path(folder)).unwrap();
        let mut names: Vec<String> = list
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_passphrase_seals_and_opens_and_nothing_stays_in_clear() {
        let shop = campaign();
        let file = with_words(&shop);
        assert_eq!(entries(&shop, "secret"), ["agnes-lefevre.jury.zip.age"]);
        let bytes = fs::read(shop.path(&file)).unwrap();
        assert!(!bytes.windows(4).any(|window| window == b"PK\x03\x04"));
        let before = entries(&shop, "");
        fs::write(shop.path("wrong"), "sésame\n").unwrap();
        for (args, word) in [
            (
                &["open", &file, "--passphrase-file", "wrong"][..],
                "phrase secrète",
            ),
            (&["open", &file], "TNL_JURY_PASSPHRASE"),
            (&["open", &file, "--identity", "wrong"], "phrase secrète"),
        ] {
            shop.on("j.sqlite", args).exits(3).says(&[word]);
        }
        let mut cut = bytes.clone();
        cut.truncate(bytes.len() / 2);
        fs::write(shop.path("cut.age"), cut).unwrap();
        shop.on("j.sqlite", &["open", "cut.age", "--passphrase-file", "words"])
            .exits(3)
            .says(&["cut.age"]);
        let after: Vec<String> = entries(&shop, "");
        let new: Vec<&String> = after.iter().filter(|name| !before.contains(name)).collect();
        assert_eq!(new, ["cut.age", "wrong"], "no store is left behind");
        let opened = shop.json("j.sqlite", &["open", &file, "--passphrase-file", "words"]);
        assert_eq!(opened["new"], 3);
        let again = shop
            .command()
            .args(["--store", "j.sqlite", "open", &file])
            .env("TNL_JURY_PASSPHRASE", "sésame ouvre-toi")
            .output()
            .unwrap();
        assert!(again.status.success(), "{again:?}");
    }

    #[test]
    fn a_package_for_a_key_opens_with_its_identity_alone() {
        let shop = campaign();
        let identity = age::x25519::Identity::generate();
        let key = identity.to_public().to_string();
        let args = ["pack", "--out", "s", "--juror", IDS[1], "--recipient", &key];
        let file = shop.json("k.sqlite", &args)["packages"][0]["file"]
            .as_str()
            .unwrap()
            .to_owned();
        shop.on("j.sqlite", &["open", &file])
            .exits(3)
            .says(&["--identity"]);
        let other = age::x25519::Identity::generate();
        for (name, identity) in [("other", other), ("mine", identity)] {
            let text = format!("# key\n{}\n", identity.to_string().expose_secret());
            fs::write(shop.path(name), text).unwrap();
        }
        shop.on("j.sqlite", &["open", &file, "--identity", "other"])
            .exits(3);
        assert!(!shop.path("j.sqlite").exists());
        let opened = shop.json("j.sqlite", &["open", &file, "--identity", "mine"]);
        assert_eq!(opened["juror"], "Ilona Kovács");
        let bad = ["pack", "--out", "t", "--juror", IDS[1], "--recipient", "age1nope"];
        shop.on("k.sqlite", &bad).exits(3).says(&["age1nope"]);
        assert!(!shop.path("t/ilona-kovacs.jury.zip.age").exists());
    }

    #[test]
    fn the_welcome_screen_asks_for_the_passphrase_without_showing_it() {
        let shop = campaign();
        let file = with_words(&shop);
        let mut pty = Pty::start(&shop, 30, 100, &["--store", "j.sqlite"]);
        pty.shows(".jury.zip");
        pty.press("\r");
        pty.shows(">");
        pty.press(&format!("{file}\r"));
        pty.shows("est chiffré");
        pty.press("faux");
        pty.until("dots", |screen| {
            screen.contains("••••") && !screen.contains("faux")
        });
        pty.press("\r");
        pty.shows("bonne phrase");
        pty.press("sésame ouvre-toi\r");
        pty.shows("26001");
        pty.press("q");
        assert_eq!(pty.ends(), 0);
    }
}
