package org.plumbline.core.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plumbline.core.decide.Headline;
import org.plumbline.core.decide.Stated;
import org.plumbline.core.decide.Witness;
import org.plumbline.core.explain.EditionName;
import org.plumbline.core.explain.ScenarioSentence;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.scenario.Known;
import org.plumbline.core.scenario.Scenario;
import org.plumbline.core.vocabulary.Fact;

/// The sentences in which insights are told.
final class Words {

    private Words() {}

    /// "1 act", "2 acts".
    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /// "a, b and c".
    static String and(List<String> items) {
        return items.size() < 2
                ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }

    /// A text by its short name.
    static String name(Library library, Edition edition) {
        return EditionName.whose(library, edition);
    }

    /// A norm by its text, provision and id, and by the text that takes it over: "NASW 2021 1.09(a),
    /// norm 2 (taken over by …)".
    static String norm(Library library, Stated norm) {
        return norm.own()
                ? ofItsText(library, norm)
                : "%s (taken over by %s)"
                        .formatted(ofItsText(library, norm), name(library, norm.text()));
    }

    private static String ofItsText(Library library, Stated norm) {
        Edition home = library.edition(norm.name().edition()).orElse(norm.text());
        String of = name(library, home) + " " + norm.name().provision();
        boolean alone =
                home.provision(norm.name().provision())
                        .map(p -> p.allNorms().size() == 1)
                        .orElse(true);
        return alone
                ? of
                : of
                        + (norm.name().id().matches("[0-9]+")
                                ? ", norm " + norm.name().id()
                                : " (" + norm.name().id() + ")");
    }

    /// How a headline reads as what a text does.
    static String does(Headline headline) {
        return switch (headline) {
            case DILEMMA -> "both forbids and requires it";
            case CONTESTED -> "both forbids and allows it";
            case PROHIBITED -> "forbids it";
            case REQUIRED_WITH_CAUTION -> "requires it and advises against it";
            case REQUIRED -> "requires it";
            case TENSION -> "advises against it and speaks for it";
            case ADVISED_AGAINST -> "advises against it";
            case PERMITTED_WITH_DUTIES -> "expressly allows it, with duties";
            case PERMITTED -> "expressly allows it";
            case ADVISED -> "advises it";
            case OPEN_WITH_DUTIES -> "leaves it open, with duties";
            case NOT_ADDRESSED -> "does not address it here (which is not permission)";
            case SILENT -> "says nothing of it (which is not permission)";
            case NOT_BOUND -> "does not bind";
            case NOT_IN_FORCE -> "was not in force";
        };
    }

    /// A case as a short story, with the reading of a text on which it rests.
    static String story(Library library, Witness witness) {
        var sentences = new ScenarioSentence(library.vocabulary());
        List<String> told = new ArrayList<>();
        told.add(sentences.of(plainly(library, witness.scenario())));
        new TreeMap<>(witness.readings())
                .forEach((edition, readings) -> {
                    String text =
                            library.edition(edition).map(e -> name(library, e)).orElse(edition);
                    told.add(text + " is read so that " + and(readings(readings)) + ".");
                });
        return String.join(" ", told);
    }

    /// A case without the form of the act where that is the ordinary one: that somebody who asks
    /// about doing something is doing it need not be said.
    private static Scenario plainly(Library library, Scenario scenario) {
        boolean ordinary =
                library.vocabulary().facts().get("form") instanceof Fact.OneOf form
                        && form.ordinary()
                                .map(word ->
                                        scenario.known(0, "form")
                                                .equals(new Known.Value(Set.of(word))))
                                .orElse(false);
        return ordinary ? scenario.with("form", Known.ANYTHING) : scenario;
    }

    private static List<String> readings(Map<String, String> readings) {
        return new TreeMap<>(readings)
                .entrySet().stream()
                        .map(e ->
                                switch (e.getKey()) {
                                    case "last-day" ->
                                            e.getValue().equals("included")
                                                    ? "the last day of a bar counts"
                                                    : "the last day of a bar does not count";
                                    case "rounding" ->
                                            e.getValue().equals("up")
                                                    ? "a day that the month lacks falls on the next one"
                                                    : "a day that the month lacks falls on the last one";
                                    default ->
                                            "provision %s is taken as “%s”"
                                                    .formatted(
                                                            e.getKey(),
                                                            e.getValue().replace('-', ' '));
                                })
                        .collect(Collectors.toList());
    }
}
