package org.plumbline.core.norm;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.plumbline.core.condition.Constraint;
import org.plumbline.core.vocabulary.Vocabulary;

/// Every text we hold, with the vocabulary they are written in.
///
/// Editions are read when they are first asked for, so that one question does not pay for the whole
/// library. Safe to share between threads.
public final class Library {

    /// Where an edition stands in the library, known without reading it.
    ///
    /// @param id `nasw-2021`
    /// @param body who issued it
    /// @param level crime, statute … model
    /// @param draft nothing in it is known better than from memory
    /// @param file path inside the library, with forward slashes
    public record Entry(String id, String body, String level, boolean draft, String file) {}

    private final Vocabulary vocabulary;
    private final List<Constraint> constraints;
    private final SequencedMap<String, Body> bodies;
    private final SequencedMap<String, String> places;
    private final SequencedMap<String, Entry> entries = new LinkedHashMap<>();
    private final Function<Entry, Edition> read;
    private final Map<String, Edition> editions = new ConcurrentHashMap<>();
    private final String fingerprint;

    /// @param read reads one edition; called at most once for each, from any thread
    /// @param fingerprint a digest over the content of every file of the library
    public Library(
            Vocabulary vocabulary,
            List<Constraint> constraints,
            SequencedMap<String, Body> bodies,
            SequencedMap<String, String> places,
            Collection<Entry> entries,
            Function<Entry, Edition> read,
            String fingerprint) {
        this.vocabulary = vocabulary;
        this.constraints = List.copyOf(constraints);
        this.bodies = bodies;
        this.places = places;
        entries.forEach(e -> this.entries.put(e.id(), e));
        this.read = read;
        this.fingerprint = fingerprint;
    }

    /// The words.
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /// What is true of every possible person.
    public List<Constraint> constraints() {
        return constraints;
    }

    /// Bodies by id.
    public SequencedMap<String, Body> bodies() {
        return bodies;
    }

    /// Names of places by id.
    public SequencedMap<String, String> places() {
        return places;
    }

    /// Where every edition stands, in the order of the files.
    public Collection<Entry> entries() {
        return entries.values();
    }

    /// An edition by id.
    public Optional<Edition> edition(String id) {
        return Optional.ofNullable(entries.get(id)).map(this::edition);
    }

    /// The edition of an entry of this library.
    public Edition edition(Entry entry) {
        return editions.computeIfAbsent(entry.id(), _ -> read.apply(entry));
    }

    /// Every edition, in the order of the files.
    public List<Edition> editions() {
        return entries.values().stream().map(this::edition).toList();
    }

    /// The editions that a body issued.
    public List<Edition> editionsOf(String body) {
        return entries.values().stream()
                .filter(e -> e.body().equals(body))
                .map(this::edition)
                .toList();
    }

    /// The editions of a level.
    public List<Edition> editionsAt(String level) {
        return entries.values().stream()
                .filter(e -> e.level().equals(level))
                .map(this::edition)
                .toList();
    }

    /// The digest that records name the library by.
    public String fingerprint() {
        return fingerprint;
    }

    /// The same library with one edition put in the place of another of the same id.
    public Library with(Edition edition) {
        if (!entries.containsKey(edition.id())) {
            throw new IllegalArgumentException("no edition `" + edition.id() + "`");
        }
        var changed =
                new Library(
                        vocabulary,
                        constraints,
                        bodies,
                        places,
                        entries.values(),
                        e -> e.id().equals(edition.id()) ? edition : edition(e),
                        fingerprint);
        return changed;
    }
}
