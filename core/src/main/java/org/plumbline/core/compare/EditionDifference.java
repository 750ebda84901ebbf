package org.plumbline.core.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.core.decide.Account;
import org.plumbline.core.decide.Claim;
import org.plumbline.core.decide.Said;
import org.plumbline.core.decide.Search;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.decide.TooManyCases;
import org.plumbline.core.decide.Witness;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Encoded;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.vocabulary.Party;

/// What one edition changed of another, counted and sorted: what a member may no longer, may now,
/// must now, and no longer must.
///
/// Both are read as they stand, whatever the day on which each was in force; the facts of a case are
/// the same for both. Where one of the two says nothing of a case and the library holds only part of
/// it, whether anything changed is not known, and the change is told apart from the others
/// ([Change#held]): a gap of ours is no silence of a code.
///
/// @param changes in the order of [Sort], then act by act
/// @param undetermined why some change may be missing; empty where none is
public record EditionDifference(
        Edition before, Edition after, List<Change> changes, String undetermined) {

    public EditionDifference {
        changes = List.copyOf(changes);
    }

    /// In which way something changed.
    public enum Sort {
        /// Forbidden now, and was not.
        MAY_NO_LONGER("may-no-longer", "may no longer", "forbids"),
        /// Advised against now, and was neither that nor forbidden.
        SHOULD_NO_LONGER("should-no-longer", "should no longer", "advises against"),
        /// No longer forbidden; that alone is not permission.
        MAY_NOW("may-now", "may now, as far as being forbidden goes", "forbade"),
        /// No longer advised against, nor forbidden; that alone is not permission.
        NO_LONGER_ADVISED_AGAINST(
                "no-longer-advised-against", "is no longer advised against", "advised against"),
        /// Expressly allowed now, and was not.
        ALLOWED_NOW("allowed-now", "is now expressly allowed to", "expressly allows"),
        /// Required now, or a duty now for whoever does it.
        MUST_NOW("must-now", "must now", "requires"),
        /// Required before, or a duty before for whoever did it, and neither forbids it now.
        NO_LONGER_MUST("no-longer-must", "no longer must", "required");

        private final String id;
        private final String says;
        private final String does;

        Sort(String id, String says, String does) {
            this.id = id;
            this.says = says;
            this.does = does;
        }

        /// Whether something lapsed, so that it is the later edition which no longer says it.
        boolean lapsed() {
            return this == MAY_NOW || this == NO_LONGER_ADVISED_AGAINST || this == NO_LONGER_MUST;
        }

        /// What is told where the other edition says nothing and is held only in part: "ACA 2014
        /// forbids, and of ACA 2005 too little is held to tell whether that is new".
        ///
        /// @param before what the earlier edition is called
        /// @param after what the later edition is called
        public String notKnown(String before, String after) {
            return lapsed()
                    ? "%s %s, and of %s too little is held to tell whether it still does"
                            .formatted(before, does, after)
                    : "%s %s, and of %s too little is held to tell whether that is new"
                            .formatted(after, does, before);
        }

        /// The word in JSON.
        public String id() {
            return id;
        }

        /// How it reads after "a member".
        public String says() {
            return says;
        }
    }

    /// One change.
    ///
    /// @param acts acts that neither edition tells apart
    /// @param duty the safeguard that is, or was, owed; empty where the act itself is meant
    /// @param people the kinds of person toward whom it changed in some case
    /// @param story one case of it
    /// @param held whether both editions say something of the case, or the one that does not is held
    ///     as far as its boundaries go
    public record Change(
            Sort sort,
            boolean held,
            List<String> acts,
            Optional<String> duty,
            List<String> people,
            String story,
            Witness witness) {
        public Change {
            acts = List.copyOf(acts);
            people = List.copyOf(people);
        }
    }

    /// How many kinds of act toward how many kinds of person changed in this way.
    ///
    /// @param held of the changes that are known, or of those of which one side is not held
    public int count(Sort sort, boolean held) {
        return changes(sort, held).stream()
                .mapToInt(c -> c.acts().size() * Math.max(1, c.people().size()))
                .sum();
    }

    /// The changes of one sort that are known, or those of which one side is not held.
    public List<Change> changes(Sort sort, boolean held) {
        return changes.stream().filter(c -> c.sort() == sort && c.held() == held).toList();
    }

    /// Compares two editions.
    ///
    /// @param acts the acts to look at; empty means every one that either speaks of
    public static EditionDifference of(
            Survey survey, Edition before, Edition after, Collection<String> acts, Limit limit) {
        var study = new Study(survey, List.of(before, after), limit);
        Map<Sort, List<Change>> changes = new LinkedHashMap<>();
        Set<String> undone = new LinkedHashSet<>();
        List<List<String>> groups = Comparison.groups(study, acts);
        for (Sort sort : Sort.values()) {
            changes.put(sort, new ArrayList<>());
        }
        for (List<String> group : groups) {
            for (Changed claim : claims(study, before, after, group, undone)) {
                var outcome = study.find(List.of(group), claim);
                if (outcome.search() instanceof Search.NotDetermined(var why)) {
                    undone.add(why);
                } else if (outcome.search() instanceof Search.Case(var witness)) {
                    changes.getOrDefault(claim.sort(), new ArrayList<>())
                            .add(
                                    new Change(
                                            claim.sort(),
                                            claim.held(),
                                            group,
                                            claim.duty(),
                                            people(study, group, claim, undone),
                                            Words.story(study.library(), witness),
                                            witness));
                }
            }
        }
        return new EditionDifference(
                before,
                after,
                changes.values().stream().flatMap(List::stream).toList(),
                String.join("; ", undone));
    }

    /// The kinds of person that the two name, toward whom it is so in some case.
    private static List<String> people(
            Study study, List<String> group, Changed claim, Set<String> undone) {
        Map<String, Party> named = new LinkedHashMap<>();
        for (Edition edition : study.editions()) {
            for (Norm norm : edition.norms()) {
                if (norm instanceof Norm.Directive d
                        && d.acts().leaves().contains(group.getFirst())) {
                    d.with().forEach(p -> named.put(p.id(), p));
                }
            }
        }
        List<String> people = new ArrayList<>();
        for (Party party : named.values()) {
            var toward = new Toward(claim, study.text(), party);
            for (var day : study.days(group)) {
                try {
                    if (study.slice(group, day)
                            .map(s -> s.cases().possible(toward))
                            .orElse(false)) {
                        people.add(party.id());
                        break;
                    }
                } catch (TooManyCases limit) {
                    undone.add(String.valueOf(limit.getMessage()));
                }
            }
        }
        return people;
    }

    /// A change toward one kind of person, whom one of the two names.
    private record Toward(Claim claim, Edition text, Party party) implements Claim {
        @Override
        public <P> P in(Account<P> account) {
            return account.and(account.fits(text, party), claim.in(account));
        }
    }

    private static List<Changed> claims(
            Study study, Edition before, Edition after, List<String> group, Set<String> undone) {
        boolean bound = Comparison.bound(study, group, undone);
        List<Changed> claims = new ArrayList<>();
        for (Sort sort : Sort.values()) {
            both(claims, before, after, sort, Optional.empty(), bound);
        }
        Set<String> duties = new TreeSet<>();
        for (Edition edition : study.editions()) {
            for (Norm norm : edition.norms()) {
                if (norm instanceof Norm.Directive d
                        && d.acts().leaves().contains(group.getFirst())) {
                    d.duties().forEach(f -> duties.add(f.id()));
                    d.butMay().ifPresent(b -> b.duties().forEach(f -> duties.add(f.id())));
                }
            }
        }
        for (String duty : duties) {
            both(claims, before, after, Sort.MUST_NOW, Optional.of(duty), bound);
            both(claims, before, after, Sort.NO_LONGER_MUST, Optional.of(duty), bound);
        }
        return claims;
    }

    /// The change, and apart from it the change of which one side is not held.
    private static void both(
            List<Changed> claims,
            Edition before,
            Edition after,
            Sort sort,
            Optional<String> duty,
            boolean bound) {
        claims.add(new Changed(before, after, sort, duty, bound, true));
        if ((sort.lapsed() ? after : before).encoded() == Encoded.EXCERPT) {
            claims.add(new Changed(before, after, sort, duty, bound, false));
        }
    }

    /// That a case is of one sort.
    ///
    /// @param held as [Change#held]
    private record Changed(
            Edition before,
            Edition after,
            Sort sort,
            Optional<String> duty,
            boolean bound,
            boolean held)
            implements Claim {
        @Override
        public <P> P in(Account<P> account) {
            Said<P> old = account.said(before);
            Said<P> now = account.said(after);
            P where =
                    account.and(
                            Claims.circumstances(account, List.of(before, after), bound),
                            held(account, sort.lapsed() ? now : old));
            return account.and(
                    where,
                    duty.isPresent()
                            ? ofDuty(account, old, now, duty.get())
                            : ofAct(account, old, now));
        }

        /// Where the edition that does not say it speaks of the case at all, or of one held in part
        /// does not.
        private <P> P held(Account<P> account, Said<P> other) {
            if ((sort.lapsed() ? after : before).encoded() != Encoded.EXCERPT) {
                return account.yes();
            }
            P speaks = account.no();
            for (P one :
                    List.of(
                            other.forbidden(),
                            other.advisedAgainst(),
                            other.required(),
                            other.advised(),
                            other.allowed(),
                            other.obliged())) {
                speaks = account.or(speaks, one);
            }
            return held ? speaks : account.not(speaks);
        }

        private <P> P ofAct(Account<P> account, Said<P> old, Said<P> now) {
            return switch (sort) {
                case MAY_NO_LONGER -> gone(account, now.forbidden(), old.forbidden());
                case SHOULD_NO_LONGER ->
                        account.and(
                                gone(account, now.advisedAgainst(), now.forbidden()),
                                account.not(account.or(old.forbidden(), old.advisedAgainst())));
                case MAY_NOW -> gone(account, old.forbidden(), now.forbidden());
                case NO_LONGER_ADVISED_AGAINST ->
                        account.and(
                                gone(account, old.advisedAgainst(), old.forbidden()),
                                account.not(account.or(now.forbidden(), now.advisedAgainst())));
                case ALLOWED_NOW ->
                        gone(
                                account,
                                gone(account, now.allowed(), old.allowed()),
                                account.or(old.forbidden(), now.forbidden()));
                case MUST_NOW -> gone(account, now.required(), old.required());
                case NO_LONGER_MUST -> gone(account, old.required(), now.required());
            };
        }

        /// A duty for whoever does what neither edition forbids.
        private <P> P ofDuty(Account<P> account, Said<P> old, Said<P> now, String id) {
            P was = old.must().getOrDefault(id, account.no());
            P is = now.must().getOrDefault(id, account.no());
            return gone(
                    account,
                    sort == Sort.MUST_NOW ? gone(account, is, was) : gone(account, was, is),
                    account.or(old.forbidden(), now.forbidden()));
        }

        private static <P> P gone(Account<P> account, P here, P there) {
            return account.and(here, account.not(there));
        }
    }
}
