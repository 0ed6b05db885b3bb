//! Arguments in, exit code out.

use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    tnl_jury::commands::main(&arguments)
}
