package org.plumbline.core.vocabulary;

import java.util.Set;

/// Something that a person can do about a fact.
///
/// @param fact the word of the fact
/// @param from the values it can be changed from; empty where any other value will do
/// @param to the value it then has
/// @param does what to do, as an instruction: "consult a supervisor or colleague"
/// @param by whose doing it is: practitioner, client, employer, third-party
public record Changeable(String fact, Set<String> from, String to, String does, String by) {

    public Changeable {
        from = Set.copyOf(from);
    }
}
