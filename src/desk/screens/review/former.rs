//! Last edition beside this one: a word of it in the head, all of it a key away.

use super::Review;
use crate::desk::action::{Action, Context};
use crate::desk::model::Shared;
use crate::desk::overlays::{Overlay, former};
use crate::domain::former::{Award, Former};
use crate::domain::grid::Grid;
use crate::domain::saying::Saying;
use crate::office::ask::DossierView;

/// Characters of a level's code; what is longer is a word, and stands alone.
const CODE: usize = 3;

impl Review {
    /// Opens last edition's level and answers to the criterion under the cursor.
    pub(super) fn former(&self, grid: &Grid, shared: &mut Shared) {
        let Some(seen) = &self.seen else { return };
        let Some(last) = &seen.former else {
            return shared.tell(Saying::new("desk-former-none"));
        };
        let report = former::report(last, &seen.dossier, grid, self.code(grid), shared.lang);
        shared.over(Overlay::Report(Box::new(report)));
    }
}

/// Says in a few words what last edition came to, and which key tells more.
pub(super) fn brief(seen: &DossierView, shared: &Shared) -> Option<Saying> {
    let former = seen.former.as_ref()?;
    let said = shared.keyed("former-brief", Context::Review, Action::Former);
    Some(said.text("edition", &former.edition).said("level", level(former)))
}

fn level(former: &Former) -> Saying {
    match &former.award {
        Award::Level { code, .. } if code.as_str().chars().count() <= CODE => {
            Saying::new("former-brief-level").text("code", code)
        }
        Award::Level { code, .. } => Saying::new("former-brief-word").text("code", code),
        Award::None => Saying::new("former-brief-none"),
        Award::Unknown => Saying::new("former-brief-unknown"),
    }
}
