package org.plumbline.cli;

import java.util.function.Consumer;
import org.plumbline.bulk.Progress;
import org.plumbline.bulk.SummaryWords;

/// One line on a terminal that says how far an audit is, from one second on.
final class AuditProgress implements Consumer<Progress> {

    private static final long FIRST = 1_000_000_000L;
    private static final long BETWEEN = 200_000_000L;

    private final Console console;
    private final long begun = System.nanoTime();
    private long shown = begun + FIRST - BETWEEN;
    private int width;

    AuditProgress(Console console) {
        this.console = console;
    }

    @Override
    public void accept(Progress progress) {
        long now = System.nanoTime();
        if (!console.terminal() || now - shown < BETWEEN) {
            return;
        }
        shown = now;
        show(line(progress, (now - begun) / 1e9));
    }

    /// "1,234,000 rows (43 %), 85,000 a second, about 2 minutes left".
    ///
    /// @param seconds since this stretch of the audit began
    static String line(Progress progress, double seconds) {
        double rate = (progress.rows() - progress.before()) / seconds;
        String line =
                "%s (%s), %,.0f a second"
                        .formatted(
                                SummaryWords.rows(progress.rows()),
                                SummaryWords.percent(progress.share()),
                                rate);
        double perRow = progress.rows() == 0 ? 0 : progress.share() / progress.rows();
        if (perRow == 0 || rate == 0) {
            return line;
        }
        return line + ", " + left((1 - progress.share()) / perRow / rate);
    }

    private static String left(double seconds) {
        if (seconds < 90) {
            return "about %s left"
                    .formatted(SummaryWords.count(Math.round(seconds), "second", "seconds"));
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 90
                ? "about %d minutes left".formatted(minutes)
                : "about %s left"
                        .formatted(SummaryWords.count(Math.round(minutes / 60.0), "hour", "hours"));
    }

    private void show(String line) {
        int length = line.length();
        console.err().print("\r" + line + " ".repeat(Math.max(0, width - length)));
        console.err().flush();
        width = length;
    }

    /// Takes the line away.
    void end() {
        if (width > 0) {
            console.err().print("\r" + " ".repeat(width) + "\r");
            console.err().flush();
        }
    }
}
