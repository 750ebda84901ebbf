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

    /// Whether what it finds in an edition depends on nothing but that edition, those it borrows from, and
    /// what all editions share, so that it is the same again while these are.
    default boolean withinEdition() {
        return true;
    }
}
