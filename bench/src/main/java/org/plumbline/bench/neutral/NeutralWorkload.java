package org.plumbline.bench.neutral;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.plumbline.bench.neutral.NeutralNorm.Bar;
import org.plumbline.bench.neutral.NeutralNorm.Literal;
import org.plumbline.bench.neutral.NeutralNorm.Verb;

/// The words, the norms and the rows of the workload.
///
/// @param professions to whom codes speak
/// @param codes for each code the professions it speaks to
public record NeutralWorkload(
        List<String> professions,
        List<String> acts,
        List<String> parties,
        List<String> media,
        List<String> facts,
        Map<String, Set<String>> codes,
        List<NeutralNorm> norms) {

    private static final List<String> PROFESSIONS =
            List.of(
                    "psychologist",
                    "counsellor",
                    "social-worker",
                    "family-therapist",
                    "physician",
                    "coach");
    private static final List<String> ACTS =
            List.of(
                    "friendship",
                    "social-media",
                    "sexual-romantic",
                    "business",
                    "barter",
                    "gift",
                    "loan",
                    "hug",
                    "home-visit",
                    "after-hours-contact",
                    "shared-event",
                    "employment",
                    "teaching",
                    "referral-of-kin",
                    "self-disclosure",
                    "testimonial");
    private static final List<String> PARTIES =
            List.of(
                    "current-client",
                    "former-client",
                    "client-partner",
                    "client-family",
                    "supervisee",
                    "former-supervisee",
                    "student",
                    "colleague",
                    "research-participant",
                    "prospective-client");
    private static final List<String> MEDIA =
            List.of("in-person", "phone-text", "online-public", "online-private");
    private static final List<String> FACTS =
            List.of(
                    "harm-risk",
                    "exploitation-risk",
                    "objectivity-impaired",
                    "documented",
                    "consulted",
                    "informed-consent",
                    "client-initiated",
                    "unavoidable");
    private static final Map<String, Set<String>> CODES =
            Map.of(
                    "A", Set.of("psychologist", "counsellor", "family-therapist"),
                    "B", Set.of("psychologist", "counsellor", "family-therapist", "coach"),
                    "C", Set.of("psychologist", "social-worker", "family-therapist", "coach"),
                    "D", Set.of("psychologist", "counsellor", "family-therapist"),
                    "E", Set.of("psychologist", "social-worker", "physician"),
                    "F", Set.copyOf(PROFESSIONS));

    /// The workload, its norms read from the table beside this class.
    public static NeutralWorkload read() {
        List<NeutralNorm> norms = new ArrayList<>();
        try (InputStream in = NeutralWorkload.class.getResourceAsStream("norms.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the table of norms is not on the class path");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> Arrays.asList(line.split("\t", -1)))
                    .forEach(cells -> norms.add(norm(cells)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new NeutralWorkload(PROFESSIONS, ACTS, PARTIES, MEDIA, FACTS, CODES, norms);
    }

    private static NeutralNorm norm(List<String> cells) {
        String bar = cells.get(6);
        return new NeutralNorm(
                cells.get(0),
                cells.get(1),
                Verb.valueOf(cells.get(2).replace('-', '_').toUpperCase(Locale.ROOT)),
                words(cells.get(3), ACTS),
                words(cells.get(4), PARTIES),
                words(cells.get(5), MEDIA),
                bar.isEmpty()
                        ? Bar.NONE
                        : new Bar(
                                Integer.parseInt(bar.replaceAll("\\D", "")),
                                bar.startsWith("beyond")),
                literals(cells.get(7), ", "),
                Arrays.stream(cells.get(8).split("; ", -1))
                        .filter(group -> !group.isEmpty())
                        .map(group -> literals(group, " and "))
                        .toList());
    }

    private static Set<String> words(String cell, List<String> all) {
        if (!cell.startsWith("any")) {
            return Set.of(cell.split(", ", -1));
        }
        Set<String> words = new HashSet<>(all);
        words.remove(cell.replace("any but ", ""));
        return words;
    }

    private static List<Literal> literals(String cell, String between) {
        return Arrays.stream(cell.split(between, -1))
                .filter(word -> !word.isEmpty())
                .map(word -> new Literal(word.replace("not ", ""), !word.startsWith("not ")))
                .toList();
    }

    /// A row, the same for the same number: few acts and parties make up most, a quarter of the facts
    /// is unknown, and where a service has ended many days lie at the edge of a bar.
    public NeutralCase row(long number) {
        var random = new SplittableRandom(number * 0x9E3779B97F4A7C15L);
        String party = skewed(random, parties);
        OptionalInt since = OptionalInt.empty();
        if (random.nextInt(100) < (party.startsWith("former") ? 94 : 3)) {
            since =
                    OptionalInt.of(
                            switch (random.nextInt(25)) {
                                case 0 -> 729 + random.nextInt(3);
                                case 1 -> 1825 + random.nextInt(3);
                                default -> (int) (-1100 * Math.log(1 - random.nextDouble()));
                            });
        }
        Map<String, Boolean> known = new HashMap<>();
        for (String fact : facts) {
            if (random.nextInt(4) > 0) {
                known.put(fact, random.nextBoolean());
            }
        }
        return new NeutralCase(
                skewed(random, professions),
                skewed(random, acts),
                party,
                skewed(random, media),
                since,
                known);
    }

    private static String skewed(SplittableRandom random, List<String> of) {
        int one = random.nextInt(of.size());
        int two = random.nextInt(of.size());
        return of.get(Math.min(one, two));
    }
}
