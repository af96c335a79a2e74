package se.samplan.client.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {

    private static final String BY_YEAR = "municipality_code,municipality,year,participants\n";

    @Test
    void the_shipped_tables_name_twelve_municipalities_for_2022() {
        var tables = TableFolder.shipped();
        assertThat(tables.withParticipants(2022))
                .hasSize(12)
                .extracting(Tables.Municipality::name)
                .doesNotContain("Tjörn");
        assertThat(tables.withParticipants(2021)).hasSize(13);
        assertThat(tables.municipality("1384").county()).isEqualTo("Halland");
    }

    @Test
    void an_empty_cell_was_not_published() {
        var row = TableFolder.shipped()
                .row(PublishedTable.EDUCATION, "1384", 2021)
                .orElseThrow();
        assertThat(row.figure("not_validated")).isNull();
        assertThat(row.figure("compulsory")).isEqualTo(44);
    }

    @Test
    void the_year_comes_from_the_files_name_where_there_is_no_column() {
        assertThat(TableFolder.shipped().row(PublishedTable.REFERRAL_SOURCES, "1481", 2022))
                .isPresent();
        assertThat(TableFolder.shipped().row(PublishedTable.REFERRAL_SOURCES, "1481", 2021))
                .isEmpty();
    }

    @Test
    void any_folder_in_the_format_can_be_read(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("participants_by_year_2019.csv"), BY_YEAR + "2480,Umeå,2019,12\n");
        Files.writeString(folder.resolve("notes.txt"), "not a table");
        assertThat(TableFolder.read(folder).withParticipants(2019))
                .extracting(Tables.Municipality::code)
                .containsExactly("2480");
    }

    @Test
    void rows_of_regions_and_of_the_nation_are_no_municipalities() {
        var tables = tables(
                "participants_by_year.csv",
                BY_YEAR
                        + "0000,Riket,2019,95000\n0014,Region Västra Götaland,2019,9000\n0114,Upplands Väsby,2019,12\n");

        assertThat(tables.withParticipants(2019))
                .extracting(Tables.Municipality::code)
                .containsExactly("0114");
    }

    @Test
    void a_table_in_another_encoding_is_named_by_file_and_line(@TempDir Path folder) throws IOException {
        var table = folder.resolve("participants_by_year.csv");
        for (var encoding : List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_16)) {
            Files.writeString(table, BY_YEAR + "1480,Goteborg,2019,3\n2480,Umeå,2019,12\n", encoding);
            assertThatThrownBy(() -> TableFolder.read(folder))
                    .hasMessage(
                            "participants_by_year.csv, line %d: not in UTF-8, as tables are; save it anew in that encoding",
                            encoding.equals(StandardCharsets.UTF_16) ? 1 : 3);
        }
        Files.writeString(table, BY_YEAR + "2480,Ume", StandardCharsets.UTF_8);
        Files.write(table, new byte[] {(byte) 0xC3}, StandardOpenOption.APPEND); // half a letter, at the very end
        assertThatThrownBy(() -> TableFolder.read(folder)).hasMessageStartingWith("participants_by_year.csv, line 2:");
    }

    @Test
    void a_file_that_is_no_table_may_be_in_any_encoding(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("participants_by_year.csv"), BY_YEAR + "2480,Umeå,2019,12\n");
        Files.writeString(folder.resolve("notes.csv"), "åäö", StandardCharsets.ISO_8859_1);

        assertThat(TableFolder.read(folder).withParticipants(2019)).hasSize(1);
    }

    @Test
    void a_bad_cell_is_named_by_file_line_and_column() {
        assertThatThrownBy(() -> tables("participants_by_year.csv", BY_YEAR + "2480,Umeå,2019,twelve\n"))
                .hasMessageContaining("participants_by_year.csv, line 2, column participants");
        assertThatThrownBy(() -> tables("participants_by_year.csv", BY_YEAR + "2480,Umeå,2019,-1\n"))
                .hasMessageContaining("not between");
        assertThatThrownBy(() -> tables(
                        "age.csv", "municipality_code,municipality,year,24_or_younger,25_or_older\n1,x,2022,1,99\n"))
                .hasMessageContaining("age.csv, line 2, column municipality_code");
        assertThatThrownBy(() -> tables(
                        "age.csv",
                        "municipality_code,municipality,year,24_or_younger,25_or_older\n1234,x,2022,101,0\n"))
                .hasMessageContaining("101 is not between 0 and 100");
    }

    @Test
    void a_line_with_too_few_cells_or_a_missing_column_is_named() {
        assertThatThrownBy(() -> tables("participants_by_year.csv", BY_YEAR + "2480,Umeå,2019\n"))
                .hasMessageContaining("line 2: 3 cells where the header has 4");
        assertThatThrownBy(() -> tables("participants_by_year.csv", "municipality_code,municipality,year\n"))
                .hasMessageContaining("column participants");
        assertThatThrownBy(() -> tables(
                        "referral_sources.csv", header(PublishedTable.REFERRAL_SOURCES) + "2480,Umeå,0,0,0,0,0,0\n"))
                .hasMessageContaining("year");
    }

    @Test
    void a_row_that_stands_twice_is_refused() {
        assertThatThrownBy(() -> tables("participants_by_year.csv", BY_YEAR + "2480,Umeå,2019,1\n2480,Umeå,2019,2\n"))
                .hasMessageContaining("2480 stands twice for 2019");
    }

    @Test
    void a_folder_that_is_not_there_or_holds_no_participants_is_refused(@TempDir Path folder) {
        assertThatThrownBy(() -> TableFolder.read(folder.resolve("nowhere"))).hasMessageContaining("is not a folder");
        assertThatThrownBy(() -> TableFolder.read(folder)).hasMessageContaining("participants_by_sex.csv");
    }

    private static Tables tables(String file, String content) {
        var files = new LinkedHashMap<String, String>();
        files.put(file, content);
        return Tables.of(files);
    }

    private static String header(PublishedTable table) {
        return "municipality_code,municipality," + String.join(",", table.columns()) + "\n";
    }
}
