package org.plumbline.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.explain.ConditionSentence;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Line;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.Provision;

/// Editions and provisions of the library as JSON: what `plumbline codes --json` prints.
public record CodesJson(Library library) {

    /// Every edition, without its provisions.
    public List<Map<String, @Nullable Object>> list() {
        return library.editions().stream().map(this::head).toList();
    }

    /// One edition with some of its provisions, or all.
    public Map<String, @Nullable Object> of(Edition edition, List<Provision> provisions) {
        Map<String, @Nullable Object> json = head(edition);
        json.put("provisions", provisions.stream().map(CodesJson::of).toList());
        return json;
    }

    /// A citation that names no edition, where the library holds several: each with what the number
    /// stands for there.
    ///
    /// @param cited the words
    public Map<String, @Nullable Object> ambiguous(String cited, Citation citation) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("ambiguous", cited);
        List<Object> editions = new ArrayList<>();
        citation.meanings()
                .forEach((edition, provisions) ->
                        editions.add(
                                of(edition, citation.number().isEmpty() ? List.of() : provisions)));
        json.put("editions", editions);
        return json;
    }

    private Map<String, @Nullable Object> head(Edition edition) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("edition", edition.id());
        json.put("body", edition.body());
        json.put("title", edition.title());
        json.put("in_force", edition.inForce().words());
        Line line = Line.of(library, edition.id());
        json.put("supersedes", line.before(edition).map(Edition::id).orElse(null));
        json.put("superseded_by", line.after(edition).map(Edition::id).orElse(null));
        json.put("level", edition.level());
        json.put("encoded", edition.encoded().word());
        json.put("strength", edition.strength().word());
        json.put("draft", edition.draft());
        json.put("binds", new ConditionSentence(library.vocabulary()).binds(edition.binds()));
        return json;
    }

    private static Map<String, @Nullable Object> of(Provision provision) {
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
}
