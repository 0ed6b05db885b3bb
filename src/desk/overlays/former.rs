//! Last edition beside this one: edition and level on top, then each question of a criterion with what became of its
//! answer, said by a sign and a word before any colour.

use super::report::{Report, Tone};
use crate::desk::widgets::difference::{COME, GONE, marked};
use crate::desk::widgets::text::inert;
use crate::domain::dossier::Dossier;
use crate::domain::former::{Former, Pair, Turn, compare};
use crate::domain::grid::Grid;
use crate::domain::ids::CriterionCode;
use crate::domain::saying::Saying;
use crate::domain::text::Inert;
use crate::domain::words::Lang;

/// Writes what is known of last edition on a criterion, or on the answers that bear on none.
pub fn report(
    former: &Former,
    dossier: &Dossier,
    grid: &Grid,
    code: Option<&CriterionCode>,
    lang: Lang,
) -> Report {
    let mut report = Report::new(match code {
        Some(code) => Saying::new("desk-former").text("code", code),
        None => Saying::new("desk-former-others"),
    });
    report.say_as(Tone::Strong, former.saying(lang));
    if former.answers.is_empty() {
        report.say(Saying::new("desk-former-levels-alone"));
        return report;
    }
    let pairs = compare(former, dossier, grid, code);
    if pairs.is_empty() {
        report.say(Saying::new("desk-former-no-question"));
    }
    for pair in &pairs {
        push(&mut report, former, pair);
    }
    report
}

fn push(report: &mut Report, former: &Former, pair: &Pair<'_>) {
    let said = |id| Saying::new(id).text("edition", &former.edition);
    report.text("");
    report.quote(Tone::Strong, "", &inert(pair.label));
    match pair.turn() {
        Turn::Same => report.say_as(Tone::Good, Saying::new("desk-former-same")),
        Turn::Neither => report.say_as(Tone::Dim, Saying::new("desk-former-neither")),
        Turn::OnlyThen => {
            report.say_as(Tone::Alert, said("desk-former-only-then"));
            report.quote(Tone::Dim, "− ", pair.then);
        }
        Turn::OnlyNow => {
            report.say_as(Tone::Alert, Saying::new("desk-former-only-now"));
            report.quote(Tone::Plain, "+ ", pair.now);
        }
        Turn::Changed => {
            let (then, now) = (block(pair.then), block(pair.now));
            let (gone, come) = marked(then.as_str(), now.as_str());
            report.say_as(Tone::Alert, Saying::new("desk-former-changed"));
            report.say_as(Tone::Dim, said("desk-former-then"));
            report.marked(Tone::Dim, "− ", &gone, GONE);
            report.say_as(Tone::Dim, Saying::new("desk-former-now"));
            report.marked(Tone::Plain, "+ ", &come, COME);
        }
    }
}

fn block(text: &str) -> Inert {
    Inert::block(text.trim())
}
