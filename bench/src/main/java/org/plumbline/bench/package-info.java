/// Measurements, each a question that somebody asked: how long does this take, and next to what?
///
/// `script/bench` builds and runs them all, `script/bench Start` those with that in their name.
/// What a measurement led us to do is told in `docs/decisions/`.
@NullMarked
package org.plumbline.bench;

import org.jspecify.annotations.NullMarked;
