//! What is said of arguments that can't be understood, in the user's language; and help and version where asked for.

use super::output::{print, tell as tell_line};
use crate::domain::saying::Saying;
use crate::domain::text::Inert;
use crate::speech::Speech;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use std::process::ExitCode;

/// Tells what is wrong with the arguments, or what was asked about them, and returns the exit code.
pub(super) fn tell(error: &Error, speech: &Speech) -> ExitCode {
    if !error.use_stderr() {
        // What was typed stands in the text: it goes out as inert as anything else.
        print(Inert::block(&error.render().to_string()).as_str());
        return ExitCode::SUCCESS;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        tell_line(Inert::block(&error.render().to_string()).as_str().trim_end());
    } else {
        tell_line(&speech.say(&saying(error)));
        if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
            tell_line(Inert::block(&usage.to_string()).as_str());
        }
        tell_line(&speech.word("usage-help"));
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

fn saying(error: &Error) -> Saying {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(_) | None => String::new(),
    };
    let arg = text(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            Saying::new("usage-unknown-command").text("found", text(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => Saying::new("usage-unknown-argument").text("found", arg),
        ErrorKind::MissingRequiredArgument | ErrorKind::MissingSubcommand => {
            Saying::new("usage-missing").text("expected", arg)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Saying::new("usage-invalid-value")
            .text("found", text(ContextKind::InvalidValue))
            .text("arg", arg)
            .text("expected", text(ContextKind::ValidValue)),
        ErrorKind::ArgumentConflict => Saying::new("usage-conflict")
            .text("one", arg)
            .text("other", text(ContextKind::PriorArg)),
        _ => Saying::new("usage-other").text("found", arg),
    }
}
