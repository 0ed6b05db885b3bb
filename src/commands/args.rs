//! The arguments. Their help is in the catalogues, under `cmd-…` and `arg-…`.

pub(super) use super::args_sitting::{AdoptArgs, AgendaVerb, DecideArgs, SessionVerb, WhatIfArgs};
use crate::domain::words::Lang;
use crate::speech::Speech;
use clap::{Arg, ArgAction, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::ffi::OsString;
use std::path::PathBuf;

/// What the program is called where it is called.
const PROGRAM: &str = "tnl-jury";

#[derive(Debug, Parser)]
#[command(name = PROGRAM, version, disable_help_subcommand = true)]
pub(super) struct Cli {
    #[arg(
        long,
        global = true,
        env = "TNL_JURY_STORE",
        hide_env_values = true,
        value_name = "FILE"
    )]
    pub(super) store: Option<PathBuf>,
    #[arg(long, global = true, value_enum)]
    pub(super) lang: Option<LangArg>,
    #[arg(long, global = true)]
    pub(super) json: bool,
    #[arg(long, global = true, value_name = "default|vim|one-hand|FILE")]
    pub(super) keymap: Option<String>,
    #[arg(long, global = true, value_parser = ["auto", "dark", "light", "high-contrast", "none"])]
    pub(super) theme: Option<String>,
    #[arg(long, global = true, conflicts_with = "json")]
    pub(super) plain: bool,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum LangArg {
    Fr,
    En,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Demo(DemoArgs),
    Campaign {
        #[command(subcommand)]
        verb: CampaignVerb,
    },
    Import(ImportArgs),
    Dossier {
        #[command(subcommand)]
        verb: DossierVerb,
    },
    Juror {
        #[command(subcommand)]
        verb: JurorVerb,
    },
    Recall(RecallArgs),
    Assign(AssignArgs),
    Pack(PackArgs),
    Open(OpenArgs),
    Dossiers,
    Score(ScoreArgs),
    Recuse(RecuseArgs),
    Form {
        #[command(subcommand)]
        verb: FormVerb,
    },
    Sheet {
        #[command(subcommand)]
        verb: SheetVerb,
    },
    Merge(MergeArgs),
    Conflicts {
        #[command(subcommand)]
        verb: Option<ConflictsVerb>,
    },
    Status,
    Results {
        #[arg(long, value_name = "FILE")]
        csv: Option<PathBuf>,
        #[arg(long, conflicts_with = "csv")]
        ranking: bool,
    },
    Agreement {
        #[arg(long, value_name = "FILE")]
        ratings: Option<PathBuf>,
    },
    Agenda {
        #[command(subcommand)]
        verb: Option<AgendaVerb>,
    },
    WhatIf(WhatIfArgs),
    Session {
        #[command(subcommand)]
        verb: SessionVerb,
    },
    Decide(Box<DecideArgs>),
    Adopt(AdoptArgs),
    Export(ExportArgs),
    Log {
        #[arg(long)]
        verify: bool,
        #[arg(long, value_name = "DIGEST", requires = "verify")]
        head: Option<String>,
        #[arg(long, value_name = "FILE", requires = "verify")]
        receipt: Option<PathBuf>,
    },
    Receipt {
        #[command(subcommand)]
        verb: ReceiptVerb,
    },
    Check,
    Backup {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    Restore {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    Keys,
    Completions {
        shell: Shell,
    },
    Schema {
        #[command(subcommand)]
        verb: SchemaVerb,
    },
    Man,
}

#[derive(Debug, Subcommand)]
pub(super) enum ReceiptVerb {
    Write {
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        #[arg(long, value_name = "NAME")]
        juror: Option<String>,
    },
    Read {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

#[derive(Debug, Clone, Copy, Subcommand)]
pub(super) enum SchemaVerb {
    Dossier,
}

#[derive(Debug, Args)]
pub(super) struct DemoArgs {
    #[arg(long = "as", value_enum, value_name = "ROLE")]
    pub(super) role: Option<RoleArg>,
    #[arg(long, value_name = "DIR")]
    pub(super) dir: Option<PathBuf>,
    #[arg(long)]
    pub(super) reset: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum RoleArg {
    Juror,
    Coordinator,
    Committee,
}

#[derive(Debug, Subcommand)]
pub(super) enum CampaignVerb {
    New {
        #[arg(long, value_name = "NAME|FILE")]
        grid: String,
        #[arg(long, value_name = "TEXT")]
        edition: String,
        #[arg(long, value_name = "DATE")]
        opens: Option<String>,
        #[arg(long, value_name = "DATE")]
        closes: Option<String>,
    },
    Show,
}

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value = "auto")]
    pub(super) from: FromArg,
    #[arg(long, value_name = "DIR|ZIP")]
    pub(super) evidence: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(super) mapping: Option<PathBuf>,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long)]
    pub(super) allow_incomplete: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FromArg {
    Auto,
    Demarche,
    Table,
    Bag,
}

#[derive(Debug, Subcommand)]
pub(super) enum DossierVerb {
    Show {
        #[arg(value_name = "DOSSIER")]
        dossier: String,
    },
    Standing {
        #[arg(value_name = "DOSSIER")]
        dossier: String,
        #[arg(value_enum, value_name = "STANDING")]
        standing: StandingArg,
        #[arg(long, value_name = "T")]
        reason: Option<String>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum StandingArg {
    Received,
    Irrecevable,
    Withdrawn,
}

#[derive(Debug, Subcommand)]
pub(super) enum JurorVerb {
    Add {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(long, value_name = "E")]
        email: Option<String>,
        #[arg(long, value_name = "A")]
        affiliation: Option<String>,
    },
    List,
    Conflict {
        #[arg(value_name = "JUROR")]
        juror: String,
        #[arg(value_name = "DOSSIER")]
        dossier: String,
        #[arg(long, value_name = "R")]
        reason: Option<String>,
        #[arg(long, conflicts_with = "reason")]
        dismiss: bool,
        #[arg(id = "undo_conflict", long = "undo", conflicts_with_all = ["reason", "dismiss"])]
        undo: bool,
    },
    Suggest,
    Edit {
        #[arg(value_name = "JUROR")]
        juror: String,
        #[arg(long, value_name = "N", required_unless_present_any = ["email", "affiliation"])]
        name: Option<String>,
        #[arg(long, value_name = "E")]
        email: Option<String>,
        #[arg(long, value_name = "A")]
        affiliation: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(super) struct RecallArgs {
    #[arg(value_name = "FROM")]
    pub(super) past: PathBuf,
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct AssignArgs {
    #[arg(long, required_unless_present = "per_dossier", conflicts_with = "per_dossier")]
    pub(super) all: bool,
    #[arg(long, value_name = "N")]
    pub(super) per_dossier: Option<usize>,
    #[arg(long, value_name = "S", default_value_t = 0, conflicts_with = "all")]
    pub(super) seed: u64,
    #[arg(long, value_name = "M", conflicts_with = "all")]
    pub(super) at_most: Option<usize>,
}

#[derive(Debug, Args)]
pub(super) struct PackArgs {
    #[arg(long, value_name = "DIR")]
    pub(super) out: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub(super) juror: Option<String>,
    #[arg(long, conflicts_with = "recipient")]
    pub(super) passphrase: bool,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["passphrase", "recipient"])]
    pub(super) passphrase_file: Option<PathBuf>,
    #[arg(long, value_name = "AGE1…", requires = "juror")]
    pub(super) recipient: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct OpenArgs {
    #[arg(value_name = "PACKAGE")]
    pub(super) package: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(super) passphrase_file: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with = "passphrase_file")]
    pub(super) identity: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct ScoreArgs {
    #[arg(value_name = "DOSSIER")]
    pub(super) dossier: String,
    #[arg(value_name = "CRITERION")]
    pub(super) criterion: String,
    #[arg(value_name = "VALUE|abstain|na", allow_hyphen_values = true)]
    pub(super) value: String,
    #[arg(long, value_name = "T")]
    pub(super) comment: Option<String>,
    #[arg(long, value_name = "T")]
    pub(super) feedback: Option<String>,
    #[arg(long, value_name = "T")]
    pub(super) note: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct RecuseArgs {
    #[arg(value_name = "DOSSIER")]
    pub(super) dossier: String,
    #[arg(long, value_name = "T")]
    pub(super) reason: Option<String>,
    #[arg(long, conflicts_with = "reason")]
    pub(super) undo: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum FormVerb {
    Write {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    Read {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum SheetVerb {
    Write {
        #[arg(value_name = "FILE", required_unless_present = "to")]
        file: Option<PathBuf>,
        #[arg(long, value_name = "DIR", conflicts_with = "file")]
        to: Option<PathBuf>,
    },
    Show {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    Verify {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(super) struct MergeArgs {
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum ConflictsVerb {
    Keep {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(value_name = "A|B")]
        side: char,
    },
}

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    #[arg(long, value_name = "DIR", required_unless_present_any = ["print_templates", "dry_run"])]
    pub(super) out: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["out", "draft", "print_templates"])]
    pub(super) dry_run: bool,
    #[arg(long)]
    pub(super) draft: bool,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) embargo: Option<String>,
    #[arg(long, value_enum)]
    pub(super) minutes_lang: Option<LangArg>,
    #[arg(long, value_name = "DIR")]
    pub(super) templates: Option<PathBuf>,
    #[arg(long)]
    pub(super) public_only: bool,
    #[arg(long, value_name = "FILE")]
    pub(super) reference: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(super) history: Option<PathBuf>,
    #[arg(long, value_name = "DIR", conflicts_with_all = ["out", "draft"])]
    pub(super) print_templates: Option<PathBuf>,
}

/// Reads a day, `YYYY-MM-DD`.
fn day(text: &str) -> Result<String, String> {
    let day: Result<jiff::civil::Date, _> = text.parse();
    day.map(|day| day.to_string()).map_err(|why| why.to_string())
}

/// Finds the language before anything is parsed, so that even a usage message is in it.
pub(super) fn language(arguments: &[OsString]) -> Option<Lang> {
    let words: Vec<String> = arguments
        .iter()
        .map(|a| a.to_string_lossy().into_owned())
        .collect();
    let after = words.windows(2).find_map(|pair| match pair {
        [flag, value] if flag == "--lang" => Some(value.clone()),
        _ => None,
    });
    let joined = words
        .iter()
        .find_map(|word| word.strip_prefix("--lang=").map(str::to_owned));
    match after.or(joined)?.as_str() {
        "fr" => Some(Lang::Fr),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// Gives every command and argument its help in the language of the user.
pub(super) fn localised(command: clap::Command, speech: &Speech) -> clap::Command {
    let root = command.get_name().to_owned();
    localise(command, &root, speech)
}

/// An argument that asks for help or for the version, in place of the built-in one, whose words can't be changed.
fn asking(name: &'static str, short: char, action: ArgAction) -> Arg {
    Arg::new(name).short(short).long(name).action(action)
}

fn localise(command: clap::Command, path: &str, speech: &Speech) -> clap::Command {
    let about = speech.word(&format!("cmd-{path}"));
    let names: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    let mut command = command
        .about(about)
        .subcommand_help_heading(speech.word("help-commands"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(asking("help", 'h', ArgAction::Help));
    if path == PROGRAM {
        command = command.arg(asking("version", 'V', ArgAction::Version));
    }
    command = command.mut_args(|arg| {
        let id = format!("arg-{}", arg.get_id().as_str().replace('_', "-"));
        let help = speech.word(&id);
        arg.help(help)
    });
    for name in names {
        let path = format!("{path}-{name}");
        command = command.mut_subcommand(name, |sub| localise(sub, &path, speech));
    }
    command
}
