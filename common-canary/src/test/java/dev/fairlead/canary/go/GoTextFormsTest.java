package dev.fairlead.canary.go;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GoTextFormsTest {

    @ParameterizedTest
    @CsvSource({"1m30s,90000", "500ms,500", "1.5h,5400000", "+5s,5000", "-2s,-2000", "0,0", "0s,0",
        ".5s,500",
        "1.s,1000", "1h1m1s1ms,3661001", "2m3.5s,123500"})
    void durations_are_read_as_go_reads_them(String text, long millis) {
        assertThat(GoDuration.parse(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1min|time: unknown unit \"min\" in duration \"1min\"",
        "5|time: missing unit in duration \"5\"", "''|time: invalid duration \"\"",
        "-|time: invalid duration \"-\"", "s|time: invalid duration \"s\"",
        ".s|time: invalid duration \".s\"",
        "1d|time: unknown unit \"d\" in duration \"1d\"",
        "1 s|time: unknown unit \" s\" in duration \"1 s\"",
        "9223372036854775808ns|time: invalid duration \"9223372036854775808ns\"",
        "3000000h|time: invalid duration \"3000000h\""})
    void a_text_that_is_no_duration_is_refused_in_the_words_of_go(String text, String message) {
        assertThatThrownBy(() -> GoDuration.parse(text)).isInstanceOf(GoDuration.Unparsable.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1m30s", "500ms", "1.515s", "1h0m0s", "0s", "1h30m0s", "-1.5s", "1ns",
        "1.5µs", "100h0m0.5s"})
    void durations_are_written_as_go_writes_them(String text) {
        assertThat(GoDuration.format(GoDuration.parse(text))).isEqualTo(text);
    }

    @Test
    void the_longest_duration_is_read_and_written() {
        assertThat(GoDuration.format(GoDuration.parse("9223372036854775807ns")))
                .isEqualTo("2562047h47m16.854775807s");
    }

    @ParameterizedTest
    @CsvSource({"99,99", "0.5,0.5", "1000000,1e+06", "123456789,1.23456789e+08",
        "123456.789,123456.789",
        "0.0001,0.0001", "0.00001,1e-05", "12345678901234567890,1.2345678901234567e+19",
        "0.30000000000000004,0.30000000000000004",
        "4.9E-324,5e-324", "0,0", "-0.0,-0", "-1.5e300,-1.5e+300", "NaN,NaN", "Infinity,+Inf"})
    void numbers_are_written_in_the_fewest_digits(double value, String text) {
        assertThat(GoNumber.shortest(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"98.765,98.77", "0.125,0.12", "0.375,0.38", "1e21,1000000000000000000000.00",
        "-1.005,-1.00",
        "99.995,100.00", "NaN,NaN", "-Infinity,-Inf"})
    void measured_values_have_two_places(double value, String text) {
        assertThat(GoNumber.fixed(value, 2)).isEqualTo(text);
    }

    @Test
    void text_is_quoted_with_the_escapes_of_go() {
        assertThat(GoText.quote("a\"b\\c\n\té\u0001\u2028"))
                .isEqualTo("\"a\\\"b\\\\c\\n\\té\\x01\\u2028\"");
        assertThat(GoText.quoteAscii("é😀")).isEqualTo("\"\\u00e9\\U0001f600\"");
        assertThat(GoText.quoteRune('x', false)).isEqualTo("'x'");
    }
}
