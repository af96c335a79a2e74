package se.samplan.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import se.samplan.bench.Cluster;
import se.samplan.bench.Member;

/** Where faults strike: two Samplans over one PostgreSQL and one document server, and clients who work meanwhile. */
record Site(
        Path folder,
        Cluster cluster,
        List<Member> members,
        SamplanClients samplans,
        WriteJournal journal,
        Clients clients)
        implements AutoCloseable {

    /** Small and quickly started: it is started often. */
    private static final List<String> JAVA = List.of("-Xmx600m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final Duration RESUMES_WITHIN = Duration.ofMinutes(1);

    static Site start(Path work) throws IOException {
        var cluster = Cluster.in(work.resolve("cluster"), JAVA);
        var members = List.of(samplan(cluster), samplan(cluster));
        for (var member : members) { // the first makes the demo set
            member.start();
        }
        var journal = new WriteJournal(work.resolve("journal.jsonl"));
        var samplans = new SamplanClients(
                members.stream().map(member -> new SamplanClient(member.url())).toList(), journal);
        var clients = new Clients(samplans);
        clients.start();
        return new Site(work, cluster, members, samplans, journal, clients);
    }

    /** Issuer of its own tokens, so that it serves without the other, and by its own clock. */
    private static Member samplan(Cluster cluster) throws IOException {
        return cluster.member(Member.Kind.WHOLE)
                .with(JAVA.toArray(String[]::new))
                .withEnvironment("SAMPLAN_ISSUER", "");
    }

    SamplanClient clientOf(Member member) {
        return samplans.all().get(members.indexOf(member));
    }

    Member other(Member member) {
        return members.get(1 - members.indexOf(member));
    }

    /** Waits until a command sent to this one is acknowledged there and its views show it; how long that takes. */
    Duration awaitResumed(Member member, long sinceNanos) throws InterruptedException {
        var only = new SamplanClients(List.of(clientOf(member)), journal);
        var caseworker = new Caseworker(only, 0, clients.numbers());
        caseworker.next();
        var drafted = caseworker.next();
        Await.until(RESUMES_WITHIN, "the views show what was acknowledged", () -> {
            var shown = clientOf(member).get(caseworker.shown(), drafted.position());
            return shown != null && shown.isDone();
        });
        return Duration.ofNanos(System.nanoTime() - sinceNanos);
    }

    /** Waits until so many more commands are acknowledged. */
    void awaitAcknowledged(int more) throws Exception {
        var before = journal.size();
        Await.until(Duration.ofMinutes(2), more + " more commands are acknowledged", () -> {
            clients.requireWell();
            return journal.size() >= before + more;
        });
    }

    @Override
    public void close() throws IOException {
        for (int i = 0; i < members.size(); i++) { // what they said stays, beside the journal
            Files.copy(
                    members.get(i).log(), folder.resolve("samplan-" + i + ".log"), StandardCopyOption.REPLACE_EXISTING);
        }
        clients.close();
        samplans.close();
        cluster.close();
        journal.close();
    }
}
