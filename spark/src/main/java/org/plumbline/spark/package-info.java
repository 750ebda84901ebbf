/// The decisions of a caseload on a cluster: columns in, columns out, by the same code as on one
/// machine.
@NullMarked
package org.plumbline.spark;

import org.jspecify.annotations.NullMarked;
