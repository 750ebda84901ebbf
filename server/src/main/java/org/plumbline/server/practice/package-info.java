/// Vignettes to practise on, made out of the cases that prove the library.
///
/// A vignette is a case somebody derived from a text by hand. The evaluator gives the right answer, and the
/// wrong ones are what the same text answers to a neighbouring case or another text to one like it, so
/// that exactly one of the four is right. Everything follows from the address: no answer and no score
/// is kept.
///
/// Begin with [PracticePage], then [ExerciseMaker].
@NullMarked
package org.plumbline.server.practice;

import org.jspecify.annotations.NullMarked;
