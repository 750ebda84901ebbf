package peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.plumbline.bench.neutral.NeutralAnswer;
import org.plumbline.bench.neutral.NeutralCase;
import org.plumbline.bench.neutral.NeutralLibrary;
import org.plumbline.bench.neutral.NeutralNorm;
import org.plumbline.bench.neutral.NeutralWorkload;
import org.plumbline.bulk.Classifier;
import org.plumbline.bulk.CompiledLibrary;
import org.plumbline.bulk.Outcome;
import org.plumbline.bulk.Row;
import org.plumbline.core.norm.Library;

/// Plumbline among other engines: the harness's norms and rows in our words, our answers in its own.
///
/// Compiled by `script/peers` against a harness whose jar is given to it; no part of the build.
/// A class holds the harness's answer and, for single decisions, what Plumbline says of it in full:
/// grounds, missing facts, duties and headlines of every code, by its plain evaluator. Classes are made
/// by their first row, here when it is packed, so that what is timed is the work on each row after.
public final class Plumbline implements Peer {

    /// A row as a caller of ours would keep it.
    private record Packed(long word, int day, Scenario row) {}

    /// A class, explained.
    private record Explained(Decision decision, List<Outcome> codes) {}

    private final Map<String, NeutralNorm> norms = new HashMap<>();
    private NeutralWorkload workload;
    private CompiledLibrary library;
    private Classifier classifier;
    private Row row;
    private volatile Explained[] explained = new Explained[0];
    private volatile long[] compact = new long[0];
    private long[] words;
    private int[][] days;

    @Override
    public String name() {
        return "plumbline";
    }

    @Override
    public void load(List<Norm> given) {
        NeutralWorkload words = NeutralWorkload.read();
        List<NeutralNorm> translated = given.stream().map(Plumbline::norm).toList();
        workload =
                new NeutralWorkload(
                        words.professions(),
                        words.acts(),
                        words.parties(),
                        words.media(),
                        words.facts(),
                        words.codes(),
                        translated);
        norms.clear();
        translated.forEach(n -> norms.put(n.id(), n));
        Library texts = NeutralLibrary.of(workload);
        library = CompiledLibrary.of(texts, texts.editions());
        classifier = library.classifier(NeutralLibrary.DAY);
        row = library.row();
        explained = new Explained[0];
        compact = new long[0];
    }

    private static NeutralNorm norm(Norm n) {
        var verb =
                switch (Vocab.MODALITIES[n.rank()]) {
                    case "PROHIBIT" -> NeutralNorm.Verb.FORBID;
                    case "AVOID" -> NeutralNorm.Verb.ADVISE_AGAINST;
                    case "REQUIRE" -> NeutralNorm.Verb.REQUIRE;
                    default -> NeutralNorm.Verb.ALLOW;
                };
        var bar =
                n.maxDays() != Norm.DAYS_MAX
                        ? new NeutralNorm.Bar(n.maxDays(), false)
                        : n.notEnded()
                                ? NeutralNorm.Bar.NONE
                                : new NeutralNorm.Bar(n.minDays(), true);
        return new NeutralNorm(
                n.id(),
                Vocab.CODES[n.code()],
                verb,
                Set.copyOf(names(Vocab.ACTS, n.acts())),
                Set.copyOf(names(Vocab.PARTIES, n.parties())),
                Set.copyOf(names(Vocab.MEDIA, n.media())),
                bar,
                literals(n.conditions()),
                Arrays.stream(n.exceptions()).map(Plumbline::literals).toList());
    }

    private static List<NeutralNorm.Literal> literals(Norm.Lit[] literals) {
        return Arrays.stream(literals)
                .map(l -> new NeutralNorm.Literal(ours(Vocab.FACTS[l.fact()]), l.want()))
                .toList();
    }

    private static List<String> names(String[] all, int mask) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            if ((mask >> i & 1) != 0) {
                names.add(ours(all[i]));
            }
        }
        return names;
    }

    private static String ours(String word) {
        return word.replace('_', '-');
    }

    private static NeutralCase ours(Scenario s) {
        Map<String, Boolean> known = new HashMap<>();
        for (int f = 0; f < s.facts.length; f++) {
            if (s.facts[f] != Vocab.U) {
                known.put(ours(Vocab.FACTS[f]), s.facts[f] == Vocab.T);
            }
        }
        return new NeutralCase(
                ours(Vocab.PROFESSIONS[s.profession]),
                ours(Vocab.ACTS[s.act]),
                ours(Vocab.PARTIES[s.party]),
                ours(Vocab.MEDIA[s.medium]),
                s.days < 0 ? OptionalInt.empty() : OptionalInt.of(s.days),
                known);
    }

    // ── One row ─────────────────────────────────────────────────────────────────────────────

    @Override
    public Object prepare(Scenario s) {
        Packed packed = pack(s);
        decide(packed);
        return packed;
    }

    private Packed pack(Scenario s) {
        NeutralLibrary.fill(row, ours(s));
        long word = classifier.word(row);
        if (word == Classifier.NO_WORD) {
            throw new IllegalStateException("a row of the workload fits no word");
        }
        return new Packed(word, classifier.day(row, 0), s);
    }

    @Override
    public Decision decide(Object prepared) {
        var packed = (Packed) prepared;
        int number = classifier.find(packed.word, packed.day);
        Explained[] known = explained;
        if (number < known.length && known[number] != null) {
            return known[number].decision;
        }
        return explain(number, packed);
    }

    private synchronized Decision explain(int number, Packed packed) {
        Explained[] more = Arrays.copyOf(explained, Math.max(explained.length, 2 * number + 1));
        if (more[number] == null) { // a race may have made it
            NeutralLibrary.fill(row, ours(packed.row));
            more[number] = new Explained(decision(number), explanation());
        }
        explained = more;
        return more[number].decision;
    }

    private List<Outcome> explanation() {
        return library.library().editions().stream()
                .map(e -> library.standing(row, e).orElseThrow())
                .toList();
    }

    private Decision decision(int number) {
        NeutralAnswer answer = NeutralAnswer.of(norms, classifier.statuses(number));
        String[] verdicts = new String[Vocab.CODES.length];
        for (int code = 0; code < verdicts.length; code++) {
            NeutralNorm.Verb verb = answer.verdicts().get(Vocab.CODES[code]);
            verdicts[code] =
                    verb == null
                            ? "NONE"
                            : switch (verb) {
                                case FORBID -> "PROHIBIT";
                                case ADVISE_AGAINST -> "AVOID";
                                case REQUIRE -> "REQUIRE";
                                case ALLOW -> "PERMIT_IF";
                            };
        }
        return new Decision(
                verdicts,
                answer.norms(),
                answer.missing().stream().sorted().map(f -> f.replace('-', '_')).toList());
    }

    // ── Many rows ───────────────────────────────────────────────────────────────────────────

    @Override
    public void bulkLoad(Scenario[] rows, int n) {
        words = new long[n];
        days = new int[1][n];
        for (int i = 0; i < n; i++) {
            Packed packed = pack(rows[i]);
            words[i] = packed.word;
            days[0][i] = packed.day;
        }
    }

    @Override
    public void bulkRun(long[] out, int n) throws Exception {
        Peer.two(n, (from, to) -> {
            int[] numbers = new int[2048];
            for (int start = from; start < to; start += numbers.length) {
                int length = Math.min(numbers.length, to - start);
                classifier.find(words, days, start, start + length, numbers);
                long[] known = compact;
                for (int i = 0; i < length; i++) {
                    if (numbers[i] >= known.length) {
                        known = compact();
                    }
                    out[start + i] = known[numbers[i]];
                }
            }
        });
    }

    private synchronized long[] compact() {
        int old = compact.length;
        long[] more = Arrays.copyOf(compact, classifier.classes());
        for (int number = old; number < more.length; number++) {
            more[number] = decision(number).encode();
        }
        compact = more;
        return more;
    }
}
