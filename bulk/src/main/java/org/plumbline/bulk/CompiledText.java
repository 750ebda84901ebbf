package org.plumbline.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.vocabulary.Party;

/// One text, or several joined, as a tree of tables that leads each row to the class it belongs to.
///
/// Two rows belong to one class when they have the same answers to every question that can matter,
/// the answers before it given. What can matter is worked out once for each class from the texts'
/// own conditions ([Proposition]): a norm on another act, toward somebody else or out of time wants to
/// know nothing. So a class is small in questions and large in rows, and what is decided for one of
/// its rows holds for all.
///
/// The tree grows where rows lead it. Each of its nodes asks several questions at once and finds the
/// next in a table; nodes that want to know the same are one node. Safe to share between threads.
final class CompiledText {

    /// Slots of a table at most, at the root and below.
    private static final int WIDEST = 1 << 14;

    private static final int WIDE = 1 << 9;

    /// What one edition contributes.
    private record Part(Proposition binds, List<Rule> rules, List<SetAside> setAsides) {}

    /// A norm on doing something.
    ///
    /// @param speaks it is about the act
    /// @param reaches it covers the case, its exceptions not yet asked
    /// @param unless an exception that merely undercuts
    /// @param butMay an exception that also permits
    /// @param direct it covers the person without any definition
    /// @param through each way by which definitions count somebody among those it covers
    record Rule(
            Speech.Entry entry,
            Proposition speaks,
            Proposition reaches,
            Proposition unless,
            Proposition butMay,
            Proposition direct,
            List<Proposition> through) {

        /// Whether the norm applies.
        Proposition applies() {
            return Proposition.both(reaches, Proposition.not(Proposition.either(unless, butMay)));
        }
    }

    private record SetAside(Proposition reaches, Proposition unless, List<Rule> targets) {}

    /// Definitions applied one after another.
    private record Chain(List<Speech.Entry> definitions, Party as, Proposition counts) {}

    /// Answers in the order of questions, compared by what they are.
    @SuppressWarnings("ArrayRecordComponent") // compared by what it holds, below
    private record Path(int[] codes) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Path(var that) && Arrays.equals(codes, that);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(codes);
        }
    }

    /// What the answers of rows come to.
    ///
    /// @param left what is left of the texts
    /// @param open the open answers in it: slot, code, slot, code …
    record Key(List<Proposition> left, List<Integer> open) {}

    private final List<Speech> speeches;
    private final Inquiry inquiry;
    private final Roads roads;
    private final List<Part> parts = new ArrayList<>();
    private final List<Proposition> background;
    private final List<Question> questions;
    private final Map<Path, Place> places = new ConcurrentHashMap<>();
    private final Place root;

    /// A place in the tree.
    sealed interface Place permits Node, Leaf {}

    /// A table over a few questions.
    private final class Node implements Place {
        private final int[] codes;
        private final Question[] asks;
        private final int[] radix;
        private final @Nullable Place[] next;
        private final Map<Path, Place> beyond = new ConcurrentHashMap<>();

        Node(int[] codes, Question[] asks) {
            this.codes = codes;
            this.asks = asks;
            this.radix = new int[asks.length];
            int size = 1;
            for (int i = 0; i < asks.length; i++) {
                radix[i] = asks[i].radix();
                size *= radix[i];
            }
            this.next = new Place[size];
        }

        Place next(Row row, int day) {
            int at = 0;
            for (int i = 0; i < asks.length; i++) {
                int code = asks[i].code(row, day);
                if (code >= radix[i]) {
                    return beyond(row, day);
                }
                at = at * radix[i] + code;
            }
            Place known = next[at];
            if (known == null) {
                known = place(asked(row, day));
                // Places are made once and never change: a race stores the same one twice.
                next[at] = known;
            }
            return known;
        }

        /// Where answers lead for which the table has no slot, such as those known in part.
        private Place beyond(Row row, int day) {
            int[] answers = new int[asks.length];
            for (int i = 0; i < asks.length; i++) {
                answers[i] = asks[i].code(row, day);
            }
            var road = new Path(answers);
            Place known = beyond.get(road);
            if (known == null) {
                known = place(asked(row, day));
                if (roads.take()) {
                    beyond.put(road, known);
                }
            }
            return known;
        }

        private int[] asked(Row row, int day) {
            int[] more = codes.clone();
            for (Question question : asks) {
                more[question.slot()] = question.code(row, day);
            }
            return more;
        }
    }

    /// A class of rows.
    ///
    /// Holds what the plain evaluator said of one of its rows, once it has been asked; `alone` is that as
    /// texts joined, where this one is all there is to join.
    static final class Leaf implements Place {
        private final int[] codes;
        volatile @Nullable Outcome outcome;
        volatile boolean impossible;
        volatile @Nullable Prospect prospect;
        volatile @Nullable Prospect alone;

        private Leaf(int[] codes) {
            this.codes = codes;
        }

        /// The answers of every row of the class; -1 where none was needed.
        int[] codes() {
            return codes;
        }
    }

    /// @param roads that may still be remembered beside the tables
    CompiledText(Columns columns, Roads roads, List<Speech> speeches) {
        this.roads = roads;
        this.speeches = List.copyOf(speeches);
        this.inquiry = new Inquiry(columns);
        speeches.forEach(s -> parts.add(part(s)));
        this.background = inquiry.background();
        this.questions = inquiry.seal();
        int[] nothing = new int[questions.size()];
        Arrays.fill(nothing, -1);
        this.root = place(nothing);
    }

    List<Speech> speeches() {
        return speeches;
    }

    /// How many classes rows have led to so far.
    int classes() {
        return (int) places.values().stream().filter(Leaf.class::isInstance).count();
    }

    /// The norms on doing something, in the order of the texts.
    List<Rule> rules() {
        return parts.stream().flatMap(p -> p.rules().stream()).toList();
    }

    /// The class of a row.
    ///
    /// @param day the day of the act, which need not be the row's own
    Leaf find(Row row, int day) {
        Place place = root;
        while (place instanceof Node node) {
            place = node.next(row, day);
        }
        return (Leaf) place;
    }

    // ── What matters ────────────────────────────────────────────────────────────────────────

    /// The place to which answers lead: a class, or the next table.
    ///
    /// Answers that were given and do not matter are left out, so that many roads lead to one place.
    private Place place(int[] given) {
        int[] codes = new int[given.length];
        Arrays.fill(codes, -1);
        Set<Question> wanted = wanted(codes);
        while (!wanted.isEmpty()) {
            Question next = first(wanted);
            if (given[next.slot()] < 0) {
                Set<Question> open = wanted;
                return places.computeIfAbsent(
                        new Path(codes), path -> new Node(path.codes(), block(open)));
            }
            codes[next.slot()] = given[next.slot()];
            wanted = wanted(codes);
        }
        return places.computeIfAbsent(new Path(codes), path -> new Leaf(path.codes()));
    }

    /// What the standing of norms toward rows may still depend on: what is left of the texts once every
    /// answer that leaves nothing open is put in, and the open answers that occur in it.
    ///
    /// It is no class: by which definition somebody is counted in is folded away, and an answer names
    /// the definition among its grounds.
    Key key(int[] codes) {
        int[] settled = codes.clone();
        for (Question question : questions) {
            int code = codes[question.slot()];
            if (code >= 0 && question.open(code)) {
                settled[question.slot()] = -1;
            }
        }
        List<Proposition> left = residue(settled);
        Set<Question> in = new HashSet<>();
        left.forEach(p -> p.questions(in));
        List<Integer> open = new ArrayList<>();
        for (Question question : questions) {
            int slot = question.slot();
            if (codes[slot] != settled[slot]
                    && (in.contains(question) || question instanceof TogetherQuestion)) {
                open.add(slot);
                open.add(codes[slot]);
            }
        }
        return new Key(left, open);
    }

    /// In the order in which they are asked.
    static final Comparator<Question> ORDER =
            Comparator.comparing(Question::tier).thenComparingInt(Question::slot);

    private static Question first(Set<Question> wanted) {
        return wanted.stream().min(ORDER).orElseThrow();
    }

    /// As many of the questions as a table bears, those of the first tier only.
    private Question[] block(Set<Question> wanted) {
        Question.Tier tier = first(wanted).tier();
        int limit = tier == Question.Tier.CIRCUMSTANCES ? WIDE : WIDEST;
        List<Question> asks = new ArrayList<>();
        int size = 1;
        for (Question question : wanted.stream().sorted(ORDER).toList()) {
            if (question.tier() != tier || (!asks.isEmpty() && size * question.radix() > limit)) {
                break;
            }
            size *= question.radix();
            asks.add(question);
        }
        return asks.toArray(Question[]::new);
    }

    /// The questions that can still matter after some answers.
    Set<Question> wanted(int[] codes) {
        Set<Question> wanted = new LinkedHashSet<>();
        background.forEach(b -> want(b, codes, wanted));
        for (Part part : parts) {
            if (want(part.binds(), codes, wanted) && part.binds().truth(codes) != Truth.NO) {
                part.rules().forEach(r -> want(r, codes, wanted));
                part.setAsides().forEach(s -> want(s, codes, wanted));
            }
        }
        for (TogetherQuestion both : inquiry.together()) {
            if (codes[both.slot()] < 0 && both.matters(codes)) {
                wanted.add(both);
            }
        }
        return wanted;
    }

    /// Collects what a proposition wants to know; whether it wants nothing more.
    private static boolean want(Proposition proposition, int[] codes, Set<Question> into) {
        if (proposition.truth(codes) != Truth.UNASKED) {
            return true;
        }
        proposition.wants(codes, into);
        return false;
    }

    /// Every definition by which somebody is counted in stands in the answer, unless the norm names them
    /// itself: one that is made out does not make the others idle.
    private static void wantDefinitions(Rule rule, int[] codes, Set<Question> into) {
        if (!rule.through().isEmpty()
                && want(rule.direct(), codes, into)
                && rule.direct().truth(codes) != Truth.YES) {
            rule.through().forEach(way -> want(way, codes, into));
        }
    }

    private static void want(Rule rule, int[] codes, Set<Question> into) {
        if (want(rule.speaks(), codes, into)
                && rule.speaks().truth(codes) != Truth.NO
                && want(rule.reaches(), codes, into)
                && rule.reaches().truth(codes) != Truth.NO) {
            wantDefinitions(rule, codes, into);
            want(rule.unless(), codes, into);
            want(rule.butMay(), codes, into);
        }
    }

    private static void want(SetAside setAside, int[] codes, Set<Question> into) {
        boolean someTarget =
                setAside.targets().stream()
                        .anyMatch(t ->
                                t.speaks().truth(codes) != Truth.NO
                                        && t.reaches().truth(codes) != Truth.NO);
        if (someTarget
                && want(setAside.reaches(), codes, into)
                && setAside.reaches().truth(codes) != Truth.NO) {
            want(setAside.unless(), codes, into);
        }
    }

    // ── The same as a key ───────────────────────────────────────────────────────────────────

    /// Every question, by its slot.
    List<Question> questions() {
        return questions;
    }

    /// The questions after events.
    List<DayQuestion> days() {
        return inquiry.days();
    }

    /// What is left of the texts once some answers are put in: everything an answer may yet depend on.
    List<Proposition> residue(int[] codes) {
        List<Proposition> left = new ArrayList<>();
        background.forEach(b -> left.add(b.residue(codes)));
        for (Part part : parts) {
            Proposition binds = part.binds().residue(codes);
            left.add(binds);
            if (binds.equals(Proposition.NO)) {
                continue;
            }
            for (Rule rule : part.rules()) {
                left.add(rule.speaks().residue(codes));
                Proposition reaches = rule.reaches().residue(codes);
                left.add(reaches);
                boolean out = reaches.equals(Proposition.NO);
                left.add(out ? Proposition.NO : rule.unless().residue(codes));
                left.add(out ? Proposition.NO : rule.butMay().residue(codes));
            }
            for (SetAside setAside : part.setAsides()) {
                Proposition reaches = setAside.reaches().residue(codes);
                left.add(reaches);
                left.add(
                        reaches.equals(Proposition.NO)
                                ? Proposition.NO
                                : setAside.unless().residue(codes));
            }
        }
        return left;
    }

    /// How each norm on doing something stands after some answers, norm by norm.
    ///
    /// Kleene's logic, before set-asides and precedence: what applies here may yet be defeated.
    List<NormStatus> statuses(int[] codes) {
        List<NormStatus> statuses = new ArrayList<>();
        for (Part part : parts) {
            boolean out = part.binds().truth(codes) == Truth.NO;
            for (Rule rule : part.rules()) {
                Proposition applies = Proposition.both(part.binds(), rule.applies());
                int truth = out ? Truth.NO : applies.truth(codes);
                Set<Question> open = new LinkedHashSet<>();
                if (truth == Truth.OPEN) {
                    applies.keptOpenBy(codes, open);
                }
                statuses.add(
                        new NormStatus(
                                rule.entry().norm().name(),
                                switch (truth) {
                                    case Truth.YES -> NormStatus.Standing.APPLIES;
                                    case Truth.NO -> NormStatus.Standing.DOES_NOT;
                                    case Truth.OPEN -> NormStatus.Standing.OPEN;
                                    default ->
                                            throw new IllegalStateException(
                                                    "a class that still has to ask");
                                },
                                open.stream().map(Question::word).toList()));
            }
        }
        return statuses;
    }

    // ── Norms as propositions ───────────────────────────────────────────────────────────────

    private Part part(Speech speech) {
        Proposition binds = inquiry.binding(speech.edition().binds());
        List<Speech.Entry> definitions =
                speech.entries().stream().filter(e -> e.norm() instanceof Norm.Definition).toList();
        List<Chain> chains = new ArrayList<>();
        follow(definitions, List.of(), Proposition.YES, chains);
        List<Rule> rules = new ArrayList<>();
        for (Speech.Entry entry : speech.entries()) {
            if (entry.norm() instanceof Norm.Directive directive) {
                rules.add(rule(entry, directive, chains));
            }
        }
        List<SetAside> setAsides = new ArrayList<>();
        for (Speech.Entry entry : speech.entries()) {
            if (entry.norm() instanceof Norm.SetAside setAside) {
                setAsides.add(
                        new SetAside(
                                Proposition.both(
                                        Proposition.both(
                                                covers(setAside.with(), chains),
                                                borrowedFor(entry, chains)),
                                        inPlay(entry)),
                                inquiry.condition(setAside.unless()),
                                rules.stream().filter(r -> names(entry, setAside, r)).toList()));
            }
        }
        return new Part(binds, rules, setAsides);
    }

    private static boolean names(Speech.Entry entry, Norm.SetAside setAside, Rule rule) {
        return entry.home().id().equals(rule.entry().home().id())
                && (setAside.target().equals(rule.entry().provision())
                        || setAside.target().startsWith(rule.entry().provision() + " "));
    }

    private Rule rule(Speech.Entry entry, Norm.Directive norm, List<Chain> chains) {
        List<Proposition> speaks = new ArrayList<>();
        speaks.add(inquiry.has("act", norm.acts().leaves()));
        entry.onlyActs().ifPresent(acts -> speaks.add(inquiry.has("act", acts)));
        entry.boundBy().ifPresent(bound -> speaks.add(inquiry.condition(bound)));
        Set<String> forms = new HashSet<>(norm.also());
        forms.add("doing");
        List<Proposition> reaches = new ArrayList<>(speaks);
        reaches.add(inquiry.has("form", forms));
        if (!norm.media().words().isEmpty()) {
            reaches.add(inquiry.has("medium", norm.media().leaves()));
        }
        reaches.add(covers(norm.with(), chains));
        reaches.add(borrowedFor(entry, chains));
        reaches.add(inPlay(entry));
        return new Rule(
                entry,
                Proposition.all(speaks),
                Proposition.all(reaches),
                inquiry.condition(norm.unless()),
                norm.butMay().map(b -> inquiry.condition(b.when())).orElse(Proposition.NO),
                Proposition.both(
                        direct(norm.with()),
                        Proposition.all(entry.onlyWith().stream().map(this::direct).toList())),
                through(norm.with(), entry.onlyWith(), chains));
    }

    private Proposition inPlay(Speech.Entry entry) {
        List<Proposition> all = new ArrayList<>();
        if (entry.interpreted()) {
            all.add(Proposition.OPEN);
        }
        entry.boundBy().ifPresent(bound -> all.add(inquiry.condition(bound)));
        all.add(inquiry.window(entry.norm().window()));
        all.add(inquiry.condition(entry.norm().when()));
        return Proposition.all(all);
    }

    /// The person is one of those for whom the norm was borrowed.
    private Proposition borrowedFor(Speech.Entry entry, List<Chain> chains) {
        return Proposition.all(
                entry.onlyWith().stream().map(only -> covers(only, chains)).toList());
    }

    private Proposition covers(List<Party> with, List<Chain> chains) {
        List<Proposition> any = new ArrayList<>();
        any.add(direct(with));
        any.addAll(through(with, chains));
        return Proposition.any(any);
    }

    private Proposition direct(List<Party> with) {
        return Proposition.any(with.stream().map(inquiry::party).toList());
    }

    /// The ways in which definitions bring the person in, be it under the norm or under what it was
    /// borrowed for.
    private static List<Proposition> through(
            List<Party> with, List<List<Party>> onlyWith, List<Chain> chains) {
        List<Proposition> ways = new ArrayList<>(through(with, chains));
        onlyWith.forEach(only -> ways.addAll(through(only, chains)));
        return ways;
    }

    private static List<Proposition> through(List<Party> with, List<Chain> chains) {
        List<Proposition> ways = new ArrayList<>();
        for (Chain chain : chains) {
            if (with.stream().anyMatch(chain.as()::within)) {
                ways.add(chain.counts());
            }
        }
        return ways;
    }

    private void follow(
            List<Speech.Entry> definitions,
            List<Speech.Entry> so,
            Proposition counts,
            List<Chain> chains) {
        for (Speech.Entry entry : definitions) {
            var next = (Norm.Definition) entry.norm();
            if (so.contains(entry) || !continues(so, next)) {
                continue;
            }
            List<Proposition> all = new ArrayList<>();
            all.add(counts);
            if (so.isEmpty()) {
                all.add(inquiry.party(next.counted()));
            }
            next.acts().ifPresent(acts -> all.add(inquiry.has("act", acts.leaves())));
            entry.onlyActs().ifPresent(acts -> all.add(inquiry.has("act", acts)));
            all.add(inPlay(entry));
            entry.onlyWith().forEach(only -> all.add(direct(only)));
            all.add(Proposition.not(inquiry.condition(next.unless())));
            List<Speech.Entry> longer = new ArrayList<>(so);
            longer.add(entry);
            var chain = new Chain(longer, next.as(), Proposition.all(all));
            chains.add(chain);
            follow(definitions, longer, chain.counts(), chains);
        }
    }

    private static boolean continues(List<Speech.Entry> so, Norm.Definition next) {
        return so.isEmpty() || ((Norm.Definition) so.getLast().norm()).as().within(next.counted());
    }

    // ── Days on which something changes ─────────────────────────────────────────────────────

    /// The days after one on which a window closes, for each bound of what is known of the event
    /// that starts it, ascending.
    int[] breakpoints(Row row, int after) {
        int[] exact = new int[8];
        int count = 0;
        for (DayQuestion question : inquiry.days()) {
            int event = question.event();
            Columns.Days given = row.given(event);
            int[] bounds = {row.first[event], row.last[event], given.first(), given.last()};
            boolean tightened = row.first[event] <= row.last[event];
            boolean happened = given.first() <= given.last();
            for (int i = 0; i < bounds.length; i++) {
                if ((i < 2 ? !tightened : !happened)
                        || bounds[i] == Columns.EVER
                        || bounds[i] == Columns.ALWAYS
                        || seen(bounds, i)) {
                    continue;
                }
                for (int cut : question.course(bounds[i]).cuts()) {
                    if (cut > after) {
                        if (count == exact.length) {
                            exact = Arrays.copyOf(exact, count * 2);
                        }
                        exact[count++] = cut;
                    }
                }
            }
        }
        Arrays.sort(exact, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || exact[i] != exact[i - 1]) {
                exact[distinct++] = exact[i];
            }
        }
        return Arrays.copyOf(exact, distinct);
    }

    private static boolean seen(int[] bounds, int at) {
        for (int i = 0; i < at; i++) {
            if (bounds[i] == bounds[at]) {
                return true;
            }
        }
        return false;
    }

    /// What the rows of a class were asked and answered, for people who look for a fault.
    String told(Leaf leaf) {
        StringBuilder told = new StringBuilder();
        for (Question question : questions) {
            if (leaf.codes()[question.slot()] >= 0) {
                told.append(question)
                        .append(" = ")
                        .append(leaf.codes()[question.slot()])
                        .append("; ");
            }
        }
        return told.toString();
    }

    /// The questions that a proposition has, whatever they answer.
    Set<String> asked() {
        Set<String> asked = new TreeSet<>();
        questions.forEach(q -> asked.add(q.toString()));
        return asked;
    }

    /// The questions to which a class has an answer.
    Set<String> asked(Leaf leaf) {
        Set<String> asked = new TreeSet<>();
        for (Question question : questions) {
            if (leaf.codes()[question.slot()] >= 0) {
                asked.add(question.toString());
            }
        }
        return asked;
    }
}
