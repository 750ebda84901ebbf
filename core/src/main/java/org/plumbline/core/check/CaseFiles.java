package org.plumbline.core.check;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.KeptValues;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.VignetteFile;
import org.plumbline.core.load.YamlFile;

/// The case files of a library as they lie there, not yet understood.
///
/// @param findings why some could not be had
public record CaseFiles(List<Content> files, List<Finding> findings) {

    public CaseFiles {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }

    /// One file.
    ///
    /// @param name how findings name it
    /// @param content its bytes
    /// @param digest what the content is known by
    record Content(String name, ByteBuffer content, String digest) {}

    /// Every case file, in the order of the paths.
    ///
    /// @param folder the library's
    /// @param prefix put before a path to name it in findings: `codes/`
    public static CaseFiles of(Path folder, String prefix) {
        List<Content> files = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Path path : VignetteFile.files(folder)) {
            String name = prefix + folder.relativize(path).toString().replace('\\', '/');
            switch (YamlFile.bytes(path, name)) {
                case Loaded.Sound<byte[]>(var content, _) ->
                        files.add(
                                new Content(
                                        name,
                                        ByteBuffer.wrap(content),
                                        KeptValues.digest(content)));
                case Loaded.Unsound<byte[]>(var found) -> findings.addAll(found);
            }
        }
        return new CaseFiles(files, findings);
    }
}
