package org.plumbline.server.problem;

import java.util.List;

/// What is said of an error: what happened, what was kept, what to do next.
///
/// @param title a sentence without its stop
/// @param says sentences
record Problem(String title, List<String> says) {

    static Problem of(int status) {
        return switch (status) {
            case 400 ->
                    new Problem(
                            "That address was not understood",
                            List.of(
                                    "A part of it is written in a way that nothing here reads.",
                                    "Go back, or ask anew."));
            case 403 ->
                    new Problem(
                            "This form has expired",
                            List.of(
                                    "It was sent without its token: the page was open in a browser"
                                            + " that has been closed since, or cookies are off.",
                                    "Nothing that you typed was read or kept here. Your browser may"
                                            + " still hold it: go back, copy it, load the page anew and"
                                            + " send it again."));
            case 404 ->
                    new Problem(
                            "There is no such page",
                            List.of(
                                    "The address names nothing that is here: a page, a text or a"
                                            + " provision that does not exist.",
                                    "If you followed a link, the link is wrong."));
            case 405 ->
                    new Problem(
                            "This page cannot be asked in that way",
                            List.of("It is there, but not for what was tried.", "Open it anew."));
            case 406, 415 ->
                    new Problem(
                            "That form of data is not spoken here",
                            List.of("Pages are HTML and forms; programs send and get JSON."));
            case 411 ->
                    new Problem(
                            "How long it is was not said",
                            List.of("A body is read only with its length: send Content-Length."));
            case 413 ->
                    new Problem(
                            "That is more than is read at once",
                            List.of(
                                    "Nothing of it was read or kept. Your browser may still hold it.",
                                    "Go back and send a part of it."));
            case 421 ->
                    new Problem(
                            "This server does not go by that name",
                            List.of(
                                    "It answers to numeric addresses, to localhost and to the names"
                                            + " it was started with (plumbline serve --host NAME)."));
            case 429 ->
                    new Problem(
                            "Too much at once",
                            List.of(
                                    "More text came from your address than is read in this time."
                                            + " Nothing of it was kept.",
                                    "Wait a few seconds, go back and send it again."));
            default ->
                    status < 500
                            ? new Problem(
                                    "That could not be answered", List.of("Go back, or ask anew."))
                            : new Problem(
                                    "Something is wrong on our side",
                                    List.of(
                                            "No answer was given, so do not act on one. Nothing that"
                                                    + " you typed was kept here or written to a log.",
                                            "Try again. If it happens again, tell whoever runs this"
                                                    + " server the reference; it says nothing of your"
                                                    + " question."));
        };
    }
}
