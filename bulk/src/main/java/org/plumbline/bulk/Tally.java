package org.plumbline.bulk;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.plumbline.bulk.Ruling.OfText;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// What was counted so far. Written to the state file and read back, so that an audit that was
/// stopped ends with the counts of one that was not.
final class Tally {

    /// The groups of counts by a name and what is said.
    enum Group {
        TOGETHER,
        TEXT,
        ACT,
        LIFTING,
        FOUND
    }

    /// The counts without a name.
    enum Sum {
        ROWS,
        BAD,
        PLAINLY,
        KEPT,
        SILENT,
        REPEATED,
        NEW,
        CHANGED
    }

    /// Headlines between which a row stands, put into words once.
    private static final Map<List<Headline>, String> SEVERAL = new ConcurrentHashMap<>();

    private final Map<Sum, Long> sums = new EnumMap<>(Sum.class);
    private final Map<Group, Map<String, Map<String, Long>>> counts = new EnumMap<>(Group.class);

    void add(Sum sum, long more) {
        sums.merge(sum, more, Long::sum);
    }

    long get(Sum sum) {
        return sums.getOrDefault(sum, 0L);
    }

    void add(Group group, String name, String says, long more) {
        counts.computeIfAbsent(group, _ -> new HashMap<>())
                .computeIfAbsent(name, _ -> new HashMap<>())
                .merge(says, more, Long::sum);
    }

    /// By name, in the order of names, how often each thing was said.
    SortedMap<String, Map<String, Long>> get(Group group) {
        return new TreeMap<>(counts.getOrDefault(group, Map.of()));
    }

    void add(Tally other) {
        for (Sum sum : Sum.values()) {
            add(sum, other.get(sum));
        }
        other.counts.forEach((group, names) ->
                names.forEach((name, says) -> says.forEach((s, n) -> add(group, name, s, n))));
    }

    /// Counts a row that was decided.
    ///
    /// @param today a bar is counted that lifts after it and within a year
    void count(String act, LocalDate today, Ruling ruling) {
        add(Sum.PLAINLY, ruling.way() == Ruling.Way.PLAIN ? 1 : 0);
        if (ruling.together().isEmpty()) {
            add(Sum.SILENT, 1);
            return;
        }
        Ruling.Joined joined = ruling.together().get();
        String says = says(joined.headlines());
        add(Group.TOGETHER, "", says, 1);
        add(Group.ACT, act, says, 1);
        for (OfText text : ruling.texts()) {
            add(Group.TEXT, text.edition().id(), says(text.outcome().headlines()), 1);
        }
        if (joined.lifting().isPresent()
                && joined.lifting().get().lifts() instanceof Lifts.On(_, var latest)
                && latest.isPresent()
                && latest.get().isAfter(today)
                && !latest.get().isAfter(today.plusYears(1))) {
            add(Group.LIFTING, "", YearMonth.from(latest.get()).toString(), 1);
        }
    }

    /// The act, where it is known.
    static String act(Scenario scenario) {
        return act(scenario.known(0, "act"));
    }

    static String act(Known known) {
        return known instanceof Known.Value(var possible) && possible.size() == 1
                ? possible.iterator().next()
                : "";
    }

    private static String says(List<Headline> headlines) {
        return headlines.size() == 1
                ? headlines.getFirst().id()
                : SEVERAL.computeIfAbsent(
                        headlines,
                        several ->
                                String.join(" or ", several.stream().map(Headline::id).toList()));
    }

    /// Tells every count with its name, in lines of words with tabs between.
    void tell(BiConsumer<String, Long> to) {
        for (Sum sum : Sum.values()) {
            to.accept(sum.name(), get(sum));
        }
        for (Group group : counts.keySet()) {
            get(group)
                    .forEach((name, says) ->
                            says.forEach((s, n) -> to.accept(group + "\t" + name + "\t" + s, n)));
        }
    }

    /// Takes back what [#tell] told.
    ///
    /// @throws IllegalArgumentException if it is nothing that was told
    void hear(String name, long count) {
        String[] words = name.split("\t", -1);
        if (words.length == 1) {
            add(Sum.valueOf(words[0]), count);
        } else if (words.length == 3) {
            add(Group.valueOf(words[0]), words[1], words[2], count);
        } else {
            throw new IllegalArgumentException("no count `" + name + "`");
        }
    }
}
