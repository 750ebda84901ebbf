package org.plumbline.server.api;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.plumbline.answer.Json;
import org.plumbline.core.load.Finding;
import org.plumbline.core.load.Loaded;
import org.plumbline.server.desk.Desk;
import org.springframework.stereotype.Component;

/// Answers operations, whichever way they were asked for. No trace and none of the caller's words go
/// into a log.
@Component
class Answers {

    static final String JSON = "application/json";
    static final String LINES = "application/x-ndjson";

    private static final System.Logger LOG = System.getLogger(Answers.class.getName());

    private final Desk desk;

    /// Comparisons may take seconds; beside them a core stays free for questions.
    private final Semaphore weighty = new Semaphore(2);

    Answers(Desk desk) {
        this.desk = desk;
    }

    /// What is sent back.
    record Answer(int status, String type, String text) {

        static Answer problem(List<Finding> findings) {
            int status = Problem.status(findings);
            return new Answer(
                    status, Problem.TYPE, Json.document(Problem.of(status, findings)) + "\n");
        }
    }

    /// Answers an operation.
    ///
    /// @param lines whether several documents are to be lines
    Answer of(Operation operation, Call.Raw raw, boolean lines) {
        return safely(() ->
                switch (Call.read(operation, desk.library(), raw)) {
                    case Loaded.Unsound<Call>(var findings) -> Answer.problem(findings);
                    case Loaded.Sound<Call>(var call, _) -> weighed(operation, call, lines);
                });
    }

    private Answer weighed(Operation operation, Call call, boolean lines) {
        if (!operation.weighty()) {
            return written(operation.answer().apply(call), lines);
        }
        if (!weighty.tryAcquire()) {
            return Answer.problem(
                    List.of(
                            Problem.finding(
                                    "request.busy",
                                    Problem.REQUEST,
                                    "other requests that take long are being answered",
                                    "fewer at once")));
        }
        try {
            return written(operation.answer().apply(call), lines);
        } finally {
            weighty.release();
        }
    }

    private static Answer written(Reply reply, boolean linesWanted) {
        return switch (reply) {
            case Reply.Refused(var findings) -> Answer.problem(findings);
            case Reply.Document(var json) -> new Answer(200, JSON, Json.document(json) + "\n");
            case Reply.Written(var text, var lines) -> new Answer(200, lines ? LINES : JSON, text);
            case Reply.Several(var items) -> {
                if (!linesWanted) {
                    yield new Answer(200, JSON, Json.document(items) + "\n");
                }
                var text = new StringBuilder();
                items.forEach(item -> text.append(Json.line(item)).append('\n'));
                yield new Answer(200, LINES, text.toString());
            }
        };
    }

    /// A promise of our own that broke is said without its trace; what broke where goes to the log, in
    /// names of classes alone.
    static Answer safely(Supplier<Answer> answering) {
        try {
            return answering.get();
        } catch (RuntimeException broken) {
            StackTraceElement[] trace = broken.getStackTrace();
            LOG.log(
                    Level.ERROR,
                    "an operation failed: {0} at {1}",
                    broken.getClass().getName(),
                    trace.length == 0 ? "an unknown place" : trace[0].toString());
            return Answer.problem(
                    List.of(
                            Problem.finding(
                                    "server.fault",
                                    Problem.REQUEST,
                                    "a promise of the program broke",
                                    "an answer")));
        }
    }
}
