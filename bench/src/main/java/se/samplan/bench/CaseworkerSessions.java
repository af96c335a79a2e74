package se.samplan.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import se.samplan.client.DemoIssuer;

/** Stories told at the same time to the Samplans of a cluster, in turn. */
final class CaseworkerSessions implements AutoCloseable {

    private final List<CaseworkerSession> stories = new ArrayList<>();
    private final String token;

    CaseworkerSessions(int count, List<Member> members) throws IOException {
        token = new DemoIssuer(members.getFirst().url()).token("municipal-caseworker", null, null);
        var numbers = new AtomicInteger();
        for (int i = 0; i < count; i++) {
            stories.add(new CaseworkerSession(members.get(i % members.size()).url(), token, numbers));
        }
    }

    Load load() {
        return new Load(stories);
    }

    List<CaseworkerSession> all() {
        return stories;
    }

    /** Whose they are. */
    String token() {
        return token;
    }

    @Override
    public void close() throws IOException {
        for (var story : stories) {
            story.close();
        }
    }
}
