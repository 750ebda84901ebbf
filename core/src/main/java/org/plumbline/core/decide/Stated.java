package org.plumbline.core.decide;

import java.util.TreeSet;
import org.plumbline.core.norm.Edition;
import org.plumbline.core.norm.Norm;
import org.plumbline.core.norm.NormName;
import org.plumbline.core.vocabulary.Party;

/// A norm as a text states it, its own or a borrowed one.
public final class Stated {

    private final Edition text;
    private final Text.Entry entry;

    Stated(Edition text, Text.Entry entry) {
        this.text = text;
        this.entry = entry;
    }

    Text.Entry entry() {
        return entry;
    }

    /// What it is known by in its text, whatever the day.
    String key() {
        return key(entry);
    }

    static String key(Text.Entry entry) {
        var key = new StringBuilder(entry.cite()).append(' ').append(entry.norm().name());
        // What is borrowed in several ways is stated once for each.
        entry.onlyActs().ifPresent(acts -> key.append(' ').append(new TreeSet<>(acts)));
        entry.onlyWith()
                .forEach(with -> key.append(' ').append(with.stream().map(Party::id).toList()));
        return key.toString();
    }

    /// The edition that speaks.
    public Edition text() {
        return text;
    }

    /// The norm.
    public Norm norm() {
        return entry.norm();
    }

    /// The name of the norm.
    public NormName name() {
        return entry.norm().name();
    }

    /// How answers cite its provision: `1.06(c)`, or `nasw-2021 1.09(c)` if borrowed.
    public String cite() {
        return entry.cite();
    }

    /// Whether the text states it itself and did not borrow it.
    public boolean own() {
        return entry.home().id().equals(text.id());
    }

    /// Whether another norm that opposes it claims to prevail, or the other way round.
    public boolean rankedWith(Stated other) {
        return claims(entry, other.entry) || claims(other.entry, entry);
    }

    private static boolean claims(Text.Entry stronger, Text.Entry weaker) {
        if (stronger.home().id().equals(weaker.home().id())) {
            String provision = weaker.provision().id();
            String named = provision + " " + weaker.norm().name().id();
            return stronger.norm() instanceof Norm.Directive directive
                    && directive.overrides().stream()
                            .anyMatch(o -> o.norm().equals(provision) || o.norm().equals(named));
        }
        return stronger.home().overrides().stream()
                .anyMatch(o -> o.body().equals(weaker.home().body()));
    }
}
