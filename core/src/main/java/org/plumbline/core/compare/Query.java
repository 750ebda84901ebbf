package org.plumbline.core.compare;

import java.util.stream.Stream;

/// A question that is put to a text, or to two texts side by side.
interface Query {

    /// What it finds.
    Kind kind();

    /// The answers, each with a case or with what shows that there is none.
    Stream<Insight> of(Study study);
}
