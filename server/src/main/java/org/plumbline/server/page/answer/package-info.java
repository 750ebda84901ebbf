/// The answer to one case: how it was read, what each text says, what is missing, what would change
/// it.
///
/// Begin with [AnswerPage], then [AnswerViews], which makes a decision into an [AnswerView].
@NullMarked
package org.plumbline.server.page.answer;

import org.jspecify.annotations.NullMarked;
