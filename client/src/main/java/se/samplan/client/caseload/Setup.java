package se.samplan.client.caseload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the operator makes ready before people can be dealt with: organisations, staff and policies, in order. */
final class Setup {

    /** One command of it, and the event that it makes. */
    sealed interface Order {

        Call call();

        String event();

        /** Registers an organisation, or sets a policy of one. */
        record Prepare(Call call, String event) implements Order {}

        record Appoint(StaffActor actor, Call call) implements Order {

            @Override
            public String event() {
                return "StaffMemberAppointed";
            }
        }

        record EndAppointment(StaffActor actor, Call call) implements Order {

            @Override
            public String event() {
                return "StaffAppointmentEnded";
            }
        }
    }

    private static final Map<String, String> PROVIDER_NAMES =
            Map.of("P-NAVET", "Navet Kompetens", "P-STEGEN", "Stegen Utbildning", "P-VIDARE", "Vidare Matchning");

    private final Plan plan;
    private final LocalDate from;
    private final List<Order> orders = new ArrayList<>();

    private Setup(Plan plan) {
        this.plan = plan;
        this.from = plan.earliest();
    }

    static List<Order> of(Plan plan) {
        var setup = new Setup(plan);
        setup.organisation(Body.of("organisationId", "AF").and("kind", "AGENCY").and("name", "Arbetsförmedlingen"));
        Roster.PROVIDERS.forEach(provider -> setup.organisation(
                Body.of("organisationId", provider).and("kind", "PROVIDER").and("name", PROVIDER_NAMES.get(provider))));
        Roster.tutors().forEach(setup::staff);
        plan.figures().forEach(setup::municipality);
        return List.copyOf(setup.orders);
    }

    private void municipality(MunicipalFigures figures) {
        var municipality = figures.municipality();
        var roster = Roster.of(figures);
        organisation(Body.of("organisationId", municipality.code())
                .and("kind", "MUNICIPALITY")
                .and("name", municipality.name())
                .and("county", municipality.county().isEmpty() ? null : municipality.county())
                .and("branches", List.of("LABOUR_MARKET", "SOCIAL_SERVICES")));
        organisation(Body.of("organisationId", roster.office())
                .and("kind", "AGENCY_OFFICE")
                .and("name", "Arbetsförmedlingen " + municipality.name())
                .and("partOf", "AF"));
        policies(municipality.code(), roster.office());
        roster.appointments().forEach(this::staff);
    }

    private void organisation(Body body) {
        orders.add(new Order.Prepare(
                Call.of("organisations", body.and("effectiveAt", from).fields()), "OrganisationRegistered"));
    }

    private void policies(String municipality, String office) {
        var policy = LocalPolicy.of(municipality);
        policy(
                municipality,
                "BESIDE_AGENCY_MEASURE",
                Map.of(
                        "allowed", policy.allowed(),
                        "complementaryKinds", String.join(",", policy.complementary()),
                        "strictClearance", Boolean.toString(policy.strict())));
        policy(municipality, "REFERRAL_ANSWER", days(policy.referralDays(), policy.referralDayKind()));
        policy(municipality, "CLEARANCE_ANSWER", days(policy.clearanceDays(), policy.clearanceDayKind()));
        policy(office, "SUBSIDY_DECISION", Map.of("secondPerson", Boolean.toString(policy.secondPerson())));
    }

    private static Map<String, Object> days(int days, String kind) {
        return Map.of("days", Integer.toString(days), "dayKind", kind);
    }

    private void policy(String organisation, String kind, Map<String, ?> values) {
        var body = Body.of("kind", kind)
                .and("values", new TreeMap<>(values))
                .and("validFrom", from)
                .and("effectiveAt", from);
        orders.add(
                new Order.Prepare(Call.of("organisations/" + organisation + "/policies", body.fields()), "PolicySet"));
    }

    private void staff(PlannedAppointment appointment) {
        var actor = appointment.actor();
        var body = Body.of("organisation", actor.organisation())
                .and("subject", actor.person())
                .and("role", actor.role())
                .and("mandates", appointment.mandates())
                .and("from", from)
                .and("effectiveAt", from);
        orders.add(new Order.Appoint(actor, Call.of("staff", body.fields())));
        if (appointment.leaves()) {
            var left = Map.<String, Object>of("effectiveAt", LocalDate.of(plan.year() - 1, 6, 30));
            orders.add(new Order.EndAppointment(actor, Call.of("staff/{staff}/ending", left)));
        }
    }
}
