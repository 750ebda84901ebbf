package org.plumbline.core.decide;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// For each headline, the cases that have it; and for sets of headlines, the cases that have one.
class Named<P> {

    private final Logic<P> logic;
    private final Map<Headline, P> headlines;
    private final Map<Set<Headline>, P> anyOf = new HashMap<>();

    Named(Logic<P> logic, Map<Headline, P> headlines) {
        this.logic = logic;
        this.headlines = headlines;
    }

    /// The cases that have one of these.
    P anyOf(Set<Headline> wanted) {
        P known = anyOf.get(wanted);
        if (known == null) {
            known = logic.no();
            for (Headline headline : wanted) {
                known =
                        logic.or(
                                known,
                                Optional.ofNullable(headlines.get(headline)).orElse(logic.no()));
            }
            anyOf.put(wanted, known);
        }
        return known;
    }

    /// Whether a norm is so in some case that has one of these.
    boolean meets(P norm, Set<Headline> wanted) {
        return logic.meet(norm, anyOf(wanted));
    }
}
