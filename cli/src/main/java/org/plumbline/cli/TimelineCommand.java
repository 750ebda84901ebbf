package org.plumbline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.answer.Json;
import org.plumbline.answer.TimelineJson;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.timeline.SvgChart;
import org.plumbline.core.timeline.TextChart;
import org.plumbline.core.timeline.Timeline;

/// `plumbline timeline`: the verdict over the years since the end, code by code.
final class TimelineCommand extends Command {

    TimelineCommand() {
        super("timeline", "Draw what each text says over the years since the service ended.");
        option("--act", "ACT", "The act: sexual-contact, friendship …");
        option("--party", "PARTY", "Toward whom (default: former-client).");
        options("--edition", "ID", "An edition to draw; may be given several times.");
        option("--years", "N", "How many years to draw (default: 10).");
        option("--on", "DATE", "The day on which everything ended (default: today).");
        option("--svg", "FILE", "Write the chart as SVG.");
        flag("--ascii", "Draw with ASCII characters only.");
        flag("--json", "Print JSON.");
    }

    @Override
    public Integer call() {
        return withLibrary(open -> draw(open.library()));
    }

    private int draw(Library library) {
        String act =
                value("--act")
                        .orElseThrow(
                                () -> usage("which act? write --act sexual-contact, for example"));
        if (!library.vocabulary().oneOf("act").values().contains(act)) {
            throw usage(
                    "no act `%s`; it is one of %s"
                            .formatted(
                                    act,
                                    String.join(", ", library.vocabulary().oneOf("act").values())));
        }
        String party = value("--party").orElse("former-client");
        if (!library.vocabulary().parties().containsKey(party)) {
            throw usage(
                    "no party `%s`; it is one of %s"
                            .formatted(
                                    party,
                                    String.join(", ", library.vocabulary().parties().keySet())));
        }
        var decider = new Decider(library);
        var anchor = on("--on").first();
        List<Edition> editions = new ArrayList<>();
        for (String id : values("--edition")) {
            editions.add(
                    library.edition(id)
                            .orElseThrow(() ->
                                    usage(
                                            "no edition `%s`; `plumbline codes` lists them"
                                                    .formatted(id))));
        }
        if (editions.isEmpty()) {
            editions.addAll(Timeline.editions(decider, act, party, anchor));
        }
        Timeline timeline = Timeline.of(decider, act, party, editions, anchor, years());
        value("--svg").ifPresent(file -> write(Path.of(file), SvgChart.draw(timeline)));
        if (given("--json")) {
            console().out().println(Json.document(TimelineJson.of(timeline)));
        } else if (value("--svg").isEmpty()) {
            Console console = console();
            console.out()
                    .print(
                            TextChart.draw(
                                    timeline, console.width(), console.colour(), given("--ascii")));
        }
        console().out().flush();
        return ANSWERED;
    }

    private int years() {
        String years = value("--years").orElse(String.valueOf(Timeline.YEARS));
        if (!years.matches("[1-9][0-9]?")) {
            throw usage("--years takes a number from 1 to 99, not `%s`".formatted(years));
        }
        return Integer.parseInt(years);
    }

    private static void write(Path file, String svg) {
        try {
            Files.writeString(file, svg);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
