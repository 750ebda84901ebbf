package org.plumbline.ask;

import java.util.List;
import java.util.stream.IntStream;

/// A phrase of the lexicon found in a text.
///
/// @param kind which list it stands in: `profession`, `tie`, `place`, or the name of a class
/// @param value which entry of that list
/// @param start index of its first token
/// @param end index after its last
record Tagged(String kind, String value, int start, int end) {
    int length() {
        return end - start;
    }

    boolean covers(int token) {
        return start <= token && token < end;
    }

    List<Integer> tokens() {
        return IntStream.range(start, end).boxed().toList();
    }
}
