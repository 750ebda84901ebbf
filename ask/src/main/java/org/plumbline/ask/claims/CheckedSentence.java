package org.plumbline.ask.claims;

import java.util.List;
import java.util.Optional;

/// A sentence that asserts something, and what was found of it.
///
/// @param text the sentence, white space made single
/// @param from offset of its first character in the source
/// @param to offset after its last
/// @param line counted from 1
/// @param stance what it was read to say of the act; empty where its subject could not be told
/// @param readAs how it was understood
/// @param certain whether a silence that it rests on is sure
/// @param why in sentences
/// @param codes text by text, the one that decides first; of many, those first that say so
/// @param count how many say so, where it speaks of many
public record CheckedSentence(
        String text,
        int from,
        int to,
        int line,
        Stance stance,
        String readAs,
        ClaimFinding finding,
        boolean certain,
        String why,
        List<CodeFinding> codes,
        Optional<Count> count) {

    public CheckedSentence {
        codes = List.copyOf(codes);
    }

    /// How many texts of a class say so.
    ///
    /// @param called what the class is called
    /// @param of how many were asked
    /// @param hold how many say so
    /// @param unsure of how many the library holds too little to tell
    public record Count(String called, int of, int hold, int unsure) {}

    /// Of a statement that counts: the texts that say so, or those that do not or may not.
    public List<CodeFinding> counted(boolean holding) {
        int hold = count.map(Count::hold).orElse(0);
        return holding ? codes.subList(0, hold) : codes.subList(hold, codes.size());
    }

    /// Whether it is right in substance but names a wrong provision.
    public boolean citedWrongly() {
        return !codes.isEmpty() && !codes.getFirst().citedWell();
    }

    /// Whether a writer should look at it again.
    public boolean faulty() {
        return finding.faulty() || (finding == ClaimFinding.SUPPORTED && citedWrongly());
    }
}
