package se.samplan.store;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;

/**
 * Where followers' places are. Axon's own store, but that a claim is kept by one statement: a process at rest does that
 * every few seconds for each of its segments, and a transaction of its own would be three.
 */
final class SamplanTokenStore extends JdbcTokenStore {

    private static final String EXTEND =
            "update samplan.token_entry set \"timestamp\" = ? where processor_name = ? and segment = ? and owner = ?";

    private final DataSource alone;
    private final String owner;

    private SamplanTokenStore(Builder builder, DataSource alone, String owner) {
        super(builder);
        this.alone = alone;
        this.owner = owner;
    }

    /**
     * The places in this store.
     *
     * @param connections takes part in the transaction under way
     * @param alone whose connections do not
     */
    static SamplanTokenStore over(
            ConnectionProvider connections, DataSource alone, Serializer serializer, Duration claimTimeout) {
        var owner = ManagementFactory.getRuntimeMXBean().getName();
        return new SamplanTokenStore(
                builder()
                        .nodeId(owner)
                        .claimTimeout(claimTimeout)
                        .connectionProvider(connections)
                        .serializer(serializer)
                        .contentType(byte[].class)
                        .schema(TokenSchema.builder()
                                .setTokenTable("samplan.token_entry")
                                .setProcessorNameColumn("processor_name")
                                .setTokenTypeColumn("token_type")
                                .build()),
                alone,
                owner);
    }

    /** Outside of the transaction that Axon begins for it, which never gets as far as the database. */
    @Override
    public void extendClaim(String processorName, int segment) throws UnableToClaimTokenException {
        try (var connection = alone.getConnection();
                var statement = connection.prepareStatement(EXTEND)) {
            statement.setString(1, DateTimeUtils.formatInstant(AbstractTokenEntry.clock.instant()));
            statement.setString(2, processorName);
            statement.setInt(3, segment);
            statement.setString(4, owner);
            if (statement.executeUpdate() == 0) {
                throw new UnableToClaimTokenException(
                        "segment %d of %s is another's by now".formatted(segment, processorName));
            }
        } catch (SQLException e) {
            throw new JdbcException("a claim could not be extended", e);
        }
    }
}
