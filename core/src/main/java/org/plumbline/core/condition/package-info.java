/// What can be asked of a case: conditions over facts, and windows of time.
///
/// Closed and finite on purpose: no arithmetic between facts and no loops, so that every norm can
/// be analysed. Nothing here decides; `core.decide` asks.
///
/// Begin with [Condition], then [Window] and [Reckoning].
@NullMarked
package org.plumbline.core.condition;

import org.jspecify.annotations.NullMarked;
