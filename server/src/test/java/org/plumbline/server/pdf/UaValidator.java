package org.plumbline.server.pdf;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
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

    /// The alternative text of each figure, in the order of the tags.
    public static List<String> figures(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> all = new ArrayList<>();
            walk(document.getDocumentCatalog().getStructureTreeRoot(), all);
            return all;
        }
    }

    private static void walk(PDStructureNode node, List<String> into) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if ("Figure".equals(element.getStructureType())) {
                    into.add(String.valueOf(element.getAlternateDescription()));
                }
                walk(element, into);
            }
        }
    }

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
