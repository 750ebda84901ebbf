/// Faults in a library that can be read: checks, each a claim about norms, and the cases that must
/// come out.
///
/// What keeps a file from being read at all is found by `core.load`. A check is one class with one
/// page under `docs/checks`.
///
/// Begin with [Checks], then [CaseRunner] with [Expectations], and [Coverage].
@NullMarked
package org.plumbline.core.check;

import org.jspecify.annotations.NullMarked;
