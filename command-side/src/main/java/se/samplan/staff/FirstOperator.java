package se.samplan.staff;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.OrganisationKind;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.pipeline.CommandDispatcher;
import se.samplan.refusal.Rejected;

/**
 * Appoints an installation's first operator, who can appoint everybody else; does nothing once there was an operator.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class FirstOperator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstOperator.class);

    private static final OrganisationId SAMPLAN = new OrganisationId("SAMPLAN");

    private final String subject;
    private final CommandDispatcher dispatcher;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param subject what the identity provider calls the person; nobody is appointed if it is empty */
    FirstOperator(
            @Value("${samplan.first-operator.subject:}") String subject,
            CommandDispatcher dispatcher,
            JdbcClient jdbc,
            Clock clock) {
        this.subject = subject.strip();
        this.dispatcher = dispatcher;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!subject.isEmpty() && !hasOperator()) {
            register();
            appoint();
            LOG.info("The first operator is appointed, in the organisation {}", SAMPLAN);
        }
    }

    private void register() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            dispatcher.send(new RegisterOrganisation(
                    SAMPLAN,
                    OrganisationKind.NATION,
                    "Samplan",
                    null,
                    null,
                    new TreeSet<>(Set.of()),
                    EffectiveAt.instant(now)));
        } catch (Rejected rejected) {
            // By an earlier start that got no further, or by another process starting now.
            if (rejected.reason() != StaffRefusal.ALREADY_REGISTERED) {
                throw rejected;
            }
        }
    }

    /** Derives the id from the person, so that two processes that start at once create one appointment. */
    private void appoint() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = UUID.nameUUIDFromBytes(("first operator|" + subject).getBytes(StandardCharsets.UTF_8));
        dispatcher.send(new AppointStaffMember(
                new StaffId(id),
                SAMPLAN,
                subject,
                Role.OPERATOR,
                null,
                new TreeSet<>(),
                now,
                null,
                EffectiveAt.instant(now)));
    }

    private boolean hasOperator() {
        return jdbc.sql("select exists(select 1 from samplan.staff where role = 'OPERATOR')")
                .query(Boolean.class)
                .single();
    }
}
