/// REST under `/api/v1`: what the command line answers, in the same JSON.
///
/// An [Operation] says what it takes and gives and how it is answered; the routes
/// ([ApiRoutes]), the description ([OpenApi]) and the page to try it ([TryPage]) are all made from
/// the one list in [Operations]. What a caller got wrong is a [Problem] with the findings' codes.
@NullMarked
package org.plumbline.server.api;

import org.jspecify.annotations.NullMarked;
