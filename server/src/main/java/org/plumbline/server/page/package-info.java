/// The pages that people read. A page turns a request into a view: a record of what its template
/// shows. Templates hold no logic beyond loops and conditions.
@NullMarked
package org.plumbline.server.page;

import org.jspecify.annotations.NullMarked;
