package org.plumbline.core.norm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.core.condition.Condition;
import org.plumbline.core.condition.Window;
import org.plumbline.core.vocabulary.Fact;
import org.plumbline.core.vocabulary.Party;

/// One rule that a provision states. The parts stand in the order of the sentence they render to.
public sealed interface Norm {

    /// Its name across the library.
    NormName name();

    /// The sentence kept in the file; empty while nobody has written it.
    String reads();

    /// When it is in play.
    Window window();

    /// It applies only if this is so.
    Condition when();

    /// It does not apply if this is so, and nothing follows from that.
    Condition unless();

    /// Whether the practitioner must show the exception.
    boolean burden();

    /// A norm on doing something.
    ///
    /// @param also forms covered beyond doing: planning, promising, proposing, attempting
    /// @param with the people it protects; any of them
    /// @param media the means it is limited to, as written and as leaves; empty means any
    /// @param butMay the exception that is also an express permission
    /// @param duties what whoever does it must put in place
    /// @param advisedDuties the same, should
    /// @param weighing factors; with `upon`, weighing them is itself the duty
    record Directive(
            NormName name,
            Modality modality,
            Acts acts,
            List<String> also,
            List<Party> with,
            Media media,
            Window window,
            Condition when,
            Condition unless,
            Optional<ButMay> butMay,
            List<Fact.YesNo> duties,
            List<Fact.YesNo> advisedDuties,
            List<String> weighing,
            boolean burden,
            List<Precedence> overrides,
            Optional<Breach> breach,
            String reads)
            implements Norm {

        public Directive {
            also = List.copyOf(also);
            with = List.copyOf(with);
            duties = List.copyOf(duties);
            advisedDuties = List.copyOf(advisedDuties);
            weighing = List.copyOf(weighing);
            overrides = List.copyOf(overrides);
        }

        /// Whether doing it brings something to do or to weigh, apart from the exception's duties.
        public boolean obliges() {
            return !duties.isEmpty()
                    || !advisedDuties.isEmpty()
                    || (modality == Modality.UPON && !weighing.isEmpty());
        }
    }

    /// Somebody counts as somebody else, for some acts or for all. It only adds: they are both.
    ///
    /// @param acts the acts for which it holds; absent means every act
    record Definition(
            NormName name,
            Party counted,
            Party as,
            Optional<Acts> acts,
            Window window,
            Condition when,
            Condition unless,
            String reads)
            implements Norm {
        @Override
        public boolean burden() {
            return false;
        }
    }

    /// Another norm, or every norm of another provision, is out of play.
    ///
    /// @param target a provision of the same edition, or a provision and a norm id with a space
    /// @param cites the words of the text that are relied on
    record SetAside(
            NormName name,
            String target,
            List<Party> with,
            Window window,
            Condition when,
            Condition unless,
            boolean burden,
            String cites,
            String reads)
            implements Norm {
        public SetAside {
            with = List.copyOf(with);
        }
    }

    /// The means a norm is limited to.
    ///
    /// @param words as written; empty means any
    record Media(List<String> words, Set<String> leaves) {
        public Media {
            words = List.copyOf(words);
            leaves = Set.copyOf(leaves);
        }

        /// Any means.
        public static final Media ANY = new Media(List.of(), Set.of());
    }

    /// An exception that permits in words, with what it asks in return.
    record ButMay(Condition when, List<Fact.YesNo> duties, List<Fact.YesNo> advisedDuties) {
        public ButMay {
            duties = List.copyOf(duties);
            advisedDuties = List.copyOf(advisedDuties);
        }
    }

    /// A claim to prevail over an opposed norm of the same edition.
    ///
    /// @param norm a provision, or a provision and a norm id with a space
    /// @param ground words, level or later-edition
    /// @param cites the words relied on
    record Precedence(String norm, String ground, String cites) {}

    /// What follows once it has happened; never softens the verdict.
    record Breach(Optional<String> consequence, List<Fact.YesNo> duties) {
        public Breach {
            duties = List.copyOf(duties);
        }
    }
}
