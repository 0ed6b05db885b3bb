//! The real binary in a pseudo-terminal. Every wait is for a condition on the screen, never for a time.

use super::shop::Shop;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read as _, Write};
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use vt100::Parser;

/// Longer than any honest answer on a loaded machine; only a failing test ever waits for it.
const LIMIT: Duration = Duration::from_mins(1);

/// A running desk and its screen.
pub(crate) struct Pty {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    input: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    parser: Parser,
    /// How many keys were sent.
    pub(crate) keys: usize,
}

impl Pty {
    /// Starts the program on a terminal of that size.
    pub(crate) fn start(shop: &Shop, rows: u16, cols: u16, args: &[&str]) -> Self {
        Self::start_in(shop, rows, cols, &[], args)
    }

    /// Starts the program on a terminal of that size, with more in its environment.
    pub(crate) fn start_in(
        shop: &Shop,
        rows: u16,
        cols: u16,
        environment: &[(&str, &str)],
        args: &[&str],
    ) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tnl-jury"));
        command.args(args);
        Self::spawn(shop, rows, cols, environment, command)
    }

    /// Starts a shell that runs a script with arguments.
    pub(crate) fn shell(shop: &Shop, rows: u16, cols: u16, script: &str, args: &[&str]) -> Self {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", script, "sh"]);
        command.args(args);
        Self::spawn(shop, rows, cols, &[("PATH", "/usr/bin:/bin")], command)
    }

    fn spawn(
        shop: &Shop,
        rows: u16,
        cols: u16,
        environment: &[(&str, &str)],
        mut command: CommandBuilder,
    ) -> Self {
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        command.cwd(shop.path(""));
        command.env_clear();
        command.env("HOME", shop.path(""));
        command.env("LANG", "fr_FR.UTF-8");
        command.env("TERM", "xterm-256color");
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("the binary runs");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut chunk = vec![0; 65_536];
            while let Ok(n) = reader.read(&mut chunk) {
                if n == 0 || sender.send(chunk[..n].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            child,
            input: pair.master.take_writer().expect("a writer"),
            master: pair.master,
            output,
            parser: Parser::new(rows, cols, 0),
            keys: 0,
        }
    }

    /// Returns the screen as text.
    pub(crate) fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    /// Waits until the screen holds what is asked for.
    pub(crate) fn until(&mut self, what: &str, mut holds: impl FnMut(&str) -> bool) -> String {
        let end = Instant::now() + LIMIT;
        loop {
            let screen = self.screen();
            if holds(&screen) {
                return screen;
            }
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(chunk) => self.parser.process(&chunk),
                Err(RecvTimeoutError::Timeout) => panic!("{what} was never shown:\n{screen}"),
                Err(RecvTimeoutError::Disconnected) => panic!("the program ended before {what}:\n{screen}"),
            }
        }
    }

    /// Waits until a text is on the screen.
    pub(crate) fn shows(&mut self, text: &str) -> String {
        self.until(text, |screen| screen.contains(text))
    }

    /// Sends keys as they are: one character, one key.
    pub(crate) fn press(&mut self, keys: &str) {
        self.keys += keys.chars().count();
        self.input
            .write_all(keys.as_bytes())
            .and_then(|()| self.input.flush())
            .expect("the program listens");
    }

    /// Changes the terminal's size.
    pub(crate) fn resize(&mut self, rows: u16, cols: u16) {
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        self.master.resize(size).expect("a resize");
        self.parser.screen_mut().set_size(rows, cols);
    }

    /// Waits for the program's end, and returns its exit code.
    pub(crate) fn ends(mut self) -> u32 {
        loop {
            match self.output.recv_timeout(LIMIT) {
                Ok(chunk) => self.parser.process(&chunk),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("the program never ended:\n{}", self.screen()),
            }
        }
        self.child.wait().expect("an exit code").exit_code()
    }

    /// Sends a signal by its name.
    pub(crate) fn signal(&self, name: &str) {
        let pid = self.child.process_id().expect("a running program");
        signal(name, &pid.to_string());
    }

    /// Sends a signal to the program that a shell of [`Pty::shell`] runs.
    pub(crate) fn signal_child(&self, name: &str) {
        let pid = self.child.process_id().expect("a running shell");
        let children = std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children"));
        signal(name, children.expect("a list of processes").trim());
    }

    /// Looks at the screen after every few bytes that come, for so long or until the program ends; tells whether it runs.
    pub(crate) fn watch(&mut self, time: Duration, mut look: impl FnMut(&vt100::Screen)) -> bool {
        let end = Instant::now() + time;
        loop {
            match self
                .output
                .recv_timeout(end.saturating_duration_since(Instant::now()))
            {
                Ok(chunk) => {
                    for few in chunk.chunks(8) {
                        self.parser.process(few);
                        look(self.parser.screen());
                    }
                }
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }

    /// Waits for the program's end, looking at the screen; returns the exit code and the screen as it was left.
    pub(crate) fn last(mut self, look: impl FnMut(&vt100::Screen)) -> (u32, vt100::Screen) {
        assert!(
            !self.watch(LIMIT, look),
            "the program never ended:\n{}",
            self.screen()
        );
        let code = self.child.wait().expect("an exit code").exit_code();
        (code, self.parser.screen().clone())
    }

    /// Kills the program as a power cut would, without a chance to say good-bye. `Child::kill` hangs up first, which lets
    /// it save.
    pub(crate) fn kill(mut self) {
        self.signal("KILL");
        let _ = self.child.wait();
    }
}

/// Signals are sent through the shell, which every system has.
fn signal(name: &str, pid: &str) {
    let mut shell = Command::new("sh");
    let sent = shell.arg("-c").arg(format!("kill -{name} {pid}")).status();
    assert!(sent.expect("a shell").success(), "{name} was not sent");
}
