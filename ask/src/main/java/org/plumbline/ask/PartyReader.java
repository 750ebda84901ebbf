package org.plumbline.ask;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plumbline.ask.Lexicon.Act;
import org.plumbline.ask.Mention.Role;
import org.plumbline.ask.Mention.Stage;

/// Reads whom the act concerns, from the professional's side.
final class PartyReader {
    private static final Set<String> OTHERS =
            Set.of("trade", "superior", "colleague", "profession");
    static final String PROSPECTIVE = "prospective_client";
    static final String LINKED = "two_linked_clients";
    static final String CURRENT = "current_client";
    static final String FORMER = "former_client";

    /// Who it is and which words say so.
    ///
    /// @param mention the person named, where one is
    /// @param tie the tie by which that person belongs to a client, or an empty string
    record Party(String slot, Optional<Mention> mention, String tie, boolean former) {}

    private final Lexicon lexicon;
    private final Text text;
    private final Cast cast;
    private final boolean ended;
    private final Set<String> signs;
    private final boolean studentsAreClients;
    private List<Mention> considered;

    /// @param ended whether some words say that the work has ended
    /// @param signs the names of the signs found in the text
    PartyReader(
            Lexicon lexicon,
            Text text,
            Cast cast,
            boolean ended,
            Set<String> signs,
            boolean studentsAreClients) {
        this.lexicon = lexicon;
        this.text = text;
        this.cast = cast;
        this.ended = ended;
        this.signs = signs;
        this.studentsAreClients = studentsAreClients;
        this.considered = cast.mentions();
    }

    /// @param from the first token of the clause in which the act stands
    /// @param to the token after it; people outside count only where nobody is named inside
    Party party(Optional<Act> act, Pattern.Found at, int from, int to) {
        List<Mention> inside =
                cast.mentions().stream().filter(m -> from <= m.head() && m.head() < to).toList();
        boolean named =
                inside.stream()
                        .anyMatch(m -> m.is(Role.CLIENT, Role.TIE, Role.SUPERVISEE, Role.STUDENT));
        // `hug or kiss a client` shares its client; `keep a gift and be friends with …` does not.
        boolean bareVerb = at.end() - at.start() == 1 && to - at.end() <= 1;
        boolean shares = to >= text.size() || bareVerb;
        considered = named || !shares ? inside : cast.mentions();
        return party(act, at);
    }

    private Stream<Mention> all(Role... roles) {
        Set<Role> wanted = Set.of(roles);
        return considered.stream().filter(m -> wanted.contains(m.role()));
    }

    private Party party(Optional<Act> act, Pattern.Found at) {
        String usual = act.map(Act::party).orElse(Slots.UNSPECIFIED);
        if (usual.equals(LINKED)) {
            return linked(at);
        }
        if (usual.equals(PROSPECTIVE)) {
            return takenOn(at);
        }
        if (supervises(at)) {
            Optional<Mention> who = all(Role.SUPERVISEE).findFirst();
            return new Party("supervisee", who, "", who.map(this::isFormer).orElse(false));
        }
        if (act.isPresent() && act.get().scenario() == null) {
            // Where the act is none that is known, whoever is named first is the safest reading,
            // unless he is only named as whose: `foster a client's child`.
            return ownedTie(at)
                    .or(() -> named(at))
                    .or(() -> tie(at))
                    .or(() -> relativeAsking(at))
                    .or(this::askerAsClient)
                    .orElseGet(() -> byDefault(usual));
        }
        Party party =
                colleagues()
                        .or(() -> tie(at))
                        .or(() -> relativeAsking(at))
                        .or(() -> named(at))
                        .or(this::studentOfASuperior)
                        .or(this::askerAsClient)
                        .orElseGet(() -> byDefault(usual));
        if (act.filter(a -> mayConcernAnother(a.slot())).isPresent()
                && party.mention().filter(m -> ownsAnother(m, at)).isPresent()) {
            return new Party(Slots.OTHER, party.mention(), "", false);
        }
        // Whoever comes back was there before.
        return usual.equals(FORMER) && party.slot().equals(CURRENT)
                ? client(party.mention(), true)
                : party;
    }

    /// `supervise my cousin`, where no client is named: who is supervised is a supervisee.
    private boolean supervises(Pattern.Found at) {
        return !cast.has(Role.CLIENT, Role.STUDENT)
                && at.words().stream().anyMatch(i -> text.in(i, "supervises"));
    }

    /// `can two counselors in one practice date`: no client is named, and each is the other's colleague.
    private Optional<Party> colleagues() {
        boolean nobodyElse =
                cast.mentions().stream()
                        .allMatch(m -> m.is(Role.PROFESSIONAL, Role.PRONOUN, Role.ANYBODY));
        return signs.contains("colleagues") && nobodyElse
                ? Optional.of(
                        new Party("colleague", cast.all(Role.PROFESSIONAL).findFirst(), "", false))
                : Optional.empty();
    }

    /// Not where something is said of the client to somebody: `tell a client's boss`.
    private static boolean mayConcernAnother(String act) {
        return !act.equals("disclose_information")
                && !act.equals("search_online")
                && !act.equals("dual_professional_role");
    }

    /// `date a client's boss`, but not `be a client's landlord`: somebody whom no tie names.
    private boolean ownsAnother(Mention client, Pattern.Found at) {
        int noun = client.end() + 1;
        int before = client.start() - 1;
        boolean becomes =
                text.is(before, "be") || text.is(before, "become") || text.is(before, "as");
        // `the teacher of one of her clients`
        int of = text.is(before, "of") && text.is(before - 1, "one") ? before - 2 : before;
        boolean theirs =
                client.is(Role.CLIENT)
                        && text.is(of, "of")
                        && of > at.start()
                        && OTHERS.stream().anyMatch(kind -> text.in(of - 1, kind));
        if (theirs) {
            return true;
        }
        return client.is(Role.CLIENT)
                && text.is(client.end(), "'s")
                && !becomes
                && at.start() <= client.head()
                && client.head() <= at.end()
                && OTHERS.stream().anyMatch(kind -> text.startsClassAt(noun, kind))
                && !text.is(noun + 1, "'s");
    }

    /// `field instructor dating a BSW student`, `a nurse he supervises`: one of the profession who
    /// learns it from another.
    private Optional<Party> studentOfASuperior() {
        return cast.all(Role.PROFESSIONAL)
                .filter(m -> m.owner() == Mention.NOBODY && !cast.isSelf(m))
                .filter(m ->
                        (cast.has(Role.SUPERIOR) && text.is(m.end() - 1, "student"))
                                || (text.in(m.end(), "subject")
                                        && text.in(m.end() + 1, "supervises")))
                .map(m -> new Party("supervisee", Optional.of(m), "", false))
                .findFirst();
    }

    private Party linked(Pattern.Found at) {
        if (!signs.contains("two")) {
            Optional<Party> tie = tie(at);
            if (tie.isPresent()) {
                return tie.get();
            }
        }
        return new Party(LINKED, Optional.empty(), "", false);
    }

    /// Whoever is to become a client is a prospective one, unless already tied to a client.
    private Party takenOn(Pattern.Found at) {
        Optional<Party> tie = tie(at);
        if (tie.isPresent() && !tie.get().slot().equals(Slots.OTHER)) {
            Mention mention = tie.get().mention().orElseThrow();
            if (cast.belongsToNamedClient(mention) && !isTheProfessional(mention)) {
                return tie.get();
            }
        }
        Optional<Mention> kept = all(Role.CLIENT).findFirst().filter(_ -> goesOn(at));
        if (kept.isPresent() && tie.isEmpty()) {
            return client(kept, kept.get().stage() == Stage.FORMER);
        }
        Optional<Mention> client =
                all(Role.CLIENT).filter(m -> m.stage() == Stage.FORMER).findFirst();
        if (client.isPresent()) {
            return new Party(FORMER, client, "", true);
        }
        Optional<Mention> who =
                all(Role.TIE)
                        .findFirst()
                        .or(() -> all(Role.COLLEAGUE, Role.STUDENT, Role.SUPERVISEE).findFirst());
        if (who.filter(m -> m.is(Role.STUDENT, Role.SUPERVISEE, Role.COLLEAGUE)).isPresent()) {
            return named(who.get());
        }
        if (who.isEmpty() && cast.asker() == Asker.SUPERVISEE) {
            // `my supervisor wants to treat me`
            return new Party("supervisee", superior(), "", ended);
        }
        return new Party(PROSPECTIVE, who, "", false);
    }

    /// `engaged to her client, can she keep representing him`: nobody new is taken on.
    private boolean goesOn(Pattern.Found at) {
        return text.in(at.start() - 1, "goes-on") || text.in(at.start(), "goes-on");
    }

    /// `can my aunt be my therapist`: the aunt is on the professional's side.
    private boolean isTheProfessional(Mention tie) {
        int index = cast.mentions().indexOf(tie);
        boolean mine = text.is(tie.end(), "of") && text.in(tie.end() + 1, "of-mine");
        int end = tie.end() + (mine ? 2 : 0);
        return cast.all(Role.PROFESSIONAL)
                .filter(m -> m.owner() != index)
                .filter(m -> m.start() > end && text.sameSentence(m.head(), tie.head()))
                .anyMatch(m -> IntStream.range(end, m.start()).allMatch(i -> text.in(i, "being")));
    }

    /// `my friend's boyfriend is my client`: the friend is the client's partner.
    private Optional<Party> whoseTieIsTheClient() {
        return cast.all(Role.TIE)
                .filter(m ->
                        m.owner() == Mention.PRONOUN
                                || (m.owner() >= 0 && cast.mentions().get(m.owner()).is(Role.TIE)))
                .filter(this::isClientToo)
                .map(m ->
                        new Party(
                                lexicon.tie(m.value()).slot(),
                                Optional.of(m.owner() < 0 ? m : cast.mentions().get(m.owner())),
                                m.value(),
                                ended))
                .findFirst();
    }

    /// `a mum at my kids' school was a client`: nobody's mum, she is the client.
    private boolean isClientByTheWay(Mention tie) {
        return tie.owner() == Mention.NOBODY
                && cast.all(Role.CLIENT)
                        .filter(m ->
                                m.start() > tie.end() && text.sameSentence(m.head(), tie.head()))
                        .filter(m -> m.start() - tie.end() <= 6 && isSaidToBe(m))
                        .anyMatch(m ->
                                IntStream.range(tie.end(), m.start())
                                        .noneMatch(i -> text.in(i, "relates")));
    }

    private boolean isSaidToBe(Mention client) {
        int before = client.start() - 1;
        return text.is(before, "was") || text.is(before, "is") || text.is(before, "be");
    }

    private boolean isClientToo(Mention tie) {
        return cast.all(Role.CLIENT)
                .filter(m -> m.start() > tie.end() && text.sameSentence(m.head(), tie.head()))
                .anyMatch(m ->
                        IntStream.range(tie.end(), m.start()).allMatch(i -> text.in(i, "being")));
    }

    private Optional<Party> tie(Pattern.Found at) {
        Optional<Party> inverse = whoseTieIsTheClient();
        if (inverse.isPresent()) {
            return inverse;
        }
        List<Mention> ties =
                all(Role.TIE)
                        .filter(m -> !isTheClient(m) && !isBackground(m, at))
                        .filter(m -> !isClientByTheWay(m))
                        .filter(m -> !isPredicate(m) && !isWhatTheProfessionalIs(m))
                        .filter(m -> !ownsAPlace(m))
                        .filter(m -> cast.belongsToClient(m))
                        .filter(m -> !isPassed(m))
                        .filter(m -> !isNobodysBesidesAPronoun(m, at))
                        .filter(m -> !isBesideTheClient(m, at))
                        .filter(m -> !isOnlyWhoseEvent(m, at))
                        .sorted((a, b) -> Integer.compare(distance(a, at), distance(b, at)))
                        .toList();
        if (ties.isEmpty()) {
            return strangerTie(at);
        }
        Mention tie = ties.getFirst();
        boolean former =
                ended
                        || (tie.owner() >= 0
                                && cast.mentions().get(tie.owner()).stage() == Stage.FORMER);
        return Optional.of(
                new Party(lexicon.tie(tie.value()).slot(), Optional.of(tie), tie.value(), former));
    }

    /// `a client cannot feed the kids; can I lend her money`: `her` is the client.
    private boolean isNobodysBesidesAPronoun(Mention tie, Pattern.Found at) {
        boolean within = at.start() <= tie.head() && tie.head() <= at.end();
        return tie.owner() == Mention.NOBODY
                && !within
                && tie.end() <= at.start()
                && cast.namedAfter(at.start() + 1)
                        .filter(m -> m.is(Role.PRONOUN) && m.head() <= at.end())
                        .isPresent()
                && cast.all(Role.CLIENT).anyMatch(m -> m.end() <= tie.start());
    }

    /// A tie to a client who is named beside it: `a client's child`.
    private Optional<Party> ownedTie(Pattern.Found at) {
        return tie(at).filter(p ->
                p.mention()
                        .filter(m -> m.owner() >= 0)
                        .filter(m -> cast.mentions().get(m.owner()).is(Role.CLIENT))
                        .isPresent());
    }

    /// A relative or friend of the practitioner: `my own brother`, where no client is named.
    private Optional<Party> strangerTie(Pattern.Found at) {
        if (cast.has(Role.CLIENT, Role.SUPERVISEE, Role.STUDENT)
                || cast.asker() == Asker.CLIENT
                || cast.asker() == Asker.RELATIVE
                || cast.asker() == Asker.SUPERVISEE
                || cast.asker() == Asker.STUDENT) {
            return Optional.empty();
        }
        return all(Role.TIE)
                .filter(m -> !isBackground(m, at) && !isPredicate(m) && !ownsAPlace(m))
                .min((a, b) -> Integer.compare(distance(a, at), distance(b, at)))
                .map(m -> new Party(Slots.OTHER, Optional.of(m), m.value(), false));
    }

    /// `text a former client congratulations on her baby`: the client is whom the act concerns, and
    /// what is hers is said besides.
    private boolean isBesideTheClient(Mention tie, Pattern.Found at) {
        // `a client emailed me a photo of her baby`
        int of = tie.start() - 1;
        boolean shown = text.is(of, "of") && tie.owner() == Mention.PRONOUN;
        if (shown && at.start() < of && cast.all(Role.CLIENT).anyMatch(m -> m.end() <= of)) {
            return true;
        }
        boolean joined = text.is(tie.start() - 1, "and") || text.is(tie.start() - 1, "or");
        boolean theirs =
                tie.owner() == Mention.PRONOUN
                        // `have a supervisee over with the family`
                        || (tie.owner() == Mention.NOBODY && text.is(tie.start() - 1, "with"));
        return theirs
                && !joined
                && tie.start() >= at.end()
                && text.sameSentence(tie.head(), at.start())
                && cast.all(Role.CLIENT, Role.SUPERVISEE, Role.STUDENT)
                        .anyMatch(m -> at.start() <= m.head() && m.head() < at.end());
    }

    /// `come to my nan's funeral with me`, `go with a patient to her sister's wedding`: the client is
    /// whom the professional goes with.
    private boolean isOnlyWhoseEvent(Mention tie, Pattern.Found at) {
        if (!text.is(tie.end(), "'s") || !text.startsClassAt(tie.end() + 1, "event")) {
            return false;
        }
        // `can your therapist come to your mum's funeral`: where the client is.
        boolean comes =
                text.is(at.start(), "come")
                        && at.start() < tie.start()
                        && cast.asker() == Asker.CLIENT;
        if (comes) {
            return true;
        }
        return cast.mentions().stream()
                .filter(m -> text.sameSentence(m.head(), tie.head()))
                .filter(m -> text.is(m.start() - 1, "with"))
                .anyMatch(m -> m.is(Role.CLIENT) || (m.is(Role.SPEAKER) && cast.onClientSide(m)));
    }

    /// A tie that only owns another: in `client's sister's wedding` the last one counts, but in
    /// `friend's boyfriend` the friend is passed over.
    private boolean isPassed(Mention tie) {
        int index = cast.mentions().indexOf(tie);
        return cast.mentions().stream().anyMatch(m -> m.owner() == index && m.is(Role.TIE));
    }

    /// `my son's therapist`: the son is the client.
    private boolean isTheClient(Mention tie) {
        int index = cast.mentions().indexOf(tie);
        return cast.mentions().stream()
                .anyMatch(m -> m.owner() == index && m.is(Role.PROFESSIONAL));
    }

    /// What somebody is to become rather than somebody: `be a foster parent for a client`.
    private boolean isPredicate(Mention tie) {
        int before = tie.start() - 1;
        // `after we became friends`, `having been friends`, `keep in touch as friends`
        if (tie.owner() == Mention.NOBODY
                && tie.start() == tie.head()
                && (text.in(before, "being") || text.is(before, "'re") || text.is(before, "become"))
                && lexicon.tie(tie.value()).slot().equals("client_friend")) {
            return true;
        }
        if (isSaidOfTheClient(tie)) {
            return true;
        }
        boolean bare = tie.start() == tie.head();
        boolean becomes =
                (bare || text.in(tie.start(), "determiner"))
                        && (text.is(before, "be")
                                || text.is(before, "become")
                                || text.is(before, "as"));
        return becomes && cast.has(Role.CLIENT) && tie.owner() == Mention.NOBODY;
    }

    /// `a client who is also a neighbour`, and what is joined to it: `… and close friend`.
    private boolean isSaidOfTheClient(Mention tie) {
        if (tie.owner() != Mention.NOBODY) {
            return false;
        }
        int before = tie.start() - 1;
        if (text.is(before, "and") || text.is(before, "or")) {
            int joint = before;
            return cast.all(Role.TIE)
                    .filter(m -> m.end() == joint)
                    .anyMatch(this::isSaidOfTheClient);
        }
        while (before > 0 && text.in(before, "adverb")) {
            before--;
        }
        boolean is = text.is(before, "is") || text.is(before, "was") || text.is(before, "be");
        int who = before - 1;
        return is
                && (text.is(who, "who") || text.is(who, "that"))
                && cast.all(Role.CLIENT).anyMatch(m -> m.end() == who);
    }

    /// `her kid's school`, and `gave me her husband's watch`.
    private boolean ownsAPlace(Mention tie) {
        int next = tie.end() + 1;
        if (!text.is(tie.end(), "'s") || next >= text.size()) {
            return false;
        }
        return (cast.has(Role.CLIENT) && text.startsClass(next, "shared-place"))
                || (tie.owner() == Mention.PRONOUN && text.startsClass(next, "gift"));
    }

    /// `my doctor is also my neighbour`: the tie is the professional's, and the client asks.
    private boolean isWhatTheProfessionalIs(Mention tie) {
        // `can my therapist be my sister's boss`: that is what the sister has.
        if (text.is(tie.end(), "'s") && text.startsClassAt(tie.end() + 1, "superior")) {
            return false;
        }
        // `my doctor is my cousin's husband`, `… my landlord's wife`
        Mention root = tie;
        while (root.owner() >= 0) {
            root = cast.mentions().get(root.owner());
        }
        int start = root.start();
        boolean whose = text.is(start - 1, "'s") && start >= 3;
        int said = whose ? start - 2 - (text.in(start - 3, "mine") ? 1 : 0) : start;
        return (whose || root.owner() == Mention.ASKER)
                && cast.all(Role.PROFESSIONAL)
                        .filter(m -> m.owner() == Mention.ASKER && m.end() < said)
                        .filter(m -> text.sameSentence(m.head(), tie.head()))
                        .anyMatch(m ->
                                IntStream.range(m.end(), said).allMatch(i -> text.in(i, "being")));
    }

    /// Said only to explain: in a clause with `when`, `because`, `if`, after the one that asks, unless
    /// the act stands in that clause, too: `must I refuse when a client's husband adds me`.
    private boolean isBackground(Mention mention, Pattern.Found at) {
        if (isTold(mention)) {
            return true;
        }
        for (int i = mention.start() - 1; i > 0 && text.sameSentence(i, mention.head()); i--) {
            // `a conflict of interest if …` asks of what follows.
            boolean asked = text.partOf(i, "asks") || text.partOf(i - 1, "asks");
            if (text.startsClass(i, "explains") && !asked) {
                boolean actToo =
                        (at.start() > i || at.end() > mention.end())
                                && at.end() > at.start()
                                && text.sameSentence(i, at.start());
                return !actToo
                        && cast.mentions().stream()
                                .anyMatch(m ->
                                        m.end() <= mention.start()
                                                && !m.equals(mention)
                                                && !m.is(Role.PRONOUN));
            }
            if (text.token(i + 1).breakBefore()) {
                return false;
            }
        }
        return false;
    }

    /// `After a client's mother gave me a mug, can I give the client …`: told before it is asked.
    private boolean isTold(Mention mention) {
        int head = mention.head();
        int start = head;
        while (start > 0 && text.sameSentence(start - 1, head)) {
            start--;
        }
        if (!text.in(start, "relates")) {
            return false;
        }
        for (int i = mention.end(); i < text.size() && text.sameSentence(i, head); i++) {
            if (text.startsClass(i, "asks")) {
                int asks = i;
                return cast.all(Role.CLIENT, Role.TIE)
                        .anyMatch(m -> m.start() > asks && text.sameSentence(m.head(), head));
            }
        }
        return false;
    }

    private int distance(Mention mention, Pattern.Found at) {
        int apart =
                mention.head() >= at.start()
                        ? mention.head() - at.start()
                        : 20 + at.start() - mention.head();
        boolean same = text.size() == 0 || text.sameSentence(mention.head(), at.start());
        return apart + (same ? 0 : 100);
    }

    /// `my sister's therapist … me`: whoever asks is the client's relative.
    private Optional<Party> relativeAsking(Pattern.Found at) {
        // `attorneys dating clients? My friend's lawyer …`: clients are named in the act itself.
        boolean clientNamed =
                cast.all(Role.CLIENT)
                        .anyMatch(m -> at.start() <= m.head() && m.head() <= at.end() + 1);
        if (cast.asker() != Asker.RELATIVE || clientNamed) {
            return Optional.empty();
        }
        Optional<Mention> client = cast.all(Role.TIE).filter(this::isTheClient).findFirst();
        boolean pronoun = cast.namedAfter(at.start()).filter(m -> m.is(Role.PRONOUN)).isPresent();
        boolean speaks =
                cast.has(Role.SPEAKER)
                        || IntStream.range(at.start(), text.size())
                                .anyMatch(i -> text.in(i, "mine"));
        if (client.isPresent() && speaks && !pronoun) {
            String tie = client.get().value();
            return Optional.of(
                    new Party(
                            lexicon.tie(tie).slot(),
                            cast.all(Role.SPEAKER).findFirst().or(() -> client),
                            tie,
                            ended));
        }
        return Optional.of(client(client, ended));
    }

    private Optional<Party> named(Pattern.Found at) {
        return all(Role.CLIENT, Role.SUPERVISEE, Role.STUDENT, Role.COLLEAGUE)
                .filter(m -> m.is(Role.CLIENT) || !isBackground(m, at))
                .min((a, b) ->
                        Integer.compare(
                                rank(a) * 1000 + distance(a, at), rank(b) * 1000 + distance(b, at)))
                .map(this::named);
    }

    private int rank(Mention mention) {
        return mention.is(Role.COLLEAGUE) ? 1 : 0;
    }

    private Party named(Mention mention) {
        return switch (mention.role()) {
            case SUPERVISEE -> new Party("supervisee", Optional.of(mention), "", isFormer(mention));
            case STUDENT ->
                    studentsAreClients
                            ? client(Optional.of(mention), isFormer(mention))
                            : new Party("student", Optional.of(mention), "", isFormer(mention));
            case COLLEAGUE -> new Party("colleague", Optional.of(mention), "", false);
            case CLIENT ->
                    mention.stage() == Stage.PROSPECTIVE
                            ? new Party(PROSPECTIVE, Optional.of(mention), "", false)
                            : client(Optional.of(mention), isFormer(mention));
            case PROFESSIONAL, TIE, SPEAKER, PRONOUN, SUPERIOR, ANYBODY ->
                    throw new IllegalStateException("only parties are named");
        };
    }

    private boolean isFormer(Mention mention) {
        return switch (mention.stage()) {
            case FORMER -> true;
            case CURRENT, PROSPECTIVE -> false;
            case UNSAID -> ended;
        };
    }

    private static Party client(Optional<Mention> mention, boolean former) {
        return new Party(former ? FORMER : CURRENT, mention, "", former);
    }

    /// `my ex-therapist`: whoever asks is the client.
    private Optional<Party> askerAsClient() {
        return switch (cast.asker()) {
            case SUPERVISEE -> Optional.of(new Party("supervisee", superior(), "", ended));
            case STUDENT -> Optional.of(new Party("student", superior(), "", ended));
            case CLIENT -> {
                Optional<Mention> professional =
                        cast.all(Role.PROFESSIONAL)
                                .filter(m -> m.stage() != Stage.UNSAID)
                                .findFirst()
                                .or(() -> cast.all(Role.PROFESSIONAL).findFirst());
                yield Optional.of(
                        client(professional, professional.map(this::isFormer).orElse(ended)));
            }
            case PRACTITIONER, RELATIVE, UNSAID -> Optional.empty();
        };
    }

    private Optional<Mention> superior() {
        return cast.all(Role.SUPERIOR).findFirst();
    }

    private Party byDefault(String usual) {
        Optional<Mention> old =
                cast.all(Role.PROFESSIONAL).filter(m -> m.stage() == Stage.FORMER).findFirst();
        if (old.isPresent() && (usual.equals(Slots.UNSPECIFIED) || usual.equals(CURRENT))) {
            return client(old, true);
        }
        if (ended && (usual.equals(Slots.UNSPECIFIED) || usual.equals(CURRENT))) {
            return client(Optional.empty(), true);
        }
        boolean anybody = cast.has(Role.ANYBODY) || text.has("yours");
        if (usual.equals(Slots.UNSPECIFIED) && anybody && cast.has(Role.PROFESSIONAL)) {
            // `can a psychotherapist be your friend`
            return client(Optional.empty(), ended);
        }
        return new Party(usual, Optional.empty(), "", false);
    }
}
