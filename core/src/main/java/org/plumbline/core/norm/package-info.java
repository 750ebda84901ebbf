/// What a code of ethics says: bodies, editions, provisions and norms.
///
/// A [Norm] is data. It never decides anything; deciding belongs to `core.decide`, and reading YAML
/// belongs to `core.load`. Nothing here knows the date, a file or a network, so every type may be
/// shared between threads and held for ever.
///
/// Begin with [Library], then [Edition], [Provision] and [Norm].
@NullMarked
package org.plumbline.core.norm;

import org.jspecify.annotations.NullMarked;
