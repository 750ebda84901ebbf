package org.plumbline.core.condition;

/// A number with up to twelve digits before the point and six after, held exactly.
///
/// Not a [java.math.BigDecimal]: nothing is ever calculated with it, and that class works out the
/// powers of ten up to the ten thousandth when it is first touched, which a question need not wait
/// for.
///
/// @param millionths the number times a million
public record Decimal(long millionths) implements Comparable<Decimal> {

    private static final int PLACES = 6;
    private static final long ONE = 1_000_000;

    /// A whole number.
    public static Decimal of(long whole) {
        return new Decimal(Math.multiplyExact(whole, ONE));
    }

    /// The number that these digits write, with a point where needed: `25`, `0.50`.
    ///
    /// @throws NumberFormatException where they write none, or one that has more digits
    public static Decimal parse(String digits) {
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String part = point < 0 ? "" : digits.substring(point + 1);
        if (whole.isEmpty()
                || whole.length() > 12
                || part.length() > PLACES
                || (point >= 0 && part.isEmpty())
                || !(whole + part).chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new NumberFormatException(digits);
        }
        return new Decimal(Long.parseLong(whole + part + "0".repeat(PLACES - part.length())));
    }

    /// Whether there is nothing after the point.
    public boolean isWhole() {
        return millionths % ONE == 0;
    }

    /// What stands before the point.
    public long whole() {
        return millionths / ONE;
    }

    /// As it is written: without zeros that say nothing.
    @Override
    public String toString() {
        String all = Long.toString(millionths % ONE + ONE).substring(1);
        int end = PLACES;
        while (end > 0 && all.charAt(end - 1) == '0') {
            end--;
        }
        return millionths / ONE + (end == 0 ? "" : "." + all.substring(0, end));
    }

    @Override
    public int compareTo(Decimal other) {
        return Long.compare(millionths, other.millionths);
    }
}
