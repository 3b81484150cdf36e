package dev.postern.identity.administration.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowTest {

    @Test
    void quotes_are_doubled_and_every_cell_is_quoted() {
        assertThat(CsvRow.of(List.of("a", "b,\"c\"", ""))).isEqualTo("\"a\",\"b,\"\"c\"\"\",\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "|cmd"})
    void a_formula_is_text(String formula) {
        assertThat(CsvRow.of(List.of(formula))).startsWith("\"'");
    }
}
