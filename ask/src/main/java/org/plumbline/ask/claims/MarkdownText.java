package org.plumbline.ask.claims;

import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Markdown into blocks: paragraphs, items and headings; code and raw HTML are not prose.
final class MarkdownText {

    private static final Parser PARSER =
            Parser.builder()
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .maxOpenBlockParsers(100)
                    .build();

    private MarkdownText() {}

    static List<Prose.Block> blocks(String source) {
        var builder = new Prose.Builder();
        PARSER.parse(source)
                .accept(
                        new AbstractVisitor() {
                            private int last;

                            @Override
                            public void visit(Paragraph paragraph) {
                                visitChildren(paragraph);
                                builder.end();
                            }

                            @Override
                            public void visit(Heading heading) {
                                visitChildren(heading);
                                builder.end();
                            }

                            @Override
                            public void visit(Text text) {
                                words(text, text.getLiteral());
                            }

                            @Override
                            public void visit(Code code) {
                                words(code, code.getLiteral());
                            }

                            @Override
                            public void visit(SoftLineBreak line) {
                                builder.add(' ', last);
                            }

                            @Override
                            public void visit(HardLineBreak line) {
                                builder.add(' ', last);
                            }

                            private void words(Node node, String literal) {
                                List<SourceSpan> spans = node.getSourceSpans();
                                int from =
                                        spans.isEmpty() ? last : spans.getFirst().getInputIndex();
                                int to =
                                        spans.isEmpty()
                                                ? last + 1
                                                : spans.getLast().getInputIndex()
                                                        + spans.getLast().getLength();
                                builder.add(literal, source, from, Math.min(to, source.length()));
                                last = Math.max(0, to - 1);
                            }
                        });
        return builder.blocks();
    }
}
