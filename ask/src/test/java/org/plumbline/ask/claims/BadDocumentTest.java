package org.plumbline.ask.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.load.Loaded;

/// Whatever is given, there is an answer or a plain refusal.
class BadDocumentTest {

    private static final String TRUE = "The ACA code forbids sexual contact with current clients.";

    private static CheckedText check(Prose.Kind kind, String source) {
        return ClaimsLibrary.CHECKER.check(Prose.of(kind, source));
    }

    private static String code(byte[] bytes) {
        return switch (Decoded.of(bytes, "x")) {
            case Loaded.Sound<String> _ -> "read";
            case Loaded.Unsound<String>(var findings) -> findings.getFirst().code();
        };
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        var noise = new byte[4000];
        new Random(7).nextBytes(noise);
        assertThat(code(noise)).isEqualTo("file.encoding");
        assertThat(code(new byte[] {'a', 0, 'b'})).isEqualTo("file.encoding");
        assertThat(code("café".getBytes(Charset.forName("ISO-8859-1")))).isEqualTo("file.encoding");
        assertThat(code(new byte[Decoded.LARGEST + 1])).isEqualTo("file.too-large");
    }

    @Test
    void marksOfAnEncodingAreHeeded() {
        byte[] text = ("\ufeff" + TRUE).getBytes(StandardCharsets.UTF_16LE);
        assertThat(ClaimsLibrary.sound(Decoded.of(text, "x"))).isEqualTo(TRUE);
        byte[] marked = ("\ufeff" + TRUE).getBytes(StandardCharsets.UTF_8);
        assertThat(ClaimsLibrary.sound(Decoded.of(marked, "x"))).isEqualTo(TRUE);
    }

    @ParameterizedTest
    @EnumSource
    void nothingHasNoStatement(Prose.Kind kind) {
        assertThat(check(kind, "").sentences()).isEmpty();
        assertThat(check(kind, " \n\t\n ").sentences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tenMegabytesOfProseAreRead(Prose.Kind kind) {
        int kilobytes = kind == Prose.Kind.TEXT ? 10_240 : 256;
        String para = "A quiet day at the practice went by, and nobody spoke of rules. ".repeat(8);
        String source = (para + "\n\n").repeat(kilobytes * 1024 / (para.length() + 2)) + TRUE;
        CheckedText text = check(kind, source);
        assertThat(text.sentences()).hasSize(1);
        assertThat(text.sentences().getFirst().finding()).isEqualTo(ClaimFinding.SUPPORTED);
        assertThat(text.leftAlone()).isGreaterThan(1000);
    }

    @ParameterizedTest
    @EnumSource
    void anEndlessLineIsCountedAndNotRead(Prose.Kind kind) {
        CheckedText text = check(kind, "the code forbids and ".repeat(50_000));
        assertThat(text.sentences()).isEmpty();
        assertThat(text.unread()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "يحظر القانون الأخلاقي إقامة علاقات مع العملاء السابقين.",
                "הקוד האתי אוסר על קשר עם לקוחות.",
                "守则禁止与前客户发生性关系。",
                "Der Kodex verbietet jede Beziehung zu ehemaligen Klienten.",
                "😀😀😀 🏳️‍🌈 👩‍⚕️.",
                "((((((((((((((((((((((((((((((((((((((((",
                "a\u0301\u0301\u0301\u0301 \u202e The \u200f",
                "\ud800 lone surrogate \udc00"
            })
    void otherScriptsAndOtherTonguesAssertNothingHere(String source) {
        for (Prose.Kind kind : Prose.Kind.values()) {
            assertThat(check(kind, source).sentences()).isEmpty();
        }
    }

    @Test
    void emojiBesideWordsMoveNothing() {
        String source = "😀 Hi! " + TRUE + " 🏳️‍🌈";
        CheckedSentence sentence = check(Prose.Kind.TEXT, source).sentences().getFirst();
        assertThat(source.substring(sentence.from(), sentence.to())).startsWith("The ACA");
        assertThat(sentence.finding()).isEqualTo(ClaimFinding.SUPPORTED);
    }

    @Test
    void scriptsAndBrokenTagsAssertNothing() {
        String source =
                "<script>var s='The NASW code forbids hugging clients.'</script><style>p{}</style>"
                        + "<p onclick=\"x('The NASW code allows it.')\">"
                        + TRUE
                        + "<!-- The NASW code forbids hugging clients. --><div><p><b>";
        CheckedText text = check(Prose.Kind.HTML, source);
        assertThat(text.sentences()).extracting(CheckedSentence::text).containsExactly(TRUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b>", "<ul><li>", "> ", "* ", "[", "*a **b "})
    void deepNestingIsBorne(String piece) {
        String source = piece.repeat(3_000) + "\n\n" + TRUE;
        for (Prose.Kind kind : Prose.Kind.values()) {
            CheckedText text = check(kind, source);
            assertThat(text.sentences().size() + text.leftAlone() + text.unread()).isPositive();
        }
    }

    @Test
    void manyStatementsAreAllAnswered() {
        CheckedText text = check(Prose.Kind.TEXT, (TRUE + "\n\n").repeat(60));
        assertThat(text.sentences()).hasSize(60);
    }

    @Test
    void wordsThrownTogetherNeverFail() {
        String[] words =
                ("the code forbids allows requires may must not never sex with former clients after"
                                + " two five years unless except if harm gift dollars $10 NASW ACA"
                                + " Ohio 1.06(c) all most codes no rule says nothing students . ,"
                                + " ; lawyers friend date wait for life")
                        .split(" ", -1);
        var random = new Random(11);
        for (int i = 0; i < 150; i++) {
            var text = new StringBuilder();
            for (int w = 0; w < 14; w++) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            assertThat(ClaimsLibrary.check(text.toString()))
                    .allMatch(s -> !s.why().isEmpty(), text.toString());
        }
    }
}
