package org.plumbline.core.format;

import java.util.List;
import java.util.Map;

/// Writes JSON out of maps, lists, words, numbers and truth values, two spaces a level.
final class JsonText {

    /// A list of plain values is filled up to this column.
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
        String inner = indent + "  ";
        if (list.stream().noneMatch(v -> v instanceof Map || v instanceof List)) {
            plain(list.stream().map(JsonText::plain).toList(), indent, inner, text);
            return;
        }
        String before = "[\n";
        for (Object value : list) {
            text.append(before).append(inner);
            write(value, inner, text);
            before = ",\n";
        }
        text.append('\n').append(indent).append(']');
    }

    private static String plain(Object value) {
        var text = new StringBuilder();
        write(value, "", text);
        return text.toString();
    }

    /// Plain values on one line if they fit, else on as few as they need.
    private static void plain(
            List<String> values, String indent, String inner, StringBuilder text) {
        String line = "[" + String.join(", ", values) + "]";
        if (indent.length() + line.length() <= WIDEST) {
            text.append(line);
            return;
        }
        text.append("[\n").append(inner);
        int column = inner.length();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i) + (i + 1 < values.size() ? "," : "");
            if (column > inner.length() && column + 1 + value.length() > WIDEST) {
                text.append('\n').append(inner);
                column = inner.length();
            } else if (column > inner.length()) {
                text.append(' ');
                column++;
            }
            text.append(value);
            column += value.length();
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
