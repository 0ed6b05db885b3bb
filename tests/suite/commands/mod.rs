//! The commands, driven as a coordinator's script would.

mod agreement;
mod chain;
mod form;
mod grids;
mod intake;
mod jury;
mod matrix;
mod packages;
mod publication;
mod publication_places;
mod recall;
mod refusals;
mod replay;
mod schema;
mod sealed;
mod shapes;
mod sheets;
mod sitting;
mod telling;

use crate::support::shop::{Shop, fixture};

/// The jurors of the chain.
pub(super) const JURY: [&str; 3] = ["Agnès Lefèvre", "Ilona Kovács", "Yann Bréhat"];
/// Their identifiers.
pub(super) const IDS: [&str; 3] = ["agnes-lefevre", "ilona-kovacs", "yann-brehat"];
/// The grid's criteria.
pub(super) const CRITERIA: [&str; 12] = [
    "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "3.4", "4.1", "4.2",
];

/// Makes a campaign with the example's dossiers, three jurors, packages packed.
pub(super) fn campaign() -> Shop {
    let shop = Shop::new();
    let new = [
        "campaign",
        "new",
        "--grid",
        "tnl-2016",
        "--edition",
        "2026",
        "--opens",
        "2026-09-01",
        "--closes",
        "2026-10-19",
    ];
    shop.json("k.sqlite", &new);
    shop.json("k.sqlite", &["import", &fixture("demarche_example.json")]);
    for name in JURY {
        shop.json("k.sqlite", &["juror", "add", name]);
    }
    shop.json("k.sqlite", &["assign", "--all"]);
    shop.json("k.sqlite", &["pack", "--out", "packages"]);
    shop
}

/// Opens a juror's package in their store.
pub(super) fn opened(shop: &Shop, juror: usize) -> String {
    let store = format!("{}.sqlite", IDS[juror]);
    shop.json(&store, &["open", &format!("packages/{}.jury.zip", IDS[juror])]);
    store
}

/// Scores all criteria of a dossier, in the grid's order.
pub(super) fn score_all(shop: &Shop, store: &str, dossier: &str, values: [u8; 12]) {
    for (criterion, value) in CRITERIA.iter().zip(values) {
        shop.json(store, &["score", dossier, criterion, &value.to_string()]);
    }
}
