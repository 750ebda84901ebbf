/// What is shown where there is nothing to show: a wrong address, an expired form, a fault.
@NullMarked
package org.plumbline.server.problem;

import org.jspecify.annotations.NullMarked;
