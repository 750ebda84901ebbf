package org.plumbline.ask;

import java.util.List;

/// One word of a text, with every form under which the lexicon may know it.
///
/// @param forms the word in lower case, then its base forms or its mended spelling
/// @param from offset of the first character in the text
/// @param to offset after the last
/// @param sentence which sentence it stands in, counted from 0
/// @param breakBefore whether a comma, a bracket, a dash or the start stands before it
/// @param known whether any of the forms is in the lexicon
record Token(
        List<String> forms, int from, int to, int sentence, boolean breakBefore, boolean known) {

    boolean is(String word) {
        return forms.contains(word);
    }

    String lower() {
        return forms.getFirst();
    }
}
