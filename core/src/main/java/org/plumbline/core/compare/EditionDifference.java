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
import org.plumbline.core.norm.Norm;
import org.plumbline.core.vocabulary.Party;

/// What one edition changed of another, counted and sorted: what a member may no longer, may now,
/// must now, and no longer must.
///
/// Both are read as they stand, whatever the day on which each was in force; the facts of a case are
/// the same for both.
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
        MAY_NO_LONGER("may-no-longer", "may no longer"),
        /// Advised against now, and was neither that nor forbidden.
        SHOULD_NO_LONGER("should-no-longer", "should no longer"),
        /// No longer forbidden; that alone is not permission.
        MAY_NOW("may-now", "may now, as far as being forbidden goes,"),
        /// Expressly allowed now, and was not.
        ALLOWED_NOW("allowed-now", "is now expressly allowed to"),
        /// Required now, or a duty now for whoever does it.
        MUST_NOW("must-now", "must now"),
        /// Required before, or a duty before for whoever did it, and neither forbids it now.
        NO_LONGER_MUST("no-longer-must", "no longer must");

        private final String id;
        private final String says;

        Sort(String id, String says) {
            this.id = id;
            this.says = says;
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
    public record Change(
            Sort sort,
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
    public int count(Sort sort) {
        return changes.stream()
                .filter(c -> c.sort() == sort)
                .mapToInt(c -> c.acts().size() * Math.max(1, c.people().size()))
                .sum();
    }

    /// The changes of one sort.
    public List<Change> changes(Sort sort) {
        return changes.stream().filter(c -> c.sort() == sort).toList();
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
            for (Changed claim : claims(study, before, after, group)) {
                var outcome = study.find(List.of(group), claim);
                if (outcome.search() instanceof Search.NotDetermined(var why)) {
                    undone.add(why);
                } else if (outcome.search() instanceof Search.Case(var witness)) {
                    changes.getOrDefault(claim.sort(), new ArrayList<>())
                            .add(
                                    new Change(
                                            claim.sort(),
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
            Study study, Edition before, Edition after, List<String> group) {
        boolean bound = Comparison.bound(study, group);
        List<Changed> claims = new ArrayList<>();
        for (Sort sort : Sort.values()) {
            claims.add(new Changed(before, after, sort, Optional.empty(), bound));
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
            claims.add(new Changed(before, after, Sort.MUST_NOW, Optional.of(duty), bound));
            claims.add(new Changed(before, after, Sort.NO_LONGER_MUST, Optional.of(duty), bound));
        }
        return claims;
    }

    /// That a case is of one sort.
    private record Changed(
            Edition before, Edition after, Sort sort, Optional<String> duty, boolean bound)
            implements Claim {
        @Override
        public <P> P in(Account<P> account) {
            Said<P> old = account.said(before);
            Said<P> now = account.said(after);
            P where = Claims.circumstances(account, List.of(before, after), bound);
            return account.and(
                    where,
                    duty.isPresent()
                            ? ofDuty(account, old, now, duty.get())
                            : ofAct(account, old, now));
        }

        private <P> P ofAct(Account<P> account, Said<P> old, Said<P> now) {
            return switch (sort) {
                case MAY_NO_LONGER -> gone(account, now.forbidden(), old.forbidden());
                case SHOULD_NO_LONGER ->
                        account.and(
                                gone(account, now.advisedAgainst(), now.forbidden()),
                                account.not(account.or(old.forbidden(), old.advisedAgainst())));
                case MAY_NOW -> gone(account, old.forbidden(), now.forbidden());
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
