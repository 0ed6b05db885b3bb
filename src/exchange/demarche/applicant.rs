//! Who applies: a legal person, one whose register did not answer, or a natural person.

use crate::domain::dossier::Identity;
use crate::exchange::json::{Node, Shape};

/// The applicant of a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Applicant {
    /// The name as given.
    pub(super) name: String,
    /// The kind of body.
    pub(super) kind: &'static str,
    /// Official identifiers.
    pub(super) identity: Identity,
}

/// Returns the applicant of a dossier that names none.
pub(super) fn nobody() -> Applicant {
    Applicant {
        name: String::new(),
        kind: "autre",
        identity: Identity::default(),
    }
}

/// Reads a `demandeur`.
pub(super) fn read(node: &Node<'_>) -> Result<Applicant, Shape> {
    if node.text("__typename")? == Some("PersonnePhysique") {
        return Ok(Applicant {
            name: full_name(node)?.unwrap_or_default(),
            kind: "personne",
            identity: Identity::default(),
        });
    }
    let siret = owned(node.words("siret")?);
    Ok(Applicant {
        name: legal_name(node)?.or_else(|| siret.clone()).unwrap_or_default(),
        kind: kind(node)?,
        identity: identity(node, siret)?,
    })
}

/// Returns the trade name of a legal person, else its registered name, else the name of the person behind it.
pub(super) fn legal_name(node: &Node<'_>) -> Result<Option<String>, Shape> {
    let Some(body) = node.object("entreprise")? else {
        return Ok(None);
    };
    let name = || -> Result<Option<String>, Shape> {
        if let Some(name) = body.words("nomCommercial")?.or(body.words("raisonSociale")?) {
            return Ok(Some(name.to_owned()));
        }
        full_name(body)
    };
    name().map_err(|shape| shape.under("entreprise"))
}

fn full_name(node: &Node<'_>) -> Result<Option<String>, Shape> {
    let parts = [node.words("prenom")?, node.words("nom")?];
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    Ok((!name.is_empty()).then_some(name))
}

fn kind(node: &Node<'_>) -> Result<&'static str, Shape> {
    let Some(body) = node.object("entreprise")? else {
        return Ok("autre");
    };
    let code = body
        .digits("formeJuridiqueCode")
        .map_err(|shape| shape.under("entreprise"))?;
    Ok(kind_of(code.unwrap_or_default()))
}

/// Names the kind of a body by INSEE's legal categories: <https://www.insee.fr/fr/information/2028129>.
pub(in crate::exchange) fn kind_of(code: &str) -> &'static str {
    match code {
        "7210" => "commune",
        "7220" => "departement",
        "7230" => "region",
        "7343" | "7344" | "7346" | "7348" => "epci",
        "7345" | "7353" | "7354" | "7355" => "syndicat",
        _ => "autre",
    }
}

fn identity(node: &Node<'_>, siret: Option<String>) -> Result<Identity, Shape> {
    let registered = match node.object("entreprise")? {
        Some(body) => owned(body.words("siren").map_err(|shape| shape.under("entreprise"))?),
        None => None,
    };
    let mut identity = Identity {
        siren: registered.or_else(|| siren_of(siret.as_deref())),
        siret,
        ..Identity::default()
    };
    if let Some(address) = node.object("address")? {
        seat(address, &mut identity).map_err(|shape| shape.under("address"))?;
    }
    Ok(identity)
}

fn seat(address: &Node<'_>, identity: &mut Identity) -> Result<(), Shape> {
    identity.commune = owned(address.words("cityCode")?);
    identity.city = owned(address.words("cityName")?);
    identity.department = owned(address.words("departmentCode")?);
    identity.region = owned(address.words("regionCode")?);
    Ok(())
}

/// A SIRET starts with the SIREN of its body.
pub(in crate::exchange) fn siren_of(siret: Option<&str>) -> Option<String> {
    let siret = siret?.trim();
    let whole = siret.len() == 14 && siret.bytes().all(|b| b.is_ascii_digit());
    owned(siret.get(..9).filter(|_| whole))
}

fn owned(text: Option<&str>) -> Option<String> {
    text.map(str::to_owned)
}
