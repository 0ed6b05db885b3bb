//! From an action to who takes it, and what the review asks of other screens.

use super::{Review, Towards};
use crate::desk::action::Action;
use crate::desk::effect::{Effect, Field, OutsideFile, Waiting};
use crate::desk::model::{Shared, Step};
use crate::desk::overlays::Overlay;
use crate::desk::overlays::confirm::Purpose as Confirmed;
use crate::desk::overlays::input::Purpose;
use crate::desk::screens::compare::Side;
use crate::desk::settings::Setting;
use crate::domain::grid::Grid;
use crate::domain::saying::Saying;
use crate::office::Question;

impl Review {
    /// Takes an action.
    pub fn act(&mut self, action: Action, shared: &mut Shared) {
        let Some(grid) = shared.grid() else { return };
        if self.is_choosing() {
            return self.act_choosing(action, &grid, shared);
        }
        match action {
            Action::Up | Action::Down | Action::First | Action::Last => self.step(action, &grid),
            Action::PageUp => self.scroll(-1, shared),
            Action::PageDown => self.scroll(1, shared),
            Action::NextAxis => self.turn_axis(&grid, 1),
            Action::PreviousAxis => self.turn_axis(&grid, -1),
            Action::SwitchPane => self.switch_pane(),
            Action::NextPiece => self.turn_piece(1, shared, &grid),
            Action::PreviousPiece => self.turn_piece(-1, shared, &grid),
            Action::PinPiece => self.pieces.pin(),
            Action::NextPage => self.turn_page(1, shared, &grid),
            Action::PreviousPage => self.turn_page(-1, shared, &grid),
            Action::FindInPiece => self.ask_words(shared, &grid),
            Action::NextWords => self.next_words(true, shared),
            Action::PreviousWords => self.next_words(false, shared),
            Action::Picture => self.turn_face(shared, &grid),
            Action::Enlarge => self.enlarge(shared, &grid),
            Action::Cite => self.choose(&grid, shared),
            Action::NextCitation => self.next_citation(&grid, shared),
            Action::DropCitation => self.drop_citation(&grid, shared),
            Action::OpenPiece => self.open_piece(shared),
            Action::NextDossier => self.neighbour(Towards::Next, shared),
            Action::PreviousDossier => self.neighbour(Towards::Previous, shared),
            Action::NextUnscored => self.next_unscored(&grid, shared),
            Action::AutoAdvance => {
                shared.auto_advance = !shared.auto_advance;
                let on = shared.auto_advance;
                shared.remember(Setting::AutoAdvance(on));
                shared.tell(Saying::new(if on {
                    "desk-advance-on"
                } else {
                    "desk-advance-off"
                }));
            }
            Action::Comment => self.write(Field::Comment, &grid, shared),
            Action::Feedback => self.write(Field::Feedback, &grid, shared),
            Action::Note => self.write(Field::Note, &grid, shared),
            Action::Guidance => self.explain(&grid, shared),
            Action::Recuse => self.recuse(shared),
            Action::Search => shared.go(Step::Search),
            Action::Everywhere => self.everywhere(&grid, shared),
            Action::Compare => self.compare(&grid, shared),
            Action::History => self.history(&grid, shared),
            Action::Former => self.former(&grid, shared),
            Action::Look => self.look(&grid, shared),
            Action::Dismiss => self.dismiss(shared),
            Action::MySheet => shared.go(Step::MySheet),
            Action::Score(_) | Action::Abstain | Action::NotApplicable | Action::ClearMark => {
                self.mark(action, &grid, shared);
            }
            _ => {}
        }
    }

    fn everywhere(&self, grid: &Grid, shared: &mut Shared) {
        match self.code(grid) {
            Some(code) => shared.go(Step::Everywhere(code.clone())),
            None => shared.warn(Saying::new("desk-no-criterion")),
        }
    }

    fn compare(&self, grid: &Grid, shared: &mut Shared) {
        match (&self.seen, self.code(grid)) {
            (Some(seen), Some(code)) => {
                let side = Side::of(grid, seen, code);
                shared.go(Step::Compare(Box::new(side)));
            }
            _ => shared.warn(Saying::new("desk-no-criterion")),
        }
    }

    fn history(&self, grid: &Grid, shared: &mut Shared) {
        let Some(code) = self.code(grid).cloned() else {
            return shared.warn(Saying::new("desk-no-criterion"));
        };
        let question = Question::History {
            dossier: self.id.clone(),
            criterion: code.clone(),
        };
        shared.ask(Waiting::History(code), question);
    }

    /// The store knows that one looked.
    pub fn looked(&mut self) {
        self.laid.forget();
    }

    fn recuse(&self, shared: &mut Shared) {
        let Some(seen) = &self.seen else { return };
        let overlay = if seen.recusal.is_some() {
            let asks = Saying::new("desk-come-back-asks").text("name", self.title());
            Overlay::confirm(Confirmed::ComeBack(self.id.clone()), asks)
        } else {
            Overlay::input(Purpose::Recuse(self.id.clone(), self.title()), shared)
        };
        shared.over(overlay);
    }

    fn open_piece(&self, shared: &mut Shared) {
        let Some(seen) = &self.seen else { return };
        match self.pieces.to_open(seen) {
            Ok((digest, ending)) => {
                let file = OutsideFile { digest, ending };
                shared.want(Waiting::Shown, |ticket| Effect::OpenOutside(ticket, file));
            }
            Err(why) => shared.warn(why),
        }
    }
}
