package org.plumbline.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.ask.QuestionReader;
import org.plumbline.ask.claims.CheckedJson;
import org.plumbline.ask.claims.CheckedText;
import org.plumbline.ask.claims.ClaimChecker;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.Span;
import org.plumbline.core.norm.Library;

/// The checker of statements of an open library, and the JSON of what it found.
public final class Claims {

    private Claims() {}

    /// A text that was checked.
    ///
    /// @param name the file it came from, or what the face calls it
    public record Checked(String name, CheckedText text) {}

    /// The checker, or what is wrong with the library's words.
    ///
    /// @param on the day on which the texts are looked at
    public static Loaded<ClaimChecker> checker(
            Shelf.Open open, QuestionReader questions, LocalDate on, ClaimChecker.Options options) {
        return open.tree(LibraryReader.CLAIMS).orElse(null) instanceof Node.Mapping words
                ? ClaimChecker.of(open.library(), questions, words, on, options)
                : Loaded.unsound(
                        Finding.error(
                                "library.claims.missing",
                                Span.of(LibraryReader.CLAIMS),
                                "the library has no `claims.yaml`",
                                "the words of statements, at the top of the library",
                                "name a library that has them"));
    }

    /// What `plumbline claims --json` prints.
    public static Map<String, @Nullable Object> json(
            Library library, LocalDate on, List<Checked> all) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("as_of", on.toString());
        json.put("library", library.fingerprint());
        List<Object> files = new ArrayList<>();
        for (Checked checked : all) {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("file", checked.name());
            file.putAll(CheckedJson.of(checked.text()));
            files.add(file);
        }
        json.put("files", files);
        return json;
    }
}
