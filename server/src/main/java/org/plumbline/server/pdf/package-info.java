/// Pages as tagged PDF (PDF/UA-1), for whoever files or prints them.
///
/// A page comes here as HTML; nothing that it names outside itself is fetched. What a record or a
/// policy says is written elsewhere: this room only sets type.
@NullMarked
package org.plumbline.server.pdf;

import org.jspecify.annotations.NullMarked;
