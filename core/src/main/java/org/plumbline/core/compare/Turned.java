package org.plumbline.core.compare;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.decide.Witness;
import org.plumbline.core.explain.ScenarioSentence;
import org.plumbline.core.norm.Library;
import org.plumbline.core.vocabulary.Fact;

/// The judgements of a case, in words.
final class Turned {

    private Turned() {}

    static String of(Library library, Witness witness) {
        var sentences = new ScenarioSentence(library.vocabulary());
        List<String> judged = new ArrayList<>();
        for (Fact fact : library.vocabulary().facts().values()) {
            if (fact instanceof Fact.YesNo yesNo && yesNo.sort() == Fact.Sort.JUDGEMENT) {
                sentences.fact(fact, witness.scenario().known(0, fact.id())).ifPresent(judged::add);
            }
        }
        return Words.and(judged);
    }
}
