package org.plumbline.answer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells JSON Lines from one document.
public final class JsonLines {

    private JsonLines() {}

    /// Whether a file calls itself JSON Lines, and so may be as long as it likes.
    public static boolean isNamedSo(Path file) {
        String name = file.toString();
        return name.endsWith(".jsonl") || name.endsWith(".ndjson");
    }

    /// The lines, if there are two or more that are not blank and each begins as a JSON object and
    /// the first also ends as one; absent for anything else.
    public static Optional<List<String>> of(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\\R", -1)) {
            if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        boolean each = lines.stream().allMatch(l -> l.startsWith("{"));
        return lines.size() > 1 && each && lines.getFirst().endsWith("}")
                ? Optional.of(lines)
                : Optional.empty();
    }
}
