package org.plumbline.core.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.plumbline.core.compare.Claims.Pull;
import org.plumbline.core.decide.Stated;
import org.plumbline.core.decide.Survey;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Modality;
import org.plumbline.core.norm.Norm;

/// Pairs of norms that pull apart, and the case in which both hold.
final class OpposedNorms {

    private OpposedNorms() {}

    /// A norm and how it pulls: by its verb, or by the permission in its exception.
    record Pulling(Stated norm, Pull how, Modality modality) {}

    /// Every way in which the norms of a text pull.
    static List<Pulling> pulling(List<Stated> norms) {
        List<Pulling> all = new ArrayList<>();
        for (Stated norm : norms) {
            if (norm.norm() instanceof Norm.Directive directive && !directive.acts().residual()) {
                if (directive.modality() != Modality.UPON) {
                    all.add(new Pulling(norm, Pull.STANDS, directive.modality()));
                }
                if (directive.butMay().isPresent()) {
                    all.add(new Pulling(norm, Pull.PERMITS, Modality.ALLOW));
                }
            }
        }
        return all;
    }

    /// The first case in which two of them hold at once, for every pair that is asked after.
    ///
    /// @param once whether one case is enough for each norm of the first list
    static Stream<Insight> of(
            Study study,
            Kind kind,
            List<Pulling> some,
            List<Pulling> others,
            BiPredicate<Modality, Modality> asked,
            boolean once,
            String mend) {
        List<Insight> all = new ArrayList<>();
        for (Pulling one : some) {
            study.part(
                            kind,
                            one.norm(),
                            one.how().toString(),
                            () -> of(study, kind, one, others, asked, once, mend).stream())
                    .forEach(all::add);
        }
        return all.stream();
    }

    private static List<Insight> of(
            Study study,
            Kind kind,
            Pulling one,
            List<Pulling> others,
            BiPredicate<Modality, Modality> asked,
            boolean once,
            String mend) {
        List<Insight> all = new ArrayList<>();
        for (Pulling other : others) {
            if (study.spent()) {
                study.leave(kind, one.norm());
                break;
            }
            if (one.norm().name().equals(other.norm().name())
                    || !asked.test(one.modality(), other.modality())
                    || one.norm().rankedWith(other.norm())
                    || borrowedTogether(study, one.norm(), other.norm())) {
                continue;
            }
            var acts = study.acts(one.norm(), other.norm());
            if (acts.isEmpty()) {
                continue;
            }
            if (all.size() == FEW) {
                all.add(rest(study, kind, one));
                break;
            }
            var claim = new Claims.Together(one.norm(), one.how(), other.norm(), other.how());
            var outcome = study.find(acts, claim);
            if (!outcome.none() && !toldOfTheirTexts(study, one, other)) {
                String here = Words.norm(study.library(), one.norm());
                String there = Words.norm(study.library(), other.norm());
                Told.of(
                                study,
                                kind,
                                outcome,
                                ownFirst(one.norm(), other.norm()),
                                "%s %s what %s %s"
                                        .formatted(
                                                here,
                                                verb(one.modality()),
                                                there,
                                                verb(other.modality())),
                                "%s %s it; %s %s it."
                                        .formatted(
                                                here,
                                                verb(one.modality()),
                                                there,
                                                verb(other.modality())),
                                mend)
                        .forEach(all::add);
                if (once) {
                    break;
                }
            }
        }
        return all;
    }

    /// So many cases are told of one norm: whoever mends them sees what is left.
    private static final int FEW = 5;

    private static Insight rest(Study study, Kind kind, Pulling one) {
        return new Insight(
                kind,
                study.editions().stream().map(Edition::id).toList(),
                List.of(one.norm().name()),
                "not determined whether %s pulls apart with still more norms"
                        .formatted(Words.norm(study.library(), one.norm())),
                "",
                "%d are told, and the rest was not looked at".formatted(FEW),
                "mend those first",
                false);
    }

    /// Both come from one other text, where they are told already.
    private static boolean borrowedTogether(Study study, Stated one, Stated other) {
        return one.name().edition().equals(other.name().edition())
                && study.editions().stream().noneMatch(e -> e.id().equals(one.name().edition()));
    }

    /// Whether the texts from which two norms are taken over pull apart themselves in the same way, so
    /// that it is told of those.
    private static boolean toldOfTheirTexts(Study study, Pulling one, Pulling other) {
        if (study.editions().size() < 2 || (one.norm().own() && other.norm().own())) {
            return false;
        }
        Optional<Edition> here = study.library().edition(one.norm().name().edition());
        Optional<Edition> there = study.library().edition(other.norm().name().edition());
        if (here.isEmpty() || there.isEmpty()) {
            return false;
        }
        if (here.equals(there)) {
            return true;
        }
        if (!Survey.together(here.get(), there.get())) {
            return false;
        }
        Study theirs = study.beside(here.get(), there.get());
        Stated own = ownIn(theirs, here.get(), one.norm());
        Stated others = ownIn(theirs, there.get(), other.norm());
        return theirs.find(
                        theirs.acts(own, others),
                        new Claims.Together(own, one.how(), others, other.how()))
                .found();
    }

    private static Stated ownIn(Study study, Edition home, Stated borrowed) {
        return study.own(home).stream()
                .filter(n -> n.name().equals(borrowed.name()))
                .findFirst()
                .orElseThrow();
    }

    /// The norm that a text states itself stands for both, where the other is taken over.
    private static List<Stated> ownFirst(Stated one, Stated other) {
        return one.own() || !other.own() ? List.of(one, other) : List.of(other, one);
    }

    private static String verb(Modality modality) {
        return switch (modality) {
            case FORBID -> "forbids";
            case ADVISE_AGAINST -> "advises against";
            case REQUIRE -> "requires";
            case ADVISE -> "advises";
            case ALLOW -> "expressly allows";
            case UPON -> "attaches duties to";
        };
    }
}
