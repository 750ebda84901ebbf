/// Norms, conditions, cases and verdicts as English sentences.
///
/// Every phrase is the vocabulary's own, and every negation is one that somebody wrote: no grammar
/// is guessed, save that a list takes its commas and a verb may stand in `-ing`. The sentence of a
/// norm is kept in its file, so that a person who knows the law and not YAML can proofread it;
/// whoever changes a sentence here changes what they proofread.
///
/// Nothing here decides, and nothing reads or writes a file; `core.format` does.
///
/// Begin with [NormSentence], then [ConditionSentence] and [VerdictSentence].
@NullMarked
package org.plumbline.core.explain;

import org.jspecify.annotations.NullMarked;
