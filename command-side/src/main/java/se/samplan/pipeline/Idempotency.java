package se.samplan.pipeline;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samplan.refusal.Rejected;
import se.samplan.store.InlineProjection;
import se.samplan.store.Query;
import se.samplan.store.Sql;

/**
 * Recognises repeated requests: for seven days an idempotency key of a sender takes effect once. Bodies are stored as
 * hashes under a daily key, which is destroyed with the rows.
 */
@Component
public class Idempotency {

    /** How long a key is remembered. */
    static final int DAYS = 7;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<LocalDate, SecretKeySpec> keys = new ConcurrentHashMap<>();

    /** What is stored of the first request. */
    record Earlier(LocalDate usedOn, String digest, UUID entry, long position) {}

    Idempotency(@Qualifier("tokenDataSource") DataSource outsideOfCommands, Clock clock) {
        this.jdbc = JdbcClient.create(outsideOfCommands);
        this.clock = clock;
    }

    /** Queries the first request under the same key. */
    Query<Earlier> earlier(CommandEnvelope envelope) {
        return Query.of(
                row -> new Earlier(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getLong(4)),
                """
                select used_on, digest, entry,
                  (select global_index from samplan.event e where e.stream = i.stream and e.sequence = i.sequence)
                from samplan.idempotency i where actor = ? and key = ?""",
                actor(envelope),
                value(envelope));
    }

    /**
     * The first request, if this one repeats it. Refuses another body under the same key. If the hashing key is gone,
     * the first request expired after its row was read.
     */
    Optional<Earlier> repeated(CommandEnvelope envelope, Optional<Earlier> earlier) {
        return earlier.flatMap(first -> key(first.usedOn).map(key -> {
            Rejected.unless(first.digest.equals(digest(envelope, key)), SendingRefusal.IDEMPOTENCY_KEY_REUSED);
            return first;
        }));
    }

    /** The row that records this request and the event at which its effect ends. */
    InlineProjection row(CommandEnvelope envelope, UUID entry) {
        var today = today();
        var digest = digest(envelope, key(today).orElseGet(() -> newKey(today)));
        return events -> {
            var last = events.isEmpty() ? null : events.getLast();
            return List.of(Sql.of(
                    """
                    insert into samplan.idempotency (actor, key, used_on, digest, entry, stream, sequence)
                    values (?, ?, ?, ?, ?, ?, ?)""",
                    actor(envelope),
                    value(envelope),
                    today,
                    digest,
                    entry,
                    last == null ? null : last.stream(),
                    last == null ? null : last.sequence()));
        };
    }

    /** Deletes what is older than {@link #DAYS} days, with its hashing keys. */
    public void forget() {
        var oldest = oldest();
        jdbc.sql("delete from samplan.idempotency where used_on < ?")
                .param(oldest)
                .update();
        jdbc.sql("delete from samplan.idempotency_key where used_on < ?")
                .param(oldest)
                .update();
        dropBefore(oldest);
    }

    private static String actor(CommandEnvelope envelope) {
        var identity = envelope.claimed();
        return identity.organisation() + "/" + identity.role() + "/" + identity.subject();
    }

    private static @Nullable String value(CommandEnvelope envelope) {
        return envelope.key() == null ? null : envelope.key().value();
    }

    private static String digest(CommandEnvelope envelope, SecretKeySpec key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder().encodeToString(envelope.content().hash(mac));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** The hashing key of a day, unless destroyed; cached for {@link #DAYS} days at most, whoever destroys it. */
    private Optional<SecretKeySpec> key(LocalDate day) {
        var oldest = oldest();
        dropBefore(oldest);
        var held = keys.get(day);
        if (held != null) {
            return Optional.of(held);
        }
        var read = stored(day);
        if (!day.isBefore(oldest)) {
            read.ifPresent(key -> keys.put(day, key));
        }
        return read;
    }

    private SecretKeySpec newKey(LocalDate today) {
        var offered = new byte[32];
        random.nextBytes(offered);
        jdbc.sql("insert into samplan.idempotency_key (used_on, key) values (?, ?) on conflict do nothing")
                .params(today, offered)
                .update();
        return key(today).orElseThrow();
    }

    private Optional<SecretKeySpec> stored(LocalDate day) {
        return jdbc.sql("select key from samplan.idempotency_key where used_on = ?")
                .param(day)
                .query(byte[].class)
                .optional()
                .map(key -> new SecretKeySpec(key, "HmacSHA256"));
    }

    private void dropBefore(LocalDate oldest) {
        keys.keySet().removeIf(day -> day.isBefore(oldest));
    }

    private LocalDate oldest() {
        return today().minusDays(DAYS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
