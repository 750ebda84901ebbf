package org.plumbline.answer.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.answer.Nodes;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.ScenarioReader;
import org.plumbline.core.load.Severity;
import org.plumbline.core.load.Span;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;

/// Reads `policy.yaml` and gathers every finding on the way: a provision that the library does not
/// have is one, and so is a permitted act that the vocabulary does not know.
public final class PolicyReader {

    private final Library library;
    private final List<Finding> findings = new ArrayList<>();

    private PolicyReader(Library library) {
        this.library = library;
    }

    /// The form, or what is wrong with it.
    ///
    /// @param file the tree of `policy.yaml`; empty where the library has none
    public static Loaded<PolicyForm> read(Library library, Optional<Node> file) {
        if (!(file.orElse(null) instanceof Node.Mapping mapping)) {
            return Loaded.unsound(
                    Finding.error(
                            "library.policy.missing",
                            file.map(Node::span).orElseGet(() -> Span.of(LibraryReader.POLICY)),
                            "the library has no `policy.yaml`",
                            "the choices for a policy, at the top of the library",
                            "name a library that has them"));
        }
        var reader = new PolicyReader(library);
        PolicyForm form = reader.form(mapping);
        return reader.findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)
                ? new Loaded.Unsound<>(reader.findings)
                : new Loaded.Sound<>(form, reader.findings);
    }

    private PolicyForm form(Node.Mapping file) {
        onlyKeys(file, Set.of("policy", "title", "topics"));
        List<PolicyForm.Topic> topics = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node.Mapping topic : mappings(file, "topics")) {
            onlyKeys(topic, Set.of("id", "title", "asks", "choices"));
            String id = id(topic, ids);
            List<PolicyForm.Choice> choices = new ArrayList<>();
            Set<String> taken = new HashSet<>();
            for (Node.Mapping choice : mappings(topic, "choices")) {
                choices.add(choice(choice, taken));
            }
            topics.add(
                    new PolicyForm.Topic(id, words(topic, "title"), words(topic, "asks"), choices));
        }
        return new PolicyForm(words(file, "title"), topics);
    }

    private PolicyForm.Choice choice(Node.Mapping node, Set<String> taken) {
        onlyKeys(node, Set.of("id", "label", "clause", "serves", "permits"));
        List<PolicyForm.Served> serves = new ArrayList<>();
        for (Node item : items(node, "serves")) {
            served(item).ifPresent(serves::add);
        }
        List<Map<String, Object>> permits = new ArrayList<>();
        for (Node item : items(node, "permits")) {
            permitted(item).ifPresent(permits::add);
        }
        if (items(node, "serves").isEmpty() && permits.isEmpty()) {
            error(
                    "policy.choice.untied",
                    node.span(),
                    "a choice that serves no provision and permits nothing",
                    "`serves:` with a provision, or `permits:` with an act",
                    "name what it is there for");
        }
        return new PolicyForm.Choice(
                id(node, taken), words(node, "label"), words(node, "clause"), serves, permits);
    }

    /// `nasw-2021 1.06(h)`: an edition of the library and one of its provisions.
    private Optional<PolicyForm.Served> served(Node node) {
        String text = node instanceof Node.Scalar scalar ? scalar.text() : "";
        int space = text.indexOf(' ');
        Optional<Edition> edition =
                library.edition(space < 0 ? text : text.substring(0, space))
                        .filter(e -> !e.draft());
        Optional<Provision> provision =
                space < 0
                        ? Optional.empty()
                        : edition.flatMap(e -> e.provision(text.substring(space + 1)));
        if (provision.isEmpty()) {
            error(
                    "policy.provision.unknown",
                    node.span(),
                    edition.isEmpty()
                            ? "`%s` begins with no edition that the library holds beyond a draft"
                                    .formatted(text)
                            : "%s has no provision `%s`"
                                    .formatted(
                                            edition.get().id(), text.substring(space + 1).strip()),
                    "an edition and the number of one of its provisions, as `nasw-2021 1.06(h)`",
                    "correct it; `plumbline codes show` lists the provisions of an edition");
            return Optional.empty();
        }
        return Optional.of(new PolicyForm.Served(edition.orElseThrow(), provision.get()));
    }

    private Optional<Map<String, Object>> permitted(Node node) {
        if (!(node instanceof Node.Mapping mapping)) {
            error(
                    "policy.shape",
                    node.span(),
                    "what is permitted is not a mapping",
                    "`act:`, `party:` and facts",
                    "write it as {act: …, party: …}");
            return Optional.empty();
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Node.Entry entry : mapping.entries()) {
            facts.put(
                    entry.key().text(),
                    entry.value() instanceof Node.Scalar scalar ? scalar.text() : "");
        }
        Loaded<Scenario> scenario =
                ScenarioReader.read(
                        library,
                        node,
                        new ScenarioReader.Defaults(
                                Known.Range.of(java.time.LocalDate.EPOCH), false));
        scenario.allFindings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .forEach(findings::add);
        return Optional.of(facts);
    }

    /// What a choice permits as a case of a practice.
    ///
    /// @param practitioner profession and place, in the form of a case file
    static Node scenario(Map<String, Object> permitted, Map<String, Object> practitioner) {
        Map<String, Object> all = new LinkedHashMap<>(permitted);
        all.put("practitioner", practitioner);
        all.put("rest", "ordinary");
        return Nodes.of(all, LibraryReader.POLICY);
    }

    // ── Nodes ───────────────────────────────────────────────────────────────────────────────

    private List<Node.Mapping> mappings(Node.Mapping of, String key) {
        List<Node.Mapping> all = new ArrayList<>();
        List<Node> items = items(of, key);
        if (items.isEmpty()) {
            error(
                    "policy.shape",
                    of.span(),
                    "there is no list `%s`".formatted(key),
                    "a list that is not empty",
                    "add `%s:` with one entry at least".formatted(key));
        }
        for (Node item : items) {
            if (item instanceof Node.Mapping mapping) {
                all.add(mapping);
            } else {
                error(
                        "policy.shape",
                        item.span(),
                        "an entry of `%s` is not a mapping".formatted(key),
                        "keys and values",
                        "write `id:` and the rest of it");
            }
        }
        return all;
    }

    private static List<Node> items(Node.Mapping of, String key) {
        return of.get(key).orElse(null) instanceof Node.Sequence(var items, _) ? items : List.of();
    }

    private String words(Node.Mapping of, String key) {
        String text = of.get(key).orElse(null) instanceof Node.Scalar scalar ? scalar.text() : "";
        if (text.isBlank()) {
            error(
                    "policy.shape",
                    of.span(),
                    "there are no words under `%s`".formatted(key),
                    "a sentence or a name",
                    "add `%s:`".formatted(key));
        }
        return text.strip();
    }

    private String id(Node.Mapping of, Set<String> taken) {
        String id = words(of, "id");
        if (!id.matches("[a-z][a-z0-9-]*") || !taken.add(id)) {
            error(
                    "policy.id",
                    of.span(),
                    "the id `%s` is no id or stands twice".formatted(id),
                    "small letters and hyphens, each once in its list",
                    "choose another");
        }
        return id;
    }

    private void onlyKeys(Node.Mapping of, Set<String> known) {
        for (Node.Entry entry : of.entries()) {
            if (!known.contains(entry.key().text())) {
                error(
                        "policy.key.unknown",
                        entry.key().span(),
                        "`%s` means nothing here".formatted(entry.key().text()),
                        "one of " + String.join(", ", known.stream().sorted().toList()),
                        "correct the key or take it out");
            }
        }
    }

    private void error(String code, Span at, String found, String expected, String mend) {
        findings.add(Finding.error(code, at, found, expected, mend));
    }
}
