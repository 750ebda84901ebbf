/// The page on which a text is held against the library, sentence by sentence. What is pasted is
/// read, marked and forgotten.
@NullMarked
package org.plumbline.server.claims;

import org.jspecify.annotations.NullMarked;
