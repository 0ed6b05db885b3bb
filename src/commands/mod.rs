//! The commands: arguments to acts, reports to words or JSON, failures to exit codes. COMMANDS.md is their contract.

mod advice;
mod agreement;
mod args;
mod args_sitting;
mod campaign;
mod committee;
mod coordinator;
mod demo;
mod error;
mod form;
mod intake;
mod juror;
mod jury;
mod output;
mod passphrase;
mod plain;
mod program;
mod progress;
mod publish;
mod recall;
mod receipt;
mod schema;
mod sitting;
mod usage;

use args::Cli;

use crate::context::Context;
use crate::desk;
use crate::domain::words::Lang;
use crate::office::{Office, OfficeError};
use crate::speech::Speech;
use crate::store::Access;
use args::Command;
use clap::{CommandFactory as _, FromArgMatches as _, Parser as _};
use error::Failure;
use output::Out;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

/// What every command is given.
struct Run {
    context: Context,
    store: PathBuf,
    speech: Speech,
    out: Out,
    wishes: desk::Wishes,
    /// Whether the dialogue stands in for the desk.
    plain: bool,
}

impl Run {
    fn office(&self, access: Access) -> Result<Office, Failure> {
        Ok(Office::open(&self.store, access, self.context.clone())?)
    }
}

/// Runs the program on its arguments.
pub fn main(arguments: &[OsString]) -> ExitCode {
    let context = Context::from_environment();
    let lang = args::language(arguments)
        .or_else(|| chosen_language(&context))
        .unwrap_or(context.lang);
    let speech = Speech::new(lang);
    // What is right needs no words: only help and faults are read again with those of the user's language.
    let parsed = Cli::try_parse_from(arguments).or_else(|_| {
        args::localised(Cli::command(), &speech)
            .try_get_matches_from(arguments)
            .and_then(|matches| Cli::from_arg_matches(&matches))
    });
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => return usage::tell(&error, &speech),
    };
    let run = Run {
        store: cli.store.unwrap_or_else(|| context.store.clone()),
        out: Out::new(cli.json),
        wishes: desk::Wishes {
            keymap: cli.keymap,
            theme: cli.theme.as_deref().and_then(desk::theme::Choice::of_name),
        },
        plain: cli.plain,
        speech,
        context,
    };
    match dispatch(&run, cli.command, lang) {
        Ok(()) => match output::unsaid() {
            None => ExitCode::SUCCESS,
            Some(why) => Failure::from(OfficeError::io("stdout".as_ref(), why)).tell(&run.speech),
        },
        Err(failure) => failure.tell(&run.speech),
    }
}

/// The language of the settings; what is wrong with them is said where they are used for more.
fn chosen_language(context: &Context) -> Option<Lang> {
    let settings = desk::settings::of_user(context.settings.as_deref());
    settings.ok().and_then(|settings| settings.lang)
}

fn dispatch(run: &Run, command: Option<Command>, lang: Lang) -> Result<(), Failure> {
    match command {
        None => open_desk(run, lang),
        Some(Command::Demo(args)) => demo::run(run, &args, lang),
        Some(Command::Campaign { verb }) => campaign::campaign(run, verb),
        Some(Command::Import(args)) => intake::import(run, args),
        Some(Command::Dossier { verb }) => intake::dossier(run, verb),
        Some(Command::Juror { verb }) => jury::juror(run, verb),
        Some(Command::Recall(args)) => recall::recall(run, args),
        Some(Command::Assign(args)) => jury::assign(run, &args),
        Some(Command::Pack(args)) => campaign::pack(run, args),
        Some(Command::Open(args)) => juror::open(run, &args),
        Some(Command::Dossiers) => juror::dossiers(run),
        Some(Command::Score(args)) => juror::score(run, args),
        Some(Command::Recuse(args)) => juror::recuse(run, &args),
        Some(Command::Form { verb }) => form::form(run, verb),
        Some(Command::Sheet { verb }) => juror::sheet(run, verb),
        Some(Command::Merge(args)) => coordinator::merge(run, args),
        Some(Command::Conflicts { verb }) => coordinator::conflicts(run, verb),
        Some(Command::Status) => coordinator::status(run),
        Some(Command::Results { ranking: true, .. }) => advice::ranking(run),
        Some(Command::Results { csv, .. }) => committee::results(run, csv.as_deref()),
        Some(Command::Agreement { ratings }) => agreement::agreement(run, ratings.as_deref()),
        Some(Command::Agenda { verb: None }) => committee::agenda(run),
        Some(Command::Agenda { verb: Some(verb) }) => sitting::arrange(run, verb),
        Some(Command::WhatIf(args)) => advice::what_if(run, &args),
        Some(Command::Session { verb }) => sitting::session(run, verb),
        Some(Command::Decide(args)) => sitting::decide(run, *args),
        Some(Command::Adopt(args)) => sitting::adopt(run, &args),
        Some(Command::Export(args)) => publish::export(run, args),
        Some(Command::Log {
            verify,
            head,
            receipt,
        }) => program::log(run, verify, head.as_deref(), receipt.as_deref()),
        Some(Command::Receipt { verb }) => receipt::command(run, &verb),
        Some(Command::Check) => program::check(run),
        Some(Command::Backup { file }) => program::backup(run, &file),
        Some(Command::Restore { file }) => program::restore(run, &file),
        Some(Command::Keys) => program::keys(run),
        Some(Command::Completions { shell }) => {
            program::completions(run, shell);
            Ok(())
        }
        Some(Command::Schema { verb }) => {
            schema::schema(verb);
            Ok(())
        }
        Some(Command::Man) => program::man(run),
    }
}

fn open_desk(run: &Run, lang: Lang) -> Result<(), Failure> {
    if run.plain {
        return plain::run(run, &run.store, lang);
    }
    let start = if run.store.exists() {
        desk::Start::Store(run.store.clone(), desk::Place::Dossiers)
    } else {
        desk::Start::Welcome {
            store: run.store.clone(),
        }
    };
    desk::run(start, run.context.clone(), lang, &run.wishes).map_err(Failure::from)
}
