/// Proofs of the deciding: a second, slower truth, and the laws that every answer obeys.
///
/// Begin with [Completions], then [DiagramsAgreeTest] and [LawsTest].
@NullMarked
package org.plumbline.core.decide;

import org.jspecify.annotations.NullMarked;
