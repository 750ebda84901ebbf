/// A neutral workload: thirty invented norms of six codes, and rows of three-valued facts, on which
/// engines that have nothing else in common can be set side by side.
///
/// Nothing in it was taken from a real code.
@NullMarked
package org.plumbline.bench.neutral;

import org.jspecify.annotations.NullMarked;
