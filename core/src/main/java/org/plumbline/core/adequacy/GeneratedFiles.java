package org.plumbline.core.adequacy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.plumbline.core.adequacy.CaseFill.Before;
import org.plumbline.core.adequacy.CaseFill.Generated;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.VignetteFile;
import org.plumbline.core.load.VignetteFile.Vignette;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Library;

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

    /// The generated cases of a library as they stand, in the order of the files.
    ///
    /// @param cases those that can be read, each of which speaks of one edition
    /// @param unreadable how many cannot, or speak of none or several
    public record Found(List<Before> cases, int unreadable) {
        public Found {
            cases = List.copyOf(cases);
        }
    }

    /// Reads the generated cases, one by one: a case that the library no longer understands spoils no other.
    ///
    /// @param codes the library's folder
    /// @param prefix put before a path in the places of cases: `codes/`
    public static Found read(Library library, Path codes, String prefix) {
        List<Before> found = new ArrayList<>();
        int unreadable = 0;
        for (Path path : VignetteFile.files(codes)) {
            String name = codes.relativize(path).toString().replace('\\', '/');
            if (!name.startsWith(FOLDER + "/")
                    || !(YamlFile.read(path, prefix + name)
                            instanceof Loaded.Sound<Node>(Node.Mapping file, _))
                    || !(file.get("cases").orElse(null) instanceof Node.Sequence list)) {
                continue;
            }
            for (Node item : list.items()) {
                Optional<Before> before = before(library, item);
                before.ifPresent(found::add);
                unreadable += before.isPresent() ? 0 : 1;
            }
        }
        return new Found(found, unreadable);
    }

    private static Optional<Before> before(Library library, Node item) {
        var alone = new Node.Sequence(List.of(item), item.span());
        var key = new Node.Scalar("cases", false, item.span());
        var file = new Node.Mapping(List.of(new Node.Entry(key, alone)), item.span());
        return item instanceof Node.Mapping node
                        && VignetteFile.read(library, file)
                                instanceof Loaded.Sound<List<Vignette>>(var one, _)
                        && one.size() == 1
                        && one.getFirst().expect().size() == 1
                ? Optional.of(new Before(one.getFirst(), node))
                : Optional.empty();
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
