package org.plumbline.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.bulk.DateForms.Trouble;

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
                    hyphens, without noughts   | 2023-5-1            |             | 2023-05-01
                    eight figures              | 20230501            |             | 2023-05-01
                    midnight in no zone        | 2023-05-01T00:00:00 |             | 2023-05-01
                    midnight, as spelt in the US | 1 May 2023 12:00:00 AM |       | 2023-05-01
                    a moment, as said          | 2023-05-01 14:30    | moment      | 2023-05-01
                    a moment in a zone, as said | 2023-05-01T23:30:00Z | moment    | 2023-05-01
                    with an offset, as said    | 2023-05-01T23:30:00.123+02:00 | moment | 2023-05-01
                    a moment and an order      | 5/1/2023 2:30:00 PM | month-first moment | 2023-05-01
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
                    a pattern, day first       | 05/01/2023          | dd/MM/yyyy  | 2023-01-05
                    a pattern, month first     | 05/01/2023          | M/d/yyyy    | 2023-05-01
                    counted by a spreadsheet   | 45047               | excel       | 2023-05-01
                    counted, with a time of day | 45047.5            | excel       | 2023-05-01
                    counted from 1904          | 43585               | excel-1904  | 2023-05-01
                    the first that is counted  | 1                   | excel       | 1900-01-01
                    the last before the false leap day | 59          | excel       | 1900-02-28
                    the first after the false leap day | 61          | excel       | 1900-03-01
                    written out among counted  | 2023-05-01          | excel       | 2023-05-01
                    """)
    void a_date_that_reads_one_way_is_read(String why, String text, String order, String day) {
        assertThat(read(text, order)).as(why).isEqualTo(new DateForms.Read(day, Trouble.NONE));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a day that does not exist                   | 30 February 2023     |
                    a day that does not exist, either way       | 31/02/2023           |
                    against what was said                       | 13/05/2023           | month-first
                    a day that spreadsheets made up             | 60                   | excel
                    a number and no day                         | 450470000            |
                    an hour of no day                           | 30 February 2023 10:00 | moment
                    no month                                    | 1 Flurble 2023       |
                    words                                       | last spring          |
                    """)
    void what_reads_no_way_stays_as_it_is(String why, String text, String order) {
        assertThat(read(text, order)).as(why).isEqualTo(new DateForms.Read(text, Trouble.NONE));
        assertThat(read(text, order).isDate()).isFalse();
    }

    @ParameterizedTest(name = "{0} where {1} is said: {2}")
    @CsvSource({
        "05/01/2023,, TWOFOLD",
        "5.1.2023,, TWOFOLD",
        "5-1-2023,, TWOFOLD",
        "5/1/2023, excel, TWOFOLD",
        "5/1/2023 00:00,, TWOFOLD",
        "5/1/2023 14:30, moment, TWOFOLD",
        "2023, excel, YEAR_OR_DAY",
        "01/05/23,, CENTURY",
        "1.5.23, day-first, CENTURY",
        "1-May-23,, CENTURY",
        "1 May '23,, CENTURY",
        "May-23,, CENTURY",
        "45047,, NUMBER",
        "45047, day-first, NUMBER",
        "2023-05-01 14:30,, MOMENT",
        "2023-05-01T00:00:00Z,, MOMENT",
        "2023-05-01T00:00:00+00:00, day-first, MOMENT"
    })
    void what_reads_in_several_ways_is_not_read(String text, String said, Trouble trouble) {
        assertThat(read(text, said)).isEqualTo(new DateForms.Read(text, trouble));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "european",
                "dd/MM/yy",
                "day-first month-first",
                "excel excel-1904",
                "dd/dd/yyyy"
            })
    void words_that_say_nothing_or_too_much_are_no_forms(String words) {
        assertThat(DateForms.of(words)).isEmpty();
        assertThat(ColumnMapping.isFormOfDates(words)).isFalse();
    }

    private static DateForms.Read read(String text, @Nullable String said) {
        return DateForms.of(said == null ? "" : said).orElseThrow().read(text);
    }
}
