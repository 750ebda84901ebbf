/// Where a question is put in plain words, and what is said where it has no answer.
@NullMarked
package org.plumbline.server.page.ask;

import org.jspecify.annotations.NullMarked;
