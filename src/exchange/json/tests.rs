use super::*;

fn everything() -> Rules {
    Rules {
        keep: |key| key != "secret",
        verbatim: |key| key == "n",
    }
}

fn read<'d>(text: &'d str, budget: &'d Budget) -> Result<Node<'d>, ExchangeError> {
    let reading = Reading::new("f.json", text, budget, everything());
    reading.whole(Tree::kept(&reading))
}

fn refused(text: &str) -> String {
    read(text, &Budget::tiny()).unwrap_err().to_string()
}

#[test]
fn a_value_is_kept_as_written() {
    let budget = Budget::tiny();
    let node = read(
        r#"{"n": 78.50, "t": "\u00e9", "l": [true, null], "secret": {"a": 1}}"#,
        &budget,
    )
    .unwrap();
    assert_eq!(node.digits("n"), Ok(Some("78.50")));
    assert_eq!(node.text("t"), Ok(Some("é")));
    assert_eq!(node.list("l"), Ok([Node::Bool(true), Node::Null].as_slice()));
    assert_eq!(node.get("secret"), None);
    assert_eq!(node.text("absent"), Ok(None));
    assert_eq!(node.flag("t"), Err(Shape::here(Expected::Bool).under("t")));
}

#[test]
fn digits_beyond_any_float_stay() {
    let budget = Budget::tiny();
    for number in [
        "1e400",
        "-0",
        "0.10000000000000000000000001",
        "123456789012345678901234567890",
    ] {
        let text = format!(r#"{{"n": {number}}}"#);
        assert_eq!(read(&text, &budget).unwrap().digits("n"), Ok(Some(number)));
    }
}

#[test]
fn each_refusal_names_its_place_what_was_found_and_what_was_expected() {
    let cases = [
        (
            "",
            r#"exchange-malformed file="f.json" at="1:1" found=(exchange-found-end) expected=(exchange-expected-value)"#,
        ),
        (
            "{\"a\": 1,\n \"b\": x}",
            r#"exchange-malformed file="f.json" at="2:7 /b" found=(exchange-found-character character="x") expected=(exchange-expected-value)"#,
        ),
        (
            "[1] x",
            r#"exchange-malformed file="f.json" at="1:5" found=(exchange-found-character character="x") expected=(exchange-expected-end-of-file)"#,
        ),
        (
            "[NaN]",
            r#"exchange-malformed file="f.json" at="1:2 /0" found=(exchange-found-character character="N") expected=(exchange-expected-value)"#,
        ),
        ("[1e400]", r"expected=(exchange-expected-json-number)"),
        ("{\"a\" 1}", r"expected=(exchange-expected-colon)"),
        ("{a: 1}", r"expected=(exchange-expected-key)"),
        ("[1 2]", r"expected=(exchange-expected-comma-or-end)"),
        ("[1,]", r"expected=(exchange-expected-value)"),
        ("[\"\\ud800\"]", r"expected=(exchange-expected-escape)"),
        (
            "{\"n\": \"\\ud800\"}",
            r#"at="1:7 /n" found=(exchange-found-text) expected=(exchange-expected-escape)"#,
        ),
        ("[\"a\nb\"]", r"expected=(exchange-expected-escaped-control)"),
        (
            "{\"a\": {\"é\": 1, \"é\": 2}}",
            r#"exchange-duplicate-key file="f.json" at="1:18 /a/é" key="é""#,
        ),
        (
            "{\"secret\": {\"b\": 1, \"b\": 2}}",
            r#"at="1:23 /secret/b" key="b""#,
        ),
        ("{\"n\": {\"b\": 1, \"b\": 2}}", r"exchange-duplicate-key"),
    ];
    for (text, said) in cases {
        let found = refused(text);
        assert!(found.contains(said), "{text}\n{found}\n{said}");
    }
}

#[test]
fn the_budget_is_held_while_reading() {
    let cases = [
        ("[".repeat(1_000_000), "exchange-too-deep"),
        ("{\"secret\":".repeat(1_000_000), "exchange-too-deep"),
        (format!("[{}1]", "1,".repeat(600)), "exchange-too-many-members"),
        (format!("[\"{}\"]", "x".repeat(5000)), "exchange-text-too-long"),
    ];
    for (text, said) in cases {
        assert!(refused(&text).starts_with(said), "{said}");
    }
    let budget = Budget {
        depth: 1000,
        ..Budget::tiny()
    };
    let deep = read(&"[".repeat(500), &budget).unwrap_err().to_string();
    assert!(deep.contains("limit=128"), "{deep}");
}

#[test]
fn nul_becomes_its_picture_and_is_told() {
    let text = r#"{"a": ["x\u0000y"], "secret": "\u0000"}"#;
    let budget = Budget::tiny();
    let reading = Reading::new("f.json", text, &budget, everything());
    let node = reading.whole(Tree::kept(&reading)).unwrap();
    assert_eq!(node.texts("a"), Ok(vec!["x␀y".to_owned()]));
    assert_eq!(reading.take_nuls(), ["/a/0"]);
}

#[test]
fn other_encodings_are_refused_by_name_or_by_byte() {
    let utf16: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = [&[0xff, 0xfe][..], &utf16].concat();
    for bytes in [&utf16, &big, &marked] {
        let refusal = text_of("f", bytes).unwrap_err();
        assert_eq!(
            refusal,
            ExchangeError::Encoding {
                file: "f".into(),
                name: "UTF-16"
            }
        );
    }
    let wide = text_of("f", b"{\0\0\0}\0\0\0").unwrap_err();
    assert_eq!(
        wide,
        ExchangeError::Encoding {
            file: "f".into(),
            name: "UTF-32"
        }
    );
    assert_eq!(text_of("f", b"\xef\xbb\xbf{}"), Ok("{}"));
    assert_eq!(
        text_of("f", b"\xef\xbb\xbf{\n\"\xe9\"}").unwrap_err().to_string(),
        r#"exchange-malformed file="f" at="2:2" found=(exchange-found-byte byte="0xE9" offset=6) expected=(exchange-expected-utf8)"#
    );
}

proptest::proptest! {
    #[test]
    fn what_is_taken_is_what_the_parser_takes(text in r#"[\[\]{}:,"ab\\u0-9.eE+ \-]{0,40}"#) {
        let budget = Budget::default();
        let ours = read(&text, &budget);
        let theirs = serde_json::from_str::<serde_json::Value>(&text);
        if ours.is_ok() {
            proptest::prop_assert!(theirs.is_ok());
        }
        if theirs.is_ok() {
            let twice = matches!(ours, Err(ExchangeError::DuplicateKey { .. }));
            proptest::prop_assert!(twice || ours.is_ok());
        }
    }
}

/// A file of which every read gives a few bytes.
struct Drip<'b>(&'b [u8], usize);

impl std::io::Read for Drip<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let most = self.1.min(into.len());
        let (now, later) = self.0.split_at(most.min(self.0.len()));
        into[..now.len()].copy_from_slice(now);
        self.0 = later;
        Ok(now.len())
    }
}

/// Reads a list of objects as a stream: each element whole.
fn streamed(bytes: &[u8], drip: usize, budget: &Budget) -> Result<Vec<String>, ExchangeError> {
    let mut stream = Stream::open("f.json", Drip(bytes, drip), budget, everything())?;
    let mut seen = Vec::new();
    stream.elements(|stream| {
        stream.value(|reading| {
            let node = reading.whole(Tree::kept(reading))?;
            seen.push(format!("{} {node:?}", reading.pointer()));
            Ok(())
        })
    })?;
    stream.end()?;
    Ok(seen)
}

proptest::proptest! {
    #[test]
    fn a_stream_takes_and_refuses_what_a_whole_document_does(
        inner in r#"([\[\]{}:,"abé\\u0-9.eE+ \n\-]{0,12},?){0,4}"#,
        drip in 1usize..9,
    ) {
        let text = format!("[{inner}]");
        let budget = Budget::default();
        let whole = read(&text, &budget);
        let parts = streamed(text.as_bytes(), drip, &budget);
        proptest::prop_assert_eq!(whole.is_ok(), parts.is_ok(), "{:?} {:?}", whole, parts);
        if let (Err(whole), Err(parts)) = (whole, parts) {
            // A whole document is walked to a fault from its root, and can't always be walked to its very place.
            let at = |error: &ExchangeError| match error {
                ExchangeError::Malformed {
                    expected: Expected::Escape,
                    ..
                } => None,
                ExchangeError::Malformed { at, .. } | ExchangeError::DuplicateKey { at, .. } => at.line,
                _ => None,
            };
            proptest::prop_assert_eq!(at(&whole), at(&parts), "{:?} {:?}", whole, parts);
        }
    }
}

#[test]
fn a_stream_tells_places_beyond_its_window() {
    let budget = Budget::default();
    let filler = format!("{{\"a\": \"{}é\"}},\n", "x".repeat(1000));
    let text = format!("[{}{{\"a\": tru}}]", filler.repeat(1000));
    let refusal = streamed(text.as_bytes(), 70_000, &budget)
        .unwrap_err()
        .to_string();
    assert!(refusal.contains(r#"at="1001:10 /1000/a""#), "{refusal}");
    let mut cut = text.into_bytes();
    cut.truncate(700_000);
    cut.extend(b"\"}\xff");
    let refusal = streamed(&cut, 70_000, &budget).unwrap_err().to_string();
    assert!(
        refusal.contains("exchange-expected-utf8") && refusal.contains("offset=700002"),
        "{refusal}"
    );
}

#[test]
fn a_value_larger_than_the_budget_is_refused_while_reading() {
    let text = format!("[\"{}\"]", "x".repeat(400_000));
    let refusal = streamed(text.as_bytes(), 1 << 20, &Budget::tiny())
        .unwrap_err()
        .to_string();
    assert!(
        refusal.starts_with("exchange-text-too-long") || refusal.starts_with("exchange-value-too-long"),
        "{refusal}"
    );
    let open = format!("[{}", "[0,".repeat(400_000));
    let refusal = streamed(open.as_bytes(), 1 << 20, &Budget::tiny())
        .unwrap_err()
        .to_string();
    assert!(refusal.starts_with("exchange-value-too-long"), "{refusal}");
}
