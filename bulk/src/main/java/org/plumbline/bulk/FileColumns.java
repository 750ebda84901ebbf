package org.plumbline.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.bulk.ColumnProposal.Place;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;

/// What one file tells of its columns: where each belongs, and how its dates are written.
///
/// @param places of the columns by their headings, in the order of the file
/// @param dates what is seen of each column of dates, by its heading
record FileColumns(
        Path file, SequencedMap<String, Place> places, SequencedMap<String, DateLook> dates) {

    /// Looks at the first rows of a file.
    ///
    /// @param names what people call their columns
    /// @param day on which it is looked at: an event that is later speaks against a way to count days
    /// @return or why the file cannot be read
    static Loaded<FileColumns> of(
            Vocabulary vocabulary, ColumnNames names, Path file, LocalDate day) {
        return switch (Sheet.open(file)) {
            case Loaded.Unsound<Sheet>(var wrong) -> new Loaded.Unsound<>(wrong);
            case Loaded.Sound<Sheet>(var open, _) -> {
                try (Sheet sheet = open) {
                    yield Loaded.sound(of(vocabulary, names, file, sheet, day));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static FileColumns of(
            Vocabulary vocabulary, ColumnNames names, Path file, Sheet sheet, LocalDate day) {
        SequencedMap<String, Place> places =
                places(
                        vocabulary,
                        names,
                        file,
                        sheet.headings(),
                        sheet.unfit().stream()
                                .map(f -> f.span().column())
                                .collect(Collectors.toSet()));
        SequencedMap<String, DateLook> looks = new LinkedHashMap<>();
        List<Fit> fits = new ArrayList<>();
        for (int column = 0; column < sheet.headings().size(); column++) {
            String heading = sheet.headings().get(column);
            Place place = places.get(heading);
            String word = place == null ? "" : place.word().orElse("");
            if (isDate(vocabulary, word)) {
                looks.put(heading, new DateLook(file, column, day));
            } else if (!word.isEmpty()) {
                fits.add(new Fit(vocabulary, heading, column, word));
            }
        }
        int rows = 0;
        for (Optional<Sheet.Line> line = sheet.next();
                line.isPresent()
                        && rows < ColumnProposal.MOST
                        && !(looks.isEmpty() && fits.isEmpty());
                line = sheet.next()) {
            rows++;
            for (DateLook look : looks.values()) {
                look.at(line.get());
            }
            for (Fit fit : fits) {
                fit.at(line.get());
            }
        }
        for (Fit fit : fits) {
            if (fit.failed()) {
                places.computeIfPresent(
                        fit.heading,
                        (_, place) ->
                                place.open(
                                        List.of(),
                                        "none of its values is one of `%s`".formatted(fit.word)));
            }
        }
        return new FileColumns(file, places, looks);
    }

    private static SequencedMap<String, Place> places(
            Vocabulary vocabulary,
            ColumnNames names,
            Path file,
            List<String> headings,
            Set<Integer> unfit) {
        List<Place> all = new ArrayList<>();
        Map<String, Integer> held = new HashMap<>();
        for (int column = 0; column < headings.size(); column++) {
            Place place = place(vocabulary, names, file, headings.get(column), column + 1);
            all.add(place);
            place.word().ifPresent(w -> held.merge(w, 1, Integer::sum));
        }
        SequencedMap<String, Place> places = new LinkedHashMap<>();
        for (Place place : all) {
            if (unfit.contains(place.column())) {
                places.putIfAbsent(
                        headings.get(place.column() - 1),
                        place.open(List.of(), "it holds no plain values"));
                continue;
            }
            String word = place.word().orElse(Headings.IGNORE);
            places.putIfAbsent(
                    headings.get(place.column() - 1),
                    word.equals(Headings.IGNORE) || held.getOrDefault(word, 0) == 1
                            ? place
                            : place.open(List.of(word), "another column may hold the same"));
        }
        return places;
    }

    private static Place place(
            Vocabulary vocabulary, ColumnNames names, Path file, String heading, int column) {
        String word = Headings.word(heading);
        if (Headings.isKnown(vocabulary, word)) {
            return new Place(file, column, Optional.of(word), List.of(), "", false);
        }
        return names.of(heading)
                .map(n -> new Place(file, column, n.holds(), n.mayHold(), n.because(), false))
                .orElseGet(() -> new Place(file, column, Optional.empty(), List.of(), "", false));
    }

    /// Whether any value of a column is one of its fact's.
    private static final class Fit {
        private final Vocabulary vocabulary;
        private final String heading;
        private final int column;
        private final String word;
        private boolean some;
        private boolean fits;

        Fit(Vocabulary vocabulary, String heading, int column, String word) {
            this.vocabulary = vocabulary;
            this.heading = heading;
            this.column = column;
            this.word = word;
        }

        void at(Sheet.Line line) {
            if (fits || column >= line.fields().size()) {
                return;
            }
            for (String part : line.fields().get(column).split("[|;]", -1)) {
                if (!part.isBlank()) {
                    some = true;
                    fits |= CellWord.isWord(vocabulary, word, part.strip());
                }
            }
        }

        boolean failed() {
            return some && !fits;
        }
    }

    private static boolean isDate(Vocabulary vocabulary, String word) {
        return word.equals("date") || vocabulary.facts().get(word) instanceof Fact.Event;
    }
}
