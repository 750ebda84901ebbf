package org.plumbline.ask.claims;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.core.load.Span;

/// The characters of a document, or a plain refusal: what is no text is not guessed at.
public final class Decoded {

    /// Bytes that a document may have: some two hundred pages. Each statement is decided several
    /// times over, so a larger document would keep people waiting for minutes.
    public static final int LARGEST = 1024 * 1024;

    private Decoded() {}

    /// Reads UTF-8, or UTF-16 that says so at its beginning.
    ///
    /// @param name what findings call the document
    public static Loaded<String> of(byte[] bytes, String name) {
        if (bytes.length > LARGEST) {
            return refused(
                    "file.too-large",
                    name,
                    "more than %,d bytes".formatted(LARGEST),
                    "a document of at most 1 MB",
                    "check it in parts");
        }
        Charset charset = StandardCharsets.UTF_8;
        int skip = 0;
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            skip = 3;
        } else if (starts(bytes, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            skip = 2;
        } else if (starts(bytes, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            skip = 2;
        }
        try {
            String text =
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip))
                            .toString();
            if (text.indexOf('\0') >= 0) {
                return binary(name);
            }
            return Loaded.sound(text);
        } catch (CharacterCodingException _) {
            return hasZero(bytes)
                    ? binary(name)
                    : refused(
                            "file.encoding",
                            name,
                            "bytes that are no UTF-8",
                            "a text in UTF-8",
                            "save it as UTF-8");
        }
    }

    private static Loaded<String> binary(String name) {
        return refused(
                "file.encoding",
                name,
                "a file that is no text",
                "plain text, Markdown or HTML in UTF-8",
                "export it as text first");
    }

    private static boolean hasZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(byte[] bytes, int... head) {
        if (bytes.length < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if ((bytes[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }

    private static Loaded<String> refused(
            String code, String name, String found, String expected, String mend) {
        return Loaded.unsound(Finding.error(code, Span.of(name), found, expected, mend));
    }
}
