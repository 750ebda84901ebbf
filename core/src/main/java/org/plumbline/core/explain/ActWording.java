package org.plumbline.core.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.plumbline.core.vocabulary.ActPhrase;
import org.plumbline.core.vocabulary.Vocabulary;

/// How acts read together: those that share a verb share it, and so with the preposition.
///
/// "have a personal social-media connection or a friendship or exchange personal messages or calls
/// with a current client"; "accept a gift from or give a gift to a current client".
public final class ActWording {

    private final Vocabulary vocabulary;

    public ActWording(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// The acts done to or with somebody: "accept a student as a client".
    ///
    /// @param party who it is done with: "a student or a colleague"
    String with(List<String> acts, String party) {
        return with(acts, party, verb -> verb);
    }

    /// The same in `-ing`: "accepting a student as a client".
    public String gerundWith(List<String> acts, String party) {
        return with(acts, party, Wording::gerund);
    }

    private String with(List<String> acts, String party, UnaryOperator<String> verbForm) {
        SequencedMap<Ending, SequencedMap<String, List<String>>> byEnding = new LinkedHashMap<>();
        for (String act : acts) {
            ActPhrase phrase = phrase(act);
            add(
                    byEnding.computeIfAbsent(
                            new Ending(phrase.prep(), phrase.tail()), _ -> new LinkedHashMap<>()),
                    verbForm.apply(phrase.verb()),
                    phrase.what());
        }
        if (byEnding.size() == 1) {
            Ending ending = byEnding.firstEntry().getKey();
            return joined(byEnding.firstEntry().getValue())
                    + before(ending.prep())
                    + " "
                    + party
                    + before(ending.tail());
        }
        // Acts that end differently each keep their tail, and the person stands once at the end.
        List<String> parts = new ArrayList<>();
        byEnding.forEach((ending, verbs) ->
                parts.add(joined(verbs) + before(ending.tail()) + before(ending.prep())));
        return Wording.or(parts) + " " + party;
    }

    /// The acts without a person: "have a social tie or sexual or romantic contact".
    String bare(List<String> acts) {
        return bare(acts, verb -> verb);
    }

    /// The same in `-ing`: "having a social tie".
    public String gerund(List<String> acts) {
        return bare(acts, Wording::gerund);
    }

    /// One act, or one family of acts, where it stands alone: in a list to choose from, at the head of
    /// a row. The person is named where the phrase would say something else without: "Hugging the
    /// person", "Visiting a sick relative of the person", but "Having a friendship".
    public String alone(String act) {
        ActPhrase phrase = phrase(act);
        boolean hangsOnPerson =
                phrase.what().isEmpty()
                        || phrase.tail().isPresent()
                        || phrase.prep().filter("of"::equals).isPresent();
        return Wording.capital(
                hangsOnPerson ? gerundWith(List.of(act), "the person") : gerund(List.of(act)));
    }

    private String bare(List<String> acts, UnaryOperator<String> verbForm) {
        SequencedMap<String, List<String>> verbs = new LinkedHashMap<>();
        for (String act : acts) {
            ActPhrase phrase = phrase(act);
            String what = (phrase.what().orElse("") + before(phrase.tail())).strip();
            add(
                    verbs,
                    verbForm.apply(phrase.verb()),
                    what.isEmpty() ? Optional.empty() : Optional.of(what));
        }
        return joined(verbs);
    }

    /// What the acts are called where a sentence speaks of them and not of doing them: "sexual or
    /// romantic contact and social media connection".
    ///
    /// A family is called by what one does. A single act is called by its word if that is a noun:
    /// where one has it, or the word ends in `-ing`; else by its phrase: "accepting a gift".
    public String names(List<String> acts) {
        return Wording.and(
                new ArrayList<>(new LinkedHashSet<>(acts.stream().map(this::name).toList())));
    }

    private String name(String act) {
        ActPhrase phrase = phrase(act);
        boolean family = vocabulary.oneOf("act").families().containsKey(act);
        if (family && phrase.what().isPresent()) {
            return phrase.what().get();
        }
        return phrase.verb().equals("have") || act.endsWith("ing")
                ? Wording.plain(act)
                : gerund(List.of(act));
    }

    private record Ending(Optional<String> prep, Optional<String> tail) {}

    private static void add(
            SequencedMap<String, List<String>> verbs, String verb, Optional<String> what) {
        List<String> objects = verbs.computeIfAbsent(verb, _ -> new ArrayList<>());
        what.filter(w -> !objects.contains(w)).ifPresent(objects::add);
    }

    private static String joined(SequencedMap<String, List<String>> verbs) {
        List<String> parts = new ArrayList<>();
        verbs.forEach((verb, objects) ->
                parts.add(objects.isEmpty() ? verb : verb + " " + Wording.or(objects)));
        return Wording.or(parts);
    }

    private static String before(Optional<String> words) {
        return words.map(w -> " " + w).orElse("");
    }

    private ActPhrase phrase(String act) {
        ActPhrase phrase = vocabulary.acts().get(act);
        if (phrase == null) {
            throw new IllegalStateException("every act has a phrase, but not `" + act + "`");
        }
        return phrase;
    }
}
