package org.plumbline.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.core.norm.Body;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Line;
import org.plumbline.core.norm.Provision;
import org.plumbline.core.norm.Verified;

/// The library in figures, as Markdown: provisions and norms by body and by how well they are
/// known, then every edition with what it superseded.
///
/// It stands in a page between two marks; what a person writes around them is kept.
record LibraryTable(Library library) {

    static final String BEGIN = "<!-- counted by `plumbline codes table`: begin -->";
    static final String END = "<!-- counted by `plumbline codes table`: end -->";

    /// How the head of a column calls a level.
    private static String heading(Verified level) {
        return switch (level) {
            case TEXT -> "text";
            case TEXT_PART -> "part of the text";
            case ABSTRACT -> "official summary";
            case SECONDARY -> "second hand";
            case MEMORY -> "memory";
            case ILLUSTRATIVE -> "invented";
        };
    }

    /// Both tables.
    String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("## By body");
        lines.add("");
        lines.add("A cell gives provisions and, after the stroke, the norms that stand in them.");
        lines.add("");
        lines.add(
                "| body | editions | all |"
                        + Arrays.stream(Verified.values())
                                .map(v -> " " + heading(v) + " |")
                                .collect(Collectors.joining()));
        lines.add("|---|---:|---:|" + "---:|".repeat(Verified.values().length));
        List<Body> bodies =
                library.bodies().values().stream()
                        .filter(b -> !library.editionsOf(b.id()).isEmpty())
                        .toList();
        for (Body body : bodies) {
            lines.add(row(body.name(), library.editionsOf(body.id())));
        }
        lines.add(row("**all**", library.editions()));
        lines.add("");
        lines.add("## By edition");
        lines.add("");
        lines.add("| edition | in force | held | norms | superseded |");
        lines.add("|---|---|---|---:|---|");
        for (Edition edition : library.editions()) {
            lines.add(
                    "| `%s`%s | %s | %s | %d | %s |"
                            .formatted(
                                    edition.id(),
                                    edition.draft() ? " (draft)" : "",
                                    edition.inForce().words(),
                                    edition.encoded().word(),
                                    edition.norms().size(),
                                    Line.of(library, edition.id())
                                            .before(edition)
                                            .map(e -> "`" + e.id() + "`")
                                            .orElse("")));
        }
        lines.add("");
        return String.join("\n", lines);
    }

    private static String row(String name, List<Edition> editions) {
        var row = new StringBuilder("| " + name + " | " + editions.size() + " |");
        List<Provision> all = editions.stream().flatMap(e -> e.provisions().stream()).toList();
        row.append(" ").append(cell(all)).append(" |");
        for (Verified level : Verified.values()) {
            row.append(" ")
                    .append(cell(all.stream().filter(p -> p.verified() == level).toList()))
                    .append(" |");
        }
        return row.toString();
    }

    private static String cell(List<Provision> provisions) {
        return provisions.isEmpty()
                ? ""
                : provisions.size()
                        + " / "
                        + provisions.stream().mapToInt(p -> p.allNorms().size()).sum();
    }

    /// A page with the tables in the place of those it has; empty if it has not both marks.
    Optional<String> within(String page) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        return begin < 0 || end < begin
                ? Optional.empty()
                : Optional.of(
                        page.substring(0, begin + BEGIN.length())
                                + "\n\n"
                                + markdown()
                                + "\n"
                                + page.substring(end));
    }
}
