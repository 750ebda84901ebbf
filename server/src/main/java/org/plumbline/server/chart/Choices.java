package org.plumbline.server.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.core.explain.ActWording;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.timeline.Row;
import org.plumbline.core.vocabulary.Vocabulary;
import org.plumbline.server.explore.Words;

/// What a form lets choose, in words.
final class Choices {

    private Choices() {}

    /// One choice.
    record Choice(String id, String words, boolean chosen) {}

    /// Choices under a heading.
    record Group(String name, List<Choice> choices) {
        Group {
            choices = List.copyOf(choices);
        }
    }

    /// Every act, families first.
    static List<Group> acts(Vocabulary vocabulary, String chosen) {
        var fact = vocabulary.oneOf("act");
        var wording = new ActWording(vocabulary);
        List<Choice> families = new ArrayList<>();
        List<Choice> acts = new ArrayList<>();
        vocabulary
                .acts()
                .keySet()
                .forEach(id -> {
                    if (!id.equals(Vocabulary.ANY_ACT)) {
                        (fact.families().containsKey(id) ? families : acts)
                                .add(new Choice(id, wording.alone(id), id.equals(chosen)));
                    }
                });
        return List.of(new Group("Kinds of act", families), new Group("Acts", acts));
    }

    /// Every kind of person.
    static List<Choice> people(Vocabulary vocabulary, String chosen) {
        return vocabulary.parties().values().stream()
                .map(p -> new Choice(p.id(), capital(p.says()), p.id().equals(chosen)))
                .toList();
    }

    /// The texts in force on a day, drafts left out, by kind.
    static List<Group> texts(Library library, LocalDate day, String chosen) {
        Map<Row.Group, List<Choice>> sorted = new LinkedHashMap<>();
        for (Row.Group group : List.of(Row.Group.CODE, Row.Group.LAW, Row.Group.HOUSE)) {
            sorted.put(group, new ArrayList<>());
        }
        for (Edition edition : library.editions()) {
            boolean picked = edition.id().equals(chosen);
            if (picked || (edition.inForce().mayCover(day) && !edition.draft())) {
                sorted.getOrDefault(
                                new Row(edition, List.of(), List.of()).group(), new ArrayList<>())
                        .add(new Choice(edition.id(), Words.brief(library, edition), picked));
            }
        }
        return sorted.entrySet().stream()
                .map(e -> new Group(e.getKey().words(), e.getValue()))
                .toList();
    }

    /// The texts that are shown first for some profession, one after the other; no invented one.
    static List<Edition> leading(Library library) {
        return library.vocabulary().leading().values().stream()
                .flatMap(List::stream)
                .distinct()
                .flatMap(id -> library.edition(id).stream())
                .filter(e -> !e.level().equals(Edition.EMPLOYER_POLICY))
                .toList();
    }

    static String capital(String words) {
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
