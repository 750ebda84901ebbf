package org.plumbline.cli;

import java.util.List;
import java.util.Optional;
import org.plumbline.core.compare.Analysis;
import org.plumbline.core.compare.Insight;
import org.plumbline.core.load.KeptValues;

/// What the analysis found before, among whatever else is kept beside the build.
record AnalysisMemory(KeptValues values) implements Analysis.Memory {

    private record Found(List<Insight> insights) {}

    @Override
    public Optional<List<Insight>> get(String name) {
        return values.get(key(name), Found.class).map(Found::insights);
    }

    @Override
    public void put(String name, List<Insight> insights) {
        values.put(key(name), new Found(List.copyOf(insights)));
    }

    private static String key(String name) {
        return "analysis " + KeptValues.digest(name);
    }
}
