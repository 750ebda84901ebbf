package org.plumbline.ask.claims;

import java.util.List;

/// A document with its statements.
///
/// @param kind how it is written
/// @param sentences those that assert something, in order
/// @param leftAlone how many others there were
/// @param unread how many stretches were too long to be a sentence
public record CheckedText(
        Prose.Kind kind, List<CheckedSentence> sentences, int leftAlone, int unread) {
    public CheckedText {
        sentences = List.copyOf(sentences);
    }
}
