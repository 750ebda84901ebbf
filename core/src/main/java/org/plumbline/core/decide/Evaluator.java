package org.plumbline.core.decide;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.decide.Decision.Failed;
import org.plumbline.core.decide.Text.Entry;
import org.plumbline.core.norm.EditionOverride;
import org.plumbline.core.norm.Modality;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.vocabulary.Party;

/// What one text says of one act toward one person. This class is the meaning of the system.
///
/// Read it in this order. A norm **applies** when it covers the act, its form, the person, the means
/// and the day, when its condition is so, and when none of its exceptions is. A norm that applies
/// **stands** unless another provision sets it aside or a norm that claims to prevail over it stands
/// itself. The norms that stand are sorted by the force of their verb, and the headline is read off
/// ([Components]).
///
/// It is written once for plain truth and for diagrams over everything still possible ([Logic]).
///
/// @param <P> how truth is held
@SuppressWarnings({
    "ReferenceEquality", // an entry is itself and no other, however alike two norms are
    "IdentityHashMapUsage" // for the same reason; and comparing whole norms would be slow
})
final class Evaluator<P> {

    private final Logic<P> logic;
    private final Text text;
    private final Circumstances<P> facts;
    private final boolean underBurden;
    private final boolean claims;
    private final @Nullable Evaluator<P> first;
    private final boolean samePersons;
    private final boolean sameSetAsides;
    private final List<Entry> directives = new ArrayList<>();
    private final List<Entry> setAsides = new ArrayList<>();
    private final List<Entry> definitions = new ArrayList<>();
    private final List<Chain<P>> chains = new ArrayList<>();
    private final Map<Entry, P> spoken = new IdentityHashMap<>();
    private final Map<Entry, P> reaches = new IdentityHashMap<>();
    private final Map<Entry, P> applies = new IdentityHashMap<>();
    private final Map<Entry, P> stands = new IdentityHashMap<>();
    private final Map<Entry, P> permits = new IdentityHashMap<>();
    private final Map<Entry, P> fires = new IdentityHashMap<>();

    /// One way by which a person counts as somebody: definitions applied one after another.
    ///
    /// @param holds that every one of them applies
    private record Chain<P>(List<Entry> definitions, Party counted, Party as, P holds) {}

    /// @param underBurden whether what is not shown counts against whoever must show it
    /// @param struck norms to leave out, to see whether an answer stands without them
    Evaluator(
            Logic<P> logic,
            Text text,
            Circumstances<P> facts,
            boolean underBurden,
            Predicate<Entry> struck) {
        this.logic = logic;
        this.text = text;
        this.facts = facts;
        this.underBurden = underBurden;
        this.first = null;
        this.samePersons = false;
        this.sameSetAsides = false;
        for (Entry entry : text.entries()) {
            if (struck.test(entry)) {
                continue;
            }
            switch (entry.norm()) {
                case Norm.Directive directive -> {
                    if (!logic.excluded(speaksOf(entry, directive))) {
                        directives.add(entry);
                    }
                }
                case Norm.Definition _ -> definitions.add(entry);
                case Norm.SetAside _ -> setAsides.add(entry);
            }
        }
        this.claims = claimed();
        if (!directives.isEmpty()) {
            followDefinitions(definitions, List.of(), logic.yes());
        }
    }

    /// The same text once more; what the change leaves as it was is asked of the first.
    private Evaluator(Evaluator<P> first, boolean underBurden, Predicate<Entry> struck) {
        this.logic = first.logic;
        this.text = first.text;
        this.facts = first.facts;
        this.underBurden = underBurden;
        this.first = first;
        keep(first.directives, struck, directives);
        keep(first.definitions, struck, definitions);
        keep(first.setAsides, struck, setAsides);
        this.claims = first.claims && claimed();
        this.samePersons = definitions.size() == first.definitions.size();
        boolean allSame = samePersons && setAsides.size() == first.setAsides.size();
        for (Entry entry : setAsides) {
            allSame &= unchanged(entry);
        }
        this.sameSetAsides = allSame;
        if (samePersons) {
            chains.addAll(first.chains);
        } else if (!directives.isEmpty()) {
            followDefinitions(definitions, List.of(), logic.yes());
        }
    }

    private static void keep(List<Entry> all, Predicate<Entry> struck, List<Entry> kept) {
        for (Entry entry : all) {
            if (!struck.test(entry)) {
                kept.add(entry);
            }
        }
    }

    /// The same case under the same text, whatever is not shown counting against whoever must show
    /// it.
    Evaluator<P> burdened() {
        return new Evaluator<>(this, true, _ -> false);
    }

    /// The same case under the same text with some norms left out, to see whether an answer stands
    /// without them.
    Evaluator<P> without(Predicate<Entry> struck) {
        return new Evaluator<>(this, underBurden, struck);
    }

    /// Whether a norm, looked at by itself, covers the cases that it covers for the first.
    private boolean unchanged(Entry entry) {
        return first != null
                && samePersons
                && (underBurden == first.underBurden || !entry.norm().burden());
    }

    // ── The verdict ─────────────────────────────────────────────────────────────────────────

    /// Each kind of norm on its own.
    Components<P> components() {
        Map<Component, P> any = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            any.put(component, logic.no());
        }
        each((component, where) -> any.merge(component, where, logic::or));
        return new Components<>(
                the(any, Component.FORBIDDEN),
                the(any, Component.ADVISED_AGAINST),
                the(any, Component.REQUIRED),
                the(any, Component.ADVISED),
                the(any, Component.ALLOWED),
                the(any, Component.OBLIGED),
                the(any, Component.SPOKEN_OF));
    }

    private P the(Map<Component, P> any, Component component) {
        return any.getOrDefault(component, logic.no());
    }

    /// What makes a component so: every norm once for each component it makes so where it stands,
    /// permits, obliges or speaks of the act.
    ///
    /// Standing reminders do not speak of it: a text that only says "do not exploit" has not spoken
    /// of gifts.
    void each(BiConsumer<Component, P> part) {
        for (Entry entry : directives) {
            Norm.Directive norm = directive(entry);
            Component own = Component.of(norm.modality());
            if (own != null) {
                part.accept(own, stands(entry));
            }
            part.accept(Component.ALLOWED, permits(entry));
            part.accept(Component.OBLIGED, obliges(entry));
            if (!norm.acts().residual()) {
                part.accept(Component.SPOKEN_OF, speaksOf(entry, norm));
            }
        }
    }

    // ── One norm ────────────────────────────────────────────────────────────────────────────

    /// The norms on what one does that speak of the act, struck ones left out.
    List<Entry> directives() {
        return directives;
    }

    /// The norms that take others out of play.
    List<Entry> setAsides() {
        return setAsides;
    }

    /// The act is one of those the norm is about, and the norm is one of those in question here: a
    /// borrowed house policy is only where its house is the practitioner's.
    private P speaksOf(Entry entry, Norm.Directive norm) {
        if (first != null) {
            return first.speaksOf(entry, norm);
        }
        P known = spoken.get(entry);
        if (known != null) {
            return known;
        }
        P result = facts.act(norm.acts().leaves());
        if (entry.onlyActs().isPresent()) {
            result = logic.and(result, facts.act(entry.onlyActs().get()));
        }
        if (entry.boundBy().isPresent() && !logic.excluded(result)) {
            result = logic.and(result, facts.holds(entry.boundBy().get()));
        }
        spoken.put(entry, result);
        return result;
    }

    /// The norm covers the case, whatever other norms say of it.
    P applies(Entry entry) {
        if (first != null && unchanged(entry)) {
            return first.applies(entry);
        }
        P known = applies.get(entry);
        if (known != null) {
            return known;
        }
        Norm.Directive norm = directive(entry);
        P result = reached(entry, () -> logic.not(exception(norm)));
        if (norm.acts().residual()) {
            result = logic.shown(result);
        }
        applies.put(entry, result);
        return result;
    }

    /// The norm covers act, form, means, person, day and condition; its exceptions not yet asked.
    P reaches(Entry entry) {
        if (first != null && samePersons) {
            return first.reaches(entry);
        }
        P known = reaches.get(entry);
        if (known == null) {
            known = reached(entry, logic::yes);
            reaches.put(entry, known);
        }
        return known;
    }

    /// The norm reaches the case, and something more is so; that is asked last.
    ///
    /// What a norm says of the person and the case is put together before the act is: the act comes
    /// first in the order of diagrams, and a diagram is copied down from its top.
    private P reached(Entry entry, Supplier<P> more) {
        Norm.Directive norm = directive(entry);
        P spoken = logic.and(speaksOf(entry, norm), facts.form(forms(norm)));
        if (!norm.media().words().isEmpty()) {
            spoken = logic.and(spoken, facts.medium(norm.media().leaves()));
        }
        if (logic.excluded(spoken)) {
            return logic.no();
        }
        P covered = covers(entry, norm.with());
        if (logic.excluded(covered)) {
            return logic.no();
        }
        P result = logic.and(covered, inPlay(entry));
        return logic.excluded(result)
                ? logic.no()
                : logic.and(spoken, logic.and(result, more.get()));
    }

    /// What is covered: doing it, and what the norm names besides.
    private static Set<String> forms(Norm.Directive norm) {
        if (norm.also().isEmpty()) {
            return DOING;
        }
        Set<String> forms = new HashSet<>(norm.also());
        forms.addAll(DOING);
        return forms;
    }

    /// What every kind of norm has: a reading, a window, a condition, and people it binds.
    private P inPlay(Entry entry) {
        Norm norm = entry.norm();
        P result = logic.yes();
        if (entry.reading().isPresent()) {
            result = facts.readAs(entry.cite(), entry.reading().get());
        }
        if (entry.boundBy().isPresent()) {
            result = logic.and(result, facts.holds(entry.boundBy().get()));
        }
        result = logic.and(result, facts.during(norm.window()));
        return logic.excluded(result) ? result : logic.and(result, facts.holds(norm.when()));
    }

    /// Either kind of exception: one that merely undercuts, or one that also permits.
    private P exception(Norm.Directive norm) {
        P exception = facts.holds(norm.unless());
        if (norm.butMay().isPresent()) {
            exception = logic.or(exception, facts.holds(norm.butMay().get().when()));
        }
        return asShown(norm, exception);
    }

    /// Under the burden, an exception that has not been shown is none.
    private P asShown(Norm norm, P exception) {
        return underBurden && norm.burden() ? logic.shown(exception) : exception;
    }

    /// The norm applies and nothing takes it away.
    P stands(Entry entry) {
        if (first != null && sameSetAsides && unchanged(entry) && !first.claims) {
            return first.stands(entry);
        }
        P known = stands.get(entry);
        if (known != null) {
            return known;
        }
        P result = applies(entry);
        if (!logic.excluded(result)) {
            result = logic.and(result, logic.not(defeated(entry)));
        }
        stands.put(entry, result);
        return result;
    }

    /// Another norm takes this one away: it is set aside, or one that prevails over it stands.
    P defeated(Entry entry) {
        P defeated = setAside(entry);
        for (Entry other : prevailing(entry)) {
            defeated = logic.or(defeated, stands(other));
        }
        return defeated;
    }

    /// The norms that claim to prevail over this one.
    List<Entry> prevailing(Entry entry) {
        if (!claims) {
            return List.of();
        }
        List<Entry> prevailing = new ArrayList<>();
        for (Entry other : directives) {
            if (prevails(other, entry)) {
                prevailing.add(other);
            }
        }
        return prevailing;
    }

    /// Whether any norm here claims to prevail over another.
    private boolean claimed() {
        if (!text.edition().overrides().isEmpty()) {
            return true;
        }
        for (Entry entry : directives) {
            if (!directive(entry).overrides().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /// The exception that also permits is made out, and with it the permission.
    P permits(Entry entry) {
        Norm.Directive norm = directive(entry);
        if (norm.butMay().isEmpty()) {
            return logic.no();
        }
        if (first != null && sameSetAsides && unchanged(entry)) {
            return first.permits(entry);
        }
        P known = permits.get(entry);
        if (known == null) {
            known = permitted(entry, norm, norm.butMay().get());
            permits.put(entry, known);
        }
        return known;
    }

    private P permitted(Entry entry, Norm.Directive norm, Norm.ButMay exception) {
        P result =
                reached(
                        entry,
                        () ->
                                asShown(
                                        norm,
                                        logic.and(
                                                facts.holds(exception.when()),
                                                logic.not(facts.holds(norm.unless())))));
        if (norm.acts().residual()) {
            result = logic.shown(result);
        }
        return logic.excluded(result) ? logic.no() : logic.and(result, logic.not(setAside(entry)));
    }

    /// The norm brings something to do or to weigh.
    P obliges(Entry entry) {
        Norm.Directive norm = directive(entry);
        P result = norm.obliges() ? stands(entry) : logic.no();
        if (norm.butMay().isPresent()
                && !(norm.butMay().get().duties().isEmpty()
                        && norm.butMay().get().advisedDuties().isEmpty())) {
            result = logic.or(result, permits(entry));
        }
        return result;
    }

    private static Norm.Directive directive(Entry entry) {
        return (Norm.Directive) entry.norm();
    }

    // ── Norms about norms ───────────────────────────────────────────────────────────────────

    /// Some provision takes this norm out of play.
    private P setAside(Entry entry) {
        P any = logic.no();
        for (Entry other : setAsides) {
            if (takesOut(other, entry)) {
                any = logic.or(any, fires(other));
            }
        }
        return any;
    }

    /// Whether a set-aside names this norm, by provision or by provision and id.
    static boolean takesOut(Entry setAside, Entry entry) {
        return setAside.home() == entry.home()
                && names(((Norm.SetAside) setAside.norm()).target(), entry);
    }

    /// A set-aside is in play.
    P fires(Entry entry) {
        if (first != null && unchanged(entry)) {
            return first.fires(entry);
        }
        P known = fires.get(entry);
        if (known != null) {
            return known;
        }
        Norm.SetAside norm = (Norm.SetAside) entry.norm();
        P result = logic.and(covers(entry, norm.with()), inPlay(entry));
        result = logic.and(result, logic.not(facts.holds(norm.unless())));
        result = asShown(norm, result);
        fires.put(entry, result);
        return result;
    }

    private static boolean names(String target, Entry entry) {
        String provision = entry.provision().id();
        return target.equals(provision)
                || target.equals(provision + " " + entry.norm().name().id());
    }

    /// Whether a norm claims, in words, to prevail over an opposed one.
    private boolean prevails(Entry stronger, Entry weaker) {
        if (stronger == weaker
                || !directive(stronger).modality().opposes(directive(weaker).modality())) {
            return false;
        }
        if (stronger.home() == weaker.home()) {
            return directive(stronger).overrides().stream().anyMatch(o -> names(o.norm(), weaker));
        }
        return stronger.home() == text.edition()
                && text.edition().overrides().stream()
                        .map(EditionOverride::body)
                        .anyMatch(weaker.home().body()::equals);
    }

    /// The norm, of whatever kind, is in play, its exceptions not yet asked.
    P opens(Entry entry) {
        return switch (entry.norm()) {
            case Norm.Directive _ -> reaches(entry);
            case Norm.Definition norm -> logic.and(facts.party(norm.counted()), inPlay(entry));
            case Norm.SetAside norm -> logic.and(covers(entry, norm.with()), inPlay(entry));
        };
    }

    /// An exception of the norm, of whatever kind, is made out.
    P excepts(Entry entry) {
        return entry.norm() instanceof Norm.Directive norm
                ? exception(norm)
                : facts.holds(entry.norm().unless());
    }

    // ── Who is covered ──────────────────────────────────────────────────────────────────────

    /// The person is one of these, or counts as one, and one of those the norm was borrowed for.
    private P covers(Entry entry, List<Party> with) {
        P covered = covers(with);
        for (List<Party> only : entry.onlyWith()) {
            if (logic.excluded(covered)) {
                return covered;
            }
            covered = logic.and(covered, covers(only));
        }
        return covered;
    }

    /// The same, without any definition.
    private P fitsDirectly(Entry entry) {
        P fits = fitsDirectly(directive(entry).with());
        for (List<Party> only : entry.onlyWith()) {
            fits = logic.and(fits, fitsDirectly(only));
        }
        return fits;
    }

    /// The person is one of these, or counts as one.
    private P covers(List<Party> with) {
        P covered = fitsDirectly(with);
        for (Chain<P> chain : chains) {
            if (within(chain, with)) {
                covered = logic.or(covered, logic.and(facts.party(chain.counted()), chain.holds()));
            }
        }
        return covered;
    }

    private P fitsDirectly(List<Party> with) {
        P fits = logic.no();
        for (Party party : with) {
            fits = logic.or(fits, facts.party(party));
        }
        return fits;
    }

    private void followDefinitions(List<Entry> definitions, List<Entry> so, P holds) {
        for (Entry entry : definitions) {
            Norm.Definition next = (Norm.Definition) entry.norm();
            if (so.contains(entry) || !continues(so, next)) {
                continue;
            }
            P both = logic.and(holds, defines(entry));
            if (logic.excluded(both)) {
                continue;
            }
            List<Entry> longer = new ArrayList<>(so);
            longer.add(entry);
            Party counted = ((Norm.Definition) longer.getFirst().norm()).counted();
            chains.add(new Chain<>(longer, counted, next.as(), both));
            followDefinitions(definitions, longer, both);
        }
    }

    private static boolean continues(List<Entry> so, Norm.Definition next) {
        return so.isEmpty() || ((Norm.Definition) so.getLast().norm()).as().within(next.counted());
    }

    private P defines(Entry entry) {
        Norm.Definition norm = (Norm.Definition) entry.norm();
        P result = inPlay(entry);
        if (norm.acts().isPresent()) {
            result = logic.and(result, facts.act(norm.acts().get().leaves()));
        }
        if (entry.onlyActs().isPresent()) {
            result = logic.and(result, facts.act(entry.onlyActs().get()));
        }
        // A definition that was borrowed for some people asks of them without any definition.
        for (List<Party> only : entry.onlyWith()) {
            result = logic.and(result, fitsDirectly(only));
        }
        return logic.and(result, logic.not(facts.holds(norm.unless())));
    }

    // ── Grounds ─────────────────────────────────────────────────────────────────────────────

    /// The provisions that ground the headline, each with the cases in which it does.
    ///
    /// A norm grounds a headline that its own kind decides; a definition does where a norm covers
    /// the person only through it; a set-aside does where the norm it took out would have decided.
    Map<Entry, P> grounds(Named<P> headlines) {
        Map<Entry, P> grounds = new IdentityHashMap<>();
        for (Entry entry : directives) {
            P decides = decides(entry, headlines);
            if (logic.excluded(decides)) {
                continue;
            }
            put(grounds, entry, decides);
            throughDefinitions(grounds, entry, decides);
        }
        for (Entry entry : setAsides) {
            P tookOut = tookOutDecisively(entry, headlines);
            if (!logic.excluded(tookOut)) {
                put(grounds, entry, tookOut);
            }
        }
        return grounds;
    }

    /// The entries that ground the headline in some case at all.
    Set<Entry> possibleGrounds(Named<P> headlines) {
        Set<Entry> grounds = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Entry entry : directives) {
            if (decidesSomewhere(entry, logic.yes(), headlines)) {
                grounds.add(entry);
                for (Chain<P> chain : chains) {
                    if (covers(chain, entry)
                            && decidesSomewhere(entry, onlyThrough(chain, entry), headlines)) {
                        grounds.addAll(chain.definitions());
                    }
                }
            }
        }
        for (Entry setAside : setAsides) {
            for (Entry entry : directives) {
                if (takesOut(setAside, entry)
                        && headlines.meets(
                                logic.and(fires(setAside), applies(entry)),
                                notDecidedBy(directive(entry)))) {
                    grounds.add(setAside);
                }
            }
        }
        return grounds;
    }

    private static boolean covers(Chain<?> chain, Entry entry) {
        return within(chain, directive(entry).with())
                || entry.onlyWith().stream().anyMatch(only -> within(chain, only));
    }

    private static boolean within(Chain<?> chain, List<Party> with) {
        for (Party party : with) {
            if (chain.as().within(party)) {
                return true;
            }
        }
        return false;
    }

    /// The person is covered by way of these definitions, and not without any.
    private P onlyThrough(Chain<P> chain, Entry entry) {
        return logic.and(
                logic.not(fitsDirectly(entry)),
                logic.and(facts.party(chain.counted()), chain.holds()));
    }

    /// Whether a norm decides the headline in some of these cases.
    private boolean decidesSomewhere(Entry entry, P cases, Named<P> headlines) {
        return meets(logic.and(cases, stands(entry)), headlines, decidedBy(directive(entry)))
                || meets(logic.and(cases, permits(entry)), headlines, DECIDED_BY_ALLOWING)
                || meets(logic.and(cases, obliges(entry)), headlines, DECIDED_BY_DUTIES);
    }

    private boolean meets(P norm, Named<P> headlines, Set<Headline> wanted) {
        return !wanted.isEmpty() && !logic.excluded(norm) && headlines.meets(norm, wanted);
    }

    private void put(Map<Entry, P> grounds, Entry entry, P where) {
        grounds.merge(entry, where, logic::or);
    }

    private P decides(Entry entry, Named<P> headlines) {
        P decides = where(stands(entry), headlines, decidedBy(directive(entry)));
        decides = logic.or(decides, where(permits(entry), headlines, DECIDED_BY_ALLOWING));
        return logic.or(decides, where(obliges(entry), headlines, DECIDED_BY_DUTIES));
    }

    private P where(P norm, Named<P> headlines, Set<Headline> wanted) {
        return wanted.isEmpty() || logic.excluded(norm)
                ? logic.no()
                : logic.and(norm, headlines.anyOf(wanted));
    }

    private static final Set<Headline> DECIDED_BY_DUTIES =
            EnumSet.of(Headline.PERMITTED_WITH_DUTIES, Headline.OPEN_WITH_DUTIES);
    private static final EnumSet<Headline> DECIDED_BY_ALLOWING =
            EnumSet.of(
                    Headline.CONTESTED,
                    Headline.TENSION,
                    Headline.PERMITTED_WITH_DUTIES,
                    Headline.PERMITTED);
    private static final Map<Modality, EnumSet<Headline>> DECIDED_BY =
            new EnumMap<>(
                    Map.of(
                            Modality.FORBID,
                            EnumSet.of(Headline.DILEMMA, Headline.CONTESTED, Headline.PROHIBITED),
                            Modality.ADVISE_AGAINST,
                            EnumSet.of(
                                    Headline.REQUIRED_WITH_CAUTION,
                                    Headline.TENSION,
                                    Headline.ADVISED_AGAINST),
                            Modality.REQUIRE,
                            EnumSet.of(
                                    Headline.DILEMMA,
                                    Headline.REQUIRED_WITH_CAUTION,
                                    Headline.REQUIRED),
                            Modality.ADVISE,
                            EnumSet.of(Headline.TENSION, Headline.ADVISED),
                            Modality.ALLOW,
                            DECIDED_BY_ALLOWING,
                            Modality.UPON,
                            EnumSet.noneOf(Headline.class)));

    private static Set<Headline> notDecidedBy(Norm.Directive norm) {
        return EnumSet.complementOf(kinds(norm));
    }

    private static Set<Headline> decidedBy(Norm.Directive norm) {
        return kinds(norm);
    }

    private static EnumSet<Headline> kinds(Norm.Directive norm) {
        return DECIDED_BY.getOrDefault(norm.modality(), EnumSet.noneOf(Headline.class));
    }

    private void throughDefinitions(Map<Entry, P> grounds, Entry entry, P decides) {
        for (Chain<P> chain : chains) {
            if (covers(chain, entry)) {
                P through = logic.and(decides, onlyThrough(chain, entry));
                if (!logic.excluded(through)) {
                    chain.definitions().forEach(d -> put(grounds, d, through));
                }
            }
        }
    }

    private P tookOutDecisively(Entry setAside, Named<P> headlines) {
        P fires = fires(setAside);
        if (logic.excluded(fires)) {
            return logic.no();
        }
        P any = logic.no();
        for (Entry entry : directives) {
            if (takesOut(setAside, entry)) {
                P wouldDecide =
                        logic.and(applies(entry), headlines.anyOf(notDecidedBy(directive(entry))));
                any = logic.or(any, logic.and(fires, wouldDecide));
            }
        }
        return any;
    }

    /// The duties that attach, each with the cases in which it does, and the norms that bring them.
    Map<String, Map<Entry, P>> duties() {
        Map<String, Map<Entry, P>> duties = new HashMap<>();
        for (Entry entry : directives) {
            Norm.Directive norm = directive(entry);
            Set<String> own = new LinkedHashSet<>();
            norm.duties().forEach(d -> own.add(d.id()));
            norm.advisedDuties().forEach(d -> own.add(d.id()));
            addDuties(duties, own, entry, () -> stands(entry));
            Set<String> asked = new LinkedHashSet<>();
            norm.butMay()
                    .ifPresent(but -> {
                        but.duties().forEach(d -> asked.add(d.id()));
                        but.advisedDuties().forEach(d -> asked.add(d.id()));
                    });
            addDuties(duties, asked, entry, () -> permits(entry));
        }
        return duties;
    }

    private void addDuties(
            Map<String, Map<Entry, P>> duties, Set<String> ids, Entry entry, Supplier<P> where) {
        if (ids.isEmpty() || logic.excluded(where.get())) {
            return;
        }
        for (String id : ids) {
            duties.computeIfAbsent(id, _ -> new IdentityHashMap<>())
                    .merge(entry, where.get(), logic::or);
        }
    }

    // ── Why not ─────────────────────────────────────────────────────────────────────────────

    /// The first thing that keeps a norm on the act from standing.
    ///
    /// @param possible whether something is so in some case that counts
    Decision.NotReached whyNot(Entry entry, Predicate<P> possible) {
        Norm.Directive norm = directive(entry);
        if (!possible.test(facts.form(forms(norm)))) {
            return because(entry, Failed.FORM, Optional.empty());
        }
        if (!norm.media().words().isEmpty()
                && !possible.test(facts.medium(norm.media().leaves()))) {
            return because(entry, Failed.MEDIUM, Optional.empty());
        }
        if (!possible.test(covers(norm.with()))) {
            return because(entry, Failed.PARTY, Optional.empty());
        }
        if (!possible.test(covers(entry, norm.with()))) {
            return because(entry, Failed.ADOPTION, Optional.empty());
        }
        if (entry.reading().isPresent()
                && !possible.test(facts.readAs(entry.cite(), entry.reading().get()))) {
            return because(entry, Failed.READING, Optional.empty());
        }
        if (entry.boundBy().isPresent() && !possible.test(facts.holds(entry.boundBy().get()))) {
            return because(entry, Failed.BINDING, entry.boundBy());
        }
        if (!possible.test(facts.during(norm.window()))) {
            return because(entry, Failed.WINDOW, Optional.empty());
        }
        if (!possible.test(facts.holds(norm.when()))) {
            return because(
                    entry, Failed.CONDITION, Optional.of(firstFailing(norm.when(), possible)));
        }
        if (!possible.test(logic.not(exception(norm)))) {
            Condition exception = norm.butMay().map(Norm.ButMay::when).orElse(norm.unless());
            return because(entry, Failed.EXCEPTION, Optional.of(exception));
        }
        if (possible.test(setAside(entry))) {
            return because(entry, Failed.SET_ASIDE, Optional.empty());
        }
        if (!prevailing(entry).isEmpty()) {
            return because(entry, Failed.OVERRIDDEN, Optional.empty());
        }
        return because(entry, Failed.CONDITION, Optional.of(norm.when()));
    }

    private static Decision.NotReached because(
            Entry entry, Failed failed, Optional<Condition> condition) {
        return new Decision.NotReached(entry.cite(), entry.norm(), failed, condition);
    }

    /// Of conditions that must all hold, the first that cannot.
    private Condition firstFailing(Condition condition, Predicate<P> possible) {
        if (condition instanceof Condition.All(var parts)) {
            for (Condition part : parts) {
                if (!possible.test(facts.holds(part))) {
                    return firstFailing(part, possible);
                }
            }
        }
        return condition;
    }

    private static final Set<String> DOING = Set.of("doing");
}
