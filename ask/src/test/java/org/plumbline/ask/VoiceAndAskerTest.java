package org.plumbline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// One question, asked in the active and the passive voice, by whoever may ask it, and in another
/// order of words, is read the same.
class VoiceAndAskerTest {
    private static final double AIM = 0.95;

    private static final List<String> PROFESSIONS =
            List.of(
                    "social worker",
                    "counselor",
                    "psychologist",
                    "psychiatrist",
                    "doctor",
                    "family therapist",
                    "therapist",
                    "lawyer",
                    "behavior analyst",
                    "addiction counselor",
                    "nurse",
                    "physiotherapist");

    /// A verb, its participle, and words that mean the same.
    private record Verb(String base, String participle, List<String> synonyms) {}

    private static final List<Verb> VERBS =
            List.of(
                    new Verb("hug", "hugged", List.of("embrace", "give a hug to", "cuddle")),
                    new Verb("hire", "hired", List.of("employ", "give a job to")),
                    new Verb("date", "dated", List.of("go out with", "be in a relationship with")),
                    new Verb("kiss", "kissed", List.of("snog", "make out with")),
                    new Verb(
                            "befriend",
                            "befriended",
                            List.of("be friends with", "make friends with")),
                    new Verb("text", "texted", List.of("message", "send texts to")),
                    new Verb(
                            "follow on Instagram",
                            "followed on Instagram",
                            List.of("add on Instagram", "connect on Instagram with")),
                    new Verb("lend money to", "lent money", List.of("loan money to")));

    /// Somebody from the professional's side, and as a client says it of a professional.
    private record Who(String named, String mine, String toAsker, String theirProfessional) {}

    private static final List<Who> PARTIES =
            List.of(
                    new Who("a client", "my client", "me", "my"),
                    new Who("a former client", "my former client", "me", "my former"),
                    new Who("a client's sister", "my client's sister", "my sister", "my"),
                    new Who("a client's husband", "my client's husband", "my husband", "my"));

    @Test
    void the_passive_voice_reads_as_the_active_one() {
        var tally = new Tally();
        each((profession, verb, who) -> {
            String active = "Can " + a(profession) + " " + put(verb.base(), who.named()) + "?";
            tally.compare(
                    active,
                    "Can "
                            + who.named()
                            + " be "
                            + verb.participle()
                            + " by "
                            + a(profession)
                            + "?");
            tally.compare(
                    active,
                    "Is it ok for "
                            + who.named()
                            + " to be "
                            + verb.participle()
                            + " by their "
                            + profession
                            + "?");
        });
        tally.check();
    }

    @Test
    void whoever_asks_asks_the_same() {
        var tally = new Tally();
        each((profession, verb, who) -> {
            String active = "Can " + a(profession) + " " + put(verb.base(), who.named()) + "?";
            String mine = put(verb.base(), who.mine());
            tally.compare(active, "I'm " + a(profession) + ". Can I " + mine + "?");
            tally.compare(active, "Am I allowed to " + mine + "? (" + profession + ")");
            tally.compare(active, "As " + a(profession) + " may I " + mine + "?");
            tally.compare(
                    active,
                    "Can "
                            + who.theirProfessional()
                            + " "
                            + profession
                            + " "
                            + put(verb.base(), who.toAsker())
                            + "?");
        });
        tally.check();
    }

    @Test
    void another_order_and_other_words_ask_the_same() {
        var tally = new Tally();
        each((profession, verb, who) -> {
            String active = "Can " + a(profession) + " " + put(verb.base(), who.named()) + "?";
            for (String synonym : verb.synonyms()) {
                tally.compare(
                        active, "Can " + a(profession) + " " + put(synonym, who.named()) + "?");
            }
            String asked = put(verb.base(), who.named());
            tally.compare(active, "To " + asked + ", is that allowed for " + a(profession) + "?");
            tally.compare(active, "Would it be wrong if " + a(profession) + " were to " + asked);
            tally.compare(active, asked + " as " + a(profession) + ", is it ethical?");
            tally.compare(
                    active,
                    active.toLowerCase(Locale.ROOT)
                            .replace("can ", "is it unethical for ")
                            .replace(" " + asked, " to " + asked));
        });
        tally.check();
    }

    /// `lend money to` goes before whom it concerns, `follow on Instagram` around.
    private static String put(String verb, String whom) {
        int means = verb.indexOf(" on Instagram");
        return means > 0 && !verb.endsWith("with")
                ? verb.substring(0, means) + " " + whom + verb.substring(means)
                : verb + " " + whom;
    }

    private static String a(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private interface Asked {
        void about(String profession, Verb verb, Who who);
    }

    private static void each(Asked asked) {
        for (String profession : PROFESSIONS) {
            for (Verb verb : VERBS) {
                for (Who who : PARTIES) {
                    asked.about(profession, verb, who);
                }
            }
        }
    }

    private static final class Tally {
        private final List<String> differing = new ArrayList<>();
        private int all;

        void compare(String original, String paraphrase) {
            all++;
            String want = Reader.slots(original).toLowerCase(Locale.ROOT);
            String got = Reader.slots(paraphrase).toLowerCase(Locale.ROOT);
            if (!want.equals(got)) {
                differing.add(original + " | " + paraphrase + " | " + want + " | " + got);
            }
        }

        void check() {
            assertThat(1 - (double) differing.size() / all)
                    .as(differing.size() + " of " + all + "\n" + String.join("\n", differing))
                    .isGreaterThanOrEqualTo(AIM);
        }
    }

    @Test
    void the_originals_themselves_are_read_as_they_say() {
        List<String> wrong = new ArrayList<>();
        each((profession, verb, who) -> {
            String original = "Can " + a(profession) + " " + put(verb.base(), who.named()) + "?";
            Slots slots = Reader.read(original).slots();
            boolean act =
                    Set.of(
                                    "hug",
                                    "employment",
                                    "sexual_or_romantic",
                                    "friendship",
                                    "personal_communication",
                                    "social_media_connection",
                                    "loan")
                            .contains(slots.act());
            boolean party =
                    slots.party()
                            .startsWith(
                                    who.named().contains("sister")
                                            ? "client_family"
                                            : who.named().contains("husband")
                                                    ? "client_partner"
                                                    : who.named().contains("former")
                                                            ? "former_client"
                                                            : "current_client");
            if (!act || !party || slots.profession().equals(Slots.UNSPECIFIED)) {
                wrong.add(original + " | " + slots);
            }
        });
        assertThat(wrong).isEmpty();
    }
}
