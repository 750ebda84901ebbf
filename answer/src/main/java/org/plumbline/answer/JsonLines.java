package org.plumbline.answer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.YamlFile;

/// Tells JSON Lines from one document.
public final class JsonLines {

    private JsonLines() {}

    /// Whether a file calls itself JSON Lines, and so may be as long as it likes.
    public static boolean isNamedSo(Path file) {
        String name = file.toString();
        return name.endsWith(".jsonl") || name.endsWith(".ndjson");
    }

    /// The lines that are not blank, if there are two or more and the first is an object by itself, which
    /// no one document of several lines begins with; absent for anything else. A later line may be
    /// anything: whoever reads it says what is wrong with it, and the others have their answers.
    public static Optional<List<String>> of(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\\R", -1)) {
            if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        return lines.size() > 1
                        && lines.getFirst().startsWith("{")
                        && lines.getFirst().endsWith("}")
                        && lines.stream().skip(1).noneMatch(l -> l.startsWith("#"))
                        && YamlFile.parse(lines.getFirst(), "")
                                instanceof Loaded.Sound<Node>(Node.Mapping _, _)
                ? Optional.of(lines)
                : Optional.empty();
    }
}
