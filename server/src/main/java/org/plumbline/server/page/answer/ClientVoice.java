package org.plumbline.server.page.answer;

import java.util.LinkedHashMap;
import java.util.Map;

/// Sentences to the practitioner, said of the practitioner: "You must not do this." becomes "They must
/// not do this." The sentences are the library's own, so the phrases to exchange are few.
final class ClientVoice {

    private static final Map<String, String> PHRASES = new LinkedHashMap<>();

    static {
        PHRASES.put("does not bind you", "does not bind them");
        PHRASES.put("binds you", "binds them");
        PHRASES.put("It is for you to show", "It is for them to show");
        PHRASES.put("Are you ", "Are they ");
        PHRASES.put("Do you ", "Do they ");
        PHRASES.put("Is this so of you: you are", "Is this so of them: they are");
        PHRASES.put("if you cannot", "if they cannot");
        PHRASES.put("If you cannot", "If they cannot");
        PHRASES.put("you are", "they are");
        PHRASES.put("You ", "They ");
        PHRASES.put("you ", "they ");
        PHRASES.put("your ", "their ");
    }

    private ClientVoice() {}

    static String of(String sentence) {
        String said = sentence;
        for (Map.Entry<String, String> phrase : PHRASES.entrySet()) {
            said = said.replaceAll("\\b" + phrase.getKey(), phrase.getValue());
        }
        return said;
    }
}
