//! A whole fictional campaign in one command.

use super::Run;
use super::args::{DemoArgs, RoleArg};
use super::error::Failure;
use crate::demo::{self, DemoRole};
use crate::desk;
use crate::domain::words::Lang;
use serde_json::json;

pub(super) fn run(run: &Run, args: &DemoArgs, lang: Lang) -> Result<(), Failure> {
    let scratch;
    let folder = match &args.dir {
        Some(folder) => folder.clone(),
        None => {
            scratch = demo::scratch()?;
            // A scratch folder whose paths were printed must outlive this process.
            if run.out.is_json() {
                scratch.keep()
            } else {
                scratch.path().to_owned()
            }
        }
    };
    let role = match args.role {
        None | Some(RoleArg::Juror) => DemoRole::Juror,
        Some(RoleArg::Coordinator) => DemoRole::Coordinator,
        Some(RoleArg::Committee) => DemoRole::Committee,
    };
    let made = demo::build(&folder, args.reset, &run.context)?;
    let store = made.store(role);
    if run.out.is_json() {
        let sheets: Vec<String> = made
            .sheets
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        let document = json!({"store": store.display().to_string(), "package": made.package.display().to_string(),
            "sheets": sheets});
        run.out.report(&document, []);
        return Ok(());
    }
    if run.plain {
        return super::plain::run(run, &store, lang);
    }
    let place = match role {
        DemoRole::Juror | DemoRole::Coordinator => desk::Place::Dossiers,
        DemoRole::Committee => desk::Place::Committee,
    };
    Ok(desk::run(
        desk::Start::Store(store, place),
        run.context.clone(),
        lang,
        &run.wishes,
    )?)
}
