package org.plumbline.ask.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plumbline.ask.Evidence;
import org.plumbline.ask.QuestionReader;
import org.plumbline.ask.Reading;
import org.plumbline.ask.claims.Claim.Money;
import org.plumbline.ask.claims.Claim.Time;
import org.plumbline.ask.claims.Claim.Topic;
import org.plumbline.core.condition.Length;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Library;
import org.plumbline.core.vocabulary.Fact;

/// Reads one sentence: what it asserts of which texts, if it asserts anything of any.
final class ClaimReader {

    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)[0-9]{2}\\b");
    private static final Pattern CITE =
            Pattern.compile(
                    "\\b(?:[A-I]\\.[0-9]{1,2}(?:\\.[a-z]{1,2}\\b)?"
                            + "|[0-9]{1,4}(?:[.:-][0-9]{1,4})+(?:\\.[a-z]\\b)?(?:\\([a-z0-9]{1,3}\\))*"
                            + "|[0-9]{1,4}(?:\\([a-z0-9]{1,3}\\))+)");
    private static final Pattern CAPITALS =
            Pattern.compile(
                    "\\b([A-Z]{3,8})(?:'s)?(?: [A-Za-z]+){0,2}? (?:[Cc]odes?|[Rr]ules|[Ss]tandards)\\b");
    private static final Pattern OF_ANOTHER =
            Pattern.compile(
                    "\\b[Cc]ode (?:of [Ee]thics |of [Cc]onduct )?(?:of|for) (?:the )?([A-Z]\\w+(?: (?:of |for |and )?[A-Z]\\w+)*)");

    /// What went before in the document.
    ///
    /// @param subject the texts spoken of last; or given from outside
    /// @param acts the acts spoken of last
    /// @param parties the people spoken of last
    record Context(Optional<Subject> subject, List<String> acts, List<String> parties) {}

    private final Library library;
    private final QuestionReader questions;
    private final ClaimWords words;
    private final TextFinder texts;
    private final LocalDate asOf;

    ClaimReader(
            Library library,
            QuestionReader questions,
            ClaimWords words,
            TextFinder texts,
            LocalDate asOf) {
        this.library = library;
        this.questions = questions;
        this.words = words;
        this.texts = texts;
        this.asOf = asOf;
    }

    /// The claim of a sentence; empty where it asserts nothing.
    Optional<Claim> read(String sentence, Context context) {
        String plain = plain(sentence);
        if (plain.endsWith("?") || stance(plain).isEmpty() || anywhere("hedges", plain)) {
            return Optional.empty();
        }
        return new Run(sentence, plain, context).claim();
    }

    private static String plain(String sentence) {
        var plain = new StringBuilder(sentence.length());
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            boolean apostrophe = "\u2019\u2018\u02BC\u2032\uFF07`".indexOf(c) >= 0;
            plain.append(apostrophe ? '\'' : Character.toLowerCase(c));
        }
        return plain.toString().stripTrailing();
    }

    /// What a text is said to do, and by which words.
    private record StanceAt(Stance stance, Phrase.Found at) {}

    private Optional<StanceAt> stance(String plain) {
        Set<String> among = Phrase.wordsOf(plain);
        for (var entry : words.stances().entrySet()) {
            for (Phrase phrase : entry.getValue()) {
                if (!phrase.mayBeAmong(among)) {
                    continue;
                }
                Optional<Phrase.Found> at = phrase.in(plain, 0);
                if (at.isPresent()) {
                    return Optional.of(new StanceAt(entry.getKey(), at.get()));
                }
            }
        }
        return Optional.empty();
    }

    private boolean anywhere(String section, String plain) {
        return found(section, plain).isPresent();
    }

    private Optional<Phrase.Found> found(String section, String plain) {
        Set<String> among = Phrase.wordsOf(plain);
        return words.phrases(section).stream()
                .filter(p -> p.mayBeAmong(among))
                .flatMap(p -> p.in(plain, 0).stream())
                .findFirst();
    }

    /// One sentence.
    private final class Run {
        private final String sentence;
        private final Context context;
        private final List<Reading.Part> parts;
        private final List<Evidence> named = new ArrayList<>();
        private String plain;
        private Optional<String> toward = Optional.empty();

        /// The words that were read as the act or as a condition.
        private final List<Phrase.Found> understood = new ArrayList<>();

        Run(String sentence, String plain, Context context) {
            this.sentence = sentence;
            this.plain = plain;
            this.context = context;
            this.parts = questions.statement(withoutNoLonger(), asOf);
            for (Reading.Part part : parts) {
                for (Evidence evidence : part.evidence()) {
                    if (evidence.slot().equals("jurisdiction_or_code")
                            && named.stream().noneMatch(e -> e.value().equals(evidence.value()))) {
                        named.add(evidence);
                    }
                }
            }
        }

        /// A text that "no longer" forbids says nothing of people who are no longer clients.
        private String withoutNoLonger() {
            return stance(plain)
                    .map(s -> plain.substring(s.at().from(), s.at().to()).indexOf("no longer"))
                    .filter(at -> at >= 0)
                    .map(at -> at + stance(plain).orElseThrow().at().from())
                    .map(at ->
                            sentence.substring(0, at) + " ".repeat(9) + sentence.substring(at + 9))
                    .orElse(sentence);
        }

        Optional<Claim> claim() {
            boolean naming =
                    !named.isEmpty()
                            || anywhere("the-text", plain)
                            || unknownName().isPresent()
                            || many().isPresent();
            if (words.phrases("openings").stream()
                            .anyMatch(p -> p.in(plain, 0).filter(f -> f.from() == 0).isPresent())
                    && many().isEmpty()) {
                return Optional.empty();
            }
            if (anywhere("tellers", plain) && (named.isEmpty() || !naming)) {
                return Optional.empty();
            }
            Optional<Subject> subject = subject();
            if (subject.isEmpty()) {
                return Optional.empty();
            }
            many().ifPresent(m -> blank(m.from(), m.to()));
            Optional<StanceAt> stance = stance(plain);
            return stance.map(s -> claim(subject.get(), s))
                    .filter(c -> c.stance() != Stance.ADDRESSES || !c.acts().isEmpty());
        }

        private void blank(int from, int to) {
            plain = plain.substring(0, from) + " ".repeat(to - from) + plain.substring(to);
        }

        // ── Of which texts ──────────────────────────────────────────────────────────────────

        /// A quantity and a class of texts, with where they stand.
        private record ManyAt(Subject.Many many, int from, int to) {}

        private Optional<ManyAt> many() {
            for (ClaimWords.Quantity quantity : words.quantities().values()) {
                for (Phrase says : quantity.says()) {
                    Optional<Phrase.Found> at = says.in(plain, 0);
                    while (at.isPresent()) {
                        int end = at.get().to();
                        for (ClaimWords.TextClass texts : words.classes().values()) {
                            for (Phrase name : texts.says()) {
                                Optional<Phrase.Found> then = name.in(plain, end);
                                if (then.isPresent() && then.get().from() <= end + 1) {
                                    return Optional.of(
                                            new ManyAt(
                                                    new Subject.Many(quantity, texts),
                                                    at.get().from(),
                                                    then.get().to()));
                                }
                            }
                        }
                        at = says.in(plain, end);
                    }
                }
            }
            return Optional.empty();
        }

        private Optional<Subject> subject() {
            if (!named.isEmpty() && anywhere("to-come", plain)) {
                return Optional.of(
                        new Subject.NotHeld("it speaks of a text that is not in force yet"));
            }
            Optional<ManyAt> many = many();
            if (many.isPresent()) {
                return Optional.of(many.get().many());
            }
            Optional<Subject> unknown = unknownName().map(this::notHeld);
            if (!named.isEmpty()) {
                return Optional.of(namedTexts());
            }
            if (unknown.isPresent()) {
                return unknown;
            }
            Set<String> professions = professions();
            boolean theText = anywhere("the-text", plain);
            if (!professions.isEmpty()) {
                List<List<Edition>> leading =
                        professions.stream()
                                .map(one -> texts.leading(Set.of(one), Optional.empty()))
                                .filter(group -> !group.isEmpty())
                                .distinct()
                                .toList();
                if (!leading.isEmpty()) {
                    return Optional.of(
                            new Subject.Texts(
                                    ofProfessions(professions), leading, Optional.empty()));
                }
                return Optional.of(
                        new Subject.NotHeld(
                                "the library holds no leading text of this profession"));
            }
            boolean it =
                    words.phrases("it").stream()
                            .anyMatch(p -> p.in(plain, 0).filter(f -> f.from() == 0).isPresent());
            if (context.subject().isPresent() && (theText || it)) {
                return context.subject();
            }
            return theText
                    ? Optional.of(
                            new Subject.NotHeld(
                                    "the sentence does not say which text it means, and none was"
                                            + " named before it"))
                    : Optional.empty();
        }

        private Subject notHeld(String name) {
            return new Subject.NotHeld("the library holds no text called “" + name + "”");
        }

        /// The name of a text that the lexicon does not have.
        private Optional<String> unknownName() {
            Matcher other = OF_ANOTHER.matcher(sentence);
            if (other.find()
                    && named.stream()
                            .noneMatch(e -> e.from() < other.end() && e.to() > other.start(1))) {
                return Optional.of(other.group(1));
            }
            Matcher capitals = CAPITALS.matcher(sentence);
            while (capitals.find()) {
                int from = capitals.start(1);
                if (named.stream().noneMatch(e -> e.from() <= from && from < e.to())
                        && parts.stream()
                                .flatMap(p -> p.evidence().stream())
                                .noneMatch(e -> e.from() <= from && from < e.to())) {
                    return Optional.of(capitals.group(1));
                }
            }
            return Optional.empty();
        }

        private String ofProfessions(Set<String> professions) {
            return professions.size() > 3
                    ? "each leading code of these professions"
                    : "the leading code of a "
                            + String.join(" and of a ", professions).replace('-', ' ');
        }

        private Subject namedTexts() {
            Optional<Integer> year = year();
            List<List<Edition>> groups = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            Set<String> professions = professions();
            boolean codeNamed = false;
            for (Evidence evidence : named) {
                List<Edition> editions = texts.ofCode(evidence.value());
                if (!editions.isEmpty()) {
                    codeNamed = true;
                    groups.add(editions);
                }
            }
            for (Evidence evidence : named) {
                boolean place = library.places().containsKey(evidence.value());
                if (place && !codeNamed) {
                    List<Edition> editions = texts.ofPlace(evidence.value(), professions);
                    if (texts.inForce(editions).isEmpty() && !evidence.value().contains("-")) {
                        editions = texts.leading(professions, Optional.of(evidence.value()));
                    }
                    List<Edition> crimes =
                            editions.stream().filter(e -> e.level().equals("crime")).toList();
                    groups.add(
                            anywhere("of-crime", plain) && !texts.inForce(crimes).isEmpty()
                                    ? crimes
                                    : editions);
                    if (editions.isEmpty()) {
                        missing.add(
                                evidence.words()
                                        + (professions.isEmpty() ? "" : " on this profession"));
                    }
                } else if (!place && texts.ofCode(evidence.value()).isEmpty()) {
                    missing.add(evidence.words());
                }
            }
            if (groups.stream().allMatch(List::isEmpty)) {
                return new Subject.NotHeld(
                        "the library holds no text of " + String.join(", ", missing));
            }
            String name = String.join(", ", named.stream().map(Evidence::words).toList());
            if (year.isPresent()) {
                List<List<Edition>> ofYear =
                        groups.stream()
                                .map(g ->
                                        g.stream()
                                                .filter(e -> TextFinder.isOf(e, year.get()))
                                                .toList())
                                .toList();
                return ofYear.stream().allMatch(List::isEmpty)
                        ? new Subject.NotHeld(
                                "the library does not hold the edition of "
                                        + year.get()
                                        + " of "
                                        + name)
                        : new Subject.Texts(name, ofYear, year);
            }
            List<List<Edition>> current = groups.stream().map(texts::inForce).toList();
            return current.stream().allMatch(List::isEmpty)
                    ? new Subject.NotHeld(
                            "no edition of " + name + " in the library is in force on that day")
                    : new Subject.Texts(name, current, Optional.empty());
        }

        /// A year that stands near the name of a text, and so names an edition.
        private Optional<Integer> year() {
            Matcher matcher = YEAR.matcher(sentence);
            while (matcher.find()) {
                int at = matcher.start();
                if (named.stream().anyMatch(e -> at >= e.from() - 12 && at <= e.to() + 40)) {
                    return Optional.of(Integer.parseInt(matcher.group()));
                }
            }
            return Optional.empty();
        }

        private Set<String> professions() {
            Set<String> all = new LinkedHashSet<>();
            if (!(library.vocabulary().facts().get("profession") instanceof Fact.Worded fact)) {
                return all;
            }
            for (Reading.Part part : parts) {
                boolean person =
                        part.evidence().stream()
                                .filter(e -> e.slot().equals("profession"))
                                .anyMatch(e -> !anywhere("services", plain(e.words())));
                if (!person) {
                    continue;
                }
                part.scenario()
                        .map(s -> s.get("practitioner"))
                        .filter(Map.class::isInstance)
                        .flatMap(p -> Optional.ofNullable(((Map<?, ?>) p).get("profession")))
                        .ifPresent(value -> values(value).forEach(v -> all.addAll(fact.leaves(v))));
            }
            return all;
        }

        // ── What ────────────────────────────────────────────────────────────────────────────

        private Claim claim(Subject subject, StanceAt said) {
            Stance stance = said.stance();
            List<String> cites = cites();
            Topic topic = Topic.ACT;
            Optional<Length> length = length();
            Optional<Money> money = money(stance);
            if (stance == Stance.NO_RULE) {
                topic =
                        plain.matches(
                                        ".*\\b(wait\\w*|time|period|clock|how long|how many|number of (?:years|months)|years? rule)\\b.*")
                                ? Topic.TIME
                                : plain.matches(
                                                ".*\\b(dollars?|sum|amount|cap|value|monetary|worth)\\b.*")
                                        ? Topic.MONEY
                                        : Topic.ACT;
            }
            Map<String, Object> facts = new LinkedHashMap<>();
            List<Map<String, Object>> exceptions = new ArrayList<>();
            List<String> acts = acts();
            List<String> unread = conditions(facts, exceptions, acts, stance);
            Optional<ClaimWords.DutyWords> duty =
                    stance == Stance.REQUIRES || stance == Stance.ADVISES
                            ? words.duties().stream()
                                    .filter(d ->
                                            d.says().stream()
                                                    .anyMatch(p -> p.in(plain, 0).isPresent()))
                                    .findFirst()
                            : Optional.empty();
            List<String> parties = toward.map(List::of).orElseGet(() -> parties(acts));
            medium().ifPresent(m -> facts.putIfAbsent("medium", m));
            return new Claim(
                    subject,
                    stance,
                    acts,
                    parties,
                    facts,
                    exceptions,
                    time(stance, length, parties),
                    money,
                    anywhere("universal", plain),
                    stance == Stance.NOT_FORBIDDEN && anywhere("not-so-widely", plain),
                    duty.flatMap(ClaimWords.DutyWords::duty),
                    duty.flatMap(ClaimWords.DutyWords::factor),
                    topic,
                    cites,
                    unread,
                    only(),
                    negation(said.at()).or(() -> lengthDenied(stance)),
                    anywhere("ordinarily", plain));
        }

        /// A length of time whose bar is denied. It says that the act is free within that time, and
        /// not, as other freedoms with a length do, from then on.
        private Optional<String> lengthDenied(Stance stance) {
            if (stance != Stance.NOT_FORBIDDEN || length().isEmpty()) {
                return Optional.empty();
            }
            String number = "(?:" + String.join("|", words.numbers().keySet()) + "|[0-9]{1,3})[ -]";
            String unit = "(?:" + String.join("|", words.units().keySet()) + ")";
            Matcher denied =
                    Pattern.compile(
                                    "(?<!wait )\\b(?:for|within|during|in)(?: (?:at|least|the|first|a|full)){0,4} "
                                            + number
                                            + unit
                                            + "\\b|\\b"
                                            + number
                                            + unit
                                            + "[ -](?:ban|bar|wait|rule|prohibition|period|gap|moratorium|limit)\\b")
                            .matcher(plain);
            return denied.find()
                    ? Optional.of(sentence.substring(denied.start(), denied.end()))
                    : Optional.empty();
        }

        /// A negating word that is no part of the stance, of the act, of a condition or of a phrase
        /// that turns nothing round, such as "no longer than".
        private Optional<String> negation(Phrase.Found stance) {
            Set<String> among = Phrase.wordsOf(plain);
            int condition =
                    openers().stream()
                            .filter(o -> o.mustBeRead() && o.from() >= stance.to())
                            .mapToInt(Opener::from)
                            .findFirst()
                            .orElse(plain.length());
            List<Phrase.Found> aside = all("not-negations", among);
            return all("negations", among).stream()
                    .filter(n -> n.from() < condition)
                    .filter(n -> !stance.accountsFor(n))
                    .filter(n -> understood.stream().noneMatch(u -> u.accountsFor(n)))
                    .filter(n -> aside.stream().noneMatch(u -> u.accountsFor(n)))
                    .min((a, b) -> Integer.compare(a.from(), b.from()))
                    .map(n -> sentence.substring(wordStart(n.from()), n.to()));
        }

        private int wordStart(int at) {
            int start = at;
            while (start > 0 && Character.isLetter(plain.charAt(start - 1))) {
                start--;
            }
            return start;
        }

        private List<Phrase.Found> all(String section, Set<String> among) {
            List<Phrase.Found> all = new ArrayList<>();
            for (Phrase phrase : words.phrases(section)) {
                if (!phrase.mayBeAmong(among)) {
                    continue;
                }
                Optional<Phrase.Found> at = phrase.in(plain, 0);
                while (at.isPresent()) {
                    all.add(at.get());
                    at = phrase.in(plain, at.get().to());
                }
            }
            return all;
        }

        /// Whether a word such as "only" stands before the name of a text.
        private boolean only() {
            return words.phrases("only").stream()
                    .anyMatch(p -> {
                        Optional<Phrase.Found> at = p.in(plain, 0);
                        while (at.isPresent()) {
                            int end = at.get().to();
                            if (named.stream()
                                    .anyMatch(e -> e.from() >= end && e.from() <= end + 2)) {
                                return true;
                            }
                            at = p.in(plain, end);
                        }
                        return false;
                    });
        }

        private Optional<Object> medium() {
            return parts.stream()
                    .flatMap(p -> p.scenario().stream())
                    .map(s -> s.get("facts"))
                    .filter(Map.class::isInstance)
                    .flatMap(f -> Stream.ofNullable(((Map<?, ?>) f).get("medium")))
                    .filter(m -> m instanceof Map)
                    .findFirst();
        }

        private List<String> acts() {
            if (anywhere("of-clients", plain)) {
                return List.of();
            }
            record ActAt(List<String> acts, Optional<String> toward, int from, int to) {}
            List<ActAt> all = new ArrayList<>();
            for (ClaimWords.ActWords act : words.acts()) {
                for (Phrase phrase : act.says()) {
                    Optional<Phrase.Found> at = phrase.in(plain, 0);
                    if (at.isPresent()
                            && all.stream()
                                    .noneMatch(a ->
                                            a.from() < at.get().to() && at.get().from() < a.to())) {
                        understood.add(at.get());
                        all.add(
                                new ActAt(
                                        act.acts(), act.toward(), at.get().from(), at.get().to()));
                        break;
                    }
                }
            }
            if (!all.isEmpty()) {
                ActAt first = all.getFirst();
                toward = first.toward();
                Set<String> acts = new LinkedHashSet<>(first.acts());
                for (ActAt other : all.subList(1, all.size())) {
                    int from = Math.min(first.to(), other.to());
                    int to = Math.max(first.from(), other.from());
                    if (from <= to
                            && plain.substring(from, to).strip().matches("or|and|,|, or|nor")) {
                        acts.addAll(other.acts());
                    }
                }
                return List.copyOf(acts);
            }
            for (Reading.Part part : parts) {
                Object act = part.scenario().map(s -> s.get("act")).orElse(null);
                // Without anybody named, a verb alone may mean anything.
                if (act != null && named("party", part)) {
                    List<String> leaves = new ArrayList<>();
                    values(act).forEach(v -> leaves.addAll(library.vocabulary().actLeaves(v)));
                    return leaves;
                }
            }
            boolean pointed = plain.matches("(it|this|that|they|there|such)\\b.*");
            return pointed ? context.acts() : List.of();
        }

        private List<String> parties(List<String> acts) {
            if (plain.matches(
                            ".*\\b(current|present|existing) (and|or) (former|past|previous|ex)\\b.*")
                    || plain.matches(
                            ".*\\b(former|past|previous) (and|or) (current|present)\\b.*")) {
                return List.of("current-client", "former-client");
            }
            for (var people : words.people().entrySet()) {
                if (people.getValue().stream().anyMatch(p -> p.in(plain, 0).isPresent())) {
                    return List.of(people.getKey());
                }
            }
            for (Reading.Part part : parts) {
                Object party = part.scenario().map(s -> s.get("party")).orElse(null);
                if (party instanceof String word
                        && (named("party", part) || context.parties().isEmpty())) {
                    return List.of(party(word, part, acts));
                }
            }
            if (!context.parties().isEmpty()
                    && plain.matches("(it|this|that|they|there|such)\\b.*")) {
                return context.parties();
            }
            return List.of(
                    acts.equals(List.of("accept-as-client"))
                            ? "prospective-client"
                            : plain.matches(
                                            ".*\\bafter (therapy|treatment|counsell?ing|termination)\\b.*")
                                    ? "former-client"
                                    : "current-client");
        }

        /// The party of a question, as a statement means it: whoever is taken on is a prospective
        /// client, nobody else is one unasked, and students are called students.
        private String party(String word, Reading.Part part, List<String> acts) {
            boolean takenOn = acts.equals(List.of("accept-as-client"));
            if (takenOn && word.equals("current-client")) {
                return "prospective-client";
            }
            if (word.equals("prospective-client") && !takenOn && !named("party", part)) {
                return "current-client";
            }
            boolean student =
                    part.evidence().stream()
                            .filter(e -> e.slot().equals("party"))
                            .anyMatch(e -> plain(e.words()).matches(".*\\b(students?|pupils?)"));
            if (word.endsWith("client-family") && anywhere("immediate-kin", plain)) {
                return word.replace("-family", "-immediate-family");
            }
            return student && word.equals("current-client") ? "student" : word;
        }

        private boolean named(String slot, Reading.Part part) {
            return part.evidence().stream().anyMatch(e -> e.slot().equals(slot));
        }

        // ── Time, money ─────────────────────────────────────────────────────────────────────

        private Optional<Length> length() {
            Matcher matcher =
                    Pattern.compile(
                                    "\\b("
                                            + String.join("|", words.numbers().keySet())
                                            + "|[0-9]{1,3})[ -]("
                                            + String.join("|", words.units().keySet())
                                            + ")\\b")
                            .matcher(plain);
            if (!matcher.find()) {
                return Optional.empty();
            }
            String number = matcher.group(1);
            int many =
                    words.numbers().getOrDefault(number, 0) > 0
                            ? words.numbers().getOrDefault(number, 0)
                            : Integer.parseInt(number);
            if (many == 0) {
                return Optional.empty();
            }
            String said =
                    many + " " + unit(words.units().getOrDefault(matcher.group(2), 'D'), many);
            return Optional.of(
                    switch (words.units().getOrDefault(matcher.group(2), 'D')) {
                        case 'Y' -> new Length(12 * many, 0, said);
                        case 'M' -> new Length(many, 0, said);
                        case 'W' -> new Length(0, 7 * many, said);
                        default -> new Length(0, many, said);
                    });
        }

        private static String unit(char letter, int many) {
            String unit =
                    switch (letter) {
                        case 'Y' -> "year";
                        case 'M' -> "month";
                        case 'W' -> "week";
                        default -> "day";
                    };
            return many == 1 ? unit : unit + "s";
        }

        private Optional<Time> time(Stance stance, Optional<Length> length, List<String> parties) {
            if (length.isPresent()) {
                boolean even = plain.matches(".*\\beven (after|then)\\b.*");
                boolean lenient = stance.lenient();
                return Optional.of(
                        lenient || even
                                ? new Time.After(length.get())
                                : new Time.For(length.get()));
            }
            if (parties.stream().noneMatch(p -> p.startsWith("former"))) {
                return Optional.empty();
            }
            if (anywhere("at-once", plain)) {
                return Optional.of(new Time.AtOnce());
            }
            return anywhere("ever", plain) ? Optional.of(new Time.Ever()) : Optional.empty();
        }

        private Optional<Money> money(Stance stance) {
            for (var unit : words.money().entrySet()) {
                String sign =
                        switch (unit.getKey()) {
                            case "usd" -> "\\$";
                            case "gbp" -> "£";
                            default -> "€";
                        };
                Matcher signed = Pattern.compile(sign + " ?([0-9]{1,6})").matcher(plain);
                int sum = -1;
                if (signed.find()) {
                    sum = Integer.parseInt(signed.group(1));
                } else {
                    for (Phrase phrase : unit.getValue()) {
                        Optional<Phrase.Found> at = phrase.in(plain, 0);
                        if (at.isPresent()) {
                            // "A dollar limit" names no sum.
                            boolean named =
                                    plain.substring(at.get().to())
                                            .matches(
                                                    " (cap|limit|figure|amount|value|sum|ceiling)s?\\b.*");
                            int before = numberBefore(at.get().from());
                            sum = named && before == 1 ? -1 : before;
                            break;
                        }
                    }
                }
                if (sum > 0) {
                    boolean limit = plain.matches(".*\\b(limit|cap)\\w*\\b.*");
                    return Optional.of(
                            new Money(
                                    sum,
                                    unit.getKey(),
                                    anywhere("over", plain) || (limit && !stance.lenient()),
                                    limit));
                }
            }
            return Optional.empty();
        }

        private int numberBefore(int end) {
            Matcher last =
                    Pattern.compile("([0-9]{1,6}|[a-z]+(?: [a-z]+)?)[ -]$")
                            .matcher(plain.substring(0, end));
            if (!last.find()) {
                return -1;
            }
            String word = last.group(1);
            if (word.matches("[0-9]+")) {
                return Integer.parseInt(word);
            }
            Integer whole = words.numbers().get(word);
            String tail = word.substring(word.lastIndexOf(' ') + 1);
            return whole != null ? whole : words.numbers().getOrDefault(tail, -1);
        }

        // ── Conditions ──────────────────────────────────────────────────────────────────────

        /// An opener with what kind it is.
        private record Opener(int from, int to, boolean exception, boolean mustBeRead) {}

        private List<String> conditions(
                Map<String, Object> facts,
                List<Map<String, Object>> exceptions,
                List<String> acts,
                Stance stance) {
            List<Opener> openers = openers();
            Set<Opener> read = new HashSet<>();
            List<int[]> taken = new ArrayList<>();
            for (ClaimWords.ConditionWords condition : words.conditions()) {
                boolean others = !condition.of().isEmpty() && !condition.of().containsAll(acts);
                if (others || condition.notWith().contains(stance.word())) {
                    continue;
                }
                for (Phrase phrase : condition.says()) {
                    Optional<Phrase.Found> at = phrase.in(plain, 0);
                    if (at.isEmpty()
                            || taken.stream()
                                    .anyMatch(
                                            t -> t[0] < at.get().to() && at.get().from() < t[1])) {
                        continue;
                    }
                    taken.add(new int[] {at.get().from(), at.get().to()});
                    understood.add(at.get());
                    Optional<Opener> opener =
                            openers.stream()
                                    .filter(o -> o.to() <= at.get().from() + 1)
                                    .reduce((a, b) -> b.exception() || !a.exception() ? b : a);
                    opener.ifPresent(read::add);
                    if (opener.filter(Opener::exception).isPresent()) {
                        exceptions.add(condition.so());
                        facts.putAll(condition.otherwise());
                        condition.so().keySet().stream()
                                .filter(words.leftOpen()::contains)
                                .forEach(id -> facts.putIfAbsent(id, "false"));
                    } else {
                        condition.so().forEach(facts::putIfAbsent);
                    }
                    break;
                }
            }
            List<String> unread = new ArrayList<>();
            for (Opener opener : openers) {
                String rest = plain.substring(opener.to());
                boolean timed =
                        rest.matches(
                                ".*\\b(years?|months?|ends?|ended|over|terminat\\w+|passed)\\b.*");
                if (opener.mustBeRead()
                        && opener.from() > 0
                        && read.stream().noneMatch(o -> o.from() >= opener.from() - 10)
                        && !timed) {
                    unread.add(sentence.substring(opener.from()).replaceAll("[.]$", ""));
                    break;
                }
            }
            return unread;
        }

        private List<Opener> openers() {
            List<Opener> all = new ArrayList<>();
            for (String kind : List.of("exception", "condition")) {
                for (Phrase phrase : words.phrases("opener " + kind)) {
                    Optional<Phrase.Found> at = phrase.in(plain, 0);
                    while (at.isPresent()) {
                        Phrase.Found here = at.get();
                        boolean must =
                                words.phrases("opener must-be-read").stream()
                                        .anyMatch(p ->
                                                p.in(plain, here.from())
                                                        .filter(f -> f.from() == here.from())
                                                        .isPresent());
                        all.add(new Opener(here.from(), here.to(), kind.equals("exception"), must));
                        at = phrase.in(plain, here.to());
                    }
                }
            }
            all.sort((a, b) -> Integer.compare(a.from(), b.from()));
            return all;
        }

        // ── Provisions ──────────────────────────────────────────────────────────────────────

        private List<String> cites() {
            List<String> all = new ArrayList<>();
            Matcher matcher = CITE.matcher(sentence);
            while (matcher.find()) {
                String before = sentence.substring(0, matcher.start());
                boolean money = before.endsWith("$") || before.endsWith("£");
                String cite = matcher.group();
                boolean listed = Character.isLetter(cite.charAt(0)) || cite.matches(".*[.(:-].*");
                if (!money && listed && !all.contains(cite)) {
                    all.add(cite);
                }
            }
            Matcher worded =
                    Pattern.compile(
                                    "(?i)\\b(?:"
                                            + String.join("|", words.provisionWords())
                                            + "|§) ([0-9]{1,4}[a-z]?)\\b(?![.(:-][0-9a-z])")
                            .matcher(sentence);
            while (worded.find()) {
                if (!all.contains(worded.group(1)) && !YEAR.matcher(worded.group(1)).matches()) {
                    all.add(worded.group(1));
                }
            }
            return all;
        }
    }

    /// The words of a value of a scenario: one, a list, or those possible.
    private static List<String> values(Object value) {
        return switch (value) {
            case String word -> List.of(word);
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case Map<?, ?> map -> {
                Object possibly = map.get("possibly");
                yield possibly == null ? List.of() : values(possibly);
            }
            default -> List.of();
        };
    }
}
