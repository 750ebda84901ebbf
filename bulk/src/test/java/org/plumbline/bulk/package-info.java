/// What proves that the compiled form and the plain evaluator say the same.
@NullMarked
package org.plumbline.bulk;

import org.jspecify.annotations.NullMarked;
