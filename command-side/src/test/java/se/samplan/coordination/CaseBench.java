package se.samplan.coordination;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.jspecify.annotations.Nullable;
import se.samplan.access.Actor;
import se.samplan.casework.CaseAnswer;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.LaneId;
import se.samplan.command.CommandMetadata;
import se.samplan.coordination.CaseUnderTest.Decided;
import se.samplan.correction.Corrections;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.policy.Policies;
import se.samplan.policy.Policy;
import se.samplan.policy.PolicyKind;
import se.samplan.refusal.Rejected;
import se.samplan.staff.IsColleague;
import se.samplan.staff.KindOfOrganisation;
import se.samplan.staff.OwnAppointments;

/** Axon's fixture of the case, made once, since looking through the case for handlers is what takes time. */
public final class CaseBench {

    /** Checks that what a decision changed is what its events change; it does so until its first refusal. */
    private static final CaseBench CHECKED = new CaseBench(true);

    private static final CaseBench UNCHECKED = new CaseBench(false);

    private final AggregateTestFixture<CoordinationCase> fixture = new AggregateTestFixture<>(CoordinationCase.class);
    private Policies policies = new Policies(List.of());
    private Instant now = Instant.EPOCH;
    private @Nullable CaseAnswer answer;
    private @Nullable Rejected refusal;
    private @Nullable Exception unforeseen;

    /** All that a decision stands on. */
    public record Setting(
            List<? extends EventMessage<?>> history, Instant now, List<Policies.Row> policies, Map<String, ?> beside) {}

    private CaseBench(boolean checked) {
        fixture.setReportIllegalStateChange(checked);
        fixture.registerIgnoredField(CoordinationCase.class, "capabilities"); // compared as the members that they are
        fixture.registerIgnoredField(Corrections.class, "capabilities");
        fixture.registerInjectableResource(policiesOfTheSetting());
        fixture.registerInjectableResource(((InstantSource) () -> now).withZone(ZoneOffset.UTC));
        fixture.registerCommandHandlerInterceptor(new CorrelationDataInterceptor<>(
                message -> message.getMetaData().get(CommandMetadata.ACTOR) instanceof Actor actor
                        ? Map.of(CommandMetadata.ACTOR_ID, actor.staffId().toString())
                        : Map.of()));
        fixture.registerCommandHandlerInterceptor((unit, chain) -> {
            try {
                answer = (CaseAnswer) chain.proceed();
                return answer;
            } catch (Rejected rejected) {
                refusal = rejected;
                throw rejected;
            } catch (Exception exception) {
                unforeseen = exception;
                throw exception;
            }
        });
    }

    /** What becomes of a command, and whether sourcing its events leads to the state that it left. */
    static Decided checked(Setting setting, CaseCommand command) {
        var first = UNCHECKED.run(setting, command);
        return first.failure() == null ? CHECKED.run(setting, command) : first;
    }

    /** What becomes of a command. */
    public static Decided decide(Setting setting, CaseCommand command) {
        return UNCHECKED.run(setting, command);
    }

    private Decided run(Setting setting, CaseCommand command) {
        now = setting.now();
        policies = new Policies(setting.policies());
        answer = null;
        refusal = null;
        var messages = new ArrayList<EventMessage<?>>();
        fixture.given(setting.history())
                .when(command, setting.beside())
                .expectEventsMatching(Matchers.<List<EventMessage<?>>>matches(published -> {
                    messages.addAll(published);
                    return true;
                }));
        if (unforeseen != null) {
            throw new AssertionError(command + " is neither accepted nor refused", unforeseen);
        }
        return new Decided(messages, answer, refusal);
    }

    /** The fixture takes one for all its settings. */
    private Policies policiesOfTheSetting() {
        return new Policies(List.of()) {
            @Override
            public Policy inForce(PolicyKind kind, OrganisationId organisation, LocalDate day) {
                return policies.inForce(kind, organisation, day);
            }
        };
    }

    /** What travels beside the command of a caseworker with the mandate for subsidies. */
    static Map<String, Object> beside(LaneId lane, StaffId staff, boolean colleague) {
        var beside = new HashMap<String, Object>();
        beside.put(IsColleague.KEY, colleague);
        beside.put(KindOfOrganisation.KEY, "AGENCY_OFFICE");
        beside.put(OwnAppointments.KEY, Set.of(staff));
        beside.put(
                CommandMetadata.ACTOR,
                new Actor(
                        staff,
                        "anna",
                        lane.equals(LaneId.AGENCY) ? new OrganisationId("AF-1481") : lane.organisation(),
                        lane.equals(LaneId.AGENCY) ? Role.AGENCY_CASEWORKER : Role.MUNICIPAL_CASEWORKER,
                        lane,
                        EnumSet.of(Mandate.SUBSIDY_DECISION)));
        return beside;
    }
}
