/// What every page shows of a verdict: its mark, how well it is known, and how it runs over time.
@NullMarked
package org.plumbline.server.page.verdict;

import org.jspecify.annotations.NullMarked;
