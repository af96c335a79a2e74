package se.samplan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.plans.StoryEvents.LABOUR_MARKET;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samplan.QueryTest;
import se.samplan.QueryWorld;
import se.samplan.enrolment.EnrolmentEvent;
import se.samplan.enrolment.Outcome;
import se.samplan.organisation.OrganisationKind;
import se.samplan.organisation.Role;
import se.samplan.plans.StoryEvents;

/** The reports over HTTP. */
@QueryTest
class ReportTest {

    /** Long before anything that generated histories of other tests tell of. */
    private static final int YEAR_OF_NOTHING = 1990;

    @Autowired
    private QueryWorld world;

    private String reportMaker = "";

    @BeforeEach
    void appoint() {
        world.ready();
        world.time().standAt(QueryWorld.NOW);
        world.organisation("1481", OrganisationKind.MUNICIPALITY, "Mölndal");
        world.organisation("REGION-VG", OrganisationKind.REGION, "Västra Götaland");
        reportMaker = world.token("siv", "1481", Role.REPORT_MAKER);
    }

    @Test
    void the_tables_have_the_columns_of_the_published_ones_and_one_row() {
        assertThat(csv(reportMaker, "participants-by-sex", YEAR_OF_NOTHING))
                .isEqualTo("municipality_code,municipality,year,men,women,total\n1481,Mölndal,1990,0,0,0\n");
        assertThat(csv(reportMaker, "referral_sources_2020", YEAR_OF_NOTHING))
                .isEqualTo("municipality_code,municipality,employment_service,"
                        + "employment_service_with_social_services,social_insurance_agency,self,social_services,"
                        + "other\n1481,Mölndal,,,,,,\n");
        assertThat(csv(reportMaker, "age", YEAR_OF_NOTHING))
                .startsWith("municipality_code,municipality,year,24_or_younger,25_or_older\n");
        assertThat(csv(reportMaker, "education", YEAR_OF_NOTHING))
                .startsWith("municipality_code,municipality,year,not_validated,post_secondary,upper_secondary,"
                        + "compulsory,incomplete_compulsory\n");
        assertThat(csv(reportMaker, "time-without-work", YEAR_OF_NOTHING))
                .startsWith("municipality_code,municipality,year,under_6_months,6_to_24_months,over_24_months,"
                        + "unknown\n");
        assertThat(csv(reportMaker, "enrolment-length", YEAR_OF_NOTHING))
                .startsWith("municipality_code,municipality,year,within_3_months,3_to_6_months,6_to_24_months,"
                        + "over_24_months\n");
    }

    @Test
    void they_say_up_to_when_they_have_all_that_was_recorded() {
        var report = world.get(reportMaker, path("age", 2020));
        assertThat(report.json().path("asOf").asString()).isEqualTo(QueryWorld.NOW.toString());
        var table = world.get(reportMaker, "/api/reports/age.csv?municipality=1481&year=2020");
        assertThat(table.response().headers().firstValue("Samplan-As-Of")).contains(QueryWorld.NOW.toString());
    }

    @Test
    void a_table_is_saved_under_its_name_and_in_the_form_that_is_asked_for() {
        var path = "/api/reports/age.csv?municipality=1481&year=2020";
        var table = world.get(reportMaker, path + "&form=excel");
        assertThat(table.response().body()).startsWith("\uFEFFmunicipality_code;municipality;");
        assertThat(table.response().headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"age-1481-2020.csv\"");
        assertThat(world.get(reportMaker, path + "&form=word").code()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void figures_are_exact_within_the_municipality_and_small_ones_suppressed_outside() {
        // Nobody else in these tests takes part in 2019.
        var at = Instant.parse("2019-03-01T09:00:00Z");
        var position = 0L;
        for (var person = 0; person < 3; person++) {
            var someone = world.someone(LABOUR_MARKET);
            if (person == 0) {
                world.protect(someone);
            }
            var referral = StoryEvents.referred(at, LocalDate.of(2019, 3, 15));
            var enrolled = StoryEvents.enrolled(at);
            position = world.happened(
                    someone,
                    StoryEvents.opened(someone, LABOUR_MARKET, at),
                    referral,
                    enrolled,
                    new EnrolmentEvent.EnrolmentEnded(
                            enrolled.enrolmentId(),
                            LABOUR_MARKET,
                            Outcome.MOVED,
                            List.of(),
                            null,
                            null,
                            at.plusSeconds(86_400)));
        }
        world.seen(position);
        assertThat(csv(reportMaker, "participants-by-sex", 2019)).endsWith("1481,Mölndal,2019,0,3,3\n");
        assertThat(csv(reportMaker, "referral-sources", 2019)).endsWith("1481,Mölndal,0,0,0,0,100,0\n");
        assertThat(csv(world.token("max", "1481", Role.MUNICIPAL_MANAGER), "participants-by-sex", 2019))
                .endsWith("0,3,3\n");
        var outside = world.token("rut", "REGION-VG", Role.REPORT_MAKER);
        // Outside the month has to be closed first.
        assertThat(csv(outside, "participants-by-sex", 2019)).endsWith("1481,Mölndal,2019,0,0,0\n");
        world.time().standAt(Instant.now().plus(Duration.ofDays(32)));
        assertThat(csv(outside, "participants-by-sex", 2019)).endsWith("1481,Mölndal,2019,,,\n");
        assertThat(csv(world.token("rut", "1384", Role.REPORT_MAKER), "participants-by-sex", 2019))
                .endsWith("1481,Mölndal,2019,,,\n");
        var json = world.get(outside, path("participants-by-sex", 2019)).json();
        assertThat(json.at("/figures/1/suppressed").asBoolean()).isTrue();
        assertThat(json.at("/figures/1/count").isNull()).isTrue();
        assertThat(json.at("/total").isNull()).isTrue();
        assertThat(json.at("/suppression/en").asString()).isNotEmpty();
        world.time().standAt(QueryWorld.NOW);
        var exact = world.get(reportMaker, path("referral-sources", 2019)).json();
        assertThat(exact.at("/figures/4/count").asInt()).isEqualTo(3);
        assertThat(exact.at("/explanation/sv").asString()).contains("andelar");
    }

    @Test
    void others_are_not_allowed_and_what_is_not_there_is_said() {
        for (var role : new Role[] {Role.MUNICIPAL_CASEWORKER, Role.SOCIAL_WORKER, Role.AUDITOR, Role.OPERATOR}) {
            var answer = world.get(world.token("ulf", "1481", role), path("participants-by-sex.csv", 2022));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("NOT_ALLOWED");
        }
        assertThat(world.get(world.token("max", "1384", Role.MUNICIPAL_MANAGER), path("age", 2022))
                        .code())
                .isEqualTo("NOT_ALLOWED");
        assertThat(world.get(reportMaker, path("people", 2022)).code()).isEqualTo("UNKNOWN_REPORT");
        assertThat(world.get(reportMaker, path("age", 2022).replace("1481", "0000"))
                        .code())
                .isEqualTo("UNKNOWN_MUNICIPALITY");
        assertThat(world.get(reportMaker, path("age", 2023)).code()).isEqualTo("YEAR_NOT_BEGUN");
        assertThat(world.get(reportMaker, path("age", 1989)).code()).isEqualTo("YEAR_OUT_OF_RANGE");
        assertThat(world.get(reportMaker, path("age", 2022).replace("2022", "x"))
                        .code())
                .isEqualTo("INVALID_REQUEST");
        assertThat(world.get(reportMaker, "/api/reports/age").code()).isEqualTo("INVALID_REQUEST");
        for (var table : List.of("age", "age.csv")) {
            var nul = world.get(reportMaker, path(table, 2022).replace("1481", "%00"));
            assertThat(nul.status()).isEqualTo(400);
            assertThat(nul.code()).isEqualTo("INVALID_REQUEST");
        }
    }

    private String csv(String token, String table, int year) {
        var answer = world.get(token, path(table + ".csv", year));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        return answer.body();
    }

    private static String path(String table, int year) {
        return "/api/reports/" + table + "?municipality=1481&year=" + year;
    }
}
