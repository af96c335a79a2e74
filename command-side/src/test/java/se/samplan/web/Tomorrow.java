package se.samplan.web;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes to a case's stream past the command side, as another process would. */
public final class Tomorrow {

    private Tomorrow() {}

    /** An event of a type that this version does not know. */
    public static void tells(Running running, UUID stream) {
        append(running, stream, "'ToldTomorrow'");
    }

    /** The last event once more, which changes nothing. */
    static void repeatsToday(Running running, UUID stream) {
        append(running, stream, "type");
    }

    private static void append(Running running, UUID stream, String type) {
        JdbcClient.create(running.postgres().app())
                .sql("""
                        insert into samplan.event (stream, sequence, type, revision, metadata, payload)
                        select stream, sequence + 1, %s, revision, metadata, payload
                        from samplan.event where stream = ? order by sequence desc limit 1""".formatted(type))
                .param(stream)
                .update();
    }
}
