/// Plumbline as a web application on one's own machine: pages, REST, MCP.
///
/// A request goes through `guard` (headers, limits), then to a page or an interface, which asks the
/// [org.plumbline.server.desk.Desk] and shows what it was told. Nothing is stored here, nothing of a
/// question is logged, and no address holds free text.
///
/// Begin with [PlumblineServer], then [org.plumbline.server.desk.Desk].
@NullMarked
package org.plumbline.server;

import org.jspecify.annotations.NullMarked;
