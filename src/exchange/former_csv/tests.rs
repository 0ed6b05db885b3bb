use super::*;

fn table(text: &str) -> Result<Table, TableError> {
    read("t.csv", text.as_bytes(), &Budget::tiny())
}

fn told(text: &str) -> Vec<(u16, String, String)> {
    let shown = |award: &Award| match award {
        Award::Level { code, name } => {
            let name = name.as_ref().map(|name| format!(" ({})", name.fr));
            format!("{code}{}", name.unwrap_or_default())
        }
        Award::None => "none".into(),
        Award::Unknown => "?".into(),
    };
    let rows = table(text).unwrap().rows;
    rows.iter()
        .map(|row| (row.year, row.name.clone(), shown(&row.award)))
        .collect()
}

fn row(year: u16, name: &str, level: &str) -> (u16, String, String) {
    (year, name.into(), level.into())
}

#[test]
fn columns_are_found_by_their_headings_in_any_order() {
    let real =
        "year,name,type,level,source_url\n2016,Arles,commune,4,http://x\n2025,Boé,commune,\"Or, et plus\",\n";
    assert_eq!(
        told(real),
        [row(2016, "Arles", "4"), row(2025, "Boé", "Or, et plus")]
    );
    let semicolons = "\u{feff}Niveau;Nom;Année\r\n3;Boé;2024\r\n;Lyon;2024\r\naucun;Albi;2024\r\n";
    assert_eq!(
        told(semicolons),
        [
            row(2024, "Boé", "3"),
            row(2024, "Lyon", "?"),
            row(2024, "Albi", "none")
        ]
    );
    let ours = "edition,dispositif,niveau_code,niveau_libelle,nom,type,siren,siret\n2025 BROUILLON,label,3,\"Niveau 3, usage avancé\",Valbrume,commune,219916012,21991601200012\n";
    assert_eq!(told(ours), [row(2025, "Valbrume", "3 (Niveau 3, usage avancé)")]);
}

#[test]
fn lines_without_a_name_or_a_year_are_named() {
    let found = table("year,name,level\nbientôt,A,1\n2025,,1\n\n2025,B,1\n20255,C,1\n2025\n").unwrap();
    assert_eq!(found.skipped, [2, 3, 6, 7]);
    assert_eq!(found.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [5]);
}

#[test]
fn what_is_no_such_table_is_refused() {
    let Err(TableError::Heading { found, lacking }) = table("a,name\n1,2\n") else {
        panic!()
    };
    assert_eq!((found.as_str(), lacking.as_str()), ("a, name", "year, level"));
    assert!(matches!(table(""), Err(TableError::Heading { .. })));
    let binary = read("t", b"\x89PNG\r\n\xff\xff", &Budget::tiny());
    assert!(matches!(binary, Err(TableError::Exchange(_))));
    let many = "year,name,level\n".to_owned() + &"2025,A,1\n".repeat(6);
    assert!(matches!(
        table(&many),
        Err(TableError::Exchange(ExchangeError::Beyond { .. }))
    ));
    let long = format!("year,name,level\n2025,{},1\n", "a".repeat(5000));
    assert!(matches!(
        table(&long),
        Err(TableError::Exchange(ExchangeError::Beyond { .. }))
    ));
}
