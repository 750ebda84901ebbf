package org.plumbline.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.plumbline.core.condition.LastDay;
import org.plumbline.core.condition.Length;
import org.plumbline.core.condition.Reckoning;
import org.plumbline.core.condition.Rounding;
import org.plumbline.core.decide.Alphabet.Span;

/// That the few days looked at stand for every day there is.
class ClosingDaysTest {

    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    private static final LocalDate NEAR = LocalDate.of(2026, 6, 15);

    @RepeatedTest(25)
    void whatever_day_one_takes_another_with_the_same_order_was_looked_at(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        Set<Span> spans = new HashSet<>();
        for (int left = 1 + random.nextInt(5); left > 0; left--) {
            Span span = span(random);
            spans.add(span);
            if (random.nextBoolean()) {
                spans.add(nearly(span, random));
            }
        }
        List<LocalDate> days = new ClosingDays().of(spans, FIRST, FIRST.plusYears(400), NEAR);
        List<Span> ordered = List.copyOf(spans);
        Set<List<Integer>> orders = new HashSet<>();
        days.forEach(day -> orders.add(order(ordered, day)));
        assertThat(orders).as("each order once").hasSameSizeAs(days);
        for (int sample = 0; sample < 400; sample++) {
            LocalDate day = FIRST.plusDays(random.nextInt(200_000));
            assertThat(orders)
                    .as("the order on %s of %s", day, spans)
                    .contains(order(ordered, day));
        }
        for (int year = 2023; year < 2033; year++) {
            for (LocalDate day = LocalDate.of(year, 2, 26); day.getMonthValue() < 4; ) {
                assertThat(orders).contains(order(ordered, day));
                day = day.plusDays(1);
            }
        }
    }

    @Test
    void no_window_needs_one_day() {
        assertThat(new ClosingDays().of(Set.of(), FIRST, FIRST.plusYears(1), NEAR))
                .containsExactly(NEAR);
    }

    @Test
    void a_day_outside_what_was_asked_is_never_looked_at() {
        LocalDate last = FIRST.plusDays(40);
        Set<Span> spans = Set.of(span(new Random(1)), span(new Random(2)), span(new Random(3)));
        assertThat(new ClosingDays().of(spans, FIRST, last, last))
                .isNotEmpty()
                .allMatch(day -> !day.isBefore(FIRST) && !day.isAfter(last));
    }

    @RepeatedTest(25)
    void windows_of_nearly_the_same_length_change_places(RepetitionInfo run) {
        var random = new Random(1000 + run.getCurrentRepetition());
        Span span = span(random);
        List<Span> ordered = List.of(span, nearly(span, random));
        List<LocalDate> days =
                new ClosingDays().of(Set.copyOf(ordered), FIRST, FIRST.plusYears(400), NEAR);
        Set<List<Integer>> orders = new HashSet<>();
        days.forEach(day -> orders.add(order(ordered, day)));
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusYears(12)); day = day.plusDays(1)) {
            assertThat(orders).as("%s on %s", ordered, day).contains(order(ordered, day));
        }
    }

    private static Span span(Random random) {
        boolean months = random.nextBoolean();
        int number = 1 + random.nextInt(months ? 61 : 800);
        return new Span(
                new Length(months ? number : 0, months ? 0 : number, number + " of something"),
                reckoning(random));
    }

    /// A span in days that is up to two weeks longer or shorter than another.
    private static Span nearly(Span other, Random random) {
        long days = Math.round(other.length().months() * 30.436875) + other.length().days();
        int number = (int) Math.max(1, days + random.nextInt(-14, 15));
        return new Span(new Length(0, number, number + " days"), reckoning(random));
    }

    private static Reckoning reckoning(Random random) {
        return new Reckoning(
                random.nextBoolean() ? LastDay.INCLUDED : LastDay.EXCLUDED,
                random.nextBoolean() ? Rounding.UP : Rounding.DOWN);
    }

    /// For each span, how many others close earlier.
    private static List<Integer> order(List<Span> spans, LocalDate day) {
        List<LocalDate> closing = spans.stream().map(s -> EventDays.closing(day, s)).toList();
        List<Integer> order = new ArrayList<>();
        for (LocalDate one : closing) {
            order.add((int) closing.stream().filter(other -> other.isBefore(one)).count());
        }
        return order;
    }
}
