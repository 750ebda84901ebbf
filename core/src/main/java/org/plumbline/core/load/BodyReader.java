package org.plumbline.core.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.plumbline.core.norm.Body;

/// Reads who issues texts, and the names of places.
final class BodyReader {

    private static final List<String> KINDS =
            List.of("association", "regulator", "legislature", "court", "employer");

    private BodyReader() {}

    static Optional<Body> body(Node node, Findings findings) {
        Optional<Node.Mapping> mapping = findings.mapping(node, "a body");
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        Node.Mapping body = mapping.get();
        findings.onlyKeys(
                body,
                "a body",
                Set.of(
                        "body",
                        "name",
                        "kind",
                        "country",
                        "place",
                        "professions",
                        "sanctions",
                        "silence-means"));
        Optional<String> id = required(body, "body", findings);
        Optional<String> name = required(body, "name", findings);
        Optional<String> kind = required(body, "kind", findings);
        Optional<String> country = required(body, "country", findings);
        if (kind.isPresent() && !KINDS.contains(kind.get())) {
            findings.unknown(
                    "body.kind.unknown",
                    (Node.Scalar) body.get("kind").orElseThrow(),
                    "kind of body",
                    "one of " + String.join(", ", KINDS),
                    KINDS);
            return Optional.empty();
        }
        if (id.isEmpty() || name.isEmpty() || kind.isEmpty() || country.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Body(
                        id.get(),
                        name.get(),
                        kind.get(),
                        country.get(),
                        body.get("place").flatMap(n -> findings.word(n, "a place")),
                        words(body, "professions", findings),
                        words(body, "sanctions", findings),
                        body.get("silence-means")
                                .flatMap(n -> findings.word(n, "what silence means"))
                                .orElse("nothing")));
    }

    private static Optional<String> required(Node.Mapping body, String key, Findings findings) {
        return findings.required(body, key, "the body", "add `" + key + ":`")
                .flatMap(n -> findings.word(n, "`" + key + "`"));
    }

    private static List<String> words(Node.Mapping body, String key, Findings findings) {
        return body.get(key).stream()
                .flatMap(n -> findings.words(n, "a word").stream())
                .map(Node.Scalar::text)
                .toList();
    }

    /// Names of places by id.
    static SequencedMap<String, String> places(Node node, Findings findings) {
        SequencedMap<String, String> places = new LinkedHashMap<>();
        findings.mapping(node, "places")
                .flatMap(m -> findings.required(m, "places", "the file", "add `places:`"))
                .flatMap(n -> findings.mapping(n, "places"))
                .ifPresent(all ->
                        all.entries()
                                .forEach(e ->
                                        findings.mapping(e.value(), "a place")
                                                .flatMap(p ->
                                                        findings.required(
                                                                p,
                                                                "says",
                                                                "the place",
                                                                "add `says:`"))
                                                .flatMap(n -> findings.word(n, "a name"))
                                                .ifPresent(
                                                        says -> places.put(e.key().text(), says))));
        return places;
    }
}
