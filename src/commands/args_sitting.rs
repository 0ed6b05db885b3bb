//! The arguments of what the committee does.

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(super) enum AgendaVerb {
    Move {
        #[arg(value_name = "DOSSIER")]
        dossier: String,
        #[arg(long, value_name = "DOSSIER")]
        before: Option<String>,
    },
    Reset,
}

#[derive(Debug, Args)]
pub(super) struct WhatIfArgs {
    #[arg(long, num_args = 1.., value_name = "NAME")]
    pub(super) without: Vec<String>,
    #[arg(long, num_args = 1.., value_name = "CODE=WEIGHT")]
    pub(super) weight: Vec<String>,
}

#[derive(Debug, Subcommand)]
pub(super) enum SessionVerb {
    Open {
        #[arg(long, required = true, num_args = 1.., value_name = "NAME")]
        present: Vec<String>,
    },
    Show,
    Arrive {
        #[arg(required = true, num_args = 1.., value_name = "NAME")]
        names: Vec<String>,
    },
    Leave {
        #[arg(required = true, num_args = 1.., value_name = "NAME")]
        names: Vec<String>,
    },
    Break,
    Resume,
    Close,
}

#[derive(Debug, Args)]
pub(super) struct DecideArgs {
    #[arg(value_name = "DOSSIER")]
    pub(super) dossier: String,
    #[arg(long, value_name = "CODE|none", required_unless_present_any = ["postpone", "reopen"], conflicts_with_all = ["postpone", "reopen"])]
    pub(super) level: Option<String>,
    #[arg(long, value_name = "T")]
    pub(super) reason: Option<String>,
    #[arg(long, num_args = 1.., value_name = "CRITERION=VALUE")]
    pub(super) set: Vec<String>,
    #[arg(long = "for", num_args = 1.., value_name = "N|NAME")]
    pub(super) in_favour: Vec<String>,
    #[arg(long, num_args = 1.., value_name = "N|NAME")]
    pub(super) against: Vec<String>,
    #[arg(long, num_args = 1.., value_name = "N|NAME")]
    pub(super) abstain: Vec<String>,
    #[arg(long, num_args = 1.., value_name = "NAME[=T]")]
    pub(super) dissent: Vec<String>,
    #[arg(long, num_args = 1.., value_name = "CODE")]
    pub(super) mention: Vec<String>,
    #[arg(long, value_name = "T")]
    pub(super) feedback: Option<String>,
    #[arg(long, conflicts_with = "reopen")]
    pub(super) postpone: bool,
    #[arg(long)]
    pub(super) reopen: bool,
}

#[derive(Debug, Args)]
pub(super) struct AdoptArgs {
    #[arg(num_args = 0.., value_name = "DOSSIER")]
    pub(super) dossiers: Vec<String>,
    #[arg(long, num_args = 1.., value_name = "DOSSIER", conflicts_with = "dossiers")]
    pub(super) except: Vec<String>,
    #[arg(long)]
    pub(super) dry_run: bool,
}
