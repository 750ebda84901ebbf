package org.plumbline.core.check;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.plumbline.core.explain.NormSentence;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.LibraryFiles;
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
                new ReachIsDetermined(),
                new ExceptionLeavesSomething(),
                new DutyOutlivesItsDoing(),
                new DutyCanBeOwed(),
                new ProvisionKeepsItsNumber(),
                new EditionsFollowOneAnother(),
                new EditionsLeaveNoDayOut(),
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

    /// What these checks find in a library, in order of place; what an edition waives with a reason is
    /// left out.
    public static List<Finding> findings(LibraryFiles files, Collection<Check> checks) {
        var library = new Bookshelf(files);
        List<Finding> all = checks.stream().flatMap(c -> c.findings(library)).toList();
        return new Waivers(files).applied(all, checks).stream().sorted().distinct().toList();
    }

    /// The codes that checks give.
    static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        all(Norm::reads).forEach(c -> codes.add(c.code()));
        ofWords().forEach(c -> codes.add(c.code()));
        codes.addAll(DeepFindings.codes());
        return codes;
    }
}
