package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;

/// Every case of one act toward one person on one day, under some texts; and the case in which a
/// claim about them is so.
///
/// "None" is exact: the diagram of all such cases is empty, and a reduced diagram has one form. A
/// case that is found is made as small as it can be, given real dates, and replayed in plain truth
/// under the whole texts before it is handed out. Not safe between threads.
public final class Cases {

    /// How many cases are tried before one gives up making one real.
    private static final int TRIES = 6;

    private final Possibilities possibilities;
    private final Diagrams diagrams;
    private final Account<Diagram> account;
    private final RealCase real;
    private final Logic<Diagram> pointwise;
    private final BitSet judgements = new BitSet();

    Cases(
            Library library,
            String act,
            LocalDate day,
            Optional<Party> party,
            List<Text> narrow,
            List<Text> whole,
            int nodes) {
        var scenario =
                new Scenario(
                        Known.Range.of(day),
                        Map.of("act", new Known.Value(Set.of(act))),
                        List.of(party.map(Cases::link).orElse(new Scenario.Link("", Map.of()))),
                        Set.of(),
                        Set.of());
        this.possibilities = new Possibilities(library, scenario, day, narrow, Set.of());
        this.diagrams = possibilities.diagrams();
        diagrams.possibleOnlyWhere(
                diagrams.and(
                        diagrams.and(diagrams.world(), possibilities.possiblePeople()),
                        readAlike(narrow)));
        diagrams.atMost(nodes);
        this.pointwise = new Pointwise(diagrams);
        this.account = new Account<>(pointwise, narrow, text -> possibilities.toward(0, text));
        this.real = new RealCase(library, possibilities, act, day, party, whole);
        for (Variable variable : possibilities.variables()) {
            if (library.vocabulary().facts().get(variable.fact()) instanceof Fact.YesNo yesNo
                    && yesNo.sort() == Fact.Sort.JUDGEMENT) {
                judgements.set(variable.level());
            }
        }
    }

    /// Texts that leave the same open of how days are counted are read alike, and so are editions of a
    /// body that leave the same open of a provision: where two of them part only because one is read
    /// in one way and the other in the other, the texts do not part.
    private Diagram readAlike(List<Text> texts) {
        Diagram alike = diagrams.yes();
        Map<Object, Asked.OneGroup> before = new HashMap<>();
        for (Text text : texts) {
            for (String point : List.of(Possibilities.LAST_DAY, Possibilities.ROUNDING)) {
                alike = diagrams.and(alike, readAlike(text, point, point, before));
            }
            // What another edition of a body leaves open in the same words is the same question; in
            // one
            // that asks it of several provisions, the provision tells which.
            for (var open : text.alphabet().readings().entrySet()) {
                boolean once =
                        Collections.frequency(text.alphabet().readings().values(), open.getValue())
                                == 1;
                List<Object> question =
                        List.of(text.edition().body(), once ? "" : open.getKey(), open.getValue());
                alike = diagrams.and(alike, readAlike(text, open.getKey(), question, before));
            }
        }
        return alike;
    }

    private Diagram readAlike(
            Text text, String point, Object question, Map<Object, Asked.OneGroup> before) {
        if (!(possibilities.reading(text, point) instanceof Asked.OneGroup open)) {
            return diagrams.yes();
        }
        Asked.OneGroup known = before.putIfAbsent(question, open);
        return known == null ? diagrams.yes() : same(known, open);
    }

    private Diagram same(Asked.OneGroup one, Asked.OneGroup other) {
        Diagram same = diagrams.no();
        int values = one.groups().size();
        for (int value = 0; value < values; value++) {
            boolean[] only = new boolean[values];
            only[value] = true;
            same =
                    diagrams.or(
                            same,
                            diagrams.and(
                                    diagrams.variable(one.variable().level(), only),
                                    diagrams.variable(other.variable().level(), only)));
        }
        return same;
    }

    private static Scenario.Link link(Party party) {
        return new Scenario.Link(
                party.id(),
                Map.of(
                        "role", new Known.Value(party.roles()),
                        "stage", new Known.Value(party.stages()),
                        "tie", new Known.Value(party.ties())));
    }

    /// How many nodes the diagrams have so far.
    public int nodes() {
        return diagrams.size();
    }

    /// Whether the claim is so in some case at all; no case is made real for it.
    ///
    /// @throws TooManyCases if the diagrams grow past their limit
    public boolean possible(Claim claim) {
        return where(claim) != diagrams.no();
    }

    /// Whether two claims are so in exactly the same cases.
    ///
    /// @throws TooManyCases if the diagrams grow past their limit
    public boolean same(Claim one, Claim other) {
        return where(one) == where(other);
    }

    /// Looks for a case in which a claim is so.
    public Search find(Claim claim) {
        return within(() -> search(claim, where(claim)));
    }

    /// Looks for a case in which a claim is so whatever a professional judges.
    public Search findWhateverIsJudged(Claim claim) {
        return within(() -> {
            Diagram so = where(claim);
            Diagram otherwise =
                    diagrams.forSome(diagrams.and(diagrams.world(), diagrams.not(so)), judgements);
            return search(claim, diagrams.and(so, diagrams.not(otherwise)));
        });
    }

    /// Looks for two cases that differ in judgements alone, one for each claim.
    public Search findTurn(Claim one, Claim other) {
        return within(() -> turn(one, other));
    }

    private interface Look {
        Search look();
    }

    private static Search within(Look look) {
        try {
            return look.look();
        } catch (TooManyCases limit) {
            return new Search.NotDetermined(limit.getMessage() == null ? "" : limit.getMessage());
        }
    }

    private Diagram where(Claim claim) {
        return diagrams.and(diagrams.world(), claim.in(account));
    }

    private Search search(Claim claim, Diagram where) {
        Diagram left = where;
        for (int tried = 0; tried < TRIES; tried++) {
            if (left == diagrams.no()) {
                return tried == 0
                        ? new Search.None()
                        : new Search.NotDetermined("no case of it could be made real");
            }
            int[] model = model(left);
            BitSet kept = needed(model, where(claim), left);
            var witness = real.of(model, kept, claim);
            if (witness.isPresent()) {
                return new Search.Case(witness.get());
            }
            left = diagrams.and(left, diagrams.not(cube(model, kept)));
        }
        return new Search.NotDetermined("no case of it could be made real");
    }

    private Search turn(Claim one, Claim other) {
        Diagram here = where(one);
        Diagram there = where(other);
        Diagram both =
                diagrams.and(
                        diagrams.forSome(here, judgements), diagrams.forSome(there, judgements));
        Diagram first = diagrams.and(here, both);
        if (first == diagrams.no()) {
            return new Search.None();
        }
        int[] model = model(first);
        BitSet others = new BitSet();
        others.set(0, model.length);
        others.andNot(judgements);
        Diagram second = diagrams.and(there, cube(model, others));
        if (second == diagrams.no()) {
            return new Search.NotDetermined("the judgements could not be turned");
        }
        int[] turned = model(second);
        for (int level = 0; level < model.length; level++) {
            turned[level] = judgements.get(level) ? turned[level] : model[level];
        }
        BitSet kept = needed(model, here, first);
        BitSet alsoKept = needed(turned, there, second);
        kept.or(alsoKept);
        var oneWitness = real.of(model, kept, one);
        var otherWitness = real.of(turned, kept, other);
        return oneWitness.isPresent() && otherWitness.isPresent()
                ? new Search.Turn(oneWitness.get(), otherWitness.get())
                : new Search.NotDetermined("no case of it could be made real");
    }

    // ── One case ────────────────────────────────────────────────────────────────────────────

    /// A value for every variable: down the diagram by the most ordinary value that leads to yes.
    private int[] model(Diagram where) {
        int[] model = new int[possibilities.variables().size()];
        for (int level = 0; level < model.length; level++) {
            model[level] = real.ordinary(possibilities.variables().get(level)).getFirst();
        }
        Diagram at = where;
        while (at.children.length > 0) {
            for (int value : real.ordinary(possibilities.variables().get(at.level))) {
                if (at.children[value] != diagrams.no()) {
                    model[at.level] = value;
                    at = at.children[value];
                    break;
                }
            }
        }
        return model;
    }

    /// The variables whose values alone already make the claim so, none of which can be spared.
    private BitSet needed(int[] model, Diagram claim, Diagram within) {
        BitSet kept = new BitSet();
        Diagram at = within;
        while (at.children.length > 0) {
            kept.set(at.level);
            at = at.children[model[at.level]];
        }
        Diagram otherwise = diagrams.not(claim);
        List<Integer> order = new ArrayList<>();
        judgements.stream().filter(kept::get).forEach(order::add);
        for (int level = model.length - 1; level >= 0; level--) {
            if (kept.get(level) && !judgements.get(level)) {
                order.add(level);
            }
        }
        for (int level : order) {
            kept.clear(level);
            if (diagrams.meet(cube(model, kept), otherwise)) {
                kept.set(level);
            }
        }
        return kept;
    }

    private Diagram cube(int[] model, BitSet levels) {
        Diagram cube = diagrams.yes();
        for (int level = levels.length() - 1; level >= 0; level--) {
            if (levels.get(level)) {
                Variable variable = possibilities.variables().get(level);
                boolean[] accepted = new boolean[variable.values().size()];
                accepted[model[level]] = true;
                cube = diagrams.and(diagrams.variable(level, accepted), cube);
            }
        }
        return cube;
    }

    /// Diagrams in which every case is taken as known, so that what is so is shown.
    private record Pointwise(Diagrams diagrams) implements Logic<Diagram> {
        @Override
        public Diagram yes() {
            return diagrams.yes();
        }

        @Override
        public Diagram no() {
            return diagrams.no();
        }

        @Override
        public Diagram and(Diagram left, Diagram right) {
            return diagrams.and(left, right);
        }

        @Override
        public Diagram or(Diagram left, Diagram right) {
            return diagrams.or(left, right);
        }

        @Override
        public Diagram not(Diagram proposition) {
            return diagrams.not(proposition);
        }

        @Override
        public boolean certain(Diagram proposition) {
            return diagrams.certain(proposition);
        }

        @Override
        public boolean excluded(Diagram proposition) {
            return diagrams.excluded(proposition);
        }

        @Override
        public boolean meet(Diagram left, Diagram right) {
            return diagrams.meet(left, right);
        }

        @Override
        public Diagram shown(Diagram proposition) {
            return proposition;
        }
    }
}
