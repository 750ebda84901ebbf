package org.plumbline.core.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.decide.Decision.Answer;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Sureness;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.Span;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.norm.Edition;

/// Whether a case comes out as it says, field by field.
///
/// A field that a case does not state is not compared, save these: without `missing`, `readings` or
/// `duties` there must be none; without `under-burden` it must be the headline or be open.
public final class Expectations {

    private static final Set<String> FIELDS =
            Set.of(
                    "headline",
                    "provisions",
                    "missing",
                    "readings",
                    "duties",
                    "lifts",
                    "then",
                    "under-burden",
                    "verified",
                    "weighing");

    private final Decider decider;

    public Expectations(Decider decider) {
        this.decider = decider;
    }

    /// The decision of a case, under the editions it speaks of; what was taken for granted in it is not
    /// looked at.
    public Decision decide(Vignette vignette) {
        List<Edition> editions =
                vignette.expect().keySet().stream()
                        .flatMap(id -> decider.library().edition(id).stream())
                        .toList();
        return decider.answers(vignette.scenario(), editions);
    }

    /// What comes out otherwise than the case says.
    public List<Finding> findings(Vignette vignette) {
        Decision decision;
        try {
            decision = decide(vignette);
        } catch (IllegalArgumentException e) {
            return List.of(
                    Finding.error(
                            "case.impossible",
                            vignette.span(),
                            "the case `%s` speaks of nobody: %s"
                                    .formatted(vignette.id(), e.getMessage()),
                            "facts that fit one another",
                            "check the facts against the constraints of the vocabulary"));
        }
        List<Finding> findings = new ArrayList<>();
        for (Answer answer : decision.answers()) {
            Node.Mapping expected = vignette.expect().get(answer.edition().id());
            if (expected != null) {
                compare(vignette, answer, expected, findings);
            }
        }
        if (vignette.together().isPresent()) {
            Set<String> wanted = words(vignette.together());
            Set<String> found =
                    decision.together().map(t -> ids(t.headlines())).orElse(new TreeSet<>());
            differ(vignette, "together", "", wanted, found, vignette.together().get().span())
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private void compare(
            Vignette vignette, Answer answer, Node.Mapping expected, List<Finding> findings) {
        expected.entries().stream()
                .filter(e -> !FIELDS.contains(e.key().text()))
                .forEach(e ->
                        findings.add(
                                Finding.error(
                                        "case.field.unknown",
                                        e.key().span(),
                                        "unknown field `" + e.key().text() + "`",
                                        "one of " + String.join(", ", new TreeSet<>(FIELDS)),
                                        "correct the word")));
        boolean unknownBinding = answer.binds() == Sureness.UNKNOWN;
        Set<String> headlines = ids(answer.headlines());
        Set<String> missing = new TreeSet<>();
        answer.missing().forEach(m -> missing.add(m.fact()));
        if (unknownBinding && !notInForce(answer)) {
            headlines.add(Headline.NOT_BOUND.id());
            missing.addAll(answer.bindingMissing());
        }
        Map<String, Set<String>> found =
                Map.of(
                        "headline", headlines,
                        "provisions", cites(answer),
                        "missing", missing,
                        "readings", new TreeSet<>(answer.readings()),
                        "duties", duties(answer),
                        "then", ids(answer.then()),
                        "under-burden", ids(answer.underBurden()),
                        "verified", Set.of(answer.verified()),
                        "weighing", factors(answer),
                        "lifts", lifts(answer.lifts()));
        for (var field : found.entrySet()) {
            Optional<Node> wanted = expected.get(field.getKey());
            boolean emptyIfAbsent =
                    Set.of("missing", "readings", "duties").contains(field.getKey());
            if (wanted.isEmpty() && !emptyIfAbsent) {
                continue;
            }
            differ(
                            vignette,
                            answer.edition().id(),
                            field.getKey(),
                            field.getKey().equals("lifts")
                                    ? expectedLifts(wanted.orElseThrow())
                                    : words(wanted),
                            field.getValue(),
                            wanted.map(Node::span).orElse(expected.span()))
                    .ifPresent(findings::add);
        }
    }

    private static boolean notInForce(Answer answer) {
        return answer.headlines().equals(List.of(Headline.NOT_IN_FORCE));
    }

    private static Set<String> cites(Answer answer) {
        Set<String> cites = new TreeSet<>();
        answer.provisions().forEach(g -> cites.add(g.cite()));
        return cites;
    }

    private static Set<String> duties(Answer answer) {
        Set<String> duties = new TreeSet<>();
        answer.duties().forEach(d -> duties.add(d.id()));
        return duties;
    }

    private static Set<String> factors(Answer answer) {
        Set<String> factors = new TreeSet<>();
        answer.weighing().forEach(w -> factors.add(w.factor()));
        return factors;
    }

    private static Set<String> ids(List<Headline> headlines) {
        Set<String> ids = new TreeSet<>();
        headlines.forEach(h -> ids.add(h.id()));
        return ids;
    }

    private static Set<String> words(Optional<Node> node) {
        Set<String> words = new TreeSet<>();
        node.ifPresent(n -> {
            List<Node> items = n instanceof Node.Sequence list ? list.items() : List.of(n);
            for (Node item : items) {
                words.add(item instanceof Node.Scalar word ? word.text() : "?");
            }
        });
        return words;
    }

    private static Set<String> expectedLifts(Node node) {
        return switch (node) {
            case Node.Scalar word -> Set.of(word.text());
            case Node.Mapping mapping ->
                    Set.of(text(mapping, "earliest") + " to " + text(mapping, "latest"));
            case Node.Sequence _ -> Set.of("?");
        };
    }

    private static String text(Node.Mapping mapping, String key) {
        return mapping.get(key)
                .map(n -> n instanceof Node.Scalar word ? word.text() : "?")
                .orElse("?");
    }

    private static Set<String> lifts(Optional<Lifts> lifts) {
        if (lifts.isEmpty()) {
            return Set.of();
        }
        return switch (lifts.get()) {
            case Lifts.Never _ -> Set.of("never");
            case Lifts.On(LocalDate earliest, var latest) ->
                    latest.isPresent() && latest.get().equals(earliest)
                            ? Set.of(earliest.toString())
                            : Set.of(
                                    earliest
                                            + " to "
                                            + latest.map(LocalDate::toString).orElse("unknown"));
        };
    }

    private static Optional<Finding> differ(
            Vignette vignette,
            String edition,
            String field,
            Set<String> wanted,
            Set<String> found,
            Span span) {
        if (new TreeSet<>(wanted).equals(new TreeSet<>(found))) {
            return Optional.empty();
        }
        String what = field.isEmpty() ? edition : field + " under " + edition;
        return Optional.of(
                Finding.error(
                        "case.differs",
                        span,
                        "case `%s`: %s is %s".formatted(vignette.id(), what, new TreeSet<>(found)),
                        new TreeSet<>(wanted).toString(),
                        "find out which is right by the text, and correct the case or the norm"));
    }
}
