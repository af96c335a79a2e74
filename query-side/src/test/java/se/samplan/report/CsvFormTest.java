package se.samplan.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvFormTest {

    private static final List<List<String>> ROWS = List.of(List.of("a", "b"), List.of("1,5", "Å;\"x\"\ny"));

    private static String written(CsvForm form) {
        return new String(form.write(ROWS), UTF_8);
    }

    @Test
    void the_plain_form_has_commas_and_quotes_what_holds_one() {
        assertThat(written(CsvForm.PLAIN)).isEqualTo("a,b\n\"1,5\",\"Å;\"\"x\"\"\ny\"\n");
    }

    @Test
    void the_form_for_excel_has_a_byte_order_mark_and_semicolons() {
        assertThat(written(CsvForm.EXCEL)).isEqualTo("\uFEFFa;b\r\n1,5;\"Å;\"\"x\"\"\ny\"\r\n");
    }

    @Test
    void forms_are_named_in_lower_case() {
        assertThat(CsvForm.named("excel")).contains(CsvForm.EXCEL);
        assertThat(CsvForm.named("plain")).contains(CsvForm.PLAIN);
        assertThat(CsvForm.named("EXCEL")).isEmpty();
    }
}
