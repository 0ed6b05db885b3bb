//! A walk through a page by `hayro`'s interpreter. One device serves every visitor, since the interpreter is compiled
//! anew for each.

use super::fuse::Fuse;
use crate::exchange::evidence::{Cancel, Unreadable, apart};
use hayro_svg::hayro_interpret::font::{Glyph, GlyphRun, PositionedGlyph};
use hayro_svg::hayro_interpret::hayro_syntax::object::Stream;
use hayro_svg::hayro_interpret::hayro_syntax::page::Page;
use hayro_svg::hayro_interpret::kurbo::{Affine, BezPath, Rect};
use hayro_svg::hayro_interpret::pattern::Pattern;
use hayro_svg::hayro_interpret::{
    BlendMode, CacheKey as _, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, Paint, SoftMask, TransformExt as _, interpret_page,
};
use std::collections::HashSet;

/// Who is shown what a page holds.
pub(super) trait Visitor {
    /// Learns that the letters that follow are drawn in one go.
    fn run(&mut self) {}

    /// Takes a letter and its place, in points from the upper left corner.
    fn letter(&mut self, _letter: &PositionedGlyph<'_>, _place: Affine) {}

    /// Takes an image, packed as it is; may [`apart::leave`].
    fn image(&mut self, _stream: &Stream<'_>) {}

    /// Tells whether patterns, masks and letters that are themselves drawings are walked through too.
    fn is_thorough(&self) -> bool;
}

/// Walks through a page.
pub(super) fn walk<'a>(
    page: &'a Page<'a>,
    cache: &InterpreterCache<'a>,
    cancel: &Cancel,
    visitor: &mut dyn Visitor,
) -> Result<(), Unreadable> {
    let (width, height) = page.render_dimensions();
    let mut walker = Walker {
        visitor,
        seen: HashSet::new(),
        fuse: Fuse::new(cancel),
    };
    apart::attempt(|| {
        let mut context = Context::new(
            page.initial_transform(true).to_kurbo(),
            Rect::new(0.0, 0.0, f64::from(width), f64::from(height)),
            cache,
            page.xref(),
            InterpreterSettings::default(),
        );
        interpret_page(page, &mut context, &mut walker);
    })
}

struct Walker<'v> {
    visitor: &'v mut dyn Visitor,
    /// What was walked through once, of what is drawn many times.
    seen: HashSet<u128>,
    fuse: Fuse<'v>,
}

impl Walker<'_> {
    fn paint(&mut self, props: &DrawProps<'_>) {
        self.fuse.step();
        if let Paint::Pattern(pattern) = &props.paint
            && let Pattern::Tiling(tiling) = &**pattern
            && self.visitor.is_thorough()
            && self.seen.insert(pattern.cache_key())
        {
            tiling.interpret(self, Affine::IDENTITY, false);
        }
        self.mask(props.soft_mask.as_ref());
    }

    fn mask(&mut self, mask: Option<&SoftMask<'_>>) {
        if let Some(mask) = mask
            && self.visitor.is_thorough()
            && self.seen.insert(mask.cache_key())
        {
            mask.interpret(self);
        }
    }
}

impl<'a> Device<'a> for Walker<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        self.paint(&props);
        self.visitor.run();
        for glyph in run.glyphs() {
            self.fuse.step();
            self.visitor.letter(glyph, props.transform * glyph.transform());
            if let Glyph::Type3(drawn) = &**glyph
                && self.visitor.is_thorough()
                && self.seen.insert(drawn.cache_key())
            {
                drawn.interpret(self, props.transform, glyph.transform(), &props.paint);
            }
        }
    }

    fn draw_path(&mut self, _: &BezPath, props: DrawProps<'a>, _: &DrawMode) {
        self.paint(&props);
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.fuse.step();
    }

    fn push_transparency_group(&mut self, _: f32, mask: Option<SoftMask<'a>>, _: BlendMode) {
        self.fuse.step();
        self.mask(mask.as_ref());
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.fuse.step();
        self.mask(props.soft_mask.as_ref());
        match &image {
            Image::Stencil(stencil) => self.visitor.image(stencil.stream()),
            Image::Raster(raster) => self.visitor.image(raster.stream()),
        }
    }

    fn pop_clip(&mut self) {
        self.fuse.step();
    }

    fn pop_transparency_group(&mut self) {
        self.fuse.step();
    }
}
