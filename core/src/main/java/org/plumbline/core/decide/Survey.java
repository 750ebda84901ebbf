package org.plumbline.core.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.decide.Text.Entry;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Incorporation;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.vocabulary.Party;

/// A library looked over before any case is asked: which acts its texts tell apart, which days have
/// to be looked at so that all have been, and every case of one act on one day.
///
/// Safe to share between threads; what it hands out is not.
public final class Survey {

    /// The day near which days are chosen, where the texts leave the choice.
    private static final LocalDate NEAR = LocalDate.of(2026, 6, 15);

    private static final LocalDate EARLY = LocalDate.of(1970, 1, 1);
    private static final int CALENDAR_REPEATS_AFTER_YEARS = 400;

    private final Library library;
    private final Map<String, Text> texts = new ConcurrentHashMap<>();
    private final Map<List<Object>, Text> narrowed = new ConcurrentHashMap<>();
    private final ClosingDays closingDays = new ClosingDays();

    public Survey(Library library) {
        this.library = library;
    }

    /// The library that is looked over.
    public Library library() {
        return library;
    }

    /// Everything that an edition states on some day, its own norms first.
    public List<Stated> stated(Edition edition) {
        Map<String, Stated> all = new LinkedHashMap<>();
        for (Piece piece : pieces(List.of(edition))) {
            for (Entry entry : text(edition, piece.near()).entries()) {
                all.putIfAbsent(Stated.key(entry), new Stated(edition, entry));
            }
        }
        return List.copyOf(all.values());
    }

    /// The first day of the act to look at: as near to our days as the editions were in force.
    public LocalDate day(Collection<Edition> editions) {
        return pieces(editions).getFirst().near();
    }

    /// Acts that none of these editions tells from one another, together; acts on which none of them
    /// has a norm are left out.
    public List<List<String>> acts(Collection<Edition> editions) {
        Set<Set<String>> sets = new LinkedHashSet<>();
        Set<String> spokenOf = new HashSet<>();
        for (Piece piece : pieces(editions)) {
            for (Edition edition : editions) {
                Text text = text(edition, piece.near());
                sets.addAll(text.alphabet().sets().getOrDefault("act", Set.of()));
                for (Entry entry : text.entries()) {
                    if (entry.norm() instanceof Norm.Directive norm) {
                        spokenOf.addAll(
                                norm.acts().residual() ? named(norm.when()) : norm.acts().leaves());
                    }
                }
            }
        }
        if (spokenOf.isEmpty()) {
            // Only standing reminders: what they say of one act they say of all.
            spokenOf.add(library.vocabulary().oneOf("act").values().getFirst());
        }
        Map<List<Boolean>, List<String>> groups = new LinkedHashMap<>();
        for (String act : library.vocabulary().oneOf("act").values()) {
            if (spokenOf.contains(act)) {
                List<Boolean> signature = sets.stream().map(s -> s.contains(act)).toList();
                groups.computeIfAbsent(signature, _ -> new ArrayList<>()).add(act);
            }
        }
        return List.copyOf(groups.values());
    }

    /// The acts that a standing reminder names in its condition, by themselves or beside others.
    private static Set<String> named(Condition condition) {
        Set<String> acts = new HashSet<>();
        switch (condition) {
            case Condition.Has(var fact, _, var leaves) when fact.id().equals("act") ->
                    acts.addAll(leaves);
            case Condition.All(var parts) -> parts.forEach(p -> acts.addAll(named(p)));
            default -> {}
        }
        return acts;
    }

    /// The days on which an act has to be looked at so that every day has been on which these
    /// editions are in force together (where they never are: on which the last of them is).
    public List<LocalDate> days(Collection<Edition> editions, String act) {
        List<LocalDate> days = new ArrayList<>();
        for (Piece piece : pieces(editions)) {
            Set<Alphabet.Span> spans = new HashSet<>();
            for (Edition edition : editions) {
                narrow(edition, act, piece.near())
                        .alphabet()
                        .spans()
                        .values()
                        .forEach(spans::addAll);
            }
            days.addAll(closingDays.of(spans, piece.first(), piece.last(), piece.near()));
        }
        return days;
    }

    /// Every case of one act on one day under some editions, whether in force on it or not.
    ///
    /// @param party the person; absent means anybody
    /// @param nodes how large the diagrams may grow before a question is given up
    /// @throws TooManyCases if they grow larger already while the cases are laid out
    /// @throws IllegalArgumentException if nobody could do such an act
    public Cases cases(
            List<Edition> editions, String act, LocalDate day, Optional<Party> party, int nodes) {
        List<Text> narrow = editions.stream().map(e -> narrow(e, act, day)).toList();
        List<Text> whole = editions.stream().map(e -> text(e, day)).toList();
        return new Cases(library, act, day, party, narrow, whole, nodes);
    }

    /// Whether a norm can matter to an act at all: it speaks of it, or of a norm that does.
    public boolean matters(Stated norm, String act, LocalDate day) {
        return matters(text(norm.text(), day), norm.entry(), act);
    }

    /// The editions that one may borrow norms from, on whatever day.
    public Collection<Edition> borrowable(Edition edition) {
        return borrowable(edition, true).values();
    }

    /// Whether some day sees both editions in force.
    public static boolean together(Edition one, Edition other) {
        return span(List.of(one, other)).isPresent();
    }

    // ── Days ────────────────────────────────────────────────────────────────────────────────

    /// A stretch of days on which the same norms are stated.
    private record Piece(LocalDate first, LocalDate last, LocalDate near) {
        static Piece of(LocalDate first, LocalDate last) {
            LocalDate near = NEAR.isBefore(first) ? first : NEAR.isAfter(last) ? last : NEAR;
            return new Piece(first, last, near);
        }
    }

    private static Optional<Piece> span(Collection<Edition> editions) {
        LocalDate first = EARLY;
        LocalDate last = LocalDate.MAX;
        for (Edition edition : editions) {
            LocalDate from = edition.inForce().fromEarliest().orElse(EARLY);
            LocalDate to = edition.inForce().toLatest().orElse(LocalDate.MAX);
            first = from.isAfter(first) ? from : first;
            last = to.isBefore(last) ? to : last;
        }
        if (last.equals(LocalDate.MAX)) {
            LocalDate start = first.isAfter(NEAR) ? first : NEAR;
            last = start.plusYears(CALENDAR_REPEATS_AFTER_YEARS);
        }
        return last.isBefore(first) ? Optional.empty() : Optional.of(Piece.of(first, last));
    }

    private List<Piece> pieces(Collection<Edition> editions) {
        List<Edition> all = List.copyOf(editions);
        Piece whole =
                span(all)
                        .orElseGet(() ->
                                span(List.of(all.getLast()))
                                        .orElseThrow(IllegalStateException::new));
        TreeSet<LocalDate> starts = new TreeSet<>();
        for (Edition edition : all) {
            for (LocalDate change : Breakpoints.ofEditions(borrowable(edition, false).values())) {
                if (change.isAfter(whole.first()) && !change.isAfter(whole.last())) {
                    starts.add(change);
                }
            }
        }
        List<Piece> pieces = new ArrayList<>();
        LocalDate first = whole.first();
        for (LocalDate start : starts) {
            pieces.add(Piece.of(first, start.minusDays(1)));
            first = start;
        }
        pieces.add(Piece.of(first, whole.last()));
        // The newest first: that is what people live under.
        return pieces.reversed();
    }

    /// The editions that one may borrow from, on whatever day, by id.
    ///
    /// @param frozen whether with those that are borrowed on every day
    private Map<String, Edition> borrowable(Edition edition, boolean frozen) {
        Map<String, Edition> all = new LinkedHashMap<>();
        borrowable(edition, frozen, all, new HashSet<>());
        return all;
    }

    private void borrowable(
            Edition edition, boolean frozen, Map<String, Edition> all, Set<String> seen) {
        for (Incorporation borrowed : edition.incorporates()) {
            boolean always = borrowed.source() instanceof Incorporation.Source.Frozen;
            for (Edition source : sources(borrowed.source())) {
                if (seen.add(source.id())) {
                    if (frozen || !always) {
                        all.put(source.id(), source);
                    }
                    borrowable(source, frozen, all, seen);
                }
            }
        }
    }

    private List<Edition> sources(Incorporation.Source source) {
        return switch (source) {
            case Incorporation.Source.Frozen(var id) -> library.edition(id).stream().toList();
            case Incorporation.Source.Floating(var body) -> library.editionsOf(body);
            case Incorporation.Source.OfLevel(var level) -> library.editionsAt(level);
        };
    }

    // ── Texts ───────────────────────────────────────────────────────────────────────────────

    private Text text(Edition edition, LocalDate day) {
        String key = edition.id() + " " + Text.borrowedOn(library, edition, day);
        return texts.computeIfAbsent(key, _ -> Text.of(library, edition, day));
    }

    /// A text without the norms that cannot matter to an act.
    private Text narrow(Edition edition, String act, LocalDate day) {
        Text whole = text(edition, day);
        return narrowed.computeIfAbsent(
                List.of(whole.edition().id(), Text.borrowedOn(library, edition, day), act),
                _ -> {
                    List<Entry> kept =
                            whole.entries().stream().filter(e -> matters(whole, e, act)).toList();
                    return new Text(edition, kept, Alphabet.of(library, edition, kept));
                });
    }

    private static boolean matters(Text text, Entry entry, String act) {
        return switch (entry.norm()) {
            case Norm.Directive norm ->
                    norm.acts().leaves().contains(act)
                            && entry.onlyActs().map(only -> only.contains(act)).orElse(true);
            case Norm.Definition norm ->
                    norm.acts().map(acts -> acts.leaves().contains(act)).orElse(true);
            case Norm.SetAside _ ->
                    text.entries().stream()
                            .anyMatch(e ->
                                    e.norm() instanceof Norm.Directive
                                            && Evaluator.takesOut(entry, e)
                                            && matters(text, e, act));
        };
    }
}
