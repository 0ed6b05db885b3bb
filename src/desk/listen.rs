//! Keys, the mouse and signals, fed into the one queue of messages, each from a thread of its own.

use super::keymap::Chord;
use super::message::{Gesture, Msg};
use super::outside::Gate;
use crossterm::event::{self, Event, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

/// How long the listener holds the terminal at most while nothing comes: so long waits a program that it is lent to.
const TURN: Duration = Duration::from_millis(250);

/// Starts to listen.
pub(super) fn listen(to_desk: &Sender<Msg>, gate: &Arc<Gate>) -> anyhow::Result<()> {
    let signals = Signals::new([SIGHUP, SIGINT, SIGTERM, SIGWINCH])?;
    let (desk, of_signals) = (to_desk.clone(), Arc::clone(gate));
    thread::spawn(move || heed(signals, &desk, &of_signals));
    let (desk, of_keys) = (to_desk.clone(), Arc::clone(gate));
    thread::spawn(move || {
        read(&desk, &of_keys);
        // The terminal is gone.
        let _ = desk.send(Msg::Signal);
    });
    Ok(())
}

fn heed(mut signals: Signals, desk: &Sender<Msg>, gate: &Gate) {
    for signal in signals.forever() {
        let msg = match signal {
            SIGWINCH => match crossterm::terminal::size() {
                Ok((width, height)) => Msg::Resize { width, height },
                Err(_) => continue,
            },
            // Ctrl-c typed into a program that has the terminal is meant for it.
            SIGINT if gate.is_lent() => continue,
            _ => Msg::Signal,
        };
        if desk.send(msg).is_err() {
            return;
        }
    }
}

fn read(desk: &Sender<Msg>, gate: &Gate) {
    loop {
        if gate.is_lent() {
            thread::sleep(Duration::from_millis(20));
            continue;
        }
        let event = {
            let _turn = gate.turn();
            match event::poll(TURN) {
                Ok(false) => continue,
                Ok(true) => event::read(),
                Err(_) => return,
            }
        };
        let Ok(event) = event else { return };
        if let Some(msg) = message(event)
            && desk.send(msg).is_err()
        {
            return;
        }
    }
}

fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => Some(Msg::Key(Chord::from(key))),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Mouse(mouse) => of_mouse(mouse),
        _ => None,
    }
}

fn of_mouse(mouse: MouseEvent) -> Option<Msg> {
    let gesture = match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Gesture::Click,
        MouseEventKind::Drag(MouseButton::Left) => Gesture::Drag,
        MouseEventKind::Up(MouseButton::Left) => Gesture::Drop,
        MouseEventKind::ScrollUp => Gesture::WheelUp,
        MouseEventKind::ScrollDown => Gesture::WheelDown,
        _ => return None,
    };
    Some(Msg::Mouse {
        column: mouse.column,
        row: mouse.row,
        gesture,
    })
}
