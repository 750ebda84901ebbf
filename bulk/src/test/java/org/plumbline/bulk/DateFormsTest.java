package org.plumbline.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFormsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    the form of case files     | 2023-05-01          |             | 2023-05-01
                    a month                    | 2023-05             |             | 2023-05
                    a span                     | 2023-05..2023-07    |             | 2023-05..2023-07
                    slashes, year first        | 2023/5/1            |             | 2023-05-01
                    eight figures              | 20230501            |             | 2023-05-01
                    midnight in no zone        | 2023-05-01T00:00:00 |             | 2023-05-01
                    a moment in no zone        | 2023-05-01 14:30    |             | 2023-05-01
                    day and name               | 1 May 2023          |             | 2023-05-01
                    name and day               | May 1st, 2023       |             | 2023-05-01
                    a short name               | 01-Sep-2023         |             | 2023-09-01
                    a month by its name        | September 2023      |             | 2023-09
                    a month with a slash       | 05/2023             |             | 2023-05
                    one reading alone          | 13/05/2023          |             | 2023-05-13
                    the other alone            | 05/13/2023          |             | 2023-05-13
                    both readings the same     | 05/05/2023          |             | 2023-05-05
                    day first, as said         | 05/01/2023          | day-first   | 2023-01-05
                    month first, as said       | 05/01/2023          | month-first | 2023-05-01
                    dots, day first, as said   | 5.1.2023            | day-first   | 2023-01-05
                    """)
    void a_date_that_reads_one_way_is_read(String why, String text, String order, String day) {
        assertThat(read(text, order)).as(why).isEqualTo(new DateForms.Read(day, false));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a moment in a zone, whose day depends on it | 2023-05-01T00:00:00Z |
                    two figures for a year                      | 01/05/23             |
                    a day that does not exist                   | 30 February 2023     |
                    a day that does not exist, either way       | 31/02/2023           |
                    against what was said                       | 13/05/2023           | month-first
                    days since 1900, as spreadsheets keep them  | 45047                |
                    no month                                    | 1 Flurble 2023       |
                    words                                       | last spring          |
                    """)
    void what_reads_no_way_stays_as_it_is(String why, String text, String order) {
        assertThat(read(text, order)).as(why).isEqualTo(new DateForms.Read(text, false));
    }

    @ParameterizedTest
    @CsvSource({"05/01/2023", "5.1.2023", "5-1-2023"})
    void what_reads_two_ways_is_not_read(String text) {
        assertThat(read(text, null)).isEqualTo(new DateForms.Read(text, true));
    }

    private static DateForms.Read read(String text, String order) {
        return new DateForms(
                        order == null
                                ? DateForms.Order.NOT_SAID
                                : DateForms.Order.of(order).orElseThrow())
                .read(text);
    }
}
