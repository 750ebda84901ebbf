package org.plumbline.core.format;

import java.util.List;
import java.util.Map;

/// Writes JSON out of maps, lists, words, numbers and truth values, two spaces a level.
final class JsonText {

    /// A list of plain values stays on its line up to this column.
    private static final int WIDEST = 100;

    private JsonText() {}

    static String of(Object value) {
        var text = new StringBuilder();
        write(value, "", text);
        return text.append('\n').toString();
    }

    private static void write(Object value, String indent, StringBuilder text) {
        switch (value) {
            case Map<?, ?> map -> {
                if (map.isEmpty()) {
                    text.append("{}");
                    return;
                }
                String inner = indent + "  ";
                String before = "{\n";
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    text.append(before).append(inner);
                    quote(String.valueOf(entry.getKey()), text);
                    text.append(": ");
                    write(entry.getValue(), inner, text);
                    before = ",\n";
                }
                text.append('\n').append(indent).append('}');
            }
            case List<?> list -> list(list, indent, text);
            case String word -> quote(word, text);
            default -> text.append(value);
        }
    }

    private static void list(List<?> list, String indent, StringBuilder text) {
        boolean plain = list.stream().noneMatch(v -> v instanceof Map || v instanceof List);
        if (plain) {
            var line = new StringBuilder("[");
            String before = "";
            for (Object value : list) {
                line.append(before);
                write(value, "", line);
                before = ", ";
            }
            line.append(']');
            if (indent.length() + line.length() <= WIDEST) {
                text.append(line);
                return;
            }
        }
        String inner = indent + "  ";
        String before = "[\n";
        for (Object value : list) {
            text.append(before).append(inner);
            write(value, inner, text);
            before = ",\n";
        }
        text.append('\n').append(indent).append(']');
    }

    private static void quote(String word, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                default -> {
                    if (c < ' ') {
                        text.append("\\u%04x".formatted((int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
