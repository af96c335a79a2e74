package se.samplan.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samplan.access.TokenIdentity;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.LaneId;
import se.samplan.command.EffectiveAt;
import se.samplan.http.Moment;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;
import se.samplan.refusal.Rejected;

class WriteRequestTest {

    private static final Instant NOW = Instant.parse("2022-03-10T12:00:00.123456789Z");

    private static WriteRequest request(Role role, String organisation) {
        return new WriteRequest(
                new TokenIdentity("anna", new OrganisationId(organisation), role),
                IfMatch.in(List.of("\"etag\"")),
                IdempotencyKey.in(List.of("key")),
                "POST /api\n\n",
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void works_in_the_lane_of_the_role_and_the_agency_in_one_nationwide() {
        assertThat(request(Role.SOCIAL_WORKER, "1481").lane()).isEqualTo(LaneId.of("1481:SOCIAL_SERVICES"));
        assertThat(request(Role.AGENCY_CASEWORKER, "AF-1481").lane()).isEqualTo(LaneId.AGENCY);
    }

    @ParameterizedTest
    @EnumSource(names = {"PROVIDER_TUTOR", "AUDITOR", "REPORT_MAKER", "OPERATOR"})
    void without_a_lane_has_nothing_to_do_with_cases(Role role) {
        assertThatThrownBy(request(role, "1481")::lane)
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(CaseRefusal.NOT_IN_A_LANE));
    }

    @Test
    void means_now_to_the_microsecond_unless_told_otherwise() {
        var request = request(Role.SOCIAL_WORKER, "1481");
        var day = LocalDate.of(2022, 3, 1);

        assertThat(request.at(null)).isEqualTo(EffectiveAt.instant(Instant.parse("2022-03-10T12:00:00.123456Z")));
        assertThat(request.at(new Moment(Instant.EPOCH, null))).isEqualTo(EffectiveAt.instant(Instant.EPOCH));
        assertThat(request.at(new Moment(SwedishDays.startOf(day), day))).isEqualTo(EffectiveAt.day(day));
    }

    @Test
    void of_what_changes_nothing_need_not_be_remembered() {
        var unrepeatable = request(Role.SOCIAL_WORKER, "1481").unrepeatable();

        assertThat(unrepeatable.key()).isNull();
        assertThat(unrepeatable.ifMatch()).isNull();
    }
}
