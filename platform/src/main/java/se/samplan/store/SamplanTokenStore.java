package se.samplan.store;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Axon's token store with fewer statements for an idle process: the query every few seconds takes one statement instead
 * of the three of a transaction, and a claim is extended only when needed, though Axon asks for it whenever it stores
 * the token of an idle segment.
 */
final class SamplanTokenStore extends JdbcTokenStore {

    /** Bound while a statement runs outside the current transaction, which then never reaches the database. */
    private static final ScopedValue<Boolean> INDEPENDENT = ScopedValue.newInstance();

    /** The owner of this process's claims. */
    private static final String OWNER = ManagementFactory.getRuntimeMXBean().getName();

    private final DataSource independent;
    private final JdbcClient statements;
    private final Duration extensionInterval;
    private final Map<Claim, Instant> kept = new ConcurrentHashMap<>();

    private record Claim(String processor, int segment) {}

    private SamplanTokenStore(Builder builder, DataSource independent, Duration claimTimeout) {
        super(builder);
        this.independent = independent;
        statements = JdbcClient.create(independent);
        extensionInterval = claimTimeout.dividedBy(2);
    }

    /**
     * The tokens in this store.
     *
     * @param connections takes part in the current transaction
     * @param independent whose connections do not
     */
    static SamplanTokenStore over(
            ConnectionProvider connections, DataSource independent, Serializer serializer, Duration claimTimeout) {
        return new SamplanTokenStore(
                builder()
                        .nodeId(OWNER)
                        .claimTimeout(claimTimeout)
                        .connectionProvider(connections)
                        .serializer(serializer)
                        .contentType(byte[].class)
                        .schema(TokenSchema.builder()
                                .setTokenTable("samplan.token_entry")
                                .setProcessorNameColumn("processor_name")
                                .setTokenTypeColumn("token_type")
                                .build()),
                independent,
                claimTimeout);
    }

    /** Extends a claim of this process, or claims a free token; never one of another process. */
    @Override
    public void extendClaim(String processorName, int segment) {
        var claim = new Claim(processorName, segment);
        var now = AbstractTokenEntry.clock.instant();
        if (isKept(claim, now)) {
            return;
        }
        int held = statements
                .sql("""
                        update samplan.token_entry set owner = ?, "timestamp" = ?
                        where processor_name = ? and segment = ? and (owner = ? or owner is null)""")
                .params(OWNER, DateTimeUtils.formatInstant(now), processorName, segment, OWNER)
                .update();
        if (held == 0) {
            throw new UnableToClaimTokenException(
                    "segment %d of %s is claimed by another process".formatted(segment, processorName));
        }
        kept.put(claim, now);
    }

    /** False for a time in the future: the clock may have been set back. */
    private boolean isKept(Claim claim, Instant now) {
        var last = kept.get(claim);
        return last != null && !now.isBefore(last) && now.isBefore(last.plus(extensionInterval));
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        kept.remove(new Claim(processorName, segment));
        super.releaseClaim(processorName, segment);
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processorName) {
        return ScopedValue.where(INDEPENDENT, true).call(() -> super.fetchAvailableSegments(processorName));
    }

    @Override
    protected Connection getConnection() {
        if (!INDEPENDENT.isBound()) {
            return super.getConnection();
        }
        try {
            return independent.getConnection();
        } catch (SQLException e) {
            throw new JdbcException("no connection to query the claims of processors", e);
        }
    }
}
