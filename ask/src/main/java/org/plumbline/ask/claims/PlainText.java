package org.plumbline.ask.claims;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Plain text into blocks: an empty line ends one, and so does the start of an item of a list.
final class PlainText {

    private static final Pattern ITEM = Pattern.compile("(\\s{0,8}(?:[-*•]|[0-9]{1,3}[.)])\\s).*");

    private PlainText() {}

    static List<Prose.Block> blocks(String source) {
        var builder = new Prose.Builder();
        int at = 0;
        while (at < source.length()) {
            int end = source.indexOf('\n', at);
            int next = end < 0 ? source.length() : end + 1;
            String head = source.substring(at, Math.min(next, at + 40));
            if (head.isBlank() && next - at <= 40) {
                builder.end();
            } else {
                int from = at;
                Matcher item = ITEM.matcher(head.stripTrailing());
                if (item.matches()) {
                    builder.end();
                    from += item.end(1);
                }
                for (int i = from; i < next; i++) {
                    builder.add(source.charAt(i), i);
                }
            }
            at = next;
        }
        return builder.blocks();
    }
}
