/// Pages that set texts beside one another: over time, act by act, edition by edition.
///
/// Charts are those of the core, drawn into the page; each stands beside a table with the same
/// content. What takes more than a moment is worked out in the background ([Workshop]) and kept for a
/// while. Begin with [TimelinePage] and [ComparePage].
@NullMarked
package org.plumbline.server.chart;

import org.jspecify.annotations.NullMarked;
