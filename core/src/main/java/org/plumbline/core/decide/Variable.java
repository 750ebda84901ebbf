package org.plumbline.core.decide;

import java.util.List;

/// One thing that is not known, with the groups of values that the texts tell apart.
///
/// @param level its place in the order of diagrams
/// @param fact the fact it belongs to; for a reading, the point that is open
/// @param owner the link it belongs to, the edition whose reading it is, or empty when shared
/// @param part for a fact with any number of values, the value or group that this variable is
///     about; otherwise empty
/// @param values what its values are called: `true`, `current`, `2021-03-01 to 2021-03-15`
/// @param reading whether it is a point of interpretation and not a fact
record Variable(
        int level, String fact, String owner, String part, List<String> values, boolean reading) {}
