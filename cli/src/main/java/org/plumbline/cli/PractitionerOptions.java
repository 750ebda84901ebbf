package org.plumbline.cli;

import org.plumbline.answer.Practitioner;
import org.plumbline.core.norm.Library;

/// The options of a command that say who asks and who is bound.
final class PractitionerOptions {

    private PractitionerOptions() {}

    /// Describes the options to a command.
    static void of(Command command) {
        command.option("--as", "WHO", "Who asks: practitioner or client.");
        command.option("--on", "DATE", "The day of the act (default: today).");
        command.option("--in", "PLACE", "Where the practice is: US-OH, GB, CA-ON …");
        command.options("--member", "BODY", "A body the practitioner belongs to: nasw, aca …");
    }

    /// What was given; what the library does not know is refused.
    static Practitioner read(Command command, Library library) {
        command.value("--as")
                .filter(who -> !who.equals("practitioner") && !who.equals("client"))
                .ifPresent(who -> {
                    throw command.usage("--as takes practitioner or client, not `" + who + "`");
                });
        var practitioner = new Practitioner(command.value("--in"), command.values("--member"));
        practitioner
                .unknown(library)
                .ifPresent(problem -> {
                    throw command.usage(problem);
                });
        return practitioner;
    }
}
