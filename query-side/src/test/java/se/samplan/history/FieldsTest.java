package se.samplan.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samplan.casefile.OpenedTexts;
import se.samplan.casefile.Visibility;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.CaseId;
import se.samplan.casework.CaseOpened;
import se.samplan.casework.EntryId;
import se.samplan.casework.Ground;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.enrolment.EnrolmentEvent.EnrolmentEnded;
import se.samplan.enrolment.EnrolmentId;
import se.samplan.enrolment.Outcome;
import se.samplan.plan.ActivityEvent.ActivityStarted;
import se.samplan.plan.ActivityId;
import se.samplan.plan.GoalId;
import se.samplan.plan.PlanEvent.PlanAgreed;
import se.samplan.plan.PlanId;
import se.samplan.plans.StoryEvents;
import se.samplan.referral.ReferralId;

/** What of an event's components is shown, and what fails closed. */
class FieldsTest {

    private static final UUID KNOWN = UUID.randomUUID();
    private static final UUID HIDDEN = UUID.randomUUID();
    private static final Instant AT = Instant.parse("2022-03-01T09:00:00Z");
    private static final CaseEvent EVENT = new PlanAgreed(new PlanId(KNOWN), StoryEvents.LABOUR_MARKET, AT);

    /** An id type that somebody added and nobody listed. */
    private record ForgottenId(UUID value) {}

    @Test
    void a_type_that_nobody_listed_is_not_shown_though_its_entry_is_visible() {
        assertThat(shown(new ForgottenId(HIDDEN))).isNull();
        assertThat(shown(new ForgottenId(KNOWN))).isNull();
        assertThat(shown(List.of(new ForgottenId(KNOWN)))).isEqualTo(List.of());
        assertThat(Fields.isShown(ForgottenId.class)).isFalse();
    }

    @Test
    void an_id_is_shown_where_its_entry_is_visible_and_only_there() {
        assertThat(shown(new ReferralId(KNOWN))).isEqualTo(KNOWN);
        assertThat(shown(new ReferralId(HIDDEN))).isNull();
        assertThat(shown(new GoalId(KNOWN))).isEqualTo(KNOWN);
        assertThat(shown(new GoalId(HIDDEN))).isNull();
        assertThat(shown(List.of(KNOWN, HIDDEN))).isEqualTo(List.of(KNOWN));
    }

    @Test
    void every_id_of_an_entry_is_of_the_family() {
        assertThat(Stream.of(EntryId.class.getPermittedSubclasses()))
                .isNotEmpty()
                .allMatch(Fields::isShown);
    }

    @Test
    void every_component_of_every_event_is_of_a_type_that_is_shown() {
        var forgotten = events(CaseEvent.class)
                .filter(event -> event != CaseOpened.class) // never shown to anybody
                .flatMap(event -> Stream.of(event.getRecordComponents()))
                .filter(component -> !Fields.isShown(shownType(component)))
                .map(component -> component.getDeclaringRecord().getSimpleName() + "." + component.getName());
        assertThat(forgotten)
                .as("decide in Fields whether a reader may see them; an entry's id belongs to EntryId")
                .isEmpty();
    }

    private static Object shown(Object value) {
        return OpenedTexts.within(
                new CaseId(UUID.randomUUID()), fields -> List.of(), texts -> new Fields(texts, Set.of(KNOWN), to())
                        .shown(EVENT, "field", value));
    }

    /** Whoever works in these lanes, with these grounds in force. */
    private static Visibility to(Ground... grounds) {
        return new Visibility(Set.of(StoryEvents.SOCIAL_SERVICES), List.of(grounds), AT);
    }

    private static Set<String> fields(CaseEvent event, Visibility visibility) {
        return OpenedTexts.within(new CaseId(UUID.randomUUID()), texts -> List.of(), texts -> new Fields(
                                texts, Set.of(KNOWN), visibility)
                        .of(event))
                .keySet();
    }

    @Test
    void what_was_computed_from_measures_of_the_agency_is_shown_to_its_lane_and_to_those_who_may_know_them() {
        var own = new ActivityStarted(new ActivityId(KNOWN), StoryEvents.SOCIAL_SERVICES, true, null, AT);
        var others = new ActivityStarted(new ActivityId(KNOWN), StoryEvents.LABOUR_MARKET, true, null, AT);
        var toTheAgency = ground(LaneId.AGENCY);

        assertThat(fields(own, to())).contains("withoutClearance");
        assertThat(fields(others, to(ground(StoryEvents.LABOUR_MARKET)))).doesNotContain("withoutClearance");
        assertThat(fields(others, to(ground(StoryEvents.LABOUR_MARKET), toTheAgency)))
                .contains("withoutClearance");
    }

    @Test
    void why_entries_were_left_open_is_shown_to_its_lane_and_to_those_who_may_know_them_all() {
        var visibility = to(ground(StoryEvents.LABOUR_MARKET));

        assertThat(isReasonKnown(StoryEvents.LABOUR_MARKET, List.of(KNOWN), visibility))
                .isTrue();
        assertThat(isReasonKnown(StoryEvents.LABOUR_MARKET, List.of(KNOWN, HIDDEN), visibility))
                .isFalse();
        assertThat(isReasonKnown(StoryEvents.SOCIAL_SERVICES, List.of(HIDDEN), visibility))
                .isTrue();
    }

    private static boolean isReasonKnown(LaneId lane, List<UUID> leftOpen, Visibility visibility) {
        var ended = new EnrolmentEnded(
                new EnrolmentId(KNOWN), lane, Outcome.STUDIES_WITH_SUPPORT, leftOpen, null, null, AT);
        return OpenedTexts.within(
                new CaseId(UUID.randomUUID()), texts -> List.of(), texts -> new Fields(texts, Set.of(KNOWN), visibility)
                        .isKnown(ended, "leftOpenReason"));
    }

    private static Ground ground(LaneId with) {
        return new Ground(
                GroundId.random(),
                new TreeSet<>(Set.of(StoryEvents.SOCIAL_SERVICES, with)),
                new TreeSet<>(Set.of(InformationKind.ACTIVITIES)),
                AT,
                null);
    }

    private static Stream<Class<?>> events(Class<?> type) {
        var permitted = type.getPermittedSubclasses();
        return permitted == null ? Stream.of(type) : Stream.of(permitted).flatMap(FieldsTest::events);
    }

    private static Class<?> shownType(RecordComponent component) {
        Type type = component.getGenericType() instanceof ParameterizedType several
                ? several.getActualTypeArguments()[0]
                : component.getType();
        return MethodType.methodType((Class<?>) type).wrap().returnType();
    }
}
