package se.samplan.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import se.samplan.access.Actor;
import se.samplan.casework.CaseAnswer;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.ReadVersion;
import se.samplan.casework.Sealed;
import se.samplan.command.CommandMetadata;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.policy.Policies;
import se.samplan.policy.PolicyId;
import se.samplan.policy.PolicyKind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Rejected;
import se.samplan.staff.IsColleague;
import se.samplan.staff.KindOfOrganisation;
import se.samplan.staff.OwnAppointments;

/** One case at a fixed time: what happened before, the policies, who sends, and what a command then makes of it. */
public final class CaseUnderTest {

    public static final CaseId CASE = new CaseId(UUID.fromString("c0ffee00-aaaa-4aaa-8aaa-aaaaaaaaaaaa"));
    public static final LaneId MUNICIPALITY = LaneId.of("1481:LABOUR_MARKET");
    public static final LaneId SOCIAL_SERVICES = LaneId.of("1481:SOCIAL_SERVICES");
    public static final LaneId NEIGHBOUR = LaneId.of("1480:LABOUR_MARKET");
    public static final LaneId AGENCY = LaneId.AGENCY;
    public static final StaffId ANNA = new StaffId(UUID.fromString("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"));
    public static final StaffId BENGT = new StaffId(UUID.fromString("bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb"));
    public static final Sealed TEXT = new Sealed(UUID.fromString("eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee"), "AQID");

    /** When the causes of most tests took effect, a Tuesday. */
    public static final Instant THEN = Instant.parse("2022-03-01T09:00:00Z");

    public static final Instant NOW = Instant.parse("2022-03-10T12:00:00Z");

    private final List<Policies.Row> rows = new ArrayList<>();
    private final List<EventMessage<?>> history = new ArrayList<>();
    private final Map<String, Object> beside = new HashMap<>();
    private Instant now = NOW;
    private StaffId sender = ANNA;
    private OrganisationId office = new OrganisationId("AF-1481");
    private Set<Mandate> mandates = EnumSet.noneOf(Mandate.class);

    /** What became of a command. */
    public record Decided(
            List<EventMessage<?>> messages,
            @Nullable CaseAnswer answer,
            @Nullable Rejected failure) {

        /** The events of a command that was accepted. */
        public List<CaseEvent> events() {
            assertThat(failure).as("refusal").isNull();
            return messages.stream()
                    .map(message -> (CaseEvent) message.getPayload())
                    .toList();
        }

        public <T extends CaseEvent> List<T> events(Class<T> type) {
            return events().stream().filter(type::isInstance).map(type::cast).toList();
        }

        /** The answer to a command that was accepted. */
        public CaseAnswer accepted() {
            assertThat(failure).as("refusal").isNull();
            return Objects.requireNonNull(answer);
        }

        /** The collisions that the answer shows. */
        @SuppressWarnings("unchecked")
        public List<Map<String, Object>> collisions() {
            return (List<Map<String, Object>>) accepted().responseFields().getOrDefault("collisions", List.of());
        }

        /** The reason of a command that was refused, and so changed nothing. */
        public Reason refusal() {
            return rejected().reason();
        }

        public Rejected rejected() {
            assertThat(failure).as("refusal").isNotNull();
            assertThat(messages).isEmpty();
            return Objects.requireNonNull(failure);
        }

        public MetaData metadata(Class<?> event) {
            return messages.stream()
                    .filter(message -> message.getPayloadType() == event)
                    .findFirst()
                    .orElseThrow()
                    .getMetaData();
        }
    }

    private CaseUnderTest() {
        having(Happened.opened());
    }

    /** A case in which this has happened. */
    public static CaseUnderTest where(CaseEvent... events) {
        return new CaseUnderTest().having(events);
    }

    public CaseUnderTest having(CaseEvent... events) {
        for (var event : events) {
            history.add(GenericEventMessage.asEventMessage(event));
        }
        return this;
    }

    public CaseUnderTest at(Instant moment) {
        now = moment;
        return this;
    }

    public CaseUnderTest sentBy(StaffId staff, Mandate... with) {
        sender = staff;
        mandates = Set.of(with);
        return this;
    }

    /** Its sender has read that version. */
    public CaseUnderTest havingRead(String version) {
        return with(CommandMetadata.READ_VERSION, read(version));
    }

    static ReadVersion read(String version) {
        return (caseId, now) -> now.equals(version);
    }

    public CaseUnderTest with(String key, Object value) {
        beside.put(key, value);
        return this;
    }

    /** The organisation has this policy, from 2022 on; values are written {@code name=value}. */
    public CaseUnderTest policy(PolicyKind kind, String organisation, String... values) {
        return policy(kind, organisation, LocalDate.of(2022, 1, 1), null, values);
    }

    public CaseUnderTest policy(
            PolicyKind kind, String organisation, LocalDate from, @Nullable LocalDate to, String... values) {
        var set = new TreeMap<String, String>();
        for (var value : values) {
            set.put(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
        }
        rows.add(new Policies.Row(
                PolicyId.random(), rows.size() + 1L, new OrganisationId(organisation), kind, set, from, to));
        return this;
    }

    /** Sends a command that must be accepted; the case goes on from there. */
    public CaseUnderTest after(CaseCommand command) {
        var decided = when(command);
        decided.accepted();
        history.addAll(decided.messages());
        return this;
    }

    public Decided when(CaseCommand command) {
        var metadata = new HashMap<String, Object>(beside);
        metadata.putIfAbsent(IsColleague.KEY, true);
        metadata.putIfAbsent(OwnAppointments.KEY, Set.of(sender));
        metadata.putIfAbsent(KindOfOrganisation.KEY, "AGENCY_OFFICE");
        metadata.put(
                CommandMetadata.ACTOR,
                new Actor(
                        sender,
                        "anna",
                        command.lane().equals(AGENCY) ? office : command.lane().organisation(),
                        command.lane().equals(AGENCY) ? Role.AGENCY_CASEWORKER : Role.MUNICIPAL_CASEWORKER,
                        command.lane(),
                        mandates));
        return CaseBench.checked(new CaseBench.Setting(history, now, rows, metadata), command);
    }

    public List<CaseEvent> history() {
        return history.stream().map(message -> (CaseEvent) message.getPayload()).toList();
    }
}
