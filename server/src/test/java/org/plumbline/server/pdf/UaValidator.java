package org.plumbline.server.pdf;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/// veraPDF, with its profile of PDF/UA-1.
public final class UaValidator {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private UaValidator() {}

    /// Which rules a file breaks, each with where; empty where it conforms.
    public static List<String> broken(byte[] pdf) throws Exception {
        try (var foundry = Foundries.defaultInstance();
                var parser =
                        foundry.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator = foundry.createValidator(PDFAFlavour.PDFUA_1, false)) {
            var result = validator.validate(parser);
            List<String> broken =
                    result.getTestAssertions().stream()
                            .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
                            .map(a ->
                                    a.getRuleId().getClause()
                                            + "-"
                                            + a.getRuleId().getTestNumber()
                                            + " "
                                            + a.getMessage()
                                            + " at "
                                            + a.getLocation().getContext())
                            .distinct()
                            .toList();
            if (result.isCompliant() != broken.isEmpty()) {
                throw new IllegalStateException("the validator contradicts itself");
            }
            return broken;
        }
    }
}
