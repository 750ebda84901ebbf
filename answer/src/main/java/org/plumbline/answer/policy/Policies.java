package org.plumbline.answer.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.answer.Shelf;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Node;
import org.plumbline.core.load.YamlFile;
import org.plumbline.core.norm.Library;

/// The policy of an open library.
public final class Policies {

    private Policies() {}

    /// The choices, or what is wrong with them.
    public static Loaded<PolicyForm> form(Shelf.Open open) {
        return PolicyReader.read(open.library(), open.tree(LibraryReader.POLICY));
    }

    /// What is wrong with the choices of a library that has any.
    ///
    /// @param prefix what stands before a path where it is shown
    public static List<Finding> findings(Path codes, String prefix, Library library) {
        Path file = codes.resolve(LibraryReader.POLICY);
        if (!Files.exists(file)) {
            return List.of();
        }
        Loaded<Node> read = YamlFile.read(file, prefix + LibraryReader.POLICY);
        List<Finding> findings = new ArrayList<>(read.allFindings());
        if (read instanceof Loaded.Sound<Node>(var node, _)) {
            findings.addAll(PolicyReader.read(library, Optional.of(node)).allFindings());
        }
        return findings;
    }
}
