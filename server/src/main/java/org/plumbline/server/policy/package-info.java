/// The page on which a practice puts a policy together, and the policy as a file.
///
/// What can be chosen and how it is checked is `org.plumbline.answer.policy`. Everything chosen is in the
/// address, as ids; names and numbers of the practice are filled in later, in the file.
@NullMarked
package org.plumbline.server.policy;

import org.jspecify.annotations.NullMarked;
