/// What follows for one act: verdicts with their grounds, under every text that binds.
///
/// [Evaluator] is the meaning of the system. It is written once, over any [Logic]: with plain truth
/// values it decides a case in which everything is known; with [Diagram]s it decides every
/// completion of a partly known case at once. [Decider] joins texts, finds the day a bar lifts and
/// what is missing. There is no clock here: the day of the act is an argument.
///
/// Begin with [Evaluator], then [Headline], [Possibilities] and [Decider].
@NullMarked
package org.plumbline.core.decide;

import org.jspecify.annotations.NullMarked;
