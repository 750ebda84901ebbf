package org.plumbline.core.explain;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Window;
import org.plumbline.core.norm.Acts;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Modality;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;
import org.plumbline.core.vocabulary.Vocabulary;

/// The one English sentence that a norm renders to, as kept under `reads:` in its file.
///
/// Practitioner, verb, act, party, medium, window, if, unless, but may if, duties, weighing, burden,
/// breach. The same norm always reads the same; two norms that differ in what they say read
/// differently.
public final class NormSentence {

    private final ConditionSentence conditions;
    private final ActWording acts;
    private final Vocabulary vocabulary;

    public NormSentence(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.conditions = new ConditionSentence(vocabulary);
        this.acts = new ActWording(vocabulary);
    }

    /// The sentence of a norm.
    ///
    /// @param edition the edition that states it, for what it calls the person bound
    public String of(Edition edition, Norm norm) {
        return switch (norm) {
            case Norm.Directive directive when directive.modality() == Modality.UPON ->
                    upon(edition, directive);
            case Norm.Directive directive -> directive(edition, directive);
            case Norm.Definition definition -> definition(definition);
            case Norm.SetAside setAside -> setAside(edition, setAside);
        };
    }

    // ── Directives ──────────────────────────────────────────────────────────────────────────

    private String directive(Edition edition, Norm.Directive norm) {
        var words = new StringBuilder(Wording.capital(edition.practitioner()));
        words.append(' ').append(verb(norm.modality())).append(' ').append(act(norm));
        clauses(words, also(norm), norm.window(), norm.when(), norm.unless());
        norm.butMay().ifPresent(butMay -> words.append(butMay(butMay)));
        if (!norm.duties().isEmpty() || !norm.advisedDuties().isEmpty()) {
            words.append("; whoever does so ").append(obliged(norm.duties(), norm.advisedDuties()));
        }
        if (!norm.weighing().isEmpty()) {
            words.append("; to be weighed: ").append(factors(norm));
        }
        return ended(words, norm);
    }

    private String upon(Edition edition, Norm.Directive norm) {
        var words = new StringBuilder(Wording.capital(edition.practitioner()));
        words.append(" who would ").append(act(norm));
        List<String> clauses = clauses(also(norm), norm.window(), norm.when(), norm.unless());
        clauses.forEach(clause -> words.append(", ").append(clause));
        norm.butMay().ifPresent(butMay -> words.append(butMay(butMay)));
        words.append(clauses.isEmpty() && norm.butMay().isEmpty() ? " " : ", ");
        words.append(obliged(norm.duties(), norm.advisedDuties()));
        if (!norm.weighing().isEmpty()) {
            boolean alone = norm.duties().isEmpty() && norm.advisedDuties().isEmpty();
            words.append(alone ? "must weigh " : " and must weigh ").append(factors(norm));
        }
        return ended(words, norm);
    }

    private static String verb(Modality modality) {
        return switch (modality) {
            case FORBID -> "must not";
            case ADVISE_AGAINST -> "should not";
            case REQUIRE -> "must";
            case ADVISE -> "should";
            case ALLOW -> "may";
            case UPON -> throw new IllegalStateException("`upon` has no verb of its own");
        };
    }

    private String act(Norm.Directive norm) {
        Acts spoken = norm.acts();
        String words = acts.with(spoken.words(), parties(norm.with()));
        if (!spoken.butNot().isEmpty()) {
            words += " (" + acts.names(spoken.butNot()) + " apart)";
        }
        if (!norm.media().words().isEmpty()) {
            words += " " + conditions.fact(vocabulary.oneOf("medium"), norm.media().words(), true);
        }
        return words;
    }

    private static String parties(List<Party> parties) {
        return Wording.or(parties.stream().map(Party::says).toList());
    }

    private static String also(Norm.Directive norm) {
        return norm.also().isEmpty()
                ? ""
                : "or "
                        + Wording.or(norm.also().stream().map(Wording::fromGerund).toList())
                        + " it";
    }

    private String butMay(Norm.ButMay butMay) {
        String words = ", but may if " + conditions.of(butMay.when());
        return butMay.duties().isEmpty() && butMay.advisedDuties().isEmpty()
                ? words
                : words + ", and then " + obliged(butMay.duties(), butMay.advisedDuties());
    }

    /// "must document it and should consult a colleague".
    private String obliged(List<Fact.YesNo> duties, List<Fact.YesNo> advised) {
        List<String> parts = new ArrayList<>();
        if (!duties.isEmpty()) {
            parts.add("must " + conditions.duties(duties));
        }
        if (!advised.isEmpty()) {
            parts.add("should " + conditions.duties(advised));
        }
        return String.join(" and ", parts);
    }

    private String factors(Norm.Directive norm) {
        return Wording.and(norm.weighing().stream().map(conditions::factor).toList());
    }

    private String ended(StringBuilder words, Norm.Directive norm) {
        if (norm.burden()) {
            words.append("; the practitioner bears the burden of showing it");
        }
        for (Norm.Precedence over : norm.overrides()) {
            words.append("; it prevails over ").append(over.norm());
            words.append(": ").append(over.cites());
        }
        norm.breach()
                .ifPresent(breach -> {
                    breach.consequence()
                            .ifPresent(c -> words.append("; breach: ").append(Wording.plain(c)));
                    if (!breach.duties().isEmpty()) {
                        words.append("; after a breach: ")
                                .append(conditions.duties(breach.duties()));
                    }
                });
        return words.append('.').toString();
    }

    // ── Definitions and set-asides ──────────────────────────────────────────────────────────

    private String definition(Norm.Definition norm) {
        var words = new StringBuilder(Wording.capital(norm.counted().says()));
        words.append(" counts as ").append(norm.as().says());
        norm.acts()
                .ifPresent(of -> words.append(" in the rules on ").append(acts.names(of.words())));
        clauses(words, "", norm.window(), norm.when(), norm.unless());
        return words.append('.').toString();
    }

    private String setAside(Edition edition, Norm.SetAside norm) {
        var words = new StringBuilder(target(edition, norm.target())).append(" does not apply");
        boolean anyone =
                norm.with().stream().anyMatch(party -> party.id().equals(Vocabulary.ANYONE));
        if (!anyone && !norm.with().isEmpty()) {
            words.append(" to ").append(parties(norm.with()));
        }
        clauses(words, "", norm.window(), norm.when(), norm.unless());
        if (norm.burden()) {
            words.append("; the practitioner must show it");
        }
        if (!norm.cites().isEmpty()) {
            words.append("; ").append(norm.cites());
        }
        return words.append('.').toString();
    }

    /// A provision by its number; one of its norms with its id in brackets behind.
    private static String target(Edition edition, String target) {
        int space = target.lastIndexOf(' ');
        return space < 0 || edition.provision(target).isPresent()
                ? target
                : target.substring(0, space) + " (" + target.substring(space + 1) + ")";
    }

    // ── Clauses ─────────────────────────────────────────────────────────────────────────────

    /// Whatever narrows it. A clause takes a comma, save an `if` or `unless` that follows the act
    /// directly.
    private void clauses(
            StringBuilder words, String also, Window window, Condition when, Condition unless) {
        boolean first = true;
        for (String clause : clauses(also, window, when, unless)) {
            boolean direct = first && (clause.startsWith("if ") || clause.startsWith("unless "));
            words.append(direct ? " " : ", ").append(clause);
            first = false;
        }
    }

    private List<String> clauses(String also, Window window, Condition when, Condition unless) {
        List<String> clauses = new ArrayList<>();
        clauses.add(also);
        clauses.add(conditions.window(window));
        clauses.add(when.equals(Condition.ALWAYS) ? "" : "if " + conditions.of(when));
        clauses.add(unless.equals(Condition.NEVER) ? "" : "unless " + conditions.of(unless));
        clauses.removeIf(String::isEmpty);
        return clauses;
    }
}
