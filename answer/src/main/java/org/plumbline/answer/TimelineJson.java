package org.plumbline.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.timeline.Outline;
import org.plumbline.core.timeline.Timeline;

/// The JSON form of a timeline.
public final class TimelineJson {

    private TimelineJson() {}

    public static Map<String, @Nullable Object> of(Timeline timeline) {
        Outline outline = Outline.of(timeline);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("act", outline.act());
        json.put("party", outline.party());
        json.put("measure", outline.measure());
        json.put("start", outline.start());
        json.put("years", outline.years());
        json.put("rows", outline.rows().stream().map(TimelineJson::row).toList());
        return json;
    }

    private static Map<String, @Nullable Object> row(Outline.Line row) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("edition", row.edition());
        json.put("title", row.title());
        json.put("clock", row.clock().stream().map(TimelineJson::timer).toList());
        json.put("pieces", row.pieces().stream().map(TimelineJson::piece).toList());
        json.put("says", row.says());
        return json;
    }

    private static Map<String, @Nullable Object> timer(Outline.Timer timer) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("length", timer.length());
        json.put("events", timer.events());
        json.put("says", timer.says());
        return json;
    }

    private static Map<String, @Nullable Object> piece(Outline.Span piece) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("from", piece.from());
        json.put("since", piece.since());
        json.put("to", piece.to().orElse(null));
        json.put("headline", piece.headline());
        json.put("provisions", piece.provisions());
        json.put("missing", piece.missing());
        json.put("under_burden", piece.underBurden());
        json.put("open", piece.open().stream().map(d -> List.of(d.from(), d.to())).toList());
        return json;
    }
}
