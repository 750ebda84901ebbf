/// Plain words into slots and a scenario, with the words that caused each reading.
///
/// Every word the reader knows stands in `codes/words.yaml`; nothing here knows English. A question
/// is cut into [Token]s, its phrases are found in the [Lexicon], the people in it are tied to each
/// other ([Cast]), and then each slot is read from what was found. Nothing here decides a case,
/// reads a file or asks what day it is; what cannot be read is said to be so, never guessed.
///
/// Begin with [QuestionReader], then [Reading], then [Cast].
@NullMarked
package org.plumbline.ask;

import org.jspecify.annotations.NullMarked;
