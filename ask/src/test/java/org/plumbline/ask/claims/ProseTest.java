package org.plumbline.ask.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {

    private static List<String> texts(Prose.Kind kind, String source) {
        return Prose.of(kind, source).blocks().stream().map(b -> b.text().strip()).toList();
    }

    @Test
    void plainTextIsCutAtEmptyLinesAndItems() {
        assertThat(texts(Prose.Kind.TEXT, "One\ntwo.\n\nThree.\n- four\n- five\n6. six"))
                .containsExactly("One two.", "Three.", "four", "five", "six");
    }

    @Test
    void markdownLosesItsMarksAndItsCode() {
        assertThat(
                        texts(
                                Prose.Kind.MARKDOWN,
                                "# Rules\n\nThe **ACA** code [forbids](x) it\nalways.\n\n```\nThe NASW"
                                        + " code allows it.\n```\n\n* an item"))
                .containsExactly("Rules", "The ACA code forbids it always.", "an item");
    }

    @Test
    void htmlLosesItsScriptsAndItsTags() {
        assertThat(
                        texts(
                                Prose.Kind.HTML,
                                "<html><head><title>T</title><script>forbid()</script></head><body>"
                                        + "<nav>menu</nav><p>The <b>ACA</b> code&nbsp;forbids"
                                        + " it.<script>x</script></p><div>One<br>two</div></body>"))
                .containsExactly("The ACA code forbids it.", "One", "two");
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 'Intro.\n\nThe ACA code forbids\nsexual contact with current clients. End.'",
        "MARKDOWN, '# T\n\nIntro. The *ACA* code forbids sexual contact with current clients. End.'",
        "HTML, '<p>Caf&eacute; &amp; more. The <i>ACA</i> code forbids sexual contact with current"
                + " clients. End.</p>'"
    })
    void aSentenceIsFoundAgainInTheSource(Prose.Kind kind, String source) {
        CheckedSentence sentence =
                ClaimsLibrary.CHECKER.check(Prose.of(kind, source)).sentences().getFirst();
        String there = source.substring(sentence.from(), sentence.to());
        assertThat(there).startsWith("The ").endsWith("clients.");
        assertThat(sentence.text())
                .isEqualTo("The ACA code forbids sexual contact with current clients.");
        assertThat(sentence.line())
                .isEqualTo(
                        1
                                + (int)
                                        source.substring(0, sentence.from())
                                                .chars()
                                                .filter(c -> c == '\n')
                                                .count());
    }

    @Test
    void anAbbreviationEndsNoSentence() {
        var cutter = new SentenceCutter(ClaimsLibrary.CHECKER.words().abbreviations());
        String text =
                "See Sec. 1.06(c) of the code, e.g. its first part. Dr. Who agrees; others do not.";
        assertThat(cutter.cut(text).stream().map(p -> text.substring(p.from(), p.to())))
                .containsExactly(
                        "See Sec. 1.06(c) of the code, e.g. its first part.",
                        "Dr. Who agrees",
                        "others do not.");
    }

    @ParameterizedTest
    @CsvSource({
        "a.html, x, HTML",
        "a.md, x, MARKDOWN",
        "a.txt, x, TEXT",
        "-, '<!DOCTYPE html><p>x', HTML",
        "-, x, TEXT"
    })
    void theKindIsToldByNameOrBeginning(String name, String source, Prose.Kind kind) {
        assertThat(Prose.Kind.of(name, source)).isEqualTo(kind);
    }
}
