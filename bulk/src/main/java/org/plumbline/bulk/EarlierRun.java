package org.plumbline.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Span;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The result of an earlier audit, by the keys of its rows: CSV, JSON Lines or Parquet.
///
/// Of each row it holds 61 bits of what was said, so that memory does not grow with what was said. A
/// key that stands on several rows cannot be compared, and counts as changed.
final class EarlierRun implements AutoCloseable {

    /// How a row stands to the earlier run.
    enum Standing {
        /// The earlier run has no such key.
        NEW,
        /// It said something else, or said something twice.
        CHANGED,
        SAME
    }

    private static final long SEEN = 1;
    private static final long TWICE = 2;
    private static final long HELD = 4;
    private static final long MARKS = SEEN | TWICE | HELD;

    private final KeyTable rows;

    private EarlierRun(KeyTable rows) {
        this.rows = rows;
    }

    /// How a row stands that is to be written so.
    Standing standing(String key, List<List<String>> records) {
        long hash = KeyTable.hash(key);
        long value = rows.get(hash);
        if (value == 0) {
            return Standing.NEW;
        }
        return (value & TWICE) == 0 && (value & ~MARKS) == (said(records) & ~MARKS)
                ? Standing.SAME
                : Standing.CHANGED;
    }

    /// Remembers that a key was there.
    void see(String key) {
        rows.mark(KeyTable.hash(key), SEEN);
    }

    /// How many of its keys were not there.
    long unseen() {
        return rows.without(SEEN);
    }

    @Override
    public void close() {
        rows.close();
    }

    // ── Reading it ──────────────────────────────────────────────────────────────────────────

    /// Reads a result.
    ///
    /// @param folder where a large table of its keys may be written
    static Loaded<EarlierRun> read(Path file, Path folder) {
        var run = new EarlierRun(new KeyTable(folder));
        Optional<Finding> wrong;
        try {
            wrong = run.isJson(file) ? run.lines(file) : run.sheet(file);
        } catch (IOException e) {
            wrong = Optional.of(Sheet.broken(file, 1, Sheet.why(e)));
        }
        if (wrong.isPresent()) {
            run.close();
            return Loaded.unsound(wrong.get());
        }
        return Loaded.sound(run);
    }

    private boolean isJson(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            return in.read() == '{';
        }
    }

    private static Finding shape(Path file, long line) {
        return Finding.error(
                "audit.against.shape",
                new Span(file.toString(), (int) Math.min(line, Integer.MAX_VALUE), 1, 1),
                "this is not the result of an audit",
                "a file that `plumbline audit --out` wrote: CSV, JSON Lines or Parquet",
                "name such a file, or an edition");
    }

    private void keep(String key, List<List<String>> records) {
        long said = (said(records) & ~MARKS) | HELD;
        long before = rows.put(KeyTable.hash(key), said);
        if (before != 0) {
            rows.put(KeyTable.hash(key), said | TWICE);
        }
    }

    /// 64 bits of what is said of a row, in whatever form it was written.
    private static long said(List<List<String>> records) {
        StringBuilder all = new StringBuilder();
        for (List<String> record : records) {
            for (String field : record.subList(1, record.size())) {
                all.append(field.replace(" or ", ";").replace("; ", ";")).append('\u0001');
            }
            all.append('\u0002');
        }
        return KeyTable.hash(all.toString());
    }

    private Optional<Finding> sheet(Path file) throws IOException {
        switch (Sheet.open(file)) {
            case Loaded.Unsound<Sheet>(var findings) -> {
                return Optional.of(findings.getFirst());
            }
            case Loaded.Sound<Sheet>(var open, _) -> {
                try (Sheet sheet = open) {
                    int never = sheet.headings().indexOf("lifts_never");
                    List<Integer> places =
                            AuditLine.HEADINGS.stream().map(sheet.headings()::indexOf).toList();
                    if (places.contains(-1)) {
                        return Optional.of(shape(file, 1));
                    }
                    String key = "";
                    List<List<String>> records = new ArrayList<>();
                    for (var next = sheet.next(); next.isPresent(); next = sheet.next()) {
                        List<String> fields = next.get().fields();
                        if (fields.size() != sheet.headings().size()) {
                            return Optional.of(shape(file, next.get().number()));
                        }
                        List<String> record = new ArrayList<>();
                        places.forEach(place -> record.add(fields.get(place)));
                        if (never >= 0 && fields.get(never).equals("true")) {
                            record.set(AuditLine.HEADINGS.indexOf("lifts_earliest"), "never");
                        }
                        // The line of the texts joined is the first of each row.
                        if (record.get(1).equals(AuditLine.TOGETHER) && !records.isEmpty()) {
                            keep(key, records);
                            records.clear();
                        }
                        key = record.getFirst();
                        records.add(record);
                    }
                    if (!records.isEmpty()) {
                        keep(key, records);
                    }
                    return sheet.broken();
                }
            }
        }
    }

    private Optional<Finding> lines(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                Optional<List<List<String>>> records = records(line);
                if (records.isEmpty()) {
                    return Optional.of(shape(file, number));
                }
                keep(records.get().getFirst().getFirst(), records.get());
            }
        }
        return Optional.empty();
    }

    private static final JsonFactory FACTORY = new JsonFactory();

    /// A line of JSON as the records that CSV would have.
    private static Optional<List<List<String>>> records(String line) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            parser.nextToken();
            if (!(tree(parser) instanceof Map<?, ?> row)
                    || !(row.get("id") instanceof String key)
                    || !(row.get("codes") instanceof List<?> codes)) {
                return Optional.empty();
            }
            List<List<String>> records = new ArrayList<>();
            if (row.get("together") instanceof Map<?, ?> together) {
                records.add(record(key, AuditLine.TOGETHER, together, "by"));
            }
            for (Object code : codes) {
                if (code instanceof Map<?, ?> text && text.get("edition") instanceof String id) {
                    records.add(record(key, id, text, "provisions"));
                }
            }
            if (!(row.get("together") instanceof Map<?, ?>)) {
                records.addFirst(
                        AuditLine.nothing(key, records.stream().map(r -> r.get(2)).toList()));
            }
            return Optional.of(records);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static List<String> record(String key, String edition, Map<?, ?> from, String grounds) {
        String earliest = "";
        String latest = "";
        if (from.get("lifts") instanceof Map<?, ?> lifts) {
            earliest = lifts.get("earliest") instanceof String day ? day : "";
            latest = lifts.get("latest") instanceof String day ? day : "";
        } else if (from.get("lifts") instanceof String never) {
            earliest = never;
        }
        return List.of(
                key,
                edition,
                joined(from.get("headline")),
                joined(from.get("missing")),
                joined(from.get(grounds)),
                joined(from.get("duties")),
                earliest,
                latest,
                joined(from.get("then")));
    }

    private static String joined(@org.jspecify.annotations.Nullable Object list) {
        return list instanceof List<?> items
                ? String.join(";", items.stream().map(String::valueOf).toList())
                : "";
    }

    private static Object tree(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> map = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                map.put(name, tree(parser));
            }
            return map;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(tree(parser));
            }
            return list;
        }
        return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getString();
    }
}
