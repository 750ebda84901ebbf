/// The library to look through: every text, edition, provision and norm, what superseded what, who
/// takes in whom, and the cases that prove a norm.
///
/// Addresses are made of the ids that files and citations carry, so they stay: `/codes/nasw-2021`,
/// `/codes/nasw-2021/1.06(c)`. Begin with [ExplorerPage].
@NullMarked
package org.plumbline.server.explore;

import org.jspecify.annotations.NullMarked;
