package org.plumbline.ask;

import java.util.List;

/// Why a question gets no answer from the codes, and what could be asked instead.
///
/// @param kind which refusal it is
/// @param because the words of the question that led to it; empty where the lack of words did
/// @param nearest the nearest questions that could be answered, the best first
/// @param helpLines where to turn at once; only for [Kind#CRISIS], and never empty there
public record Trouble(
        Kind kind, List<Evidence> because, List<String> nearest, List<HelpLine> helpLines) {

    public Trouble {
        because = List.copyOf(because);
        nearest = List.copyOf(nearest);
        helpLines = List.copyOf(helpLines);
    }

    /// The kinds of refusal.
    public enum Kind {
        /// The words could not be read, or the act is none of those known.
        NOT_UNDERSTOOD,
        /// No boundary of a professional relationship is asked about.
        NOT_ABOUT_BOUNDARIES,
        /// It asks what the client may do or feels.
        ABOUT_THE_CLIENT,
        /// It asks what a court, a board or an insurer would do.
        ABOUT_AN_OUTCOME,
        /// Somebody may be in danger.
        CRISIS
    }
}
