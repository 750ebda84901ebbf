package org.plumbline.core.check;

import java.util.stream.Stream;
import org.plumbline.core.load.Finding;

/// A claim about a library that can be read, and the places where it is not so.
///
/// The class is named as the claim. Each has a page, `docs/checks/<code>.md`, and a folder of bad
/// files with the findings they must give.
public interface Check {

    /// The code of every finding that this check makes.
    String code();

    /// Where the claim does not hold.
    Stream<Finding> findings(Bookshelf library);
}
