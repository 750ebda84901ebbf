/// What every request must pass and every response must carry: headers, limits, no traces.
@NullMarked
package org.plumbline.server.guard;

import org.jspecify.annotations.NullMarked;
