package org.plumbline.ask;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A question with the slots that a person gave it.
///
/// @param wants each reading that is right: the slots, and the other labels that may stand for them
record Labelled(String id, String text, boolean inScope, List<Want> wants) {

    record Want(Map<String, @Nullable Object> slots, Map<String, @Nullable Object> accept) {

        boolean holds(String slot, @Nullable String got) {
            if (same(slots.get(slot), got)) {
                return true;
            }
            return accept.get(slot) instanceof List<?> others
                    && others.stream().anyMatch(o -> same(o, got));
        }

        private static boolean same(@Nullable Object want, @Nullable String got) {
            if (want == null || got == null) {
                return want == null && got == null;
            }
            String left =
                    " " + want.toString().toLowerCase(java.util.Locale.ROOT).replace(",", "") + " ";
            String right = " " + got.toLowerCase(java.util.Locale.ROOT).replace(",", "") + " ";
            return left.contains(right) || right.contains(left);
        }
    }

    /// The questions written for this library.
    static List<Labelled> written() {
        return resource("/questions-written.jsonl");
    }

    /// Questions written to try the reader with, in the styles of searches, forums and stories.
    static List<Labelled> afresh() {
        return resource("/questions-afresh.jsonl");
    }

    private static List<Labelled> resource(String name) {
        try (InputStream in = Labelled.class.getResourceAsStream(name)) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Labelled> read(String lines) {
        return lines.lines().filter(l -> !l.isBlank()).map(Labelled::one).toList();
    }

    @SuppressWarnings("unchecked")
    private static Labelled one(String line) {
        var map = (Map<String, @Nullable Object>) Json.parse(line);
        List<Want> wants = new ArrayList<>();
        if (map.get("slots") instanceof Map<?, ?> slots) {
            wants.add(new Want((Map<String, @Nullable Object>) slots, child(map, "accept")));
        }
        if (map.get("also_slots") instanceof List<?> also) {
            List<?> accept = map.get("also_accept") instanceof List<?> list ? list : List.of();
            for (int i = 0; i < also.size(); i++) {
                wants.add(
                        new Want(
                                (Map<String, @Nullable Object>) also.get(i),
                                i < accept.size()
                                        ? (Map<String, @Nullable Object>) accept.get(i)
                                        : Map.of()));
            }
        }
        return new Labelled(
                (String) map.get("id"),
                (String) map.get("text"),
                (Boolean) map.get("in_scope"),
                wants);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> child(
            Map<String, @Nullable Object> map, String key) {
        return map.get(key) instanceof Map<?, ?> child
                ? (Map<String, @Nullable Object>) child
                : Map.of();
    }

    /// A small tree of JSON, for tests.
    static final class Json {
        private Json() {}

        static @Nullable Object parse(String text) {
            try (JsonParser parser =
                    new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
                parser.nextToken();
                return value(parser);
            }
        }

        private static @Nullable Object value(JsonParser parser) {
            return switch (parser.currentToken()) {
                case START_OBJECT -> {
                    Map<String, @Nullable Object> map = new LinkedHashMap<>();
                    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                        String key = parser.currentName();
                        parser.nextToken();
                        map.put(key, value(parser));
                    }
                    yield map;
                }
                case START_ARRAY -> {
                    List<@Nullable Object> list = new ArrayList<>();
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        list.add(value(parser));
                    }
                    yield list;
                }
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_NULL -> null;
                default -> parser.getString();
            };
        }
    }
}
