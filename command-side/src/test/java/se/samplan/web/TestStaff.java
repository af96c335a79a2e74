package se.samplan.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import se.samplan.access.TokenIdentity;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.OrganisationKind;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.pipeline.CommandDispatcher;
import se.samplan.staff.AppointStaffMember;
import se.samplan.staff.RegisterOrganisation;

/** The people of the tests, each appointed long ago. */
public enum TestStaff {
    OPERATOR_1("SAMPLAN", Role.OPERATOR),
    SOCIAL_WORKER_1("1481", Role.SOCIAL_WORKER),
    CASEWORKER("1481", Role.MUNICIPAL_CASEWORKER),
    COLLEAGUE("1481", Role.MUNICIPAL_CASEWORKER),
    TRUSTED("1481", Role.MUNICIPAL_CASEWORKER, Mandate.PROTECTED_IDENTITIES),
    MANAGER("1481", Role.MUNICIPAL_MANAGER),
    TRUSTED_MANAGER("1481", Role.MUNICIPAL_MANAGER, Mandate.PROTECTED_IDENTITIES),
    AUDITOR_1("1481", Role.AUDITOR),
    REPORT_MAKER_1("1481", Role.REPORT_MAKER),
    FOREIGN_CASEWORKER("1480", Role.MUNICIPAL_CASEWORKER),
    FOREIGN_MANAGER("1480", Role.MUNICIPAL_MANAGER),
    FOREIGN_SOCIAL_WORKER("1480", Role.SOCIAL_WORKER),
    AGENCY("AF-1481", Role.AGENCY_CASEWORKER, Mandate.SUBSIDY_DECISION),
    AGENCY_2("AF-1481", Role.AGENCY_CASEWORKER, Mandate.SUBSIDY_DECISION),
    AGENCY_PLAIN("AF-1481", Role.AGENCY_CASEWORKER),
    AGENCY_TRUSTED("AF-1481", Role.AGENCY_CASEWORKER, Mandate.PROTECTED_IDENTITIES, Mandate.SUBSIDY_DECISION),
    AGENCY_TRUSTED_2("AF-1481", Role.AGENCY_CASEWORKER, Mandate.PROTECTED_IDENTITIES),
    AGENCY_MANAGER_1("AF-1481", Role.AGENCY_MANAGER, Mandate.SUBSIDY_DECISION),
    CAREFUL_AGENCY("AF-1480", Role.AGENCY_CASEWORKER, Mandate.SUBSIDY_DECISION),
    CAREFUL_AGENCY_2("AF-1480", Role.AGENCY_CASEWORKER, Mandate.SUBSIDY_DECISION),
    TUTOR("P-KOMPETENS", Role.PROVIDER_TUTOR);

    private static final Instant SINCE = Instant.parse("2015-01-01T00:00:00Z");

    private final StaffId staffId = new StaffId(UUID.randomUUID());
    private final String organisation;
    private final Role role;
    private final List<Mandate> mandates;

    TestStaff(String organisation, Role role, Mandate... mandates) {
        this.organisation = organisation;
        this.role = role;
        this.mandates = List.of(mandates);
    }

    /** Registers the organisations and appoints everybody. */
    static void appear(Running running) {
        var dispatcher = running.bean(CommandDispatcher.class);
        register(dispatcher, "SAMPLAN", OrganisationKind.NATION);
        register(dispatcher, "AF", OrganisationKind.AGENCY);
        register(dispatcher, "AF-1481", OrganisationKind.AGENCY_OFFICE);
        register(dispatcher, "AF-1480", OrganisationKind.AGENCY_OFFICE);
        register(dispatcher, "1481", OrganisationKind.MUNICIPALITY);
        register(dispatcher, "1480", OrganisationKind.MUNICIPALITY);
        register(dispatcher, "P-KOMPETENS", OrganisationKind.PROVIDER);
        for (var each : values()) {
            dispatcher.send(new AppointStaffMember(
                    each.staffId,
                    new OrganisationId(each.organisation),
                    each.name(),
                    each.role,
                    null,
                    new TreeSet<>(each.mandates),
                    SINCE,
                    null,
                    EffectiveAt.instant(SINCE)));
        }
    }

    private static void register(CommandDispatcher dispatcher, String id, OrganisationKind kind) {
        dispatcher.send(new RegisterOrganisation(
                new OrganisationId(id),
                kind,
                "Test " + id,
                null,
                null,
                new TreeSet<>(Set.of()),
                EffectiveAt.instant(SINCE)));
    }

    public TestClient client() {
        return client(Running.shared());
    }

    public TestClient client(Running running) {
        return TestClient.of(running, claimed());
    }

    public TokenIdentity claimed() {
        return new TokenIdentity(name(), new OrganisationId(organisation), role);
    }

    public StaffId staffId() {
        return staffId;
    }

    public Role role() {
        return role;
    }

    public HttpAnswer post(String path, String body, String... headers) {
        return client().post(path, body, headers);
    }
}
