package org.plumbline.core.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.plumbline.core.decide.Cases;
import org.plumbline.core.decide.Claim;
import org.plumbline.core.decide.Search;
import org.plumbline.core.decide.Stated;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.decide.TooManyCases;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.NormName;
import org.plumbline.core.vocabulary.Party;

/// One text, or two side by side, cut into slices that can be looked at one by one: each act the
/// texts tell apart, on each day that stands for others.
final class Study {

    private final Survey survey;
    private final List<Edition> editions;
    private final Optional<Party> party;
    private final Limit limit;
    private final Set<String> nobody = new LinkedHashSet<>();
    private final Map<String, List<LocalDate>> days = new HashMap<>();
    private final Map<String, Optional<Slice>> slices = new HashMap<>();
    private final Map<Kind, SequencedMap<NormName, Stated>> left = new EnumMap<>(Kind.class);
    private List<List<String>> acts = List.of();
    private boolean cutShort;

    /// What was found before of a part of what a query asks.
    interface Parts {
        /// What was found, or what is found now.
        ///
        /// @param what the query, and the norms if it asks after some
        /// @param acts the acts among which it looks
        List<Insight> of(String what, List<List<String>> acts, Supplier<List<Insight>> look);

        /// Everything is looked at.
        Parts ALL = (_, _, look) -> look.get();
    }

    private final Parts parts;

    Study(Survey survey, List<Edition> editions, Limit limit) {
        this(survey, editions, limit, Parts.ALL);
    }

    Study(Survey survey, List<Edition> editions, Limit limit, Parts parts) {
        this(survey, editions, Optional.empty(), limit, parts);
    }

    /// @param party the person; absent means anybody
    Study(Survey survey, List<Edition> editions, Optional<Party> party, Limit limit) {
        this(survey, editions, party, limit, Parts.ALL);
    }

    private Study(
            Survey survey,
            List<Edition> editions,
            Optional<Party> party,
            Limit limit,
            Parts parts) {
        this.parts = parts;
        this.party = party;
        this.survey = survey;
        this.editions = List.copyOf(editions);
        this.limit = limit;
    }

    /// One act on one day, and every case of it.
    record Slice(List<String> acts, LocalDate day, Cases cases) {
        String act() {
            return acts.getFirst();
        }
    }

    Library library() {
        return survey.library();
    }

    /// What a query finds of one norm, which rests on what the texts say of the acts it can matter to.
    Stream<Insight> part(Kind kind, Stated norm, Supplier<Stream<Insight>> look) {
        return part(kind, norm, "", look);
    }

    /// The same, of one way in which the norm is taken.
    Stream<Insight> part(Kind kind, Stated norm, String how, Supplier<Stream<Insight>> look) {
        String what = "%s %s %s %s".formatted(kind, norm.cite(), norm.name(), how);
        return parts
                .of(
                        what,
                        acts(norm),
                        () -> {
                            if (spent()) {
                                leave(kind, norm);
                                return List.of();
                            }
                            return look.get().toList();
                        })
                .stream();
    }

    /// Notes that there was no time for a norm, or for all of what a query asks of it.
    void leave(Kind kind, Stated norm) {
        left.computeIfAbsent(kind, _ -> new LinkedHashMap<>()).put(norm.name(), norm);
    }

    /// What there was no time for, as one insight for each query: nothing is known of these norms.
    List<Insight> left() {
        List<Insight> all = new ArrayList<>();
        left.forEach((kind, norms) -> {
            Stated first = norms.firstEntry().getValue();
            all.add(
                    new Insight(
                            kind,
                            editions.stream().map(Edition::id).toList(),
                            List.of(first.name()),
                            norms.size() == 1
                                    ? "not determined: %s was not looked at"
                                            .formatted(Words.norm(library(), first))
                                    : "not determined: %s and %s were not looked at"
                                            .formatted(
                                                    Words.norm(library(), first),
                                                    Words.count(
                                                            norms.size() - 1,
                                                            "norm more of its text",
                                                            "norms more of its text")),
                            "",
                            TIME_WAS_UP,
                            "give it more time (`--seconds`)",
                            false));
        });
        return all;
    }

    /// What a query finds of acts that the texts do not tell apart.
    Stream<Insight> part(Kind kind, List<String> group, Supplier<Stream<Insight>> look) {
        return parts.of(kind.toString(), List.of(group), () -> look.get().toList()).stream();
    }

    List<Edition> editions() {
        return editions;
    }

    /// Two other texts side by side, with the same limit.
    Study beside(Edition one, Edition other) {
        return new Study(survey, List.of(one, other), limit);
    }

    /// The first, or only, text.
    Edition text() {
        return editions.getFirst();
    }

    /// The second text.
    Edition other() {
        return editions.getLast();
    }

    /// What a text states itself.
    List<Stated> own(Edition edition) {
        return survey.stated(edition).stream().filter(Stated::own).toList();
    }

    /// What a text states, borrowed norms included.
    List<Stated> stated(Edition edition) {
        return survey.stated(edition);
    }

    /// Acts that the texts do not tell apart, together.
    List<List<String>> acts() {
        if (acts.isEmpty()) {
            acts = survey.acts(editions);
        }
        return acts;
    }

    /// The acts among which a norm can matter.
    List<List<String>> acts(Stated... norms) {
        LocalDate day = survey.day(editions);
        return acts().stream()
                .filter(group ->
                        List.of(norms).stream()
                                .allMatch(n -> survey.matters(n, group.getFirst(), day)))
                .toList();
    }

    /// Whether a norm can matter to one of these acts.
    boolean matters(Stated norm, List<String> group) {
        return survey.matters(norm, group.getFirst(), survey.day(editions));
    }

    /// The days that stand for every day of one of these acts.
    List<LocalDate> days(List<String> group) {
        return days.computeIfAbsent(group.getFirst(), act -> survey.days(editions, act));
    }

    /// The cases of an act on a day; empty when they are too many to lay out.
    Optional<Slice> slice(List<String> group, LocalDate day) {
        return slices.computeIfAbsent(
                group.getFirst() + " " + day,
                _ -> {
                    try {
                        return Optional.of(
                                new Slice(
                                        group,
                                        day,
                                        survey.cases(
                                                editions,
                                                group.getFirst(),
                                                day,
                                                party,
                                                limit.nodes())));
                    } catch (TooManyCases _) {
                        return Optional.empty();
                    } catch (IllegalArgumentException _) {
                        nobody.add(group.getFirst());
                        return Optional.empty();
                    }
                });
    }

    /// What came of looking through slices: the first case, with where it was found.
    ///
    /// @param looked how many acts and days were looked at
    record Outcome(Search search, Optional<Slice> at, String looked) {
        boolean none() {
            return search instanceof Search.None;
        }

        boolean found() {
            return search instanceof Search.Case || search instanceof Search.Turn;
        }
    }

    /// Why a norm or a slice was not looked at.
    static final String TIME_WAS_UP = "the time was up";

    /// Why a slice was not looked at.
    static final String TOO_MANY = "the cases are too many to lay out";

    /// Whether nobody at all could do such an act, so that there is nothing to look at.
    boolean nobody(List<String> group) {
        return nobody.contains(group.getFirst());
    }

    /// Looks act by act, day by day, until a case is found.
    Outcome first(List<List<String>> among, Function<Cases, Search> look) {
        Optional<String> undone = Optional.empty();
        int looked = 0;
        Set<LocalDate> days = new LinkedHashSet<>();
        for (List<String> group : among) {
            for (LocalDate day : days(group)) {
                if (spent()) {
                    return new Outcome(new Search.NotDetermined(TIME_WAS_UP), Optional.empty(), "");
                }
                Optional<Slice> slice = slice(group, day);
                if (slice.isEmpty()) {
                    if (!nobody.contains(group.getFirst())) {
                        undone = Optional.of(TOO_MANY);
                    }
                    continue;
                }
                looked++;
                days.add(day);
                Search search = looked(look, slice.get().cases());
                switch (search) {
                    case Search.Case _, Search.Turn _ -> {
                        return new Outcome(search, slice, "");
                    }
                    case Search.None _ -> {}
                    case Search.NotDetermined(var why) -> undone = Optional.of(why);
                }
            }
        }
        String told =
                "looked at %s on %s, %s in all; no case fits"
                        .formatted(
                                Words.count(among.size(), "kind of act", "kinds of act"),
                                Words.count(days.size(), "kind of day", "kinds of day"),
                                Words.count(looked, "diagram", "diagrams"));
        return new Outcome(
                undone.<Search>map(Search.NotDetermined::new).orElse(new Search.None()),
                Optional.empty(),
                told);
    }

    private static Search looked(Function<Cases, Search> look, Cases cases) {
        try {
            return look.apply(cases);
        } catch (TooManyCases limit) {
            return new Search.NotDetermined(String.valueOf(limit.getMessage()));
        }
    }

    /// Looks for a case of a claim.
    Outcome find(List<List<String>> among, Claim claim) {
        return first(among, cases -> cases.find(claim));
    }

    /// The directives of a text that satisfy something, borrowed ones included.
    List<Stated> directives(Edition edition, Predicate<Norm.Directive> which) {
        return stated(edition).stream()
                .filter(n -> n.norm() instanceof Norm.Directive d && which.test(d))
                .toList();
    }

    /// Whether the time is up.
    boolean spent() {
        boolean spent = limit.spent().getAsBoolean();
        cutShort |= spent;
        return spent;
    }

    /// Whether something was not looked at because the time was up.
    boolean cutShort() {
        return cutShort;
    }
}
