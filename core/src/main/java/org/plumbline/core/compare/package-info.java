/// Texts looked over before any case is asked: what is wrong inside one, where two part, and what
/// changed from one edition to the next.
///
/// Each query is a class of its own and asks a claim ([org.plumbline.core.decide.Claim]) of every
/// case there can be. What it finds is an [Insight] with a case that was replayed; what it does not
/// find is a proof, since the diagram of all such cases is empty; what it could not finish says so.
/// The days that are looked at stand for every day there is (`docs/decisions/0004-analysis.md`).
///
/// Begin with [Analysis], then [Query], [Study] and [Comparison].
@NullMarked
package org.plumbline.core.compare;

import org.jspecify.annotations.NullMarked;
