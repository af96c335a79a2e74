package se.samplan;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.CaseId;
import se.samplan.casework.GroundId;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.Protection;
import se.samplan.casework.Sex;
import se.samplan.caseworker.AssignmentId;
import se.samplan.caseworker.CaseworkerEvent.CaseworkerAssigned;
import se.samplan.consent.ConsentEvent.ConsentWithdrawn;
import se.samplan.event.StoredEvent;
import se.samplan.http.Positions;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.OrganisationKind;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.participant.NumberKind;
import se.samplan.participant.ParticipantEvent.ParticipantRecognised;
import se.samplan.participant.ParticipantEvent.ParticipantRegistered;
import se.samplan.participant.ParticipantEvent.ProtectedIdentityMarked;
import se.samplan.refusal.Rejected;
import se.samplan.rights.AccessProjection;
import se.samplan.staff.OrganisationEvent.OrganisationRegistered;
import se.samplan.staff.StaffEvent.StaffAppointmentEnded;
import se.samplan.staff.StaffEvent.StaffMemberAppointed;
import se.samplan.store.EventCodec;
import se.samplan.store.EventToAppend;
import se.samplan.store.TestPostgres;
import se.samplan.view.Views;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests of the query side do to its surroundings: people, appointments, events, requests. */
public final class QueryWorld {

    /** The moment at which every request is made, until a test says another. */
    public static final Instant NOW = Instant.parse("2022-06-15T10:00:00Z");

    private static final Instant LONG_AGO = Instant.parse("2017-01-01T00:00:00Z");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final EventCodec codec;
    private final Positions positions;
    private final Views views;
    private final SettableClock time;
    private final String port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<UUID, AtomicInteger> sequences = new HashMap<>();
    private final AtomicInteger people = new AtomicInteger();
    private final AccessProjection access = AccessProjection.real();
    private final Set<Object> known = new HashSet<>();

    private QueryWorld(
            DataSource source, EventCodec codec, Positions positions, Views views, SettableClock time, String port) {
        jdbc = JdbcClient.create(source);
        this.codec = codec;
        this.positions = positions;
        this.views = views;
        this.time = time;
        this.port = port;
    }

    /** A person with a case. */
    public record Someone(ParticipantId participant, CaseId caseId) {}

    /** An answer of the server. */
    public record HttpReply(int status, String body, HttpResponse<String> response) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String code() {
            return json().path("code").asString();
        }

        public String etag() {
            return response.headers().firstValue("ETag").orElse("");
        }
    }

    /** Starts the servers that the program connects to. */
    static final class Stores implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        /** Ends with the process, after every context that uses it. */
        private static final InetSocketAddress MONGO = new MongoServer(new MemoryBackend()).bind();

        private static final AtomicInteger DATABASE = new AtomicInteger();

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var properties = new HashMap<String, Object>(TestPostgres.fresh().properties());
            properties.put("samplan.postgres.user", "samplan_app");
            properties.put("samplan.postgres.owner-user", "samplan_owner");
            properties.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", "http://issuer.test");
            properties.put(
                    "samplan.mongodb.uri",
                    "mongodb://localhost:" + MONGO.getPort() + "/views_" + DATABASE.incrementAndGet());
            properties.put("samplan.master-key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
            context.getBeanFactory().registerSingleton("testsOfOthers", new WithoutTestsOfOthers());
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("stores", properties));
        }
    }

    /** Keeps the applications that the store is tested with out of this one. */
    private static final class WithoutTestsOfOthers extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) {
            return type.getClassMetadata().getClassName().startsWith("se.samplan.store.Notebook");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof WithoutTestsOfOthers;
        }

        @Override
        public int hashCode() {
            return WithoutTestsOfOthers.class.hashCode();
        }
    }

    /** What stands in for the world outside. */
    @Configuration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        @Primary
        SettableClock time() {
            return SettableClock.standingAt(NOW);
        }

        /** A token is what it says: subject, organisation and role. */
        @Bean
        JwtDecoder jwtDecoder() {
            return token -> {
                var parts = token.split("\\.", -1);
                return Jwt.withTokenValue(token)
                        .header("alg", "none")
                        .subject(parts[0])
                        .audience(List.of("samplan-query-side"))
                        .expiresAt(Instant.parse("2199-01-01T00:00:00Z"))
                        .claim("organisation", parts[1])
                        .claim("role", parts[2])
                        .build();
            };
        }

        @Bean
        @Lazy
        QueryWorld world(
                DataSource source,
                EventCodec codec,
                Positions positions,
                Views views,
                SettableClock time,
                @Value("${local.server.port}") String port) {
            return new QueryWorld(source, codec, positions, views, time, port);
        }
    }

    public SettableClock time() {
        return time;
    }

    /** Somebody registered by these lanes, the first of them before the others. */
    public Someone someone(LaneId first, LaneId... others) {
        var participant = new ParticipantId(UUID.randomUUID());
        var someone = new Someone(participant, new CaseId(new UUID(people.incrementAndGet(), 4711)));
        rights(
                participant.value(),
                new ParticipantRegistered(
                        participant, someone.caseId(), first, NumberKind.PERSONAL_NUMBER, Sex.WOMAN, 1988, LONG_AGO));
        knows(someone, others);
        return someone;
    }

    public void knows(Someone someone, LaneId... lanes) {
        for (var lane : lanes) {
            rights(someone.participant().value(), new ParticipantRecognised(lane, LONG_AGO));
        }
    }

    public void protect(Someone someone) {
        rights(
                someone.participant().value(),
                new ProtectedIdentityMarked(LaneId.AGENCY, Protection.SECRECY_MARKING, LONG_AGO));
    }

    public void organisation(String id, OrganisationKind kind, String name) {
        if (known.add(id)) {
            rights(
                    UUID.randomUUID(),
                    new OrganisationRegistered(
                            new OrganisationId(id), kind, name, null, null, new TreeSet<>(), LONG_AGO));
        }
    }

    /** A bearer token of somebody with an appointment. */
    public String token(String subject, String organisation, Role role, Mandate... mandates) {
        appointed(subject, organisation, role, mandates);
        return subject + "." + organisation + "." + role;
    }

    /** The appointment by which somebody calls. */
    public StaffId appointed(String subject, String organisation, Role role, Mandate... mandates) {
        var id = new StaffId(UUID.nameUUIDFromBytes((subject + organisation + role).getBytes(StandardCharsets.UTF_8)));
        if (known.add(id)) {
            rights(
                    id.value(),
                    new StaffMemberAppointed(
                            id,
                            new OrganisationId(organisation),
                            subject,
                            role,
                            role.branch(),
                            null,
                            new TreeSet<>(Arrays.asList(mandates)),
                            LONG_AGO,
                            null,
                            LONG_AGO));
        }
        return id;
    }

    /** Somebody's appointment ends. */
    public void left(StaffId appointment, Instant at) {
        rights(appointment.value(), new StaffAppointmentEnded(at));
    }

    /** One more appointment of somebody. */
    public StaffId appointedAnew(String subject, String organisation, Role role, Mandate... mandates) {
        var id = new StaffId(UUID.randomUUID());
        rights(
                id.value(),
                new StaffMemberAppointed(
                        id,
                        new OrganisationId(organisation),
                        subject,
                        role,
                        role.branch(),
                        null,
                        new TreeSet<>(Arrays.asList(mandates)),
                        LONG_AGO,
                        null,
                        LONG_AGO));
        return id;
    }

    /** Stores events of a case, with the access rows that follow from them, and says their position. */
    public long happened(Someone someone, CaseEvent... events) {
        var position = 0L;
        for (var event : events) {
            var stored = codec.encode(event);
            position = stored(someone.caseId(), stored.type(), stored.revision(), stored.payload());
            rights(someone.caseId().value(), event);
        }
        jdbc.sql("notify samplan_event").update();
        return position;
    }

    /** Stores an event that this version of the program does not know. */
    public long happenedTomorrow(Someone someone) {
        var position = stored(someone.caseId(), "ReferralTeleported", 1, "{}".getBytes(StandardCharsets.UTF_8));
        jdbc.sql("notify samplan_event").update();
        return position;
    }

    /** Withdraws a consent in the access rows alone, as if the views had not heard of it yet. */
    public void groundEnded(Someone someone, UUID ground, Instant at) {
        rights(someone.caseId().value(), new ConsentWithdrawn(new GroundId(ground), LaneId.AGENCY, at));
    }

    /** Somebody takes over the lane in the access rows alone, as if the views had not heard of it yet. */
    public void responsible(Someone someone, LaneId lane, StaffId staff) {
        rights(
                someone.caseId().value(),
                new CaseworkerAssigned(new AssignmentId(UUID.randomUUID()), lane, staff, time.instant()));
    }

    public long logged(Someone someone) {
        return jdbc.sql("select count(*) from samplan.access_log where ? = any(case_ids)")
                .param(someone.caseId().value())
                .query(Long.class)
                .single();
    }

    /** Waits until the views have taken all that stands at the position, on a busy machine longer than a reader would. */
    public void seen(long position) {
        for (var tried = 1; ; tried++) {
            try {
                views.await(position);
                return;
            } catch (Rejected behind) {
                if (tried == 10) {
                    throw behind;
                }
            }
        }
    }

    /** Waits until the views are built. */
    public void ready() {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!views.ready()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the views are not built");
            }
            Thread.onSpinWait();
        }
    }

    public HttpReply get(String token, String path) {
        return get(token, path, 0);
    }

    /** Reads, not before the views have taken what stands at the position. */
    public HttpReply get(String token, String path, long position) {
        var request = request(token, path);
        if (position > 0 && position < Long.MAX_VALUE) {
            seen(position);
        }
        if (position > 0) {
            request.header(Positions.HEADER, positions.write(position));
        }
        return sent(request);
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
    }

    private HttpReply sent(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new HttpReply(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends something as JSON. */
    public HttpReply post(String token, String path, String body) {
        return sent(request(token, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private long stored(CaseId caseId, String type, int revision, byte[] payload) {
        var sequence = sequences
                .computeIfAbsent(caseId.value(), stream -> new AtomicInteger())
                .getAndIncrement();
        return jdbc.sql("insert into samplan.event (stream, sequence, type, revision, metadata, payload)"
                        + " values (?, ?, ?, ?, ?, ?) returning global_index")
                .params(
                        caseId.value(),
                        sequence,
                        type,
                        revision,
                        "{\"actor\":\"somebody\"}".getBytes(StandardCharsets.UTF_8),
                        payload)
                .query(Long.class)
                .single();
    }

    /** Writes the access rows that follow from an event, as its append does. */
    private void rights(UUID stream, StoredEvent event) {
        for (var sql : access.rows(List.of(new EventToAppend(stream, 0, event, Map.of())))) {
            jdbc.sql(sql.text())
                    .params(sql.parameters().stream().map(QueryWorld::parameter).toList())
                    .update();
        }
    }

    private static @Nullable Object parameter(@Nullable Object value) {
        return switch (value) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Enum<?> code -> code.name();
            case null, default -> value;
        };
    }
}
