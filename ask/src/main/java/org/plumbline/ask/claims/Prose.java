package org.plumbline.ask.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The running text of a document, in blocks (a paragraph, an item of a list, a heading), each
/// character with its place in the source.
///
/// @param source the document as it was given
/// @param blocks in the order of the document; no sentence goes from one into the next
public record Prose(Kind kind, String source, List<Block> blocks) {

    public Prose {
        blocks = List.copyOf(blocks);
    }

    /// How a document is written.
    public enum Kind {
        TEXT("text"),
        MARKDOWN("markdown"),
        HTML("html");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// The word in answers.
        public String word() {
            return word;
        }

        /// The kind that a file's name tells, or else its beginning.
        public static Kind of(String name, String source) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".html") || lower.endsWith(".htm") || lower.endsWith(".xhtml")) {
                return HTML;
            }
            if (lower.endsWith(".md") || lower.endsWith(".markdown")) {
                return MARKDOWN;
            }
            String head =
                    source.substring(0, Math.min(source.length(), 200))
                            .strip()
                            .toLowerCase(Locale.ROOT);
            return head.startsWith("<!doctype html") || head.startsWith("<html") ? HTML : TEXT;
        }
    }

    /// Text without a break, each character with its offset in the source.
    static final class Block {
        private final String text;
        private final int[] at;

        private Block(String text, int[] at) {
            this.text = text;
            this.at = at;
        }

        /// The text, white space made single.
        String text() {
            return text;
        }

        /// The offset in the source of a character.
        int from(int index) {
            return at[index];
        }

        /// The offset in the source after the last character of a piece.
        int to(int end) {
            return at[end - 1] + 1;
        }
    }

    /// Reads a document.
    public static Prose of(Kind kind, String source) {
        return new Prose(
                kind,
                source,
                switch (kind) {
                    case TEXT -> PlainText.blocks(source);
                    case MARKDOWN -> MarkdownText.blocks(source);
                    case HTML -> HtmlText.blocks(source);
                });
    }

    /// Puts a block together, white space made single.
    static final class Builder {
        private final List<Block> blocks = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int[] at = new int[256];

        /// Adds a character that stands at an offset of the source.
        void add(char c, int offset) {
            char plain = Character.isWhitespace(c) || c == '\u00a0' ? ' ' : c;
            if (plain == ' ' && (text.isEmpty() || text.charAt(text.length() - 1) == ' ')) {
                return;
            }
            if (text.length() == at.length) {
                at = java.util.Arrays.copyOf(at, at.length * 2);
            }
            at[text.length()] = offset;
            text.append(plain);
        }

        /// Adds words of a parsed document, following them through the source from an offset: what
        /// the source has besides (an escape, an entity) is passed over.
        void add(String words, String source, int from, int to) {
            int offset = from;
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                int here = offset;
                int entity = offset < to ? entity(source, offset, to) : 0;
                if (entity > 0) {
                    offset += entity;
                } else if (offset + 1 < to
                        && source.charAt(offset) == '\\'
                        && source.charAt(offset + 1) == c) {
                    here = offset + 1;
                    offset += 2;
                } else if (offset < to) {
                    offset++;
                }
                add(c, Math.min(here, Math.max(from, to - 1)));
            }
        }

        /// The length of an entity such as `&eacute;` at an offset; 0 where there is none.
        private static int entity(String source, int offset, int to) {
            if (source.charAt(offset) != '&') {
                return 0;
            }
            int end = offset + 1;
            while (end < to
                    && end - offset < LONGEST_ENTITY
                    && (Character.isLetterOrDigit(source.charAt(end))
                            || source.charAt(end) == '#')) {
                end++;
            }
            return end < to && end > offset + 1 && source.charAt(end) == ';' ? end + 1 - offset : 0;
        }

        private static final int LONGEST_ENTITY = 32;

        /// Ends the block.
        void end() {
            if (!text.toString().isBlank()) {
                blocks.add(new Block(text.toString(), java.util.Arrays.copyOf(at, text.length())));
            }
            text.setLength(0);
        }

        List<Block> blocks() {
            end();
            return blocks;
        }
    }
}
