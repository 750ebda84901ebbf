/// The facts of a case, each known, unknown, or one of several possible values.
///
/// Nothing here decides, and nothing here fills in what was not said, except where a case asks in
/// words for the ordinary (`rest: ordinary`).
///
/// Begin with [Scenario], then [Known].
@NullMarked
package org.plumbline.core.scenario;

import org.jspecify.annotations.NullMarked;
