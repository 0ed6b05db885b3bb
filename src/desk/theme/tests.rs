use super::*;

/// The colours of a palette by their numbers.
type Palette = [u32; 16];
const XTERM: Palette = [
    0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5, 0x7f_7f7f,
    0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
];
const VGA: Palette = [
    0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa, 0x55_5555,
    0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
];

fn number(colour: Color) -> usize {
    const ORDER: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    ORDER
        .iter()
        .position(|known| *known == colour)
        .expect("one of the sixteen")
}

fn light_of(rgb: u32) -> f64 {
    let part = |shift: u32| {
        let value = f64::from((rgb >> shift) & 0xff) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
}

fn contrast(a: u32, b: u32) -> f64 {
    let (a, b) = (light_of(a) + 0.05, light_of(b) + 0.05);
    a.max(b) / a.min(b)
}

fn least(theme: Theme, ground: u32) -> f64 {
    let colours = theme.styles().into_iter().filter_map(|style| style.fg);
    let all = colours.flat_map(|c| [XTERM, VGA].map(|palette| contrast(palette[number(c)], ground)));
    all.fold(21.0, f64::min)
}

#[test]
fn text_keeps_its_contrast_on_its_ground() {
    assert!(least(Theme::dark(), 0x00_0000) >= 4.5);
    assert!(least(Theme::light(), 0xff_ffff) >= 4.5);
    for ground in [0x00_0000, 0xff_ffff] {
        assert!(least(Theme::high_contrast(), ground) >= 4.5);
        // A frame, which is no text.
        assert!(least(Theme::neutral(), ground) >= 3.0);
    }
    assert!(Theme::plain().styles().iter().all(|style| style.fg.is_none()));
    for choice in Choice::ALL {
        let theme = Theme::of(choice, Seen::default());
        assert!(
            theme
                .styles()
                .iter()
                .all(|s| s.bg.is_none() && !s.add_modifier.contains(Modifier::DIM))
        );
    }
}

#[test]
fn auto_believes_the_terminal_and_a_wish_goes_first() {
    let seen = |is_plain, ground| Seen { is_plain, ground };
    let dark = Some(Ground::Dark);
    assert_eq!(Theme::of(Choice::Auto, seen(true, dark)), Theme::plain());
    assert_eq!(Theme::of(Choice::Auto, seen(false, dark)), Theme::dark());
    assert_eq!(Theme::of(Choice::Auto, seen(false, None)), Theme::neutral());
    assert_eq!(Theme::of(Choice::Light, seen(true, dark)), Theme::light());
    assert_eq!(Ground::of_variable("15;0"), dark);
    assert_eq!(Ground::of_variable("0;default;15"), Some(Ground::Light));
    assert_eq!(Ground::of_variable("default"), None);
    let mut round = Choice::Auto;
    for choice in Choice::ALL {
        assert_eq!(round, choice);
        assert_eq!(Choice::of_name(choice.name()), Some(choice));
        round = round.next();
    }
    assert_eq!(round, Choice::Auto);
}
