//! Parts that several screens draw with.

pub mod big;
pub mod difference;
pub mod editor;
pub mod emphasis;
pub mod frame;
pub mod hint_line;
pub mod line_edit;
pub mod marked;
pub mod meter;
pub mod ruler;
pub mod scroll_text;
pub mod scrolled;
pub mod text;
