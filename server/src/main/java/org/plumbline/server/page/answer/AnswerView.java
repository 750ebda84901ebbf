package org.plumbline.server.page.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.server.page.Words;
import org.plumbline.server.page.question.QuestionView;
import org.plumbline.server.page.verdict.Badge;
import org.plumbline.server.page.verdict.Mark;
import org.plumbline.server.page.verdict.StripDrawing;

/// What the answer page shows, in ready sentences.
///
/// @param client whether a client asks: the same answer, said of the practitioner and calmer
/// @param reading how the question was read
/// @param line the joined answer
/// @param clash what to change where the days of the case do not fit together; there is no answer then
/// @param cards what each text says that says something, strictest today first
/// @param quiet texts that say nothing of it, or do not bind, or were not in force
/// @param leftOut texts that are known from memory only, by title
/// @param next the question to ask next
/// @param stop what no answer can change
/// @param change what would change it
/// @param saying what may be said to the person
/// @param places where a button or link of the page leads
public record AnswerView(
        boolean client,
        Reading reading,
        Line line,
        List<Chip> clash,
        List<Card> cards,
        List<Quiet> quiet,
        List<String> leftOut,
        Optional<QuestionView> next,
        Optional<String> stop,
        Change change,
        Optional<Saying> saying,
        Places places) {

    /// Above this many texts a phone shows the strictest and folds the others.
    private static final int FOLDED_ABOVE = 4;

    private static final int SHOWN = 3;

    /// The strictest cards, which are never folded.
    public List<Card> first() {
        return cards.size() > FOLDED_ABOVE ? cards.subList(0, SHOWN) : cards;
    }

    /// The cards that a phone folds away; empty where there are few.
    public List<Card> others() {
        return cards.subList(first().size(), cards.size());
    }

    /// What stands where they are folded.
    public String othersSaid() {
        return "%d more texts, none of them stricter: %s"
                .formatted(others().size(), Words.and(others().stream().map(Card::code).toList()));
    }

    /// The same with the next question as it was sent, with what is wrong.
    public AnswerView asking(QuestionView question) {
        return new AnswerView(
                client,
                reading,
                line,
                clash,
                cards,
                quiet,
                leftOut,
                Optional.of(question),
                stop,
                change,
                saying,
                places);
    }

    /// How a question was read.
    ///
    /// @param summary the same in one line, where it is folded away
    /// @param assumed ordinary values that were taken for granted and matter
    public record Reading(String summary, List<Row> rows, List<Chip> assumed) {}

    /// Chips that belong together: "You", "Dates".
    public record Row(String label, List<Chip> chips) {}

    /// One thing that was read, or was not said; a link to the question about it.
    ///
    /// @param change said before it to whoever does not see: "Change the other person: "
    /// @param known whether it is known; otherwise it is drawn dashed
    public record Chip(String change, String text, String href, boolean known) {}

    /// The joined answer.
    ///
    /// @param says one sentence
    /// @param more what belongs to it, a sentence each
    public record Line(Mark mark, String says, List<String> more) {}

    /// What one text says.
    ///
    /// @param id of the edition, for links to the card
    /// @param code its short name
    /// @param title its full title, where that is another
    /// @param binds whether it binds: "binds you", "if it binds you"
    /// @param headline with what it turns on
    /// @param state how sure that is
    /// @param settled whether the headline is the only one that the facts leave
    /// @param why what it means, a sentence each
    /// @param strip how it runs over time
    /// @param facts what is missing, what holds later, duties, burden …
    /// @param notes its provisions
    /// @param warning said where the text was not read, or will end; empty otherwise
    /// @param changed where a later edition has followed, or the text has ended
    public record Card(
            String id,
            Mark mark,
            String code,
            String title,
            String binds,
            String headline,
            State state,
            boolean settled,
            List<String> why,
            Optional<StripDrawing> strip,
            List<Pair> facts,
            List<Note> notes,
            String warning,
            Optional<Changed> changed) {

        /// Its provisions in one line, each with how it was checked: "3.05(a), wording read".
        public String cited() {
            return notes.stream()
                    .map(n -> n.cite() + ", " + n.badge().words().toLowerCase(Locale.ROOT))
                    .distinct()
                    .collect(Collectors.joining("; "));
        }
    }

    /// That the text has changed since the day that was asked about.
    ///
    /// @param href what has changed; empty where the library holds no later edition
    public record Changed(String says, String href) {}

    /// How sure a headline is, beside a mark.
    public record State(String icon, String says) {}

    /// A label with what stands under it.
    public record Pair(String label, List<String> says) {}

    /// A provision beside the text.
    ///
    /// @param href its page in the explorer
    /// @param says our paraphrase
    /// @param because its norms in sentences
    /// @param small edition, and how binding
    public record Note(
            String cite,
            String href,
            Badge badge,
            String says,
            List<String> because,
            String small) {}

    /// A text that says nothing of it.
    public record Quiet(String code, Mark mark, String headline, String why, String href) {}

    /// What would change the answer.
    ///
    /// @param time what changes on which day
    /// @param doing what somebody could do
    /// @param facts what each missing fact would leave
    /// @param fixed what nobody can change
    /// @param otherAct the link to the same case with another act
    public record Change(
            List<Pair> time,
            List<String> doing,
            List<Turn> facts,
            List<String> fixed,
            String otherAct) {}

    /// A missing fact with what each answer would leave.
    public record Turn(String question, List<String> would, String href) {}

    /// Words for the person.
    ///
    /// @param to whom they are said: "What you could say to them"
    public record Saying(String to, String say, String notSay, String because) {}

    /// Where the page leads.
    ///
    /// @param here its own address
    /// @param reply where the form of the next question is sent
    /// @param other the same for a client, or for a practitioner
    /// @param interview the same case one question at a time
    /// @param also where to say what else the person is; empty where nothing can be added
    public record Places(
            String here,
            String reply,
            String other,
            String interview,
            String record,
            Optional<String> also) {}
}
