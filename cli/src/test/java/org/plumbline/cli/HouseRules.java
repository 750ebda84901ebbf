package org.plumbline.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// How the house is laid out: which room may know which, as rules over compiled classes.
///
/// The plan is data, [#MODULES] and [#ROOMS]. A new module or a new package of `core` is added
/// there, or the build fails and says so.
///
/// @param root the package all others stand under, so that the same rules can be tried on a house
///     that is crooked on purpose
record HouseRules(String root) {

    /// Something with a name, and what it may know beside itself.
    record Room(String name, Set<String> knows) {
        static Room of(String name, String... knows) {
            return new Room(name, Set.of(knows));
        }
    }

    private static final List<Room> MODULES =
            List.of(
                    Room.of("core"),
                    Room.of("ask", "core"),
                    Room.of("bulk", "core"),
                    Room.of("answer", "core", "ask"),
                    Room.of("server", "core", "ask", "answer", "bulk"),
                    Room.of("cli", "core", "ask", "answer", "bulk", "server"),
                    Room.of("spark", "core", "bulk"),
                    Room.of("bench", "core", "ask", "answer", "bulk", "server"));

    /// The packages of `core`. Where a page allows both ways (a scenario read from YAML), the rule
    /// against circles still holds them to one.
    private static final List<Room> ROOMS =
            List.of(
                    Room.of("vocabulary"),
                    Room.of("condition", "vocabulary"),
                    Room.of("norm", "vocabulary", "condition"),
                    Room.of("scenario", "vocabulary", "condition", "norm", "load"),
                    Room.of("load", "vocabulary", "condition", "norm", "scenario"),
                    Room.of("decide", "vocabulary", "condition", "norm", "scenario"),
                    Room.of(
                            "explain",
                            "vocabulary",
                            "condition",
                            "norm",
                            "scenario",
                            "load",
                            "decide"),
                    Room.of(
                            "interview",
                            "vocabulary",
                            "condition",
                            "norm",
                            "scenario",
                            "decide",
                            "explain"),
                    Room.of("change", "vocabulary", "norm", "scenario", "decide", "explain"),
                    Room.of(
                            "format",
                            "vocabulary",
                            "condition",
                            "norm",
                            "scenario",
                            "load",
                            "decide",
                            "explain"),
                    Room.of(
                            "timeline",
                            "vocabulary",
                            "condition",
                            "norm",
                            "scenario",
                            "load",
                            "decide",
                            "explain"),
                    Room.of(
                            "compare",
                            "vocabulary",
                            "condition",
                            "norm",
                            "scenario",
                            "load",
                            "decide",
                            "explain",
                            "timeline"),
                    Room.of(
                            "check",
                            "vocabulary",
                            "condition",
                            "norm",
                            "scenario",
                            "load",
                            "decide",
                            "explain",
                            "format",
                            "timeline",
                            "compare"),
                    Room.of(
                            "adequacy",
                            "vocabulary",
                            "condition",
                            "norm",
                            "scenario",
                            "load",
                            "decide",
                            "compare",
                            "check"));

    /// Every rule of the house, the general before the particular.
    Stream<ArchRule> all() {
        return Stream.of(
                        MODULES.stream().map(module -> knowsOnly("", module)),
                        ROOMS.stream().map(room -> knowsOnly("core.", room)),
                        Stream.of(
                                everyModuleIsOnThePlan(),
                                everyRoomIsOnThePlan(),
                                roomsFormNoCircle(),
                                coreNeedsNoFramework(),
                                coreNeedsNoNetwork(),
                                timeIsAnArgument(),
                                packagesAreNouns(),
                                classesAreNouns()))
                .flatMap(rules -> rules)
                .map(rule -> rule.allowEmptyShould(true));
    }

    private ArchRule knowsOnly(String prefix, Room room) {
        var known =
                Stream.concat(Stream.of(room.name()), room.knows().stream())
                        .map(name -> root + "." + prefix + name + "..")
                        .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(root + "." + prefix + room.name() + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage(root + "." + prefix + ".")
                                .or(resideInAnyPackage(known)))
                .as(prefix + room.name() + " knows " + listed(room.knows()));
    }

    private static String listed(Collection<String> names) {
        return names.isEmpty()
                ? "nobody"
                : "only " + String.join(", ", names.stream().sorted().toList());
    }

    private ArchRule everyModuleIsOnThePlan() {
        return everyOne("", MODULES, "every module is on the plan, MODULES in HouseRules");
    }

    private ArchRule everyRoomIsOnThePlan() {
        return everyOne(
                "core.", ROOMS, "every package of core is on the plan, ROOMS in HouseRules");
    }

    private ArchRule everyOne(String prefix, List<Room> plan, String claim) {
        return classes()
                .that()
                .resideInAPackage(root + "." + prefix + ".")
                .should()
                .resideInAnyPackage(
                        plan.stream()
                                .map(room -> root + "." + prefix + room.name() + "..")
                                .toArray(String[]::new))
                .as(claim);
    }

    private ArchRule roomsFormNoCircle() {
        return slices().matching(root + ".core.(*)..")
                .should()
                .beFreeOfCycles()
                .as("the packages of core form no circle");
    }

    private ArchRule coreNeedsNoFramework() {
        return classes()
                .that()
                .resideInAPackage(root + ".core..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                root + "..",
                                "java..",
                                "org.jspecify..",
                                "org.snakeyaml..",
                                "org.apache.commons.text.."))
                .as("core is built from Java, the YAML reader and commons-text alone");
    }

    private ArchRule coreNeedsNoNetwork() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".core..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.net..")
                                .and(
                                        describe(
                                                "more than an address",
                                                type -> !type.getName().equals("java.net.URI"))))
                .as("core knows no network");
    }

    private ArchRule timeIsAnArgument() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".core..", root + ".ask..", root + ".bulk..")
                .should()
                .accessTargetWhere(asksWhatTimeItIs())
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .as("time is an argument: core and ask never look at a clock");
    }

    private static DescribedPredicate<JavaAccess<?>> asksWhatTimeItIs() {
        return describe(
                "the time of day is read",
                access -> {
                    var owner = access.getTargetOwner().getName();
                    var name = access.getTarget().getName();
                    return switch (name) {
                        case "now" -> owner.startsWith("java.time.");
                        case "currentTimeMillis" -> owner.equals("java.lang.System");
                        case "<init>" -> owner.equals("java.util.Date");
                        default -> false;
                    };
                });
    }

    private ArchRule packagesAreNouns() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..impl..",
                        "..model..",
                        "..dto..",
                        "..helper..",
                        "..common..")
                .as("no package is named after nothing: util, impl, model, dto, helper, common");
    }

    private ArchRule classesAreNouns() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(".*(Util|Utils|Impl|Helper)(\\$.*)?")
                .as("no class is named after nothing: Util, Impl, Helper");
    }
}
