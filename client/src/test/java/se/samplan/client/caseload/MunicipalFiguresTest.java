package se.samplan.client.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MunicipalFiguresTest {

    private final Tables tables = TableFolder.shipped();
    private final Weights weights = Weights.shipped();

    @ParameterizedTest
    @ValueSource(ints = {2018, 2019, 2020, 2021, 2022})
    void every_published_figure_is_met_or_named(int year) {
        for (var figures : MunicipalFigures.of(tables, year, 1, weights)) {
            for (var fitted : List.of(
                    figures.age(), figures.education(), figures.withoutWork(), figures.length(), figures.sources())) {
                var row = tables.row(fitted.table(), figures.municipality().code(), year);
                row.ifPresent(published -> published.figures().forEach((column, figure) -> assertThat(
                                figure.equals(fitted.percentages().get(column))
                                        || fitted.missed().stream()
                                                .anyMatch(cell -> cell.column().equals(column)))
                        .as("%s %s %s", fitted.table(), figures.municipality(), column)
                        .isTrue()));
            }
            tables.row(
                            PublishedTable.AGENCY_REFERRAL_SHARE,
                            figures.municipality().code(),
                            year)
                    .ifPresent(row -> assertThat(figures.sources().percentages().get("employment_service"))
                            .isEqualTo(row.figure("share_percent")));
        }
    }

    @Test
    void in_2022_the_cells_that_cannot_be_are_the_ages_of_lilla_edet() {
        assertThat(MunicipalFigures.of(tables, 2022, 1, weights).stream().flatMap(figures -> figures.missed().stream()))
                .extracting(UnreachableCell::municipality, UnreachableCell::table)
                .containsOnly(org.assertj.core.groups.Tuple.tuple("Lilla Edet", "age"))
                .hasSize(2);
    }

    @Test
    void the_published_men_and_women_are_taken_as_they_are() {
        assertThat(of("1384", 2022, 1).sexes().counts())
                .containsEntry("men", 342)
                .containsEntry("women", 310);
    }

    @Test
    void a_municipality_with_a_total_alone_has_the_sexes_of_the_others() {
        var sexes = of("1440", 2022, 1).sexes();
        assertThat(sexes.total()).isEqualTo(229);
        assertThat(sexes.from()).isEqualTo("average of the others");
        assertThat(sexes.count("men")).isBetween(105, 125);
    }

    @Test
    void the_agencys_share_of_referrals_fixes_the_first_source_and_the_rest_is_scaled() {
        var sources = of("1441", 2022, 1).sources();
        assertThat(sources.percentages()).containsEntry("employment_service", 72);
        assertThat(sources.counts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(sources.total());
        assertThat(sources.count("social_services")).isGreaterThan(sources.total() / 5);
    }

    @Test
    void a_year_without_the_table_takes_the_nearest_that_has_one() {
        assertThat(of("1480", 2020, 1).length().counts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isPositive();
    }

    @Test
    void a_scale_multiplies_the_participants_and_leaves_at_least_one() {
        assertThat(of("1480", 2022, 0.1).participants()).isEqualTo(250);
        assertThat(of("1462", 2022, 0.001).participants()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.1, 0.37, 1, 2})
    void those_who_make_the_referrals_sum_up_to_them(double scale) {
        for (var figures : MunicipalFigures.of(tables, 2022, scale, weights)) {
            var flow = figures.flow();
            assertThat(flow.referrals()).isEqualTo(figures.sources().total());
            assertThat(flow.begun()).isBetween(flow.returning(), figures.participants());
            assertThat(flow.declined()).isNotNegative();
            assertThat(flow.overdue()).isNotNegative();
        }
    }

    @Test
    void a_total_that_is_not_the_sum_of_the_sexes_is_named() {
        var files = new LinkedHashMap<String, String>();
        files.put(
                "participants_by_sex.csv",
                "municipality_code,municipality,year,men,women,total\n2480,Umeå,2022,10,10,21\n");
        var figures = MunicipalFigures.of(Tables.of(files), 2022, 1, weights).getFirst();
        assertThat(figures.participants()).isEqualTo(20);
        assertThat(figures.missed()).extracting(UnreachableCell::column).contains("total");
    }

    @Test
    void a_year_without_participants_says_which_years_there_are() {
        assertThatThrownBy(() -> MunicipalFigures.of(tables, 2030, 1, weights)).hasMessageContaining("2022");
    }

    private MunicipalFigures of(String code, int year, double scale) {
        return MunicipalFigures.of(tables, year, scale, weights).stream()
                .filter(figures -> figures.municipality().code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
