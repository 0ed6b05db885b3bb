//! Last edition: the candidate's level then, and the answers of then and of today to the criterion's questions.

use super::Outcome;
use super::criterion::Spot;
use super::session::Session;
use super::voice::Voice;
use crate::domain::former::{Former, Pair, Turn, compare};
use crate::domain::saying::Saying;

impl Session<'_> {
    /// Says last edition's level, then what became of each answer of this criterion.
    pub(super) fn say_former(&mut self, spot: &Spot) -> Outcome {
        let view = self.view(&spot.dossier)?;
        if view.recusal.is_some() {
            return self.say_recused(&view);
        }
        let Some(former) = &view.former else {
            return self.voice.say(&Saying::new("plain-former-none"));
        };
        let level = former.saying(self.voice.lang());
        self.voice.say(&level)?;
        if former.answers.is_empty() {
            return self.voice.say(&Saying::new("plain-former-levels-alone"));
        }
        let pairs = compare(former, &view.dossier, self.office.grid(), Some(&spot.criterion));
        if pairs.is_empty() {
            return self.voice.say(&Saying::new("plain-no-question"));
        }
        pairs
            .iter()
            .try_for_each(|pair| say_pair(&mut self.voice, former, pair))
    }
}

fn say_pair(voice: &mut Voice<'_>, former: &Former, pair: &Pair<'_>) -> Outcome {
    let said = |id| Saying::new(id).text("edition", &former.edition);
    voice.say(&Saying::new("plain-question").text("text", pair.label))?;
    match pair.turn() {
        Turn::Same => voice.say(&said("plain-former-same")),
        Turn::Changed => {
            voice.say(&said("plain-former-changed"))?;
            voice.quote(Saying::new("plain-former-then"), pair.then)?;
            voice.quote(Saying::new("plain-former-now"), pair.now)
        }
        Turn::OnlyThen => voice.quote(said("plain-former-only-then"), pair.then),
        Turn::OnlyNow => voice.quote(said("plain-former-only-now"), pair.now),
        Turn::Neither => voice.say(&Saying::new("plain-former-neither")),
    }
}
