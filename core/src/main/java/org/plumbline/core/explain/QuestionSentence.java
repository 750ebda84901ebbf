package org.plumbline.core.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.decide.Decision.Missing;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Vocabulary;

/// Facts as questions: "Is there a risk of harm to the client?"
///
/// A phrase is turned round only where that is safe: after "there is", or where an auxiliary
/// follows a plain subject. Anything else is asked as "Is it the case that …?".
public final class QuestionSentence {

    private static final String ONLY_THE_PROFESSIONAL =
            " (a judgement only the professional can make)";

    private final Vocabulary vocabulary;
    private final ConditionSentence conditions;

    public QuestionSentence(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.conditions = new ConditionSentence(vocabulary);
    }

    /// What an answer waits on where the day of the act is known only in part.
    private static final String DATE = "date";

    /// A missing fact, asked as finely as the answer needs it.
    public String of(Missing missing) {
        return of(missing.fact(), missing.would().keySet());
    }

    /// A fact by its word.
    ///
    /// @param values the values, or groups of values with commas between, that matter; for a fact
    ///     with any number of values those that begin with "not " are left out
    /// @throws IllegalArgumentException if the vocabulary has no such fact
    public String of(String id, Collection<String> values) {
        if (id.equals(DATE)) {
            return "On which day would it be done?";
        }
        Fact fact =
                vocabulary
                        .fact(id)
                        .orElseThrow(() -> new IllegalArgumentException("no fact `" + id + "`"));
        return switch (fact) {
            case Fact.YesNo yesNo ->
                    asked(yesNo.is())
                            + (yesNo.sort() == Fact.Sort.JUDGEMENT ? ONLY_THE_PROFESSIONAL : "");
            case Fact.OneOf one -> oneOf(one, groups(one, values));
            case Fact.SomeOf some -> someOf(some, groups(some, values));
            case Fact.Amount amount -> "What is " + amount.says().replace(" is {}", "") + "?";
            case Fact.Event event -> "When was " + event.says() + "?";
        };
    }

    private static List<List<String>> groups(Fact.Worded fact, Collection<String> labels) {
        Set<String> words = fact.words();
        return labels.stream()
                .filter(label -> !label.startsWith("not "))
                .map(label -> List.of(label.split(", ", -1)))
                .filter(words::containsAll)
                .toList();
    }

    /// Two groups are asked after the shorter one; more are told apart one by one.
    private String oneOf(Fact.OneOf fact, List<List<String>> groups) {
        if (groups.size() == 2) {
            List<String> shorter =
                    groups.get(1).size() < groups.get(0).size() ? groups.get(1) : groups.get(0);
            return asked(clause(fact, shorter));
        }
        return listed("Which of these is so", fact, groups);
    }

    private String someOf(Fact.SomeOf fact, List<List<String>> groups) {
        return groups.size() == 1
                ? asked(clause(fact, groups.getFirst()))
                : listed("Which of these are so, if any", fact, groups);
    }

    private String listed(String question, Fact.Worded fact, List<List<String>> groups) {
        List<String> all =
                groups.isEmpty() ? fact.values() : groups.stream().flatMap(List::stream).toList();
        return question + ": " + clause(fact, all) + "?";
    }

    private String clause(Fact.Worded fact, List<String> words) {
        return conditions.stated(fact, words, true);
    }

    /// Whether a text binds, asked of the practitioner: "Are you a member of the …?"
    public String binds(Condition condition) {
        String who = conditions.of(condition);
        boolean one = who.lastIndexOf(PRACTITIONER) == 0;
        if (one && who.startsWith(PRACTITIONER + "is ")) {
            return "Are you " + who.substring(PRACTITIONER.length() + 3) + "?";
        }
        if (one && who.startsWith(PRACTITIONER + "works for ")) {
            return "Do you work for " + who.substring(PRACTITIONER.length() + 10) + "?";
        }
        String you =
                who.replace("the practitioner's", "your")
                        .replace("the practice", "your practice")
                        .replace("the practitioner is", "you are")
                        .replace("the practitioner works", "you work");
        return "Is this so of you: " + you + "?";
    }

    private static final String PRACTITIONER = "the practitioner ";

    // ── Turning a statement round ───────────────────────────────────────────────────────────

    private static final Pattern THERE = Pattern.compile("there (is or was|is|was) (.*)");
    private static final Pattern AUXILIARY =
            Pattern.compile("(.+?) (is|are|was|were|would|could|can) (.*)");
    private static final Pattern PERFECT =
            Pattern.compile("(.+?) (has|have) (been|[a-z]+ed)( .*)?");

    /// A second statement that hangs on the first, and would be left behind.
    private static final Pattern SECOND_VERB =
            Pattern.compile(
                    ".*\\b(and|or)\\b.*\\b(is|are|was|were|has|have)\\b.*"
                            + "|.* and [a-z]+s (against|for|the|a|that|it)\\b.*");

    private static final Set<String> OPENS_A_CLAUSE =
            Set.of("who", "what", "which", "that", "does");

    /// "there is a conflict" asked: "Is there a conflict?"
    static String asked(String statement) {
        return turned(statement)
                .map(Wording::capital)
                .orElseGet(() -> "Is it the case that " + statement)
                .concat("?");
    }

    private static Optional<String> turned(String statement) {
        Matcher there = THERE.matcher(statement);
        if (there.matches()) {
            return Optional.of(there.group(1) + " there " + there.group(2));
        }
        Matcher perfect = PERFECT.matcher(statement);
        if (perfect.matches() && plainSubject(perfect.group(1))) {
            String rest = perfect.group(4) == null ? "" : perfect.group(4);
            return Optional.of(
                    perfect.group(2) + " " + perfect.group(1) + " " + perfect.group(3) + rest);
        }
        Matcher auxiliary = AUXILIARY.matcher(statement);
        return auxiliary.matches()
                        && plainSubject(auxiliary.group(1))
                        && !SECOND_VERB.matcher(auxiliary.group(3)).matches()
                ? Optional.of(
                        auxiliary.group(2) + " " + auxiliary.group(1) + " " + auxiliary.group(3))
                : Optional.empty();
    }

    /// Whether the words before the verb are surely its subject: short, with no clause of their own.
    private static boolean plainSubject(String subject) {
        List<String> words = new ArrayList<>(List.of(subject.split(" ", -1)));
        if (words.size() > 1 && words.getFirst().equals("that")) {
            words.removeFirst();
        }
        return words.size() <= 8
                && words.stream().noneMatch(OPENS_A_CLAUSE::contains)
                && words.stream().noneMatch(MAIN_VERBS::contains);
    }

    /// Verbs that take an object or a clause, in which a later auxiliary would stand.
    private static final Set<String> MAIN_VERBS =
            Set.of(
                    "knows",
                    "knew",
                    "told",
                    "gave",
                    "asked",
                    "makes",
                    "prevents",
                    "has",
                    "have",
                    "is",
                    "are",
                    "was",
                    "were");
}
