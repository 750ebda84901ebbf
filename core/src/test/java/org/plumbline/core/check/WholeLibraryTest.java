package org.plumbline.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.plumbline.core.load.FindingPrinter;
import org.plumbline.core.load.LibraryFiles;
import org.plumbline.core.load.LibraryReader;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.SourceTexts;

class WholeLibraryTest {

    private static final Path CODES = Path.of(System.getProperty("plumbline.codes"));

    @Test
    void no_check_finds_anything_that_is_not_waived_with_a_reason() {
        var files = ((Loaded.Sound<LibraryFiles>) LibraryReader.read(CODES, "codes/")).value();
        var printer = new FindingPrinter(SourceTexts.under(CODES, "codes/"), false);
        assertThat(printer.print(Checks.findings(files, Checks.all(files.library())))).isEmpty();
    }
}
