//! Arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    tnl_jury::commands::main(std::env::args_os().collect())
}
