//! A sheet comes back as it went out; any other is refused with its own reason.

use super::*;
use crate::domain::clock::Clock;
use crate::domain::grid::Grid;
use crate::domain::ids::DossierId;
use crate::domain::score::{Comment, Mark};
use crate::domain::sheet::{Content, SheetDossier, Version};
use crate::exchange::grid_toml;
use crate::ledger::ballot::Ballot;
use crate::ledger::versions::Versions;
use std::collections::BTreeMap;

fn grid() -> Grid {
    grid_toml::read(grid_toml::built_in("tnl-2016").unwrap(), "tnl-2016").unwrap()
}

fn sheet(grid: &Grid) -> Sheet {
    let clock = Clock::default().ticked(&"A".into(), 12);
    let content = |mark| Content {
        mark,
        comment: Comment("Présence régulière".into()),
        ..Content::default()
    };
    let version = |mark| Version {
        content: content(mark),
        clock: clock.clone(),
    };
    let three = grid.scale().score(3).map(Mark::Scored);
    let cells = BTreeMap::from([
        ("1.1".into(), version(three)),
        ("1.2".into(), version(Some(Mark::Abstained))),
        ("1.3".into(), version(Some(Mark::NotApplicable))),
        ("2.1".into(), version(None)),
    ]);
    Sheet {
        campaign: "c1".into(),
        grid: grid.digest().clone(),
        juror: "lefevre".into(),
        device: "A".into(),
        revision: 12,
        written_at: "2026-11-01T10:00:00Z".into(),
        dossiers: [("demarche-1".into(), SheetDossier { digest: None, cells })].into(),
        recusals: [(
            "demarche-2".into(),
            Version {
                content: Some("voisine".into()),
                clock,
            },
        )]
        .into(),
    }
}

fn roll<'a>(grid: &'a Grid, campaign: &'a CampaignId) -> Roll<'a> {
    Roll {
        campaign,
        grid,
        secrets: [("lefevre", 7), ("kovacs", 8)]
            .map(|(j, b)| (j.into(), Secret::new([b; 32])))
            .into(),
        seats: [(
            "lefevre".into(),
            ["demarche-1", "demarche-2"].map(DossierId::from).into(),
        )]
        .into(),
        dossiers: ["demarche-1", "demarche-2", "demarche-3"]
            .map(DossierId::from)
            .into(),
    }
}

fn key() -> DeviceKey {
    DeviceKey::new([1; 32])
}

fn admitted(sheet: &Sheet, secret: u8) -> Result<Admitted, Refusal> {
    let (grid, campaign) = (grid(), CampaignId::from("c1"));
    let bytes = write(sheet, &key(), &Secret::new([secret; 32])).unwrap();
    read(&bytes)?.admit(&roll(&grid, &campaign))
}

#[test]
fn a_sheet_comes_back_as_it_was_written() {
    let sheet = sheet(&grid());
    let admitted = admitted(&sheet, 7).unwrap();
    assert_eq!(
        (&admitted.juror, &admitted.device, admitted.revision),
        (&sheet.juror, &sheet.device, sheet.revision)
    );
    let mut expected: BTreeMap<DossierId, Ballot> = BTreeMap::new();
    for (id, dossier) in sheet.dossiers {
        let cells = dossier.cells.into_iter();
        let cells = cells.map(|(code, version)| (code, Versions::of(version)));
        expected.entry(id).or_default().cells = cells.collect();
    }
    for (id, version) in sheet.recusals {
        expected.entry(id).or_default().recusal = Versions::of(version);
    }
    assert_eq!(admitted.parts, expected);
}

#[test]
fn each_misfit_is_refused_with_its_own_reason() {
    let good = sheet(&grid());
    let with = |change: fn(&mut Sheet)| {
        let mut sheet = good.clone();
        change(&mut sheet);
        admitted(&sheet, 7).unwrap_err().saying().id
    };
    assert_eq!(
        admitted(&good, 9).unwrap_err().saying().id,
        "sheet-key-not-endorsed"
    );
    assert_eq!(with(|s| s.campaign = "c0".into()), "sheet-other-campaign");
    assert_eq!(with(|s| s.grid = Digest::of(b"other")), "sheet-other-grid");
    assert_eq!(with(|s| s.juror = "nobody".into()), "sheet-unknown-juror");
    assert_eq!(with(|s| s.juror = "kovacs".into()), "sheet-key-not-endorsed");
    let moved = |to: &'static str| {
        let mut sheet = good.clone();
        let part = sheet.dossiers.remove("demarche-1").unwrap();
        sheet.dossiers.insert(to.into(), part);
        admitted(&sheet, 7).unwrap_err().saying().id
    };
    assert_eq!(moved("demarche-9"), "sheet-unknown-dossier");
    assert_eq!(moved("demarche-3"), "sheet-not-assigned");
    let criterion = with(|s| {
        let part = s.dossiers.values_mut().next().unwrap();
        let cell = part.cells.remove("1.1").unwrap();
        part.cells.insert("9.9".into(), cell);
    });
    assert_eq!(criterion, "sheet-unknown-criterion");
}

#[test]
fn values_off_the_scale_are_refused_even_when_signed() {
    let (grid, campaign) = (grid(), CampaignId::from("c1"));
    let good = write(&sheet(&grid), &key(), &Secret::new([7; 32])).unwrap();
    for bad in ["7", "-1", "3.5", "\"3\"", "\"maybe\"", "true", "[]"] {
        let mut value: Value = serde_json::from_slice(&good).unwrap();
        value["dossiers"][0]["scores"]["1.1"]["value"] = serde_json::from_str(bad).unwrap();
        value.as_object_mut().unwrap().remove("signature");
        let signature = key().sign(&canonical::bytes(&value).unwrap());
        value["signature"] = signature.into();
        let refusal = read(&canonical::bytes(&value).unwrap())
            .unwrap()
            .admit(&roll(&grid, &campaign))
            .unwrap_err();
        assert_eq!(refusal.saying().id, "sheet-off-scale", "{bad}");
    }
}

#[test]
fn unknown_fields_are_signed_like_the_rest() {
    let good = write(&sheet(&grid()), &key(), &Secret::new([7; 32])).unwrap();
    let mut value: Value = serde_json::from_slice(&good).unwrap();
    value["future"] = "field".into();
    assert_eq!(
        read(&canonical::bytes(&value).unwrap()).unwrap_err(),
        Refusal::BadSignature
    );
    value.as_object_mut().unwrap().remove("signature");
    value["signature"] = key().sign(&canonical::bytes(&value).unwrap()).into();
    assert!(read(&canonical::bytes(&value).unwrap()).is_ok());
}

#[test]
fn every_bit_flip_and_every_truncation_is_refused() {
    let good = write(&sheet(&grid()), &key(), &Secret::new([7; 32])).unwrap();
    for at in 0..good.len() {
        assert!(read(&good[..at]).is_err());
        for bit in 0..8 {
            let mut bad = good.clone();
            bad[at] ^= 1 << bit;
            assert!(read(&bad).is_err(), "byte {at} bit {bit}");
        }
    }
}
