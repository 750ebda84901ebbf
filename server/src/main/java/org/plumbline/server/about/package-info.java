/// What the library rests on, and what the server does with what it is asked.
@NullMarked
package org.plumbline.server.about;

import org.jspecify.annotations.NullMarked;
