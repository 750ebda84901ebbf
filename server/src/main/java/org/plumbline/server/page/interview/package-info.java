/// The same case one question at a time: everything that was answered stands in the address.
@NullMarked
package org.plumbline.server.page.interview;

import org.jspecify.annotations.NullMarked;
