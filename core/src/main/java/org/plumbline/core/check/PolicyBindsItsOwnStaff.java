package org.plumbline.core.check;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.load.Finding;
import org.plumbline.core.norm.Edition;

/// An employer's policy binds the staff of the employer who issued it, and of no other.
final class PolicyBindsItsOwnStaff implements Check {

    @Override
    public String code() {
        return "edition.employer.other";
    }

    @Override
    public Stream<Finding> findings(Bookshelf library) {
        return library.editions()
                .filter(e -> e.level().equals(Edition.EMPLOYER_POLICY))
                .filter(e -> !employers(e.binds()).equals(Set.of(e.body())))
                .map(e ->
                        Finding.error(
                                code(),
                                library.head(e, "binds"),
                                employers(e.binds()).isEmpty()
                                        ? "an employer's policy that names no employer"
                                        : "an employer's policy that binds the staff of another",
                                "{employer: %s} in `binds`, the body that issued it"
                                        .formatted(e.body()),
                                "write {employer: %s}, or name the employer as `body:`"
                                        .formatted(e.body())));
    }

    private static Set<String> employers(Condition condition) {
        Set<String> all = new LinkedHashSet<>();
        switch (condition) {
            case Condition.Has(var fact, _, var leaves) -> {
                if (fact.id().equals("employer")) {
                    all.addAll(leaves);
                }
            }
            case Condition.All(var parts) -> parts.forEach(p -> all.addAll(employers(p)));
            case Condition.Any(var parts) -> parts.forEach(p -> all.addAll(employers(p)));
            default -> {}
        }
        return all;
    }
}
