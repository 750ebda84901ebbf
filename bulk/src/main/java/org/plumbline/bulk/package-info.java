/// The same decisions over a whole caseload.
///
/// [CompiledLibrary] decides a [Row] without walking norms. Facts are reduced to the distinctions
/// that the texts draw, a tree of tables asks only those that still matter, and each leaf holds an
/// answer that the plain evaluator gave once and that every row of its class shares. Days are moved
/// by the evaluator's own calendar. What cannot be settled so goes to the plain evaluator and is
/// counted.
///
/// Nothing here decides what a norm means; that is `core.decide`. Begin with [CompiledLibrary], then
/// [CompiledText].
@NullMarked
package org.plumbline.bulk;

import org.jspecify.annotations.NullMarked;
