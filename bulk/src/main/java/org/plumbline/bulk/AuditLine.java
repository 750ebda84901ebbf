package org.plumbline.bulk;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.plumbline.bulk.Ruling.Lifting;
import org.plumbline.bulk.Ruling.OfText;
import org.plumbline.core.decide.Decision.Lifts;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.decide.Headline;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What is written of one row: JSON in the words of `plumbline decide`, or records of a CSV file, one
/// for the texts joined and one for each text.
final class AuditLine {

    /// The headings of the CSV form.
    static final List<String> HEADINGS =
            List.of(
                    "id",
                    "edition",
                    "headline",
                    "missing",
                    "provisions",
                    "duties",
                    "lifts_earliest",
                    "lifts_latest",
                    "then");

    /// What the line of the texts joined has for an edition.
    static final String TOGETHER = "together";

    private static final JsonFactory FACTORY = new JsonFactory();

    private AuditLine() {}

    static String json(String key, LocalDate day, Ruling ruling) {
        var out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("id", key);
            json.writeStringProperty("as_of", day.toString());
            json.writeName("together");
            if (ruling.together().isEmpty()) {
                json.writeNull();
            } else {
                Ruling.Joined together = ruling.together().get();
                json.writeStartObject();
                strings(json, "headline", headlines(together.headlines()));
                strings(json, "missing", facts(together.missing()));
                lifts(json, together.lifting());
                strings(json, "by", together.by());
                json.writeEndObject();
            }
            json.writeName("codes");
            json.writeStartArray();
            for (OfText text : ruling.texts()) {
                json.writeStartObject();
                json.writeStringProperty("edition", text.edition().id());
                json.writeStringProperty("binds", text.outcome().answer().binds().word());
                strings(json, "headline", headlines(text.outcome().headlines()));
                strings(json, "missing", facts(text.outcome().answer().missing()));
                lifts(json, text.lifting());
                strings(json, "provisions", provisions(text));
                strings(json, "duties", duties(text));
                json.writeStringProperty("verified", text.outcome().answer().verified());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toString();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeName(name);
        json.writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void lifts(JsonGenerator json, Optional<Lifting> lifting) {
        if (lifting.isEmpty()) {
            return;
        }
        json.writeName("lifts");
        switch (lifting.get().lifts()) {
            case Lifts.Never() -> json.writeString("never");
            case Lifts.On(var earliest, var latest) -> {
                json.writeStartObject();
                json.writeStringProperty("earliest", earliest.toString());
                latest.ifPresent(l -> json.writeStringProperty("latest", l.toString()));
                json.writeEndObject();
            }
        }
        strings(json, "then", headlines(lifting.get().then()));
    }

    /// The records of a row.
    static List<List<String>> records(String key, Ruling ruling) {
        return records(key, ruling, new Middles<>(UnaryOperator.identity()));
    }

    /// The records of a row, what many rows share being put into words once.
    static List<List<String>> records(String key, Ruling ruling, Middles<List<String>> middles) {
        List<List<String>> records = new ArrayList<>(1 + ruling.texts().size());
        if (ruling.together().isPresent()) {
            Ruling.Joined together = ruling.together().get();
            records.add(record(key, middles.of(together), together.lifting()));
        } else {
            records.add(nothing(key, ruling.headlines().stream().map(Headline::id).toList()));
        }
        for (OfText text : ruling.texts()) {
            records.add(record(key, middles.of(text), text.lifting()));
        }
        return records;
    }

    /// The line of a row of which no text that binds says anything: none binds, or one that does was
    /// not in force.
    static List<String> nothing(String key, List<String> headlines) {
        String notInForce = Headline.NOT_IN_FORCE.id();
        String says = headlines.contains(notInForce) ? notInForce : Headline.NOT_BOUND.id();
        return List.of(key, TOGETHER, says, "", "", "", "", "", "");
    }

    /// What rows share of the record of the texts joined: all but the key and the days.
    static List<String> middle(Ruling.Joined together) {
        return middle(TOGETHER, together.headlines(), together.missing(), together.by(), List.of());
    }

    /// What rows share of the record of one text: all but the key and the days.
    static List<String> middle(OfText text) {
        return middle(
                text.edition().id(),
                text.outcome().headlines(),
                text.outcome().answer().missing(),
                provisions(text),
                duties(text));
    }

    /// The end of a line: when a bar lifts, and what is then said.
    static void days(Optional<Lifting> lifting, StringBuilder out) {
        if (lifting.isPresent()) {
            switch (lifting.get().lifts()) {
                case Lifts.Never() -> out.append("never,");
                case Lifts.On(var first, var last) -> {
                    out.append(first).append(',');
                    last.ifPresent(out::append);
                }
            }
            out.append(',');
            List<Headline> then = lifting.get().then();
            for (int i = 0; i < then.size(); i++) {
                out.append(i == 0 ? "" : " or ").append(then.get(i).id());
            }
        } else {
            out.append(",,");
        }
        out.append('\n');
    }

    private static List<String> middle(
            String edition,
            List<Headline> headlines,
            List<Missing> missing,
            List<String> provisions,
            List<String> duties) {
        return List.of(
                edition,
                String.join(" or ", headlines(headlines)),
                String.join("; ", facts(missing)),
                String.join("; ", provisions),
                String.join("; ", duties));
    }

    /// A record: a row's key, what rows share, and the days on which a bar lifts.
    static List<String> record(String key, List<String> middle, Optional<Lifting> lifting) {
        String earliest = "";
        String latest = "";
        String then = "";
        if (lifting.isPresent()) {
            switch (lifting.get().lifts()) {
                case Lifts.Never() -> earliest = "never";
                case Lifts.On(var first, var last) -> {
                    earliest = first.toString();
                    latest = last.map(LocalDate::toString).orElse("");
                }
            }
            then = String.join(" or ", headlines(lifting.get().then()));
        }
        List<String> record = new ArrayList<>(HEADINGS.size());
        record.add(key);
        record.addAll(middle);
        record.add(earliest);
        record.add(latest);
        record.add(then);
        return record;
    }

    private static List<String> headlines(List<Headline> headlines) {
        return headlines.stream().map(Headline::id).toList();
    }

    private static List<String> facts(List<Missing> missing) {
        return missing.stream().map(Missing::fact).toList();
    }

    private static List<String> provisions(OfText text) {
        return text.outcome().answer().provisions().stream().map(p -> p.cite()).toList();
    }

    private static List<String> duties(OfText text) {
        return text.outcome().answer().duties().stream().map(d -> d.id()).toList();
    }
}
