package org.plumbline.ask;

import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes readings as JSON, with the keys of the labelled questions.
public final class ReadingJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ReadingJson() {}

    /// One line, without its end: `{"id", "in_scope", "slots", "also_slots"?, "evidence",
    /// "scenario"?, "not_understood"?, "trouble"?}`.
    public static String line(Optional<String> id, Reading reading) {
        var out = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            id.ifPresent(value -> json.writeStringProperty("id", value));
            write(json, reading);
            json.writeEndObject();
        }
        return out.toString();
    }

    /// The line for something that is no question.
    static String badLine(Optional<String> id, String error) {
        var out = new StringWriter(128);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            id.ifPresent(value -> json.writeStringProperty("id", value));
            json.writeBooleanProperty("in_scope", false);
            json.writeName("slots");
            value(json, Slots.NONE.asMap());
            json.writeStringProperty("error", error);
            json.writeEndObject();
        }
        return out.toString();
    }

    /// Writes the properties of a reading into an object that is open.
    public static void write(JsonGenerator json, Reading reading) {
        json.writeBooleanProperty("in_scope", reading.inScope());
        json.writeName("slots");
        value(json, reading.slots().asMap());
        reading.alsoSlots()
                .ifPresent(also -> {
                    json.writeName("also_slots");
                    value(json, List.of(also.asMap()));
                });
        evidence(json, "evidence", reading.evidence());
        reading.scenario()
                .ifPresent(scenario -> {
                    json.writeName("scenario");
                    value(json, scenario);
                });
        if (!reading.notUnderstood().isEmpty()) {
            json.writeName("not_understood");
            value(json, reading.notUnderstood());
        }
        reading.trouble().ifPresent(trouble -> trouble(json, trouble));
    }

    private static void evidence(JsonGenerator json, String key, List<Evidence> list) {
        json.writeName(key);
        json.writeStartArray();
        for (Evidence evidence : list) {
            json.writeStartObject();
            json.writeStringProperty("slot", evidence.slot());
            json.writeStringProperty("value", evidence.value());
            json.writeStringProperty("words", evidence.words());
            json.writeNumberProperty("from", evidence.from());
            json.writeNumberProperty("to", evidence.to());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void trouble(JsonGenerator json, Trouble trouble) {
        json.writeName("trouble");
        json.writeStartObject();
        json.writeStringProperty(
                "kind", trouble.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (!trouble.nearest().isEmpty()) {
            json.writeName("nearest");
            value(json, trouble.nearest());
        }
        if (!trouble.helpLines().isEmpty()) {
            json.writeName("help_lines");
            json.writeStartArray();
            for (HelpLine line : trouble.helpLines()) {
                json.writeStartObject();
                json.writeStringProperty("place", line.place());
                json.writeStringProperty("call", line.call());
                json.writeStringProperty("says", line.says());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Map<?, ?> map -> {
                json.writeStartObject();
                map.forEach((key, inner) -> {
                    json.writeName(String.valueOf(key));
                    value(json, inner);
                });
                json.writeEndObject();
            }
            case Collection<?> list -> {
                json.writeStartArray();
                list.forEach(inner -> value(json, inner));
                json.writeEndArray();
            }
            default -> json.writeString(value.toString());
        }
    }
}
