package se.samplan.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samplan.command.StandingQuery;
import se.samplan.organisation.OrganisationId;
import se.samplan.store.Query;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the cached policies as new as their rows. */
@Component
class PolicyRows implements StandingQuery<Long> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Policies policies;

    PolicyRows(@Qualifier("tokenDataSource") DataSource outsideOfCommands, Policies policies) {
        this.jdbc = JdbcClient.create(outsideOfCommands);
        this.policies = policies;
    }

    /** Counts them: they are never deleted, and the highest version may become visible before a lower one. */
    @Override
    public Query<Long> query() {
        return Query.of(row -> row.getLong(1), "select count(*) from samplan.policy");
    }

    /** Reloads all rows if there are more than cached. */
    @Override
    public void update(List<Long> count) {
        if (!count.isEmpty() && count.getFirst() > policies.count()) {
            policies.hold(jdbc.sql("""
                            select policy_id, version, organisation_id, kind, policy_values::text, valid_from, valid_to
                            from samplan.policy""")
                    .query((row, number) -> new Policies.Row(
                            new PolicyId(row.getObject(1, UUID.class)),
                            row.getLong(2),
                            new OrganisationId(row.getString(3)),
                            PolicyKind.valueOf(row.getString(4)),
                            JSON.readValue(row.getString(5), VALUES),
                            row.getObject(6, LocalDate.class),
                            row.getObject(7, LocalDate.class)))
                    .list());
        }
    }
}
