package org.plumbline.core;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.plumbline.core.check.Expectations;
import org.plumbline.core.decide.Decider;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.VignetteFile.Vignette;

/// Every case of the library comes out as its writer says.
class SeedCasesTest {

    private final Expectations expectations = new Expectations(new Decider(Codes.library()));

    @TestFactory
    Stream<DynamicNode> every_case_comes_out_as_it_says() {
        return Codes.caseFiles().stream().map(this::file);
    }

    private DynamicNode file(Path file) {
        return dynamicContainer(
                file.getFileName().toString(),
                file.toUri(),
                Codes.cases(file).stream().map(v -> dynamicTest(v.title(), () -> comesOut(v))));
    }

    private void comesOut(Vignette vignette) {
        List<Finding> findings = expectations.findings(vignette);
        if (!findings.isEmpty()) {
            throw new AssertionError(Codes.told(findings) + "\n  because: " + vignette.because());
        }
    }
}
