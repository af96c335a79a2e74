package se.samplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;

/**
 * Where followers' places are. Axon's own store, but that what a process at rest asks every few seconds is one statement:
 * as part of the transaction that Axon begins for it, it would be three.
 */
final class SamplanTokenStore extends JdbcTokenStore {

    /** Bound where a statement is to be no part of the transaction under way, which then never reaches the database. */
    private static final ScopedValue<Boolean> ALONE = ScopedValue.newInstance();

    private final DataSource alone;

    private SamplanTokenStore(Builder builder, DataSource alone) {
        super(builder);
        this.alone = alone;
    }

    /**
     * The places in this store.
     *
     * @param connections takes part in the transaction under way
     * @param alone whose connections do not
     */
    static SamplanTokenStore over(
            ConnectionProvider connections, DataSource alone, Serializer serializer, Duration claimTimeout) {
        return new SamplanTokenStore(
                builder()
                        .claimTimeout(claimTimeout)
                        .connectionProvider(connections)
                        .serializer(serializer)
                        .contentType(byte[].class)
                        .schema(TokenSchema.builder()
                                .setTokenTable("samplan.token_entry")
                                .setProcessorNameColumn("processor_name")
                                .setTokenTypeColumn("token_type")
                                .build()),
                alone);
    }

    @Override
    public void extendClaim(String processorName, int segment) {
        ScopedValue.where(ALONE, true).run(() -> super.extendClaim(processorName, segment));
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processorName) {
        return ScopedValue.where(ALONE, true).call(() -> super.fetchAvailableSegments(processorName));
    }

    @Override
    protected Connection getConnection() {
        if (!ALONE.isBound()) {
            return super.getConnection();
        }
        try {
            return alone.getConnection();
        } catch (SQLException e) {
            throw new JdbcException("the places of followers cannot be asked for", e);
        }
    }
}
