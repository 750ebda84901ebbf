package org.plumbline.core.vocabulary;

import java.util.Optional;

/// How an act or a family of acts reads: do, what, prep, party, tail.
///
/// @param verb "have"
/// @param what "sexual contact"; absent where the verb takes the person directly
/// @param prep "with"
/// @param tail "as a client"
public record ActPhrase(
        String id,
        String verb,
        Optional<String> what,
        Optional<String> prep,
        Optional<String> tail) {

    /// The act without a person: "have sexual contact".
    public String bare() {
        return verb + what.map(w -> " " + w).orElse("") + tail.map(t -> " " + t).orElse("");
    }
}
