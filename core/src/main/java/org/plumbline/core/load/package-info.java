/// Reading what people wrote: YAML into norms, vocabularies and scenarios, with findings.
///
/// A file becomes a [Node] tree first, every node with its place; then typed values. Nothing here
/// stops at the first mistake, and nothing throws for one: mistakes are [Finding]s. Deciding lives
/// in `core.decide`; judging a sound library further lives in `core.check`.
///
/// Begin with [YamlFile], then [LibraryReader].
@NullMarked
package org.plumbline.core.load;

import org.jspecify.annotations.NullMarked;
