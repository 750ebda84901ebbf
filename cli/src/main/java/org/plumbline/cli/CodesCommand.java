package org.plumbline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.explain.ConditionSentence;
import org.plumbline.core.explain.VerdictSentence;
import org.plumbline.core.norm.Body;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Provision;

/// `plumbline codes`: the library, readable.
final class CodesCommand extends Command {

    CodesCommand() {
        super("codes", "List the editions of the library, or show one edition or provision.");
        words(
                "list | show EDITION [PROVISION]",
                "0..3",
                "`list` (the default), or `show` with an edition and perhaps a provision.");
        flag("--json", "Print JSON.");
    }

    @Override
    public Integer call() {
        return withLibrary(open -> show(open.library()));
    }

    private int show(Library library) {
        List<String> words = words();
        if (words.isEmpty() || words.equals(List.of("list"))) {
            return list(library);
        }
        if (!words.getFirst().equals("show") || words.size() < 2) {
            throw usage("`codes list`, or `codes show EDITION [PROVISION]`");
        }
        Edition edition =
                library.edition(words.get(1))
                        .orElseThrow(() ->
                                usage(
                                        "no edition `%s`; `plumbline codes` lists them"
                                                .formatted(words.get(1))));
        List<Provision> provisions = edition.provisions();
        if (words.size() == 3) {
            provisions =
                    List.of(
                            edition.provision(words.get(2))
                                    .orElseThrow(() ->
                                            usage(
                                                    "%s has no provision `%s` here; it has %s"
                                                            .formatted(
                                                                    edition.id(),
                                                                    words.get(2),
                                                                    numbers(edition)))));
        }
        if (given("--json")) {
            Map<String, @Nullable Object> json = head(library, edition);
            json.put("provisions", provisions.stream().map(CodesCommand::json).toList());
            console().out().println(Json.document(json));
        } else {
            print(library, edition, provisions);
        }
        return ANSWERED;
    }

    private static String numbers(Edition edition) {
        return String.join(", ", edition.provisions().stream().map(Provision::id).toList());
    }

    private int list(Library library) {
        if (given("--json")) {
            console()
                    .out()
                    .println(
                            Json.document(
                                    library.editions().stream()
                                            .map(e -> head(library, e))
                                            .toList()));
            return ANSWERED;
        }
        Console console = console();
        int widest = library.entries().stream().mapToInt(e -> e.id().length()).max().orElse(10);
        for (Edition edition : library.editions()) {
            console.paragraph(
                    edition.id() + " ".repeat(widest + 2 - edition.id().length()),
                    " ".repeat(widest + 2),
                    edition.title() + (edition.draft() ? " (draft)" : ""));
        }
        console.out()
                .println(
                        "%d editions, %d norms. `plumbline codes show EDITION` shows one."
                                .formatted(
                                        library.entries().size(),
                                        library.editions().stream()
                                                .mapToInt(e -> e.norms().size())
                                                .sum()));
        return ANSWERED;
    }

    private static Map<String, @Nullable Object> head(Library library, Edition edition) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("edition", edition.id());
        json.put("body", edition.body());
        json.put("title", edition.title());
        json.put("in_force", edition.inForce().words());
        json.put("level", edition.level());
        json.put("encoded", edition.encoded().word());
        json.put("strength", edition.strength().word());
        json.put("draft", edition.draft());
        json.put("binds", new ConditionSentence(library.vocabulary()).binds(edition.binds()));
        return json;
    }

    private static Map<String, @Nullable Object> json(Provision provision) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", provision.id());
        json.put("title", provision.title());
        json.put("says", provision.says());
        json.put("source", provision.source());
        json.put("verified", provision.verified().word());
        provision.strength().ifPresent(s -> json.put("strength", s.word()));
        List<Object> norms = new ArrayList<>();
        for (Norm norm : provision.allNorms()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("id", norm.name().id());
            norm.name().reading().ifPresent(r -> one.put("reading", r));
            one.put("reads", norm.reads());
            norms.add(one);
        }
        json.put("norms", norms);
        return json;
    }

    private void print(Library library, Edition edition, List<Provision> provisions) {
        Console console = console();
        console.paragraph("", console.strong(edition.title()));
        console.paragraph(
                "",
                "%s · %s · in force from %s · %s"
                        .formatted(
                                Optional.ofNullable(library.bodies().get(edition.body()))
                                        .map(Body::name)
                                        .orElse(edition.body()),
                                edition.level(),
                                edition.inForce().words(),
                                edition.encoded().word()));
        console.paragraph("", new ConditionSentence(library.vocabulary()).binds(edition.binds()));
        for (Provision provision : provisions) {
            console.out().println();
            console.paragraph("", console.strong(provision.id() + "  " + provision.title()));
            console.paragraph("  ", provision.says());
            for (Norm norm : provision.allNorms()) {
                console.paragraph(
                        "  - ",
                        "    ",
                        norm.name().reading().map(r -> "Read as " + r + ": ").orElse("")
                                + norm.reads());
            }
            if (provision.allNorms().isEmpty()) {
                console.paragraph("  ", "Shown, not decided: it names no act that can be tested.");
            }
            console.paragraph(
                    "  ",
                    "Source: %s. %s"
                            .formatted(
                                    provision.source(),
                                    VerdictSentence.verified(provision.verified().word())));
        }
    }
}
