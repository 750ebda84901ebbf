package org.plumbline.core.adequacy;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.plumbline.core.adequacy.CaseFill.Generated;
import org.plumbline.core.load.Node;

/// Generated cases as files, one for each body.
public final class GeneratedFiles {

    /// Where they are kept, inside the library.
    public static final String FOLDER = "cases/generated";

    private static final String HEAD =
            """
            # yaml-language-server: $schema=../../schema/cases.schema.json
            # Written by `plumbline check --fill`; what is changed here by hand is lost. Nobody derived these
            # answers from the text: they keep the evaluator and the norms from changing unseen.
            cases:
            """;

    private GeneratedFiles() {}

    /// The text of each file, by its path inside the library.
    public static SequencedMap<String, String> of(List<Generated> cases) {
        TreeMap<String, List<Generated>> byBody = new TreeMap<>();
        for (Generated one : cases) {
            byBody.computeIfAbsent(one.edition().body(), _ -> new ArrayList<>()).add(one);
        }
        TreeMap<String, String> files = new TreeMap<>();
        byBody.forEach((body, some) -> files.put(FOLDER + "/" + body + ".yaml", text(some)));
        return files;
    }

    private static String text(List<Generated> cases) {
        var text = new StringBuilder(HEAD);
        for (int i = 0; i < cases.size(); i++) {
            if (i > 0) {
                text.append('\n');
            }
            lines(cases.get(i).node(), "- ", 1, text);
        }
        return text.toString();
    }

    /// Mappings are opened for two levels and written on one line below.
    private static void lines(Node.Mapping node, String before, int deep, StringBuilder text) {
        String lead = before;
        for (Node.Entry entry : node.entries()) {
            text.append(lead).append(entry.key().flow()).append(':');
            if (deep > 0 && entry.value() instanceof Node.Mapping inner) {
                text.append('\n');
                lines(inner, " ".repeat(before.length() + 2), deep - 1, text);
            } else {
                text.append(' ').append(entry.value().flow()).append('\n');
            }
            lead = " ".repeat(before.length());
        }
    }
}
