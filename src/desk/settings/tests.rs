use super::*;

#[test]
fn reads_what_it_writes_and_keeps_what_it_does_not_know() {
    let settings = read(
        "s",
        "# mine\ntheme = \"light\" # by day\nkeymap = \"one-hand\"\nlang = \"en\"\nmouse = false\nhints = false\n",
    )
    .unwrap();
    assert_eq!(settings.theme, Choice::Light);
    assert_eq!(
        (settings.mouse, settings.auto_advance, settings.hints),
        (false, true, false)
    );
    assert_eq!(
        (settings.keymap.as_deref(), settings.lang),
        (Some("one-hand"), Some(Lang::En))
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a/settings.toml");
    remember(Some(&path), Setting::Hints(false)).unwrap();
    std::fs::write(&path, "# mine\nhints = false\n\nmouse=true\n").unwrap();
    remember(Some(&path), Setting::Mouse(false)).unwrap();
    remember(Some(&path), Setting::Theme(Choice::None)).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text, "# mine\nhints = false\n\nmouse = false\ntheme = \"none\"\n");
    assert_eq!(of_user(Some(&path)).unwrap().theme, Choice::None);
    assert_eq!(
        of_user(Some(&folder.path().join("none"))).unwrap(),
        Settings::default()
    );
}

#[test]
fn what_is_refused_names_its_line() {
    let table = [
        ("\ntheme = \"pink\"", 2, "theme"),
        ("mouse = 1", 1, "mouse"),
        ("mouse = true\nlang = \"de\"", 2, "lang"),
        ("keymap = \"\"", 1, "keymap"),
    ];
    for (text, line, key) in table {
        let error = read("s", text).unwrap_err();
        assert_eq!(error.line, line);
        assert!(matches!(error.fault, SettingsFault::Value { key: of, .. } if of == key));
    }
    let error = read("s", "mouse = true\nmice = 3").unwrap_err();
    assert_eq!(
        (error.line, error.fault),
        (2, SettingsFault::UnknownKey("mice".into()))
    );
    assert!(matches!(
        read("s", "a = ").unwrap_err().fault,
        SettingsFault::Unreadable(_)
    ));
}
