package org.plumbline.ask.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.core.decide.Decision.Ground;

/// The JSON form of a checked text, as mappings and lists: a contract, keys in snake_case.
public final class CheckedJson {

    private CheckedJson() {}

    /// A document.
    public static Map<String, Object> of(CheckedText text) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", text.kind().word());
        json.put("sentences", text.sentences().stream().map(CheckedJson::of).toList());
        json.put("left_alone", text.leftAlone());
        json.put("too_long_to_read", text.unread());
        Map<String, Object> findings = new LinkedHashMap<>();
        for (ClaimFinding finding : ClaimFinding.values()) {
            int many = (int) text.sentences().stream().filter(s -> s.finding() == finding).count();
            if (many > 0) {
                findings.put(finding.word(), many);
            }
        }
        json.put("findings", findings);
        return json;
    }

    /// A sentence.
    public static Map<String, Object> of(CheckedSentence sentence) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", sentence.text());
        json.put("from", sentence.from());
        json.put("to", sentence.to());
        json.put("line", sentence.line());
        json.put("finding", sentence.finding().word());
        json.put("certain", sentence.certain());
        json.put("cited_wrongly", sentence.citedWrongly());
        json.put("stance", sentence.stance().word());
        json.put("read_as", sentence.readAs());
        json.put("why", sentence.why());
        Set<String> conditions = new LinkedHashSet<>();
        Set<String> exceptions = new LinkedHashSet<>();
        List<Object> provisions = new ArrayList<>();
        if (sentence.count().isEmpty() && !sentence.codes().isEmpty()) {
            CodeFinding first = sentence.codes().getFirst();
            conditions.addAll(first.conditions());
            exceptions.addAll(first.exceptions());
            provisions.addAll(first.provisions().stream().map(CheckedJson::of).toList());
        }
        json.put("conditions", List.copyOf(conditions));
        json.put("exceptions", List.copyOf(exceptions));
        json.put("provisions", provisions);
        json.put("codes", sentence.codes().stream().map(CheckedJson::of).toList());
        sentence.count()
                .ifPresent(c -> {
                    Map<String, Object> count = new LinkedHashMap<>();
                    count.put("called", c.called());
                    count.put("of", c.of());
                    count.put("hold", c.hold());
                    count.put("unsure", c.unsure());
                    json.put("count", count);
                });
        return json;
    }

    private static Map<String, Object> of(Ground ground) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("edition", ground.home().id());
        json.put("id", ground.provision().id());
        json.put("title", ground.provision().title());
        json.put("verified", ground.provision().verified().word());
        json.put("source", ground.provision().source());
        return json;
    }

    private static Map<String, Object> of(CodeFinding code) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("edition", code.edition().id());
        json.put("title", code.edition().title());
        json.put("finding", code.finding().word());
        json.put("certain", code.certain());
        json.put("why", code.why());
        json.put("conditions", code.conditions());
        json.put("exceptions", code.exceptions());
        json.put("provisions", code.provisions().stream().map(g -> g.provision().id()).toList());
        json.put("verified", code.verified());
        List<Object> citations = new ArrayList<>();
        for (CodeFinding.Citation citation : code.citations()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("words", citation.words());
            one.put("right", citation.right());
            one.put("held", citation.held());
            one.put("instead", citation.instead());
            one.put("note", citation.note());
            citations.add(one);
        }
        json.put("citations", citations);
        return json;
    }
}
