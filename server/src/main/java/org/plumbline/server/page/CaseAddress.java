package org.plumbline.server.page;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plumbline.answer.Nodes;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Vocabulary;
import org.springframework.util.MultiValueMap;

/// The facts of a case as the query of an address, so that nothing has to be kept on the server.
///
/// Every parameter is a word of the case file: `act`, `party`, `date`, `rest`, one of the words that
/// say who the practitioner is, or a fact. A value is
///
/// - a word of the vocabulary, `true`, `false`, `never`, `unknown`, or a date that may be partial;
/// - several of these with `.` between them: all of these (`membership=aca.apa`); `-` is none;
/// - several with `~` between them: one of these, not known which (`service-ended=2023-03~2023-05`);
/// - `from..to`: a day in that span; `unit:number`: an amount (`gift-value=usd:25`);
///
/// and a parameter that is there more than once has all of its values, as a form sends it. An empty
/// value says nothing. A person in several links has `1.party=…&1.facts…&2.party=…`. Names that begin
/// with `_` belong to the page and are no part of the case.
///
/// Reading never fails. What the vocabulary does not know is a finding of [#scenario].
public final class CaseAddress {

    /// In this order at the front; the other facts follow in the order of the alphabet.
    private static final List<String> FIRST = List.of("act", "party");

    private static final List<String> LAST = List.of("date", "rest");

    private CaseAddress() {}

    /// The facts of a case file as a query without `?`, always in the same order; empty where there
    /// are none.
    ///
    /// @param caseFacts in the form of a case file, as [#read] gives them; words of the vocabulary
    ///     and dates only
    public static String of(Map<String, Object> caseFacts) {
        Map<String, String> front = new LinkedHashMap<>();
        Map<String, String> middle = new TreeMap<>();
        Map<String, String> practitioner = new TreeMap<>();
        Map<String, String> back = new LinkedHashMap<>();
        FIRST.forEach(name -> put(front, name, caseFacts.get(name)));
        LAST.forEach(name -> put(back, name, caseFacts.get(name)));
        caseFacts.forEach((name, value) -> {
            switch (name) {
                case "practitioner" -> entries(value).forEach((k, v) -> put(practitioner, k, v));
                case "facts" -> entries(value).forEach((k, v) -> put(middle, k, v));
                case "links" -> links(value, back);
                default -> {
                    if (!FIRST.contains(name) && !LAST.contains(name)) {
                        put(
                                Vocabulary.PRACTITIONER.contains(name) ? practitioner : middle,
                                name,
                                value);
                    }
                }
            }
        });
        front.putAll(practitioner);
        front.putAll(middle);
        front.putAll(back);
        return front.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, Object> entries(Object value) {
        Map<String, Object> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((k, v) -> entries.put(String.valueOf(k), v));
        }
        return entries;
    }

    private static void links(Object value, Map<String, String> into) {
        if (value instanceof List<?> links) {
            int number = 1;
            for (Object link : links) {
                String prefix = number++ + ".";
                Map<String, String> facts = new TreeMap<>();
                entries(link)
                        .forEach((name, of) -> {
                            if (name.equals("facts")) {
                                entries(of).forEach((k, v) -> put(facts, k, v));
                            } else if (!name.equals("party")) {
                                put(facts, name, of);
                            }
                        });
                put(into, prefix + "party", entries(link).get("party"));
                facts.forEach((k, v) -> into.put(prefix + k, v));
            }
        }
    }

    private static void put(
            Map<String, String> into,
            String name,
            @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            into.put(name, word(value));
        }
    }

    /// One value as it stands in an address, not percent-encoded: `2023-03~never`.
    public static String written(Object value) {
        return word(value);
    }

    /// What a parameter says that is there once or more often, in the form of a case file; empty where
    /// it is blank throughout.
    public static java.util.Optional<Object> said(List<String> values) {
        List<String> said = values.stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
        return said.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(value(said));
    }

    private static String word(Object value) {
        return switch (value) {
            case List<?> list when list.isEmpty() -> "-";
            case List<?> list ->
                    list.stream().map(CaseAddress::word).collect(Collectors.joining("."));
            case Map<?, ?> map when map.get("possibly") instanceof List<?> several ->
                    several.stream().map(CaseAddress::word).collect(Collectors.joining("~"));
            case Map<?, ?> map when map.containsKey("possibly") ->
                    word(Objects.requireNonNull(map.get("possibly")));
            case Map<?, ?> map when map.containsKey("from") && map.containsKey("to") ->
                    map.get("from") + ".." + map.get("to");
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(e -> e.getKey() + ":" + e.getValue())
                            .collect(Collectors.joining("."));
            default -> String.valueOf(value);
        };
    }

    /// Percent-encodes what could not stand in a query; the marks of this form can.
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%7E", "~")
                .replace("%3A", ":");
    }

    // ── Reading ─────────────────────────────────────────────────────────────────────────────

    /// The facts that a query holds, in the form of a case file. Nothing is checked here.
    public static Map<String, Object> read(MultiValueMap<String, String> query) {
        Map<String, Object> front = new LinkedHashMap<>();
        Map<String, Object> practitioner = new LinkedHashMap<>();
        Map<String, Object> facts = new TreeMap<>();
        Map<Integer, Map<String, Object>> links = new TreeMap<>();
        query.forEach((name, values) -> {
            List<String> said =
                    values.stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
            if (name.startsWith("_") || name.isBlank() || said.isEmpty()) {
                return;
            }
            Object value = value(said);
            int dot = name.indexOf('.');
            if (dot > 0 && dot < 4 && name.substring(0, dot).chars().allMatch(CaseAddress::digit)) {
                links.computeIfAbsent(
                                Integer.valueOf(name.substring(0, dot)), _ -> new LinkedHashMap<>())
                        .put(name.substring(dot + 1), value);
            } else if (Vocabulary.PRACTITIONER.contains(name)) {
                practitioner.put(name, value);
            } else if (FIRST.contains(name) || LAST.contains(name)) {
                front.put(name, value);
            } else {
                facts.put(name, value);
            }
        });
        Map<String, Object> all = new LinkedHashMap<>();
        FIRST.stream().filter(front::containsKey).forEach(n -> all.put(n, front.get(n)));
        if (!practitioner.isEmpty()) {
            all.put("practitioner", practitioner);
        }
        if (!facts.isEmpty()) {
            all.put("facts", facts);
        }
        LAST.stream().filter(front::containsKey).forEach(n -> all.put(n, front.get(n)));
        if (!links.isEmpty()) {
            all.put("links", links.values().stream().map(CaseAddress::link).toList());
        }
        return all;
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    private static Map<String, Object> link(Map<String, Object> said) {
        Map<String, Object> link = new LinkedHashMap<>();
        Map<String, Object> facts = new TreeMap<>(said);
        Object party = facts.remove("party");
        if (party != null) {
            link.put("party", party);
        }
        if (!facts.isEmpty()) {
            link.put("facts", facts);
        }
        return link;
    }

    private static Object value(List<String> said) {
        if (said.size() == 1) {
            return value(said.getFirst());
        }
        List<Object> all = new ArrayList<>();
        for (String one : said) {
            switch (value(one)) {
                case List<?> several -> all.addAll(several);
                case Object single -> all.add(single);
            }
        }
        return all;
    }

    private static Object value(String text) {
        if (text.contains("~")) {
            List<Object> possibly = new ArrayList<>();
            for (String one : text.split("~", -1)) {
                possibly.add(one(one));
            }
            return Map.of("possibly", possibly);
        }
        return one(text);
    }

    private static Object one(String text) {
        int span = text.indexOf("..");
        int amount = text.indexOf(':');
        if (text.equals("-")) {
            return List.of();
        } else if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        } else if (span > 0) {
            Map<String, Object> days = new LinkedHashMap<>();
            days.put("from", text.substring(0, span));
            days.put("to", text.substring(span + 2));
            return days;
        } else if (amount > 0) {
            return Map.of(text.substring(0, amount), number(text.substring(amount + 1)));
        } else if (text.contains(".")) {
            List<Object> all = new ArrayList<>();
            for (String item : text.split("\\.", -1)) {
                all.add(item);
            }
            return all;
        }
        return text;
    }

    private static Object number(String text) {
        if (text.length() <= 18 && text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            BigDecimal number = new BigDecimal(text);
            return number.scale() == 0 ? (Object) number.longValueExact() : number;
        }
        return text;
    }

    // ── The case ────────────────────────────────────────────────────────────────────────────

    /// The scenario of facts from an address, or what is wrong with them. Who is bound stays open
    /// where it was not said.
    ///
    /// @param today the day of the act, where the facts give none
    public static Loaded<Scenario> scenario(
            Library library, Map<String, Object> caseFacts, java.time.LocalDate today) {
        return ScenarioReader.read(
                library,
                Nodes.of(caseFacts, "the address"),
                new ScenarioReader.Defaults(Known.Range.of(today), false, true));
    }
}
