/// What would change an answer: what somebody can do about it, and what matters and is as it is.
///
/// Nothing here decides. Every change is tried by deciding the changed case, and what is not seen to
/// weaken the bar is not offered. What a person can change at all is data, in the vocabulary.
///
/// Begin with [Changes].
@NullMarked
package org.plumbline.core.change;

import org.jspecify.annotations.NullMarked;
