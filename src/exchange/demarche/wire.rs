//! The ways in which the platform's answers wrap dossiers: a page, a list of pages, a single answer, a bare dossier.
//! Dossiers are handed on one at a time, so that neither the file nor a page of thousands ever stands in memory.

use crate::exchange::error::{ExchangeError, Expected, Found};
use crate::exchange::json::{Fault, Node, Reading, Shape, Stream, Tree};
use std::io::Read;

/// Takes what the answers hold, in the order of the file.
pub(super) trait Sink {
    /// Takes the errors that stand in place of an answer, or beside it.
    fn errors(&mut self, reading: &Reading<'_>, errors: &Node<'_>) -> Result<(), Fault>;
    /// Takes a revision of the form.
    fn revision(&mut self, revision: &Node<'_>) -> Result<(), Shape>;
    /// Takes what a page says of itself.
    fn page(&mut self, info: &Node<'_>) -> Result<(), Shape>;
    /// Takes the number of the demarche whose page ends here.
    fn demarche(&mut self, number: &str);
    /// Takes a dossier that its candidate deleted.
    fn deleted(&mut self, dossier: &Node<'_>) -> Result<(), Shape>;
    /// Takes a dossier.
    fn dossier(&mut self, reading: &Reading<'_>, dossier: &Node<'_>) -> Result<(), Fault>;
    /// Takes the places of texts that held U+0000.
    fn nuls(&mut self, file: &str, places: Vec<String>);
    /// Takes how many bytes of the file were read.
    fn read_to(&mut self, offset: u64) -> Result<(), ExchangeError>;
}

/// What an object turned out to be, that is an answer of the platform or a bare dossier.
#[derive(Debug, Default)]
struct Met {
    /// Something that wraps dossiers was in it.
    wrapped: bool,
    /// It has a list of answers. A bare dossier names its demarche, as an answer does.
    answered: bool,
    /// Something that only a dossier has was in it.
    marked: bool,
}

/// Follows an answer from its root to its dossiers.
pub(super) struct Route<'s, S> {
    sink: &'s mut S,
}

impl<'s, S: Sink> Route<'s, S> {
    /// Prepares to hand on to a sink.
    pub(super) fn new(sink: &'s mut S) -> Self {
        Self { sink }
    }

    /// Follows a whole file.
    ///
    /// # Errors
    /// Anything in it that is not what the platform answers.
    pub(super) fn whole<R: Read>(&mut self, mut file: Stream<'_, R>) -> Result<(), ExchangeError> {
        match file.peek()? {
            Some(b'[') => file.elements(|file| self.item(file))?,
            _ => self.item(&mut file)?,
        }
        file.end()
    }

    /// An answer of the platform, or a bare dossier.
    fn item<R: Read>(&mut self, file: &mut Stream<'_, R>) -> Result<(), ExchangeError> {
        if file.peek()? != Some(b'{') {
            return Err(file.other_than(Expected::Answer));
        }
        let mut met = Met::default();
        file.pin();
        file.members(|file, key| match key {
            "data" => {
                met.wrapped = true;
                file.unpin();
                self.object(file, Self::data)
            }
            _ => self.answer(file, key, &mut met),
        })?;
        let taken = match file.pinned() {
            Some(reading) if !met.wrapped || met.answered => self.bare(&reading, met.marked),
            _ => Ok(()),
        };
        file.unpin();
        taken
    }

    fn bare(&mut self, reading: &Reading<'_>, marked: bool) -> Result<(), ExchangeError> {
        if !marked {
            let other = Shape::here(Expected::Answer).found(Found::Object);
            return Err(reading.refuse(Fault::Shape(other)));
        }
        self.kept(reading, Self::to)
    }

    /// The object under `data`.
    fn data<R: Read>(&mut self, file: &mut Stream<'_, R>) -> Result<(), ExchangeError> {
        let mut met = Met::default();
        file.members(|file, key| self.answer(file, key, &mut met))
    }

    fn answer<R: Read>(
        &mut self,
        file: &mut Stream<'_, R>,
        key: &str,
        met: &mut Met,
    ) -> Result<(), ExchangeError> {
        match key {
            "demarche" => {
                met.wrapped = true;
                self.object(file, Self::demarche)
            }
            "dossier" => {
                met.wrapped = true;
                self.tree(file, Self::to)
            }
            "errors" => {
                met.wrapped = true;
                self.tree(file, S::errors)
            }
            _ => {
                met.marked |= matches!(key, "champs" | "demandeur" | "number" | "state");
                met.answered |= key == "champs" && file.peek()? == Some(b'[');
                file.look(key)
            }
        }
    }

    fn demarche<R: Read>(&mut self, file: &mut Stream<'_, R>) -> Result<(), ExchangeError> {
        let mut number = String::new();
        file.members(|file, key| match key {
            "number" => file.value(|reading| {
                number = reading.digits()?;
                Ok(())
            }),
            "dossiers" => {
                file.unpin();
                self.object(file, Self::dossiers)
            }
            "deletedDossiers" => self.object(file, Self::deleted),
            "revisions" => self.list(file, |route, file| route.tree(file, Self::revision)),
            "activeRevision" => self.tree(file, Self::revision),
            _ => file.pass(),
        })?;
        self.sink.demarche(&number);
        Ok(())
    }

    fn revision(sink: &mut S, _: &Reading<'_>, revision: &Node<'_>) -> Result<(), Fault> {
        sink.revision(revision).map_err(Fault::Shape)
    }

    /// Dossiers that their candidates took back from the platform.
    fn deleted<R: Read>(&mut self, file: &mut Stream<'_, R>) -> Result<(), ExchangeError> {
        file.members(|file, key| match key {
            "nodes" => self.list(file, |route, file| {
                route.tree(file, |sink, _, node| sink.deleted(node).map_err(Fault::Shape))
            }),
            _ => file.pass(),
        })
    }

    fn dossiers<R: Read>(&mut self, file: &mut Stream<'_, R>) -> Result<(), ExchangeError> {
        file.members(|file, key| match key {
            "nodes" => self.list(file, |route, file| {
                route.sink.read_to(file.offset())?;
                route.tree(file, Self::to)
            }),
            "pageInfo" => self.tree(file, |sink, _, node| sink.page(node).map_err(Fault::Shape)),
            _ => file.pass(),
        })
    }

    fn to(sink: &mut S, reading: &Reading<'_>, dossier: &Node<'_>) -> Result<(), Fault> {
        match dossier {
            Node::Null => Ok(()),
            Node::Object(_) => sink.dossier(reading, dossier),
            _ => Err(Fault::Shape(Shape::here(Expected::Object))),
        }
    }

    /// An object, or nothing.
    fn object<R: Read>(
        &mut self,
        file: &mut Stream<'_, R>,
        inner: impl FnOnce(&mut Self, &mut Stream<'_, R>) -> Result<(), ExchangeError>,
    ) -> Result<(), ExchangeError> {
        match file.peek()? {
            Some(b'{') => inner(self, file),
            Some(b'n') => file.pass(),
            _ => Err(file.other_than(Expected::Object)),
        }
    }

    /// A list, or nothing.
    fn list<R: Read>(
        &mut self,
        file: &mut Stream<'_, R>,
        mut each: impl FnMut(&mut Self, &mut Stream<'_, R>) -> Result<(), ExchangeError>,
    ) -> Result<(), ExchangeError> {
        match file.peek()? {
            Some(b'[') => file.elements(|file| each(self, file)),
            Some(b'n') => file.pass(),
            _ => Err(file.other_than(Expected::List)),
        }
    }

    /// A value, read whole and handed on.
    fn tree<R: Read>(
        &mut self,
        file: &mut Stream<'_, R>,
        take: impl FnOnce(&mut S, &Reading<'_>, &Node<'_>) -> Result<(), Fault>,
    ) -> Result<(), ExchangeError> {
        file.value(|reading| self.kept(reading, take))
    }

    fn kept(
        &mut self,
        reading: &Reading<'_>,
        take: impl FnOnce(&mut S, &Reading<'_>, &Node<'_>) -> Result<(), Fault>,
    ) -> Result<(), ExchangeError> {
        let node = reading.whole(Tree::kept(reading))?;
        take(self.sink, reading, &node).map_err(|fault| reading.refuse(fault))?;
        self.sink.nuls(reading.file(), reading.take_nuls());
        Ok(())
    }
}
