/// Every page in a real browser: one Chromium and one server for the whole run.
///
/// A page or a state of one is a line in [Pages]; [EveryPageTest] then looks at it in every
/// [Look]. A test of its own opens a page through [Chromium].
@NullMarked
package org.plumbline.server.browser;

import org.jspecify.annotations.NullMarked;
