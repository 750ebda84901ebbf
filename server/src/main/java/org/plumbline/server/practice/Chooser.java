package org.plumbline.server.practice;

import java.util.List;

/// The three lists from which somebody chooses what to practise on; each holds only what there are
/// cases for.
public record Chooser(List<Item> professions, List<Item> places, List<Item> topics) {

    /// One entry.
    ///
    /// @param id stands in the address
    public record Item(String id, String says, boolean chosen) {}
}
