/// From a question or a scenario to its answer, and the JSON of it, which is a contract.
///
/// Every face shares these steps: the command line, the pages, the interfaces for programs. Nothing
/// here prints, listens or knows who asks through which of them. Maps become text in
/// [Json] alone; keys are in snake_case, ids in kebab-case.
///
/// Begin with [Shelf], which opens the library, then [Asking] and [Deciding].
@NullMarked
package org.plumbline.answer;

import org.jspecify.annotations.NullMarked;
