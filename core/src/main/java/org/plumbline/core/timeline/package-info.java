/// The same decision as a function of the date of the act, and charts of it.
///
/// A [Timeline] has a [Row] for each text and in it a [Piece] for each stretch of time in which the
/// answer stays the same. The pieces come from the engine's exact breakpoints, one decision each;
/// nothing is sampled. [TextChart] draws it for a terminal, [SvgChart] for a page, and [Outline] is
/// its plain form for files. There is no clock here: every day is an argument.
///
/// Begin with [Timeline], then [Piece], [Step] and [Sentence].
@NullMarked
package org.plumbline.core.timeline;

import org.jspecify.annotations.NullMarked;
