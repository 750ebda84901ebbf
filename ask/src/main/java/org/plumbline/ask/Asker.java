package org.plumbline.ask;

/// Who is asking, as far as the words tell.
enum Asker {
    PRACTITIONER,
    CLIENT,
    /// Somebody close to a client: the parent, the partner, the friend.
    RELATIVE,
    SUPERVISEE,
    STUDENT,
    UNSAID
}
