package org.plumbline.core.explain;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Edition;

/// The library that the sentences are tried on, read once.
public final class Codes {

    public static final Path FOLDER = Path.of(System.getProperty("codes", "../codes"));

    public static final LibraryFiles FILES = sound(LibraryReader.read(FOLDER, "codes/"));

    private Codes() {}

    /// The library with one more file.
    public static LibraryFiles with(String path, String text) {
        SequencedMap<String, Node> nodes = new LinkedHashMap<>(FILES.nodes());
        nodes.put(path, sound(YamlFile.parse(text, path)));
        return sound(LibraryReader.read(nodes, "", "codes/"));
    }

    /// An invented edition of one provision `a` with one norm, beside a provision `b`.
    ///
    /// @param norm in braces: `{forbid: hug, with: anyone}`
    public static Edition editionWith(String norm) {
        String text =
                """
                edition: aaa-2020
                body: nasw
                title: A code
                in-force: {from: 2020}
                level: association-code
                binds: {membership: nasw}
                practitioner: a member
                reckoning: {last-day: unstated, rounding: unstated}
                provisions:
                  a: {title: A, says: a, source: not read, verified: memory, norms: [%s]}
                  b:
                    title: B
                    says: b
                    source: not read
                    verified: memory
                    norms: [{id: bar, allow: hug, with: anyone}]
                """
                        .formatted(norm);
        return with("aaa/2020.yaml", text).library().edition("aaa-2020").orElseThrow();
    }

    private static <T> T sound(Loaded<T> loaded) {
        return switch (loaded) {
            case Loaded.Sound<T>(var value, _) -> value;
            case Loaded.Unsound<T>(var findings) ->
                    throw new IllegalStateException("not sound: " + findings);
        };
    }
}
