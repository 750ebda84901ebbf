package org.plumbline.core.decide;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Window;
import org.plumbline.core.decide.Text.Entry;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;

/// What some texts say of one act toward one person: the words in which a [Claim] is written.
///
/// Every case is taken as fully known, also where many are looked at together. A standing reminder
/// (a norm on any act) therefore applies exactly where its condition is so.
///
/// @param <P> how truth is held
@SuppressWarnings("ReferenceEquality") // an entry is itself, however alike two norms are
public final class Account<P> {

    private final Logic<P> logic;
    private final Map<String, Text> texts = new HashMap<>();
    private final Function<Text, Circumstances<P>> facts;
    private final Map<String, Evaluator<P>> evaluators = new HashMap<>();
    private final Map<String, Said<P>> said = new HashMap<>();
    private final Map<String, Map<String, Entry>> entries = new HashMap<>();

    Account(Logic<P> logic, List<Text> texts, Function<Text, Circumstances<P>> facts) {
        this.logic = logic;
        texts.forEach(t -> this.texts.put(t.edition().id(), t));
        this.facts = facts;
    }

    // ── Truth ───────────────────────────────────────────────────────────────────────────────

    /// Always so.
    public P yes() {
        return logic.yes();
    }

    /// Never so.
    public P no() {
        return logic.no();
    }

    /// Both are so.
    public P and(P left, P right) {
        return logic.and(left, right);
    }

    /// At least one is so.
    public P or(P left, P right) {
        return logic.or(left, right);
    }

    /// It is not so.
    public P not(P proposition) {
        return logic.not(proposition);
    }

    /// One is so and the other is not.
    public P differ(P left, P right) {
        return left == right
                ? logic.no()
                : logic.or(logic.and(left, logic.not(right)), logic.and(logic.not(left), right));
    }

    // ── Texts ───────────────────────────────────────────────────────────────────────────────

    /// The text binds the practitioner.
    public P binds(Edition edition) {
        return facts(edition).holds(edition.binds());
    }

    /// What the text says.
    public Said<P> said(Edition edition) {
        Said<P> known = said.get(edition.id());
        if (known == null) {
            known = said(evaluator(edition));
            said.put(edition.id(), known);
        }
        return known;
    }

    /// Whether what the text says hangs on a norm. A standing reminder (a norm on any act) decides only where
    /// its condition is certain, so that it never makes a norm on this act one too many.
    public P hangsOn(Edition edition, Stated norm, BiFunction<Said<P>, Said<P>, P> differ) {
        Optional<Entry> entry = entry(norm);
        if (entry.isEmpty()) {
            return logic.no();
        }
        Entry left = entry.get();
        if (reminder(left)) {
            return differ.apply(said(edition), saidWithout(edition, e -> e == left));
        }
        return differ.apply(
                saidWithout(edition, Account::reminder),
                saidWithout(edition, e -> e == left || reminder(e)));
    }

    private Said<P> saidWithout(Edition edition, Predicate<Entry> leftOut) {
        return said(new Evaluator<>(logic, text(edition), facts(edition), false, leftOut));
    }

    private static boolean reminder(Entry entry) {
        return entry.norm() instanceof Norm.Directive directive && directive.acts().residual();
    }

    /// Some standing reminder of the text applies: a norm on any act.
    public P reminded(Edition edition) {
        P any = logic.no();
        Evaluator<P> evaluator = evaluator(edition);
        for (Entry entry : evaluator.directives()) {
            if (((Norm.Directive) entry.norm()).acts().residual()) {
                any = logic.or(any, evaluator.applies(entry));
            }
        }
        return any;
    }

    // ── Norms ───────────────────────────────────────────────────────────────────────────────

    /// The norm is in play, its exceptions not asked.
    public P opens(Stated norm) {
        return entry(norm).map(e -> evaluator(norm.text()).opens(e)).orElse(logic.no());
    }

    /// An exception of the norm is made out.
    public P excepted(Stated norm) {
        return entry(norm).map(e -> evaluator(norm.text()).excepts(e)).orElse(logic.no());
    }

    /// The norm applies and nothing takes it away.
    public P stands(Stated norm) {
        return entry(norm).map(e -> evaluator(norm.text()).stands(e)).orElse(logic.no());
    }

    /// The exception of the norm that also permits is made out, and with it the permission.
    public P permits(Stated norm) {
        return entry(norm).map(e -> evaluator(norm.text()).permits(e)).orElse(logic.no());
    }

    /// A norm that is not in the library, made from one that is, is in play where that one would be.
    ///
    /// @param like whose reading, and whose text, it takes over
    public P opens(Stated like, Norm.Directive made) {
        return entry(like)
                .map(entry ->
                        evaluator(like.text())
                                .opens(
                                        new Entry(
                                                made,
                                                entry.provision(),
                                                entry.cite(),
                                                entry.home(),
                                                entry.reading(),
                                                entry.boundBy(),
                                                entry.onlyActs(),
                                                entry.onlyWith())))
                .orElse(logic.no());
    }

    /// A condition, as the text asks it.
    public P holds(Edition edition, Condition condition) {
        return facts(edition).holds(condition);
    }

    /// The person is fitted by a party name.
    public P fits(Edition edition, Party party) {
        return facts(edition).party(party);
    }

    /// The provisions that ground the headline, as cited: in plain truth those that do, otherwise
    /// those that do in some case.
    List<String> grounds(Edition edition) {
        Evaluator<P> evaluator = evaluator(edition);
        return evaluator
                .grounds(new Named<>(logic, new EnumMap<>(said(edition).headlines())))
                .keySet()
                .stream()
                .map(Entry::cite)
                .distinct()
                .sorted()
                .toList();
    }

    /// A window, as the text counts it.
    public P during(Edition edition, Window window) {
        return facts(edition).during(window);
    }

    // ── Underneath ──────────────────────────────────────────────────────────────────────────

    private Text text(Edition edition) {
        return Optional.ofNullable(texts.get(edition.id()))
                .orElseThrow(() ->
                        new IllegalArgumentException("`" + edition.id() + "` is not asked here"));
    }

    /// The norm as the text of this day states it; a borrowed one may not be there on every day.
    private Optional<Entry> entry(Stated norm) {
        return Optional.ofNullable(
                entries.computeIfAbsent(norm.text().id(), _ -> byKey(text(norm.text())))
                        .get(norm.key()));
    }

    private static Map<String, Entry> byKey(Text text) {
        Map<String, Entry> entries = new HashMap<>();
        text.entries().forEach(e -> entries.put(Stated.key(e), e));
        return entries;
    }

    private Circumstances<P> facts(Edition edition) {
        return facts.apply(text(edition));
    }

    private Evaluator<P> evaluator(Edition edition) {
        Evaluator<P> known = evaluators.get(edition.id());
        if (known == null) {
            known = new Evaluator<>(logic, text(edition), facts(edition), false, _ -> false);
            evaluators.put(edition.id(), known);
        }
        return known;
    }

    private Said<P> said(Evaluator<P> evaluator) {
        Components<P> components = evaluator.components();
        Map<String, P> must = new TreeMap<>();
        Map<String, P> should = new TreeMap<>();
        Map<String, P> weigh = new TreeMap<>();
        for (Entry entry : evaluator.directives()) {
            Norm.Directive norm = (Norm.Directive) entry.norm();
            P stands = evaluator.stands(entry);
            add(must, norm.duties(), stands);
            add(should, norm.advisedDuties(), stands);
            norm.weighing().forEach(factor -> weigh.merge(factor, stands, logic::or));
            if (norm.butMay().isPresent()) {
                P permits = evaluator.permits(entry);
                add(must, norm.butMay().get().duties(), permits);
                add(should, norm.butMay().get().advisedDuties(), permits);
            }
        }
        return new Said<>(
                components.forbidden(),
                components.advisedAgainst(),
                components.required(),
                components.advised(),
                components.allowed(),
                components.obliged(),
                must,
                should,
                weigh,
                components.headlines(logic));
    }

    private void add(Map<String, P> duties, List<Fact.YesNo> owed, P where) {
        owed.forEach(duty -> duties.merge(duty.id(), where, logic::or));
    }
}
