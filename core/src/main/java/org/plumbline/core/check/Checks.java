package org.plumbline.core.check;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.plumbline.core.explain.NormSentence;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.Node;
import org.plumbline.core.norm.Library;
import org.plumbline.core.norm.Norm;

/// Every check there is.
public final class Checks {

    private Checks() {}

    /// The checks that every library must pass, with the sentences that our renderer writes.
    public static List<Check> all(Library library) {
        var sentences = new NormSentence(library.vocabulary());
        return all(
                norm -> sentences.of(library.edition(norm.name().edition()).orElseThrow(), norm));
    }

    /// The same with another renderer.
    ///
    /// @param sentence renders a norm to the sentence that its file should hold
    public static List<Check> all(Function<Norm, String> sentence) {
        return List.of(
                new ReadsSaysTheNorm(sentence),
                new PolicyTightens(),
                new WindowsMeet(),
                new FamilyStandsAlone(),
                new NormCanApply(),
                new ExceptionLeavesSomething(),
                new DutyOutlivesItsDoing(),
                new ProvisionKeepsItsNumber(),
                new EditionsFollowOneAnother(),
                new MemoryAloneIsDraft(),
                new DraftIsMemoryAlone(),
                new PolicyBindsItsOwnStaff(),
                new TextWasRead(),
                new NormStandsOnce());
    }

    /// The checks of the words themselves, for whoever asks: a word may well wait for its norm.
    public static List<Check> ofWords() {
        return List.of(new WordIsUsed());
    }

    /// What these checks find in a library, in order of place.
    public static List<Finding> findings(LibraryFiles files, Collection<Check> checks) {
        var library = new Bookshelf(files);
        return checks.stream()
                .flatMap(c -> c.findings(library))
                .filter(f -> !waived(files, f))
                .sorted()
                .distinct()
                .toList();
    }

    /// Whether the file says, with a reason, that this finding is known and meant:
    /// `waives: [{check: policy.looser, because: …}]`.
    private static boolean waived(LibraryFiles files, Finding finding) {
        String file = finding.span().file().substring(files.prefix().length());
        return files.nodes().get(file) instanceof Node.Mapping edition
                && edition.get("waives").orElse(null) instanceof Node.Sequence(var items, _)
                && items.stream().anyMatch(item -> waives(item, finding.code()));
    }

    private static boolean waives(Node item, String code) {
        return item instanceof Node.Mapping waiver
                && waiver.get("because").isPresent()
                && waiver.get("check").orElse(null) instanceof Node.Scalar check
                && check.text().equals(code);
    }
}
