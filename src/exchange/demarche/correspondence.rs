//! Messages and opinions, as they stand beside a dossier.

use crate::domain::correspondence::{Correspondence, Message, Opinion};
use crate::exchange::json::{Node, Shape};

/// Reads what was written about a dossier.
pub(super) fn read(dossier: &Node<'_>) -> Result<Correspondence, Shape> {
    Ok(Correspondence {
        messages: dossier.each("messages", |_, node| message(node))?,
        opinions: dossier.each("avis", |_, node| opinion(node))?,
    })
}

fn message(node: &Node<'_>) -> Result<Message, Shape> {
    let files = node.each("attachments", |_, file| Ok(text(file.text("filename")?)))?;
    Ok(Message {
        at: text(node.text("createdAt")?),
        from: text(node.text("email")?),
        text: text(node.text("body")?),
        files,
    })
}

fn opinion(node: &Node<'_>) -> Result<Opinion, Shape> {
    let of = match node.object("expert")? {
        Some(expert) => text(expert.text("email").map_err(|shape| shape.under("expert"))?),
        None => String::new(),
    };
    Ok(Opinion {
        at: text(node.text("dateQuestion")?),
        of,
        question: text(node.text("question")?),
        reply: text(node.text("reponse")?),
    })
}

fn text(given: Option<&str>) -> String {
    given.unwrap_or_default().to_owned()
}
