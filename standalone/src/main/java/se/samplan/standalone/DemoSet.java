package se.samplan.standalone;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Branch;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.OrganisationKind;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.pipeline.CommandDispatcher;
import se.samplan.staff.AppointStaffMember;
import se.samplan.staff.RegisterOrganisation;

/** Creates the demo set: a municipality with two branches, the agency with an office, a provider, a person per role. */
@Component
@Order(0) // before anything else appoints an operator
@ConditionalOnProperty("samplan.demo-issuer.key-file") // without the demo issuer nobody could log in as one of them
class DemoSet implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSet.class);

    /** Early enough for loading cases of past years. */
    private static final Instant SINCE = Instant.parse("2009-12-31T23:00:00Z");

    private static final OrganisationId MUNICIPALITY = new OrganisationId("1481");
    private static final OrganisationId OFFICE = new OrganisationId("AF-1481");
    private static final OrganisationId PROVIDER = new OrganisationId("P-KOMPETENS");
    private static final OrganisationId SAMPLAN = new OrganisationId("SAMPLAN");

    private final CommandDispatcher dispatcher;
    private final JdbcClient jdbc;

    DemoSet(CommandDispatcher dispatcher, JdbcClient jdbc) {
        this.dispatcher = dispatcher;
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        // The operator is appointed last, so an existing operator means that the set is complete.
        var operators = jdbc.sql("select count(*) from samplan.staff where role = 'OPERATOR'")
                .query(Long.class)
                .single();
        if (operators == 0) {
            organisations();
            people();
            LOG.info("The demo set is there: {}, {}, {}", MUNICIPALITY, OFFICE, PROVIDER);
        }
    }

    private void organisations() {
        register(SAMPLAN, OrganisationKind.NATION, "Samplan", null, Set.of());
        register(OrganisationId.AGENCY, OrganisationKind.AGENCY, "Arbetsförmedlingen", null, Set.of(Branch.AGENCY));
        register(OFFICE, OrganisationKind.AGENCY_OFFICE, "Arbetsförmedlingen Mölndal", OrganisationId.AGENCY, Set.of());
        register(
                MUNICIPALITY,
                OrganisationKind.MUNICIPALITY,
                "Mölndal",
                null,
                Set.of(Branch.LABOUR_MARKET, Branch.SOCIAL_SERVICES));
        register(PROVIDER, OrganisationKind.PROVIDER, "Kompetens & Match", null, Set.of());
    }

    private void people() {
        appoint(MUNICIPALITY, "social-worker-1", Role.SOCIAL_WORKER);
        appoint(MUNICIPALITY, "caseworker-1", Role.MUNICIPAL_CASEWORKER);
        appoint(MUNICIPALITY, "caseworker-2", Role.MUNICIPAL_CASEWORKER, Mandate.PROTECTED_IDENTITIES);
        appoint(MUNICIPALITY, "manager-1", Role.MUNICIPAL_MANAGER, Mandate.PROTECTED_IDENTITIES);
        appoint(MUNICIPALITY, "auditor-1", Role.AUDITOR);
        appoint(MUNICIPALITY, "report-maker-1", Role.REPORT_MAKER);
        appoint(OFFICE, "agency-caseworker-1", Role.AGENCY_CASEWORKER, Mandate.SUBSIDY_DECISION);
        appoint(OFFICE, "agency-caseworker-2", Role.AGENCY_CASEWORKER, Mandate.SUBSIDY_DECISION);
        appoint(OFFICE, "agency-caseworker-3", Role.AGENCY_CASEWORKER);
        appoint(
                OFFICE,
                "agency-manager-1",
                Role.AGENCY_MANAGER,
                Mandate.SUBSIDY_DECISION,
                Mandate.PROTECTED_IDENTITIES);
        appoint(PROVIDER, "tutor-1", Role.PROVIDER_TUTOR);
        appoint(SAMPLAN, "operator-1", Role.OPERATOR);
    }

    private void register(
            OrganisationId id,
            OrganisationKind kind,
            String name,
            @Nullable OrganisationId partOf,
            Set<Branch> branches) {
        var known = jdbc.sql("select count(*) from samplan.organisation where organisation_id = ?")
                .param(id.value())
                .query(Long.class)
                .single();
        if (known == 0) {
            dispatcher.send(new RegisterOrganisation(
                    id, kind, name, null, partOf, new TreeSet<>(branches), EffectiveAt.instant(SINCE)));
        }
    }

    private void appoint(OrganisationId organisation, String subject, Role role, Mandate... mandates) {
        dispatcher.send(new AppointStaffMember(
                StaffId.random(),
                organisation,
                subject,
                role,
                null,
                new TreeSet<>(List.of(mandates)),
                SINCE,
                null,
                EffectiveAt.instant(SINCE)));
    }
}
