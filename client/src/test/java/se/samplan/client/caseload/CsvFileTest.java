package se.samplan.client.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CsvFileTest {

    @Test
    void doubled_quotes_commas_and_line_breaks_in_quotes_belong_to_the_cell() {
        var file = CsvFile.parse("a.csv", "code,name\n1,\"the \"\"north\"\", and more\"\n2,\"two\nlines\"\n3,plain\n");
        assertThat(file.lines())
                .extracting(line -> line.text("name"))
                .containsExactly("the \"north\", and more", "two\nlines", "plain");
        assertThat(file.lines()).extracting(CsvFile.Line::number).containsExactly(2, 3, 5);
    }

    @Test
    void cells_are_stripped_blank_lines_skipped_and_numbers_still_those_of_the_file() {
        var file = CsvFile.parse("a.csv", "\uFEFFcode, name \r\n\r\n  \r\n 1 , x\r\n2,\r\n\n3,z");
        assertThat(file.header()).containsExactly("code", "name");
        assertThat(file.lines()).extracting(line -> line.text("name")).containsExactly("x", "", "z");
        assertThat(file.lines()).extracting(CsvFile.Line::number).containsExactly(4, 5, 7);
    }

    @Test
    void a_file_without_a_header_is_refused() {
        for (var content : new String[] {"", "\n1,2\n", "  \n1,2\n"}) {
            assertThatThrownBy(() -> CsvFile.parse("a.csv", content))
                    .hasMessage("a.csv, line 1: the header is missing");
        }
    }

    @Test
    void a_quote_that_is_never_closed_is_named_by_file_and_line() {
        assertThatThrownBy(() -> CsvFile.parse("a.csv", "code,name\n1,x\n2,\"open\n"))
                .isInstanceOf(BadTable.class)
                .hasMessageStartingWith("a.csv, line ")
                .hasMessageContaining("quote");
    }

    @Test
    void cells_that_are_too_many_or_too_few_are_named_by_file_and_line() {
        assertThatThrownBy(() -> CsvFile.parse("a.csv", "code,name\n\n1,x,y\n"))
                .hasMessage("a.csv, line 3: 3 cells where the header has 2");
        assertThatThrownBy(() -> CsvFile.parse("a.csv", "code,name\n1\n"))
                .hasMessage("a.csv, line 2: 1 cells where the header has 2");
    }
}
