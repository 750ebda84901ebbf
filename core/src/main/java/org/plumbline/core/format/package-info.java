/// How the files of a library are laid out, and what an editor may complete in them.
///
/// [Formatter] writes the sentence of each norm into its file and changes nothing else that means
/// anything. [Schemas] turns the vocabulary into JSON Schema, so that an editor knows every word.
/// Both take text and give text; reading and writing files is left to the caller.
///
/// Begin with [Formatter], then [Schemas].
@NullMarked
package org.plumbline.core.format;

import org.jspecify.annotations.NullMarked;
