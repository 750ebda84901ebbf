package org.plumbline.server.practice;

import java.util.List;
import java.util.Optional;
import org.plumbline.core.decide.Decision;
import org.plumbline.core.scenario.Scenario;

/// A vignette with four answers, of which one is right.
///
/// @param id of the case
/// @param edition whose answer is asked for
/// @param scenario what is decided; the story tells it
/// @param change what differs from the case as it was written
/// @param heading the title of the case; empty where it only makes sense beside another
/// @param story the facts in sentences
/// @param text the text in question, short and in full
/// @param decision the evaluator's answer, on which everything below rests
/// @param choices four, in the order in which they are shown
/// @param rationale what the right answer rests on
public record Exercise(
        String id,
        String edition,
        Scenario scenario,
        Optional<Change> change,
        String heading,
        String story,
        Text text,
        Decision decision,
        List<Choice> choices,
        Rationale rationale) {

    /// A text by its names.
    public record Text(String name, String title) {}

    /// One of the four.
    ///
    /// @param letter `a` to `d`
    /// @param source of a wrong one, what it is the answer to; of the right one, empty
    public record Choice(String letter, String says, boolean right, String source) {}

    /// What the right answer rests on.
    ///
    /// @param because why, as whoever wrote the case put it; empty where the case was changed
    /// @param meaning what the answer asks of whoever acts
    /// @param known how well the answer is known
    public record Rationale(List<Cited> provisions, String meaning, String because, String known) {}

    /// A provision in our own words.
    public record Cited(String number, String title, String says, String known) {}

    /// The right one.
    public Choice right() {
        return choices.stream().filter(Choice::right).findFirst().orElseThrow();
    }

    /// Where this very exercise stands, as a query without `?`.
    public String query(long seed) {
        return "case="
                + id
                + "&edition="
                + edition
                + change.map(c -> "&change=" + c.id()).orElse("")
                + "&seed="
                + seed;
    }
}
