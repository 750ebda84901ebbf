package org.plumbline.server.page.ask;

import java.util.List;
import java.util.Optional;
import org.plumbline.ask.HelpLine;

/// What the ask page shows.
///
/// @param client whether a client asks
/// @param typed the words, shown again where they led to no answer; empty on a fresh page
/// @param error what is wrong with the form; empty where nothing is
/// @param examples questions that can be answered
/// @param trouble why there is no answer
/// @param help where to turn at once
/// @param two the questions that the words hold, where there are two
/// @param strip one question under five texts
public record AskView(
        boolean client,
        String typed,
        String error,
        List<String> examples,
        Optional<Refusal> trouble,
        List<HelpLine> help,
        List<One> two,
        FiveTexts strip) {

    /// Why there is no answer.
    ///
    /// @param says what it means, sentences
    /// @param words what of it could not be read; empty where that is not the reason
    /// @param nearest questions that could be answered
    /// @param choose where the act and the person can be chosen instead; empty where it would not help
    public record Refusal(
            String title, String says, String words, List<String> nearest, String choose) {}

    /// One of two questions in a text.
    ///
    /// @param says how it was read: "Having a friendship with a former client"
    /// @param read the words that it was read from
    /// @param href its answer; empty where there is none
    public record One(String says, String read, String href) {}
}
