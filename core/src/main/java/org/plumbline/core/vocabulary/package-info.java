/// The only words that a norm or a case may use: facts with their values, acts, parties, phrases.
///
/// A vocabulary is data read from `codes/vocabulary.yaml`. Nothing here knows a norm, a file or a
/// date. Conditions over these facts live in `core.condition`.
///
/// Begin with [Vocabulary], then [Fact] and [Party].
@NullMarked
package org.plumbline.core.vocabulary;

import org.jspecify.annotations.NullMarked;
