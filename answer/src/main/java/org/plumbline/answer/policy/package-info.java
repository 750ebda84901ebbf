/// A policy for a practice, put together from choices that `codes/policy.yaml` holds.
///
/// Each choice names the provisions it serves and what it permits. What it permits is decided under the
/// texts that bind the practice ([PolicyCheck]), so that nobody adopts a clause that one of them
/// forbids without being told.
///
/// Begin with [PolicyForm].
@NullMarked
package org.plumbline.answer.policy;

import org.jspecify.annotations.NullMarked;
