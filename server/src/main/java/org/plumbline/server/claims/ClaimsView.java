package org.plumbline.server.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plumbline.ask.claims.CheckedSentence;
import org.plumbline.ask.claims.CheckedText;
import org.plumbline.ask.claims.ClaimFinding;
import org.plumbline.ask.claims.CodeFinding;
import org.plumbline.core.explain.EditionName;
import org.plumbline.core.norm.Library;
import org.plumbline.server.explore.Address;
import org.plumbline.server.explore.Badge;

/// A text that was checked, as its page shows it.
///
/// @param says how many sentences assert something, and what was found of them
/// @param pieces the text from its beginning to its end, what asserts something marked
/// @param claims the sentences that assert something, in order
/// @param json the same as a document
public record ClaimsView(String says, List<Piece> pieces, List<Claim> claims, String json) {

    public ClaimsView {
        pieces = List.copyOf(pieces);
        claims = List.copyOf(claims);
    }

    /// A piece of the text.
    ///
    /// @param number of the claim; 0 where nothing is asserted
    public record Piece(String text, int number, String family, String icon, String finding) {}

    /// One sentence with what was found of it.
    ///
    /// @param by which text decides it; empty where many do
    /// @param dropped the conditions that it leaves away
    /// @param aside the exceptions that a general statement may leave aside
    /// @param notes what is wrong with the provisions that it names
    /// @param counted for a sentence about many texts, who does and who does not
    public record Claim(
            int number,
            String sentence,
            String family,
            String icon,
            String finding,
            String by,
            String readAs,
            String why,
            List<String> dropped,
            List<String> aside,
            List<String> notes,
            List<String> counted,
            List<Provision> provisions) {}

    /// A provision that grounds a finding.
    public record Provision(String cite, String title, String address, Badge badge) {}

    /// The view of a text.
    ///
    /// @param source the text as it was pasted
    static ClaimsView of(Library library, String source, CheckedText text, String json) {
        List<Piece> pieces = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        int at = 0;
        for (CheckedSentence sentence : text.sentences()) {
            int number = claims.size() + 1;
            Claim claim = claim(library, number, sentence);
            if (sentence.from() > at) {
                pieces.add(plain(source.substring(at, sentence.from())));
            }
            int from = Math.max(at, sentence.from());
            if (sentence.to() > from) {
                pieces.add(
                        new Piece(
                                source.substring(from, sentence.to()),
                                number,
                                claim.family(),
                                claim.icon(),
                                claim.finding()));
                at = sentence.to();
            }
            claims.add(claim);
        }
        if (at < source.length()) {
            pieces.add(plain(source.substring(at)));
        }
        return new ClaimsView(says(text), pieces, claims, json);
    }

    private static Piece plain(String text) {
        return new Piece(text, 0, "", "", "");
    }

    private static String says(CheckedText text) {
        int many = text.sentences().size();
        StringBuilder says = new StringBuilder();
        if (many == 0) {
            says.append("No sentence asserts what a code or a law says.");
        } else {
            says.append(
                    many == 1
                            ? "1 sentence asserts something: "
                            : "%,d sentences assert something: ".formatted(many));
            List<String> found = new ArrayList<>();
            for (ClaimFinding finding : ClaimFinding.values()) {
                long these = text.sentences().stream().filter(s -> s.finding() == finding).count();
                if (these > 0) {
                    found.add("%,d %s".formatted(these, words(finding).toLowerCase(Locale.ROOT)));
                }
            }
            says.append(String.join(", ", found)).append('.');
        }
        if (text.leftAlone() > 0) {
            says.append(
                    text.leftAlone() == 1
                            ? " 1 other sentence was left alone."
                            : " %,d other sentences were left alone.".formatted(text.leftAlone()));
        }
        if (text.unread() > 0) {
            says.append(
                    " %,d stretches were too long to be sentences, and were not read."
                            .formatted(text.unread()));
        }
        return says.toString();
    }

    private static Claim claim(Library library, int number, CheckedSentence sentence) {
        boolean one = sentence.count().isEmpty() && !sentence.codes().isEmpty();
        List<String> notes = new ArrayList<>();
        List<Provision> provisions = new ArrayList<>();
        if (one) {
            CodeFinding code = sentence.codes().getFirst();
            code.citations().stream().filter(c -> !c.right()).forEach(c -> notes.add(c.note()));
            code.provisions()
                    .forEach(g ->
                            provisions.add(
                                    new Provision(
                                            EditionName.brief(library, g.home())
                                                    + ", "
                                                    + g.provision().id(),
                                            g.provision().title(),
                                            Address.provision(g.home().id(), g.provision().id()),
                                            Badge.of(g.provision().verified()))));
        }
        return new Claim(
                number,
                sentence.text(),
                family(sentence),
                icon(sentence.finding()),
                headline(sentence),
                one ? sentence.codes().getFirst().edition().title() : "",
                sentence.readAs(),
                sentence.why(),
                one ? sentence.codes().getFirst().conditions() : List.of(),
                one ? sentence.codes().getFirst().exceptions() : List.of(),
                notes,
                one ? List.of() : counted(library, sentence),
                provisions);
    }

    private static final int MOST_NAMED = 6;

    private static List<String> counted(Library library, CheckedSentence sentence) {
        List<String> lines = new ArrayList<>();
        Map.of(true, "They do", false, "They do not, or it is not certain").entrySet().stream()
                .sorted((a, b) -> Boolean.compare(b.getKey(), a.getKey()))
                .forEach(part -> {
                    List<String> names =
                            sentence.counted(part.getKey()).stream()
                                    .map(c -> EditionName.brief(library, c.edition()))
                                    .toList();
                    if (!names.isEmpty()) {
                        lines.add(
                                part.getValue()
                                        + ": "
                                        + String.join(
                                                ", ",
                                                names.subList(
                                                        0, Math.min(MOST_NAMED, names.size())))
                                        + (names.size() > MOST_NAMED
                                                ? " and %d more"
                                                        .formatted(names.size() - MOST_NAMED)
                                                : "")
                                        + ".");
                    }
                });
        return lines;
    }

    private static String headline(CheckedSentence sentence) {
        String words = words(sentence.finding());
        if (!sentence.citedWrongly()) {
            return words;
        }
        return sentence.finding() == ClaimFinding.SUPPORTED
                ? words + " in substance, but cited wrongly"
                : words + ", and cited wrongly";
    }

    private static String words(ClaimFinding finding) {
        return switch (finding) {
            case SUPPORTED -> "Supported";
            case UNDERSTATED -> "Understated";
            case OVERSTATED -> "Overstated";
            case OUTDATED -> "Outdated";
            case SILENT -> "The text is silent";
            case CONTRADICTED -> "Contradicted";
            case NOT_CHECKABLE -> "Not checkable";
        };
    }

    private static String family(CheckedSentence sentence) {
        return switch (sentence.finding()) {
            case SUPPORTED -> sentence.citedWrongly() ? "f-caution" : "f-leave";
            case UNDERSTATED, OVERSTATED, OUTDATED -> "f-caution";
            case CONTRADICTED -> "f-against";
            case SILENT, NOT_CHECKABLE -> "f-none";
        };
    }

    private static String icon(ClaimFinding finding) {
        return switch (finding) {
            case SUPPORTED -> "i-tick";
            case UNDERSTATED, OVERSTATED -> "i-half";
            case OUTDATED -> "i-ring";
            case SILENT -> "i-dash";
            case CONTRADICTED -> "i-cross";
            case NOT_CHECKABLE -> "i-q";
        };
    }
}
