package org.plumbline.server.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.load.DateReader;
import org.plumbline.core.norm.Library;

/// Something that an operation takes by name.
///
/// @param in where it stands
/// @param required whether the operation cannot do without it
/// @param many whether it may be given several times
/// @param says what it is, in a sentence
/// @param example a value that works
record Parameter(
        String name,
        In in,
        Kind kind,
        boolean required,
        boolean many,
        String says,
        String example) {

    /// Where a parameter stands: in the address, as a piece of its path, or a key of the body.
    enum In {
        QUERY,
        PATH,
        BODY
    }

    /// Characters that words of a caller's own may have.
    static final int LONGEST_TEXT = 2_000;

    /// Values that a parameter may have at once.
    static final int MOST = 12;

    /// What a value may be.
    enum Kind {
        TEXT,
        DAYS,
        FLAG,
        YEARS,
        ASKER,
        ACT,
        PARTY,
        EDITION,
        CODE,
        BODY,
        PLACE;

        /// What would have been right, where the value is wrong.
        Optional<String> expected(Library library, String value) {
            String lower = value.toLowerCase(Locale.ROOT);
            return switch (this) {
                case TEXT ->
                        expected(
                                !value.isBlank() && value.length() <= LONGEST_TEXT,
                                "words, at most %,d characters".formatted(LONGEST_TEXT));
                case DAYS ->
                        expected(
                                DateReader.days(value).isPresent(),
                                "a date: 2026-06-01, 2026-06 or 2026");
                case FLAG -> expected(value.matches("true|false"), "true or false");
                case YEARS -> expected(value.matches("[1-9][0-9]?"), "a number from 1 to 99");
                case ASKER ->
                        expected(value.matches("practitioner|client"), "practitioner or client");
                case ACT -> oneOf(library.vocabulary().oneOf("act").values(), value);
                case PARTY -> oneOf(library.vocabulary().parties().keySet(), value);
                case EDITION ->
                        expected(
                                library.edition(value).isPresent(),
                                "the id of an edition; /api/v1/codes lists them");
                case CODE ->
                        expected(
                                library.edition(lower).isPresent()
                                        || !library.editionsOf(lower).isEmpty(),
                                "a body or an edition; /api/v1/codes lists them");
                case BODY ->
                        expected(
                                library.bodies().containsKey(lower),
                                "a body; /api/v1/codes lists them");
                case PLACE ->
                        expected(
                                library.places().containsKey(lower),
                                "a country or a part of one, as US-OH or GB");
            };
        }

        private static Optional<String> expected(boolean right, String words) {
            return right ? Optional.empty() : Optional.of(words);
        }

        private static Optional<String> oneOf(java.util.Collection<String> all, String value) {
            return expected(all.contains(value), "one of " + String.join(", ", all));
        }

        /// The JSON Schema of a value.
        Map<String, @Nullable Object> schema(Library library) {
            Map<String, @Nullable Object> schema = new LinkedHashMap<>();
            switch (this) {
                case FLAG -> schema.put("type", "boolean");
                case YEARS -> {
                    schema.put("type", "integer");
                    schema.put("minimum", 1);
                    schema.put("maximum", 99);
                }
                case DAYS -> {
                    schema.put("type", "string");
                    schema.put("pattern", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$");
                }
                case TEXT -> {
                    schema.put("type", "string");
                    schema.put("minLength", 1);
                    schema.put("maxLength", LONGEST_TEXT);
                }
                case ASKER -> words(schema, List.of("practitioner", "client"));
                case ACT -> words(schema, library.vocabulary().oneOf("act").values());
                case PARTY -> words(schema, library.vocabulary().parties().keySet());
                case EDITION ->
                        words(schema, library.entries().stream().map(Library.Entry::id).toList());
                case CODE, BODY, PLACE -> schema.put("type", "string");
            }
            return schema;
        }

        private static void words(
                Map<String, @Nullable Object> schema, java.util.Collection<String> words) {
            schema.put("type", "string");
            schema.put("enum", List.copyOf(new TreeSet<>(words)));
        }
    }

    static Parameter query(String name, Kind kind, String says, String example) {
        return new Parameter(name, In.QUERY, kind, false, false, says, example);
    }

    static Parameter path(String name, Kind kind, String says, String example) {
        return new Parameter(name, In.PATH, kind, true, false, says, example);
    }

    static Parameter body(String name, Kind kind, String says, String example) {
        return new Parameter(name, In.BODY, kind, false, false, says, example);
    }

    /// The same, and the operation cannot do without it.
    Parameter needed() {
        return new Parameter(name, in, kind, true, many, says, example);
    }

    /// The same, and it may be given several times.
    Parameter several() {
        return new Parameter(name, in, kind, required, true, says, example);
    }
}
