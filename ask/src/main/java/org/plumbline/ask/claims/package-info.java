/// Statements in a text about what codes of ethics and laws say, and whether they say it.
///
/// A file is cut into sentences ([Prose], [SentenceCutter]); a sentence that asserts something becomes
/// a [Claim] ([ClaimReader]); the claim is decided under each text that it speaks of ([EditionCheck])
/// and the answers are put together ([ClaimChecker]). Nothing is asserted that the library does not
/// hold: a text that is not there, or an act that was not understood, is not checkable.
///
/// Begin with [ClaimChecker].
@NullMarked
package org.plumbline.ask.claims;

import org.jspecify.annotations.NullMarked;
