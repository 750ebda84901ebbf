package org.plumbline.core.load;

/// A place in a file: where a word begins and how far it goes.
///
/// @param file path as it was given to the reader, for printing
/// @param line first line is 1
/// @param column first character is 1
/// @param endColumn the column after the last character on that line; at least `column`
public record Span(String file, int line, int column, int endColumn) implements Comparable<Span> {

    /// The beginning of a file, for findings about the file as a whole.
    public static Span of(String file) {
        return new Span(file, 1, 1, 1);
    }

    @Override
    public int compareTo(Span other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
