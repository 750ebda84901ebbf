/// One question as a form, and what somebody answered to it.
@NullMarked
package org.plumbline.server.page.question;

import org.jspecify.annotations.NullMarked;
