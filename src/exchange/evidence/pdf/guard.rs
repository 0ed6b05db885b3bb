//! A walk through a page before it is drawn: the same interpreter, but nothing is unpacked or painted. It refuses what
//! would never end, and images of a size that nobody could hold.

use super::unpack;
use super::walk::{Visitor, walk};
use crate::exchange::evidence::{Cancel, Format, Limits, Unreadable, apart, raster};
use hayro_svg::hayro_interpret::InterpreterCache;
use hayro_svg::hayro_interpret::hayro_syntax::Filter;
use hayro_svg::hayro_interpret::hayro_syntax::object::dict::keys::{
    COLUMNS, DECODE_PARMS, DP, H, HEIGHT, JBIG2_GLOBALS, MASK, SMASK, W, WIDTH,
};
use hayro_svg::hayro_interpret::hayro_syntax::object::{Dict, Object, Stream};
use hayro_svg::hayro_interpret::hayro_syntax::page::Page;

/// Walks through a page.
pub(super) fn check(page: &Page<'_>, limits: &Limits, cancel: &Cancel) -> Result<(), Unreadable> {
    walk(page, &InterpreterCache::new(), cancel, &mut Guard { limits })
}

struct Guard<'l> {
    limits: &'l Limits,
}

impl Visitor for Guard<'_> {
    fn image(&mut self, stream: &Stream<'_>) {
        let masks = [SMASK, MASK].map(|key| stream.dict().get::<Object<'_>>(key));
        let masks = masks.into_iter().flatten().filter_map(Object::into_stream);
        let fits = image_fits(stream, self.limits).and_then(|()| {
            masks
                .into_iter()
                .try_for_each(|mask| image_fits(&mask, self.limits))
        });
        if let Err(refusal) = fits {
            apart::leave(refusal);
        }
    }

    fn is_thorough(&self) -> bool {
        true
    }
}

/// Tells whether an image has a size that can be unpacked, by the page's word and by its own.
fn image_fits(stream: &Stream<'_>, limits: &Limits) -> Result<(), Unreadable> {
    let dict = stream.dict();
    let side = |short, long| {
        dict.get::<u32>(short)
            .or_else(|| dict.get::<u32>(long))
            .unwrap_or(0)
    };
    let (width, height) = (side(W, WIDTH), side(H, HEIGHT));
    raster::fits(width, height, limits)?;
    match stream.filters().iter().find(|filter| unpack::is_image(**filter)) {
        Some(Filter::CcittFaxDecode) => raster::fits(columns(dict), height, limits),
        Some(Filter::Jbig2Decode) => jbig2_fits(&packed(stream, limits), dict, limits),
        Some(Filter::JpxDecode) => jpx_fits(&packed(stream, limits), limits),
        _ => Ok(()),
    }
}

/// Returns an image as its own format packs it.
fn packed(stream: &Stream<'_>, limits: &Limits) -> Vec<u8> {
    unpack::kept(&stream.raw_data(), &stream.filters(), limits.unpacked).unwrap_or_default()
}

fn parameters<'a>(dict: &Dict<'a>) -> Vec<Dict<'a>> {
    let found = dict
        .get::<Object<'_>>(DP)
        .or_else(|| dict.get::<Object<'_>>(DECODE_PARMS));
    match found {
        Some(Object::Dict(one)) => vec![one],
        Some(Object::Array(many)) => many.iter::<Object<'_>>().filter_map(Object::into_dict).collect(),
        _ => Vec::new(),
    }
}

fn columns(dict: &Dict<'_>) -> u32 {
    let columns = parameters(dict)
        .iter()
        .filter_map(|one| one.get::<u32>(COLUMNS))
        .max();
    columns.unwrap_or(1728)
}

fn jbig2_fits(data: &[u8], dict: &Dict<'_>, limits: &Limits) -> Result<(), Unreadable> {
    let globals = parameters(dict).iter().any(|one| one.contains_key(JBIG2_GLOBALS));
    let settings = hayro_jbig2::DecodeSettings { strict: false };
    match hayro_jbig2::Page::new_embedded(data, None, &settings) {
        Ok(page) => raster::fits(page.width(), page.height(), limits),
        Err(_) if globals => Ok(()),
        Err(_) => Err(malformed()),
    }
}

fn jpx_fits(data: &[u8], limits: &Limits) -> Result<(), Unreadable> {
    let settings = hayro_jpeg2000::DecodeSettings::default();
    let image = hayro_jpeg2000::Image::new(data, &settings).map_err(|_| malformed())?;
    raster::fits(image.width(), image.height(), limits)
}

fn malformed() -> Unreadable {
    Unreadable::Malformed { format: Format::Pdf }
}
