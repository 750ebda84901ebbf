/// The open library and what answers from it, one for the whole process.
@NullMarked
package org.plumbline.server.desk;

import org.jspecify.annotations.NullMarked;
