package org.plumbline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Paraphrases made by rule read the same as their originals.
class ParaphraseTest {
    private static final double AIM = 0.95;

    private static final Map<String, UnaryOperator<String>> RULES = new LinkedHashMap<>();

    static {
        RULES.put("in lower case", text -> text.toLowerCase(Locale.ROOT));
        RULES.put("without a question mark", text -> text.replace("?", ""));
        RULES.put("with a greeting", text -> "Hi all, quick question: " + text);
        RULES.put("with thanks", text -> text + " Thanks in advance!");
        RULES.put("patients for clients", text -> text.replace("client", "patient"));
        RULES.put("former as ex", text -> text.replaceAll("[Ff]ormer (?=client|patient)", "ex-"));
        RULES.put("ex as past", text -> text.replaceAll("\\bex[- ](?=client|patient)", "past "));
        RULES.put("may for can", text -> text.replaceFirst("^[Cc]an ", "May "));
        RULES.put("could for can", text -> text.replaceFirst("^[Cc]an ", "Could "));
        RULES.put(
                "British spelling",
                text -> text.replace("counselor", "counsellor").replace("behavior", "behaviour"));
        RULES.put("no apostrophe", text -> text.replace("client's", "clients"));
        RULES.put("curly apostrophe", text -> text.replace('\'', '\u2019'));
        RULES.put("the code first", text -> "According to the code of ethics, " + text);
        RULES.put("asked politely", text -> "I was wondering: " + text);
    }

    @Test
    void paraphrases_by_rule_read_the_same_as_their_originals() {
        List<String> differing = new ArrayList<>();
        int[] all = {0};
        for (Labelled question : Labelled.written()) {
            RULES.forEach((rule, change) ->
                    compare(rule, question.text(), change.apply(question.text()), differing, all));
        }
        assertThat(1 - (double) differing.size() / all[0])
                .as(String.join("\n", differing))
                .isGreaterThan(AIM);
    }

    @Test
    void one_slip_of_the_keyboard_reads_the_same() {
        List<String> differing = new ArrayList<>();
        int[] all = {0};
        var random = new Random(7);
        for (Labelled question : Labelled.written()) {
            for (int i = 0; i < 4; i++) {
                compare("slip", question.text(), slip(question.text(), random), differing, all);
            }
        }
        assertThat(1 - (double) differing.size() / all[0])
                .as(String.join("\n", differing))
                .isGreaterThan(AIM);
    }

    private static void compare(
            String rule, String original, String changed, List<String> differing, int[] all) {
        if (changed.equals(original)) {
            return;
        }
        all[0]++;
        if (!same(Reader.slots(original)).equals(same(Reader.slots(changed)))) {
            differing.add(
                    rule
                            + ": "
                            + changed
                            + " | "
                            + Reader.slots(original)
                            + " | "
                            + Reader.slots(changed));
        }
    }

    private static String same(String slots) {
        return slots.toLowerCase(Locale.ROOT);
    }

    /// Swaps, drops or doubles one letter inside a word of six letters or more.
    private static String slip(String text, Random random) {
        List<int[]> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                if (i - start >= 6) {
                    words.add(new int[] {start, i});
                }
                start = -1;
            }
        }
        if (words.isEmpty()) {
            return text;
        }
        int[] word = words.get(random.nextInt(words.size()));
        int at = word[0] + 1 + random.nextInt(word[1] - word[0] - 3);
        return switch (random.nextInt(3)) {
            case 0 ->
                    text.substring(0, at)
                            + text.charAt(at + 1)
                            + text.charAt(at)
                            + text.substring(at + 2);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            default -> text.substring(0, at) + text.charAt(at) + text.substring(at);
        };
    }
}
