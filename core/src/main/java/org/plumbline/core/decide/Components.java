package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What one text says of one act toward one person: each kind of norm on its own, so that a
/// contradiction stays visible.
///
/// @param forbidden some norm that stands forbids it
/// @param advisedAgainst some norm that stands advises against it
/// @param required some norm that stands requires it
/// @param advised some norm that stands advises it
/// @param allowed some norm that stands allows it in words
/// @param obliged something is to be done or weighed by whoever does it
/// @param spokenOf the text has norms on such acts at all
record Components<P>(
        P forbidden, P advisedAgainst, P required, P advised, P allowed, P obliged, P spokenOf) {

    /// The name of the verdict: the first line that fits.
    Map<Headline, P> headlines(Logic<P> logic) {
        Map<Headline, P> named = new EnumMap<>(Headline.class);
        P rest = logic.yes();
        rest = take(named, logic, rest, Headline.DILEMMA, logic.and(forbidden, required));
        rest = take(named, logic, rest, Headline.CONTESTED, logic.and(forbidden, allowed));
        rest = take(named, logic, rest, Headline.PROHIBITED, forbidden);
        rest =
                take(
                        named,
                        logic,
                        rest,
                        Headline.REQUIRED_WITH_CAUTION,
                        logic.and(required, advisedAgainst));
        rest = take(named, logic, rest, Headline.REQUIRED, required);
        rest =
                take(
                        named,
                        logic,
                        rest,
                        Headline.TENSION,
                        logic.and(advisedAgainst, logic.or(advised, allowed)));
        rest = take(named, logic, rest, Headline.ADVISED_AGAINST, advisedAgainst);
        rest =
                take(
                        named,
                        logic,
                        rest,
                        Headline.PERMITTED_WITH_DUTIES,
                        logic.and(allowed, obliged));
        rest = take(named, logic, rest, Headline.PERMITTED, allowed);
        rest = take(named, logic, rest, Headline.ADVISED, advised);
        rest = take(named, logic, rest, Headline.OPEN_WITH_DUTIES, obliged);
        rest = take(named, logic, rest, Headline.NOT_ADDRESSED, spokenOf);
        named.put(Headline.SILENT, rest);
        return named;
    }

    private static <P> P take(
            Map<Headline, P> named, Logic<P> logic, P rest, Headline headline, P fits) {
        named.put(headline, logic.and(rest, fits));
        return logic.and(rest, logic.not(fits));
    }

    /// Several texts, or several links of one person, taken together: everything counts, save that
    /// a permission survives only where nothing else speaks against the act.
    ///
    /// A text that contradicts itself stays contested, so that joining it with itself changes
    /// nothing.
    static <P> Components<P> join(Logic<P> logic, List<Components<P>> all) {
        if (all.size() == 1) {
            return all.getFirst();
        }
        P forbidden = logic.no();
        P advisedAgainst = logic.no();
        P required = logic.no();
        P advised = logic.no();
        P allowed = logic.no();
        P obliged = logic.no();
        P spokenOf = logic.no();
        List<P> unopposed = new ArrayList<>();
        for (Components<P> one : all) {
            forbidden = logic.or(forbidden, one.forbidden());
            advisedAgainst = logic.or(advisedAgainst, one.advisedAgainst());
            required = logic.or(required, one.required());
            advised = logic.or(advised, one.advised());
            allowed = logic.or(allowed, one.allowed());
            obliged = logic.or(obliged, one.obliged());
            spokenOf = logic.or(spokenOf, one.spokenOf());
            P against = logic.or(one.forbidden(), one.advisedAgainst());
            unopposed.add(logic.or(logic.not(against), one.allowed()));
        }
        if (!logic.excluded(allowed)) {
            for (P one : unopposed) {
                allowed = logic.and(allowed, one);
            }
        }
        return new Components<>(
                forbidden, advisedAgainst, required, advised, allowed, obliged, spokenOf);
    }
}
