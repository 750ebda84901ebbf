/// Whether the cases of a library would notice a wrong norm: mutants of norms, and the conditions
/// that cases turn on.
///
/// A case that comes out proves little if it would come out under another norm too. Here norms are
/// changed on purpose, one thing at a time, and the cases are asked whether they notice.
///
/// Begin with [Mutant] and [MutationScore], then [ConditionCoverage].
@NullMarked
package org.plumbline.core.adequacy;

import org.jspecify.annotations.NullMarked;
