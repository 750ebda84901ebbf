/// Asking a person for the facts that decide, one next-best question at a time.
///
/// An [Interview] holds what was answered and says what to ask next, why, and when nothing more can
/// change. A [Plan] chooses the question, over all texts at once. Nothing here reads words or prints;
/// faces do.
///
/// Begin with [Interview], then [Question] and [Answer].
@NullMarked
package org.plumbline.core.interview;

import org.jspecify.annotations.NullMarked;
