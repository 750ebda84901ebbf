/// The commands: what a person or a script types, and how an answer is printed.
///
/// Nothing is decided here. A command reads its input, asks `core` or `ask`, and prints either
/// plain text or the JSON that scripts rely on. Only this outermost layer knows what day it is.
///
/// Begin with [Main].
@NullMarked
package org.plumbline.cli;

import org.jspecify.annotations.NullMarked;
