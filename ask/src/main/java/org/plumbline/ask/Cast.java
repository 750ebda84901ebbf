package org.plumbline.ask;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.plumbline.ask.Mention.Role;
import org.plumbline.ask.Mention.Stage;

/// The people in a question, how they are tied to each other, and which of them asks.
///
/// A person is a noun of the lexicon with the words before it: `my former client's sister` is a
/// tie that belongs to a former client. `X's Y`, `Y of X`, `my Y` and `her Y` say to whom somebody
/// belongs. Who asks follows from that: `my client` is said by a practitioner, `my therapist` by a
/// client, `my son's therapist` by a relative.
final class Cast {
    private static final Map<String, Role> ROLES =
            Map.of(
                    "profession", Role.PROFESSIONAL,
                    "client", Role.CLIENT,
                    "supervisee", Role.SUPERVISEE,
                    "student", Role.STUDENT,
                    "colleague", Role.COLLEAGUE,
                    "tie", Role.TIE,
                    "me", Role.SPEAKER,
                    "them", Role.PRONOUN,
                    "superior", Role.SUPERIOR,
                    "you", Role.ANYBODY);
    private static final Set<String> KINDS = ROLES.keySet();
    private static final Set<String> ALWAYS = Set.of("client", "supervisee", "me", "them", "you");
    private static final Set<String> NAMED =
            Set.of("profession", "client", "supervisee", "student", "colleague", "tie", "superior");
    private static final int ADJECTIVES = 4;

    private final Text text;
    private final List<Mention> mentions = new ArrayList<>();
    private final Asker asker;

    /// @param taken tokens that carry an act and so name nobody
    Cast(Text text, BitSet taken) {
        this.text = text;
        for (int i = 0; i < text.size(); ) {
            Optional<Tagged> person = personAt(i, taken);
            person.ifPresent(this::add);
            i = person.map(Tagged::end).orElse(i + 1);
        }
        joinCompounds();
        joinOwners();
        joinTheirProfessionals();
        passOverWhoOnlyReports();
        takeTheSelfForNobodyElse();
        takeTheYoungForClients();
        this.asker = whoAsks();
    }

    List<Mention> mentions() {
        return mentions;
    }

    Asker asker() {
        return asker;
    }

    Stream<Mention> all(Role... roles) {
        Set<Role> wanted = Set.of(roles);
        return mentions.stream().filter(m -> wanted.contains(m.role()));
    }

    boolean has(Role... roles) {
        return all(roles).findAny().isPresent();
    }

    /// Whether somebody stands on the client's side of the work.
    boolean onClientSide(Mention mention) {
        return switch (mention.role()) {
            case CLIENT -> true;
            case SUPERVISEE, STUDENT, COLLEAGUE, PROFESSIONAL, SUPERIOR -> false;
            case TIE -> belongsToClient(mention);
            case SPEAKER -> asker == Asker.CLIENT || asker == Asker.RELATIVE;
            case ANYBODY -> false;
            case PRONOUN -> has(Role.CLIENT) && !has(Role.PROFESSIONAL);
        };
    }

    boolean onProfessionalSide(Mention mention) {
        return switch (mention.role()) {
            case PROFESSIONAL -> true;
            case SPEAKER -> asker == Asker.PRACTITIONER;
            case PRONOUN -> has(Role.PROFESSIONAL) && !onClientSide(mention);
            case ANYBODY -> asker == Asker.UNSAID || asker == Asker.CLIENT;
            case TIE -> mention.owner() >= 0 && mentions.get(mention.owner()).is(Role.PROFESSIONAL);
            case CLIENT, SUPERVISEE, STUDENT, COLLEAGUE, SUPERIOR -> false;
        };
    }

    /// Whether a tie leads to a client rather than to the professional.
    boolean belongsToClient(Mention tie) {
        int owner = tie.owner();
        if (owner >= 0) {
            Mention whose = mentions.get(owner);
            return switch (whose.role()) {
                case CLIENT, STUDENT -> true;
                case TIE -> belongsToClient(whose);
                case SPEAKER -> asker != Asker.PRACTITIONER;
                case PROFESSIONAL, SUPERVISEE, COLLEAGUE, PRONOUN, SUPERIOR, ANYBODY -> false;
            };
        }
        return switch (owner) {
            case Mention.ASKER -> asker == Asker.CLIENT || asker == Asker.RELATIVE;
            case Mention.PRONOUN -> clientBefore(tie);
            // `tell your parents`, where a professional is asked about: whoever sees one.
            case Mention.ANYBODY -> asker == Asker.CLIENT || asker == Asker.UNSAID;
            default -> true;
        };
    }

    /// Whether a tie leads to a client whom the text names, or to a client who asks.
    boolean belongsToNamedClient(Mention tie) {
        Mention root = tie;
        while (root.owner() >= 0) {
            root = mentions.get(root.owner());
        }
        boolean clientAsks = asker == Asker.CLIENT || asker == Asker.RELATIVE;
        return root.is(Role.CLIENT) || (clientAsks && root.owner() == Mention.ASKER);
    }

    private boolean clientBefore(Mention tie) {
        Mention nearest = null;
        for (Mention mention : mentions) {
            if (mention.end() <= tie.start()
                    && mention.is(Role.CLIENT, Role.STUDENT, Role.PROFESSIONAL)) {
                nearest = mention;
            }
        }
        return nearest != null && nearest.is(Role.CLIENT, Role.STUDENT);
    }

    /// Whoever does what begins at a token: the nearest person before it in its sentence.
    Optional<Mention> doerBefore(int token) {
        int nearest = -1;
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            if (mention.end() <= token && text.sameSentence(mention.head(), token)) {
                nearest = i;
            }
        }
        if (nearest > 0 && mentions.get(nearest - 1).owner() == nearest) {
            // `the therapist of my son` is the therapist.
            nearest--;
        }
        while (nearest > 0 && isOnlyAnOwner(mentions.get(nearest), token)) {
            nearest--;
        }
        return nearest < 0 ? Optional.empty() : Optional.of(mentions.get(nearest));
    }

    /// `my therapist's house` does nothing; `my therapist's asked me out` does.
    private boolean isOnlyAnOwner(Mention mention, int token) {
        int next = mention.end() + 1;
        return text.is(mention.end(), "'s")
                && next < token
                && !text.in(next, "adverb")
                && !text.in(next, "being")
                && !text.in(next, "not");
    }

    /// Whoever is named first after a token, in the sentence of the one before it.
    Optional<Mention> namedAfter(int token) {
        int before = Math.max(0, token - 1);
        return mentions.stream()
                .filter(m -> m.start() >= token && text.sameSentence(m.head(), before))
                .findFirst();
    }

    /// The `or` or `and` between two people named after a token, of whom neither belongs to nobody
    /// known: `a client or her sister`, `a patient's son or a former patient`.
    OptionalInt jointAfter(int token) {
        for (int i = 0; i + 1 < mentions.size(); i++) {
            Mention left = mentions.get(i);
            int joint = left.end();
            if (left.start() < token
                    || !left.is(
                            Role.CLIENT, Role.TIE, Role.SUPERVISEE, Role.STUDENT, Role.COLLEAGUE)
                    || !(text.is(joint, "or") || text.is(joint, "and"))
                    || !text.sameSentence(left.head(), joint)) {
                continue;
            }
            Mention right = mentions.get(i + 1);
            if (right.start() == joint + 1
                    && right.is(
                            Role.CLIENT, Role.TIE, Role.SUPERVISEE, Role.STUDENT, Role.COLLEAGUE)) {
                return OptionalInt.of(joint);
            }
        }
        return OptionalInt.empty();
    }

    /// The sentence after a token that asks the same of somebody else: `What about her sister?`
    OptionalInt anewAfter(int token) {
        for (int i = Math.max(1, token); i < text.size(); i++) {
            int start = i;
            if (!text.sameSentence(i - 1, i)
                    && (text.is(i, "what") || text.is(i, "how"))
                    && text.is(i + 1, "about")
                    && all(Role.CLIENT, Role.TIE, Role.SUPERVISEE, Role.STUDENT)
                            .anyMatch(m ->
                                    m.start() == start + 2 && text.sameSentence(m.head(), start))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /// `what are the rules on former clients`: whatever the act.
    boolean asksForRules() {
        return all(Role.CLIENT)
                .filter(m -> m.end() == text.size() || !text.sameSentence(m.head(), m.end()))
                .anyMatch(m -> {
                    int i = m.start() - 1;
                    while (i > 0 && text.in(i, "between")) {
                        i--;
                    }
                    return i >= 0 && text.sameSentence(i, m.head()) && text.in(i, "rules");
                });
    }

    // Finding them -----------------------------------------------------------------------------

    private Optional<Tagged> personAt(int at, BitSet taken) {
        Optional<Tagged> found = text.longestAt(at, KINDS);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        // `asking for a friend` names nobody.
        if (text.partOfPhrase(at, "idle")) {
            return Optional.empty();
        }
        // `one of my clients`
        if (text.is(at, "one") && text.is(at + 1, "of")) {
            return Optional.empty();
        }
        // `baby shower` is no baby.
        if (text.longestOfClass(at, "thing").filter(t -> t.end() > found.get().end()).isPresent()) {
            return Optional.empty();
        }
        // `mums group` is no mum.
        if (text.longestOfClass(at, "shared-place")
                .filter(t -> t.end() > found.get().end())
                .isPresent()) {
            return Optional.empty();
        }
        // `her sister`: whose, and nobody besides.
        if (text.in(at, "theirs") && found.get().length() == 1 && namesSomebody(at + 1)) {
            return Optional.empty();
        }
        boolean carriesAct = taken.get(found.get().end() - 1);
        // `my supervisor` is somebody even where the word carries the act.
        boolean mySuperior = found.get().kind().equals("superior") && text.in(at - 1, "mine");
        if (carriesAct && !mySuperior && !ALWAYS.contains(found.get().kind())) {
            return Optional.empty();
        }
        // `ex` alone is somebody's former partner, but not before another person: `ex client`.
        if (text.in(at, "former") && at + 1 < text.size() && found.get().length() == 1) {
            if (text.longestAt(at + 1, KINDS).isPresent()
                    && text.sameSentence(at, at + 1)
                    && !text.in(at + 1, "me")
                    && !text.in(at + 1, "them")) {
                return Optional.empty();
            }
        }
        return found;
    }

    private boolean namesSomebody(int at) {
        int next = at;
        while (next < text.size()
                && text.sameSentence(at - 1, next)
                && (text.in(next, "former") || text.in(next, "current"))) {
            next++;
        }
        return next < text.size()
                && text.sameSentence(at - 1, next)
                && text.longestAt(next, NAMED).isPresent();
    }

    private void add(Tagged tagged) {
        Stage stage = Stage.UNSAID;
        int owner = Mention.NOBODY;
        int start = tagged.start();
        for (int back = 1; back <= ADJECTIVES && tagged.start() - back >= 0; back++) {
            int at = tagged.start() - back;
            // `for my birthday, school counselor`
            if (!text.sameSentence(at, tagged.start())
                    || insideMention(at)
                    || text.token(at + 1).breakBefore()) {
                break;
            }
            if (text.in(at, "former") && !text.in(at - 1, "unit")) {
                stage = Stage.FORMER;
            } else if (text.in(at, "current")) {
                stage = Stage.CURRENT;
            } else if (text.in(at, "prospective")) {
                stage = Stage.PROSPECTIVE;
            } else if (text.in(at, "mine")) {
                owner = Mention.ASKER;
                start = at;
                break;
            } else if (text.in(at, "theirs")) {
                owner = Mention.PRONOUN;
                start = at;
                break;
            } else if (text.in(at, "yours")) {
                owner = Mention.ANYBODY;
                start = at;
                break;
            } else if (text.in(at, "determiner")) {
                start = at;
                break;
            } else if (text.in(at, "between") || text.is(at, "'s")) {
                break;
            } else {
                continue;
            }
            start = at;
        }
        mentions.add(
                new Mention(
                        ROLES.getOrDefault(tagged.kind(), Role.PRONOUN),
                        tagged.kind().equals("profession") || tagged.kind().equals("tie")
                                ? tagged.value()
                                : "",
                        start,
                        tagged.start(),
                        tagged.end(),
                        stage,
                        owner));
    }

    private boolean insideMention(int token) {
        return !mentions.isEmpty() && mentions.getLast().end() > token;
    }

    /// Of nouns that stand side by side the first describes the second: `child client` and
    /// `psych ward nurse` are the latter, `my nurse friend` is a nurse, `a client friend` a friend.
    private void joinCompounds() {
        for (int i = 0; i + 1 < mentions.size(); i++) {
            Mention first = mentions.get(i);
            Mention second = mentions.get(i + 1);
            if (!sideBySide(first, second)) {
                continue;
            }
            boolean next = second.head() == first.end();
            if (first.is(Role.TIE, Role.STUDENT) && second.is(Role.CLIENT) && next) {
                mentions.set(i + 1, second.from(first));
                mentions.remove(i--);
            } else if (first.is(Role.PROFESSIONAL) && second.is(Role.PROFESSIONAL)) {
                mentions.set(i + 1, second.from(first));
                mentions.remove(i--);
            } else if (first.is(Role.PROFESSIONAL)
                    && second.is(Role.TIE)
                    && next
                    && !text.is(second.end(), "of")) {
                mentions.set(i, first.upTo(second.end()));
                mentions.remove(i + 1);
            }
        }
    }

    /// Nothing but a word or two that is nobody's name stands between them, and the first is in
    /// the singular: `clients wife` and `therapists friend` are people's way of typing a possessive.
    private boolean sideBySide(Mention first, Mention second) {
        if (second.owner() != Mention.NOBODY
                || second.head() - first.end() > 1
                || !text.sameSentence(first.head(), second.head())
                || text.token(first.end() - 1).lower().endsWith("s")) {
            return false;
        }
        for (int i = first.end(); i <= second.head(); i++) {
            boolean apart = text.token(i).breakBefore() || text.is(i, "'s");
            boolean joint =
                    text.in(i, "between")
                            || text.in(i, "determiner")
                            || text.in(i, "former")
                            || text.in(i, "current");
            if (apart || (joint && i < second.head())) {
                return false;
            }
        }
        return true;
    }

    /// `my best friend is dating her therapist`: the friend's, who is the client.
    private void joinTheirProfessionals() {
        if (has(Role.CLIENT)) {
            return;
        }
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            if (mention.is(Role.PROFESSIONAL) && mention.owner() == Mention.PRONOUN) {
                for (int j = i - 1; j >= 0; j--) {
                    if (mentions.get(j).is(Role.TIE) && mentions.get(j).owner() == Mention.ASKER) {
                        mentions.set(i, mention.ownedBy(j));
                        break;
                    }
                }
            }
        }
    }

    /// `a kid`, `teens`: where no client is named and they are nobody's, they are the clients.
    private void takeTheYoungForClients() {
        if (has(Role.CLIENT, Role.STUDENT)) {
            return;
        }
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            if (mention.is(Role.TIE)
                    && mention.owner() == Mention.NOBODY
                    && text.in(mention.end() - 1, "young")) {
                mentions.set(i, mention.as(Role.CLIENT));
            }
        }
    }

    /// `my colleague says it is fine`: nothing is asked of the colleague.
    private void passOverWhoOnlyReports() {
        for (int i = mentions.size() - 1; i >= 0; i--) {
            Mention mention = mentions.get(i);
            boolean aside = mention.is(Role.TIE, Role.COLLEAGUE, Role.SUPERIOR);
            boolean owns = false;
            for (Mention other : mentions) {
                owns |= other.owner() == i;
            }
            if (aside && !owns && text.startsClassAt(mention.end(), "reports")) {
                int at = i;
                mentions.remove(i);
                mentions.replaceAll(m -> m.owner() > at ? m.ownedBy(m.owner() - 1) : m);
            }
        }
    }

    /// `I am a trainee in psychotherapy`: the trainee asks, and is nobody's party.
    private void takeTheSelfForNobodyElse() {
        if (!has(Role.SUPERIOR)) {
            mentions.removeIf(m ->
                    m.is(Role.SUPERVISEE)
                            && saysOfSelf(m)
                            && mentions.stream()
                                    .allMatch(o ->
                                            o.owner() < 0
                                                    || mentions.get(o.owner()).start()
                                                            < m.start()));
        }
    }

    private void joinOwners() {
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            if (mention.owner() == Mention.NOBODY
                    && i > 0
                    && possesses(mentions.get(i - 1), mention)) {
                mentions.set(i, mention.ownedBy(i - 1));
            } else if (i + 1 < mentions.size() && text.is(mention.end(), "of")) {
                int of = mention.end();
                Mention next = mentions.get(i + 1);
                // `mother of one of my clients`
                int whom = text.is(of + 1, "one") && text.is(of + 2, "of") ? of + 2 : of;
                if (next.start() <= whom + 1 || next.head() - whom <= 3) {
                    mentions.set(i, mention.ownedBy(next.is(Role.SPEAKER) ? Mention.ASKER : i + 1));
                }
            }
            if (text.is(mention.end(), "of") && text.in(mention.end() + 1, "of-mine")) {
                mentions.set(i, mention.ownedBy(Mention.ASKER));
            }
        }
    }

    /// `client's wife`, and as people type it `clients wife` or `client wife`.
    private boolean possesses(Mention owner, Mention owned) {
        if (!text.sameSentence(owner.head(), owned.head())) {
            return false;
        }
        if (text.is(owner.end(), "'s")) {
            return between(owner.end() + 1, owned.head());
        }
        // `my sons therapist`
        boolean typed =
                owner.is(Role.TIE)
                        && owned.is(Role.PROFESSIONAL)
                        && text.token(owner.end() - 1).lower().endsWith("s");
        if (typed && owned.head() == owner.end() && !text.token(owner.end()).breakBefore()) {
            return true;
        }
        return owner.is(Role.CLIENT, Role.PROFESSIONAL, Role.STUDENT, Role.SUPERVISEE, Role.TIE)
                && owned.is(Role.TIE)
                && owned.head() == headAfter(owner.end())
                && !text.token(owner.end()).breakBefore();
    }

    private int headAfter(int at) {
        int next = at;
        while (next < text.size() && text.in(next, "former")) {
            next++;
        }
        return next;
    }

    private boolean between(int from, int to) {
        for (int i = from; i <= to; i++) {
            if (text.token(i).breakBefore() || (i < to && text.in(i, "between"))) {
                return false;
            }
        }
        return to - from <= 3;
    }

    // Who asks ---------------------------------------------------------------------------------

    private Asker whoAsks() {
        if (isLedByASuperior()) {
            return Asker.SUPERVISEE;
        }
        for (Mention mention : mentions) {
            if (saysOfSelf(mention)) {
                return Asker.PRACTITIONER;
            }
        }
        for (Mention mention : mentions) {
            if (mention.owner() == Mention.ASKER && mention.is(Role.CLIENT, Role.SUPERVISEE)) {
                return Asker.PRACTITIONER;
            }
        }
        for (Mention mention : mentions) {
            if (mention.is(Role.PROFESSIONAL)) {
                if (isWhatMySuperiorMayBecome(mention)) {
                    return Asker.SUPERVISEE;
                }
                if (mention.owner() == Mention.ASKER || mention.owner() == Mention.ANYBODY) {
                    return Asker.CLIENT;
                }
                if (mention.owner() >= 0) {
                    Mention whose = mentions.get(mention.owner());
                    if (whose.is(Role.TIE)
                            && (whose.owner() == Mention.ASKER
                                    || whose.owner() == Mention.ANYBODY)) {
                        return Asker.RELATIVE;
                    }
                }
            }
        }
        for (Mention mention : mentions) {
            if (mention.is(Role.SUPERIOR) && mention.owner() == Mention.ASKER) {
                return has(Role.CLIENT) ? Asker.PRACTITIONER : Asker.SUPERVISEE;
            }
        }
        if (has(Role.PROFESSIONAL)) {
            boolean aside = all(Role.PROFESSIONAL).allMatch(this::standsAside);
            boolean speaks = has(Role.SPEAKER) || text.has("mine");
            if (speaks && !has(Role.CLIENT) && !aside) {
                return Asker.CLIENT;
            }
            if (speaks && (aside || has(Role.CLIENT))) {
                return Asker.PRACTITIONER;
            }
            return Asker.UNSAID;
        }
        boolean myOwn = all(Role.TIE).anyMatch(m -> m.owner() == Mention.ASKER);
        if (has(Role.ANYBODY) && myOwn && !has(Role.CLIENT)) {
            return Asker.CLIENT;
        }
        if (text.has("mine") && has(Role.CLIENT)) {
            return Asker.PRACTITIONER;
        }
        return has(Role.SPEAKER) && !text.startsAnywhere("being-client")
                ? Asker.PRACTITIONER
                : has(Role.SPEAKER) ? Asker.CLIENT : Asker.UNSAID;
    }

    /// `I'm a psychology student; my supervisor invited me`, where no client is named.
    private boolean isLedByASuperior() {
        return !has(Role.CLIENT)
                && all(Role.SUPERIOR)
                        .anyMatch(m ->
                                m.owner() == Mention.ASKER || (m.head() == 0 && has(Role.SPEAKER)))
                && all(Role.PROFESSIONAL).allMatch(this::saysOfSelf)
                && mentions.stream()
                        .filter(m -> m.is(Role.SUPERVISEE, Role.STUDENT))
                        .allMatch(this::saysOfSelf);
    }

    /// `can my supervisor be my therapist`: whoever asks is supervised, and no client yet.
    private boolean isWhatMySuperiorMayBecome(Mention professional) {
        int before = professional.start() - 1;
        return professional.owner() == Mention.ASKER
                && !has(Role.CLIENT)
                && (text.is(before, "be") || text.is(before, "become") || text.is(before, "as"))
                && all(Role.SUPERIOR)
                        .anyMatch(m ->
                                m.owner() == Mention.ASKER
                                        && m.end() <= before
                                        && text.sameSentence(m.head(), before));
    }

    /// Whether words beside a profession say that it is the asker's own.
    boolean isSelf(Mention mention) {
        return mention.is(Role.PROFESSIONAL) && (saysOfSelf(mention) || standsAside(mention));
    }

    /// Whether something more than `I` says that a practitioner asks.
    boolean surelyPractitioner() {
        return asker == Asker.PRACTITIONER
                && (has(Role.CLIENT, Role.SUPERVISEE) || mentions.stream().anyMatch(this::isSelf));
    }

    /// `I'm an LCSW`, `as a nurse`.
    boolean saysOfSelf(Mention mention) {
        // `I'm her therapist`, `I'm the client's lawyer`
        boolean clients =
                mention.owner() == Mention.PRONOUN
                        || (mention.owner() >= 0 && mentions.get(mention.owner()).is(Role.CLIENT));
        if (!mention.is(Role.PROFESSIONAL, Role.SUPERVISEE)
                || (mention.owner() != Mention.NOBODY && !clients)) {
            return false;
        }
        for (int at = mention.start() - 1; at >= 0 && at >= mention.start() - 6; at--) {
            if (!text.sameSentence(at, mention.head()) || text.token(at + 1).breakBefore()) {
                return false;
            }
            Optional<Tagged> self = text.longestAt(at, Set.of("self"));
            if (self.isPresent()
                    && self.get().end()
                            >= mention.start() - (mention.owner() == Mention.PRONOUN ? 0 : 2)) {
                return self.get().end() <= mention.head();
            }
        }
        return false;
    }

    /// A profession in brackets, or cut off by commas: `(RBT)`, `…, psychologist`.
    private boolean standsAside(Mention mention) {
        int before = mention.start();
        boolean cut = text.token(before).breakBefore();
        boolean closes = mention.end() == text.size();
        if (cut && (closes || text.token(mention.end()).breakBefore())) {
            return true;
        }
        if (text.is(mention.end(), "here") && text.token(before).breakBefore()) {
            return true;
        }
        boolean bare = before == mention.head() && !text.in(before - 1, "between");
        return closes && bare && text.size() > 4;
    }
}
