package se.samplan.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.web.Scene.below;
import static se.samplan.web.TestStaff.AGENCY;
import static se.samplan.web.TestStaff.AGENCY_2;
import static se.samplan.web.TestStaff.CASEWORKER;
import static se.samplan.web.TestStaff.COLLEAGUE;
import static se.samplan.web.TestStaff.MANAGER;
import static se.samplan.web.TestStaff.OPERATOR_1;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samplan.rights.AccessProjection;
import se.samplan.store.EventReader;
import se.samplan.store.EventToAppend;
import se.samplan.store.RecordedEvent;
import se.samplan.store.Sql;
import se.samplan.store.TestPostgres;
import se.samplan.web.HttpAnswer;
import se.samplan.web.Running;
import se.samplan.web.Scene;

/** The rows that decide rights are what follows from all events, whatever was done in whatever order. */
class AccessProjectionTest {

    private static final Running RUNNING = Running.shared();

    /** Each with the columns that follow from events; a policy's version is its place among the others. */
    private static final Map<String, String> TABLES = Map.of(
            "participant", "t",
            "participant_lane", "t",
            "ground", "t",
            "responsible", "t",
            "staff", "t",
            "organisation", "t",
            "policy",
                    "(policy_id, rank() over (order by version), organisation_id, kind, policy_values, valid_from, valid_to)");

    private static final int CASES = 8;
    private static final int STEPS = 12;

    private final Random dice = new Random(20260101);

    @Test
    void they_equal_those_computed_anew_from_all_events() throws SQLException {
        for (int i = 0; i < CASES; i++) {
            var scene = Scene.ofAll();
            for (int j = 0; j < STEPS; j++) {
                step(scene);
            }
            if (i % 3 == 0) {
                scene.protectedFromNowOn();
            }
        }
        staffAndPolicies();

        var anew = TestPostgres.fresh();
        replayInto(anew);

        for (var table : TABLES.keySet()) {
            var rows = rows(RUNNING.postgres(), table);
            assertThat(rows).as(table).isNotEmpty();
            assertThat(rows(anew, table)).as(table).isEqualTo(rows);
        }
    }

    @Test
    void whoever_answered_before_one_in_error_answers_again() {
        var scene = Scene.ofAll();
        var first = scene.post(CASEWORKER, "caseworkers", "{}").id("assignmentId");
        var second = scene.post(MANAGER, "caseworkers/hand-over", "{'to':'%s'}".formatted(COLLEAGUE.staffId()))
                .id("assignmentId");

        inError(scene, second);
        assertThat(responsible(scene)).containsExactly(CASEWORKER.staffId().value());

        var third = scene.post(MANAGER, "caseworkers/hand-over", "{'to':'%s'}".formatted(COLLEAGUE.staffId()))
                .id("assignmentId");
        inError(scene, first);
        assertThat(responsible(scene)).containsExactly(COLLEAGUE.staffId().value());

        inError(scene, third);
        assertThat(responsible(scene)).isEmpty();
    }

    private static void inError(Scene scene, UUID entry) {
        scene.post(CASEWORKER, "corrections", "{'entry':'%s','reason':'WRONG_FACTS'}".formatted(entry))
                .done();
    }

    private static List<UUID> responsible(Scene scene) {
        return RUNNING.database()
                .sql("select staff_id from samplan.responsible where case_id = ? and valid_to is null")
                .param(scene.caseId())
                .query(UUID.class)
                .list();
    }

    private final List<UUID> grounds = new ArrayList<>();
    private final List<UUID> assignments = new ArrayList<>();

    /** One of the commands that change rows, as likely refused as not. */
    private void step(Scene scene) {
        var past = "'effectiveAt':'202%d-0%d-01'".formatted(dice.nextInt(6), 1 + dice.nextInt(9));
        switch (dice.nextInt(8)) {
            case 0, 1 -> keep(grounds, "groundId", scene.consent("'kinds':['PLAN'],'form':'WRITTEN'," + past));
            case 2 ->
                keep(
                        grounds,
                        "groundId",
                        scene.consent("'kinds':['ACTIVITIES'],'form':'E_SIGNED','validTo':'2030-01-01'," + past));
            case 3 -> scene.post(AGENCY, below("consents", any(grounds), "withdrawal"), "{%s}".formatted(past));
            case 4 ->
                keep(
                        assignments,
                        "assignmentId",
                        scene.post(dice.nextBoolean() ? CASEWORKER : COLLEAGUE, "caseworkers", "{%s}".formatted(past)));
            case 5 ->
                keep(
                        assignments,
                        "assignmentId",
                        scene.post(MANAGER, "caseworkers/hand-over", "{'to':'%s'}".formatted(COLLEAGUE.staffId())));
            case 6 -> scene.post(AGENCY_2, "caseworkers", "{}");
            default ->
                scene.post(
                        CASEWORKER,
                        "corrections",
                        "{'entry':'%s','reason':'WRONG_FACTS'}"
                                .formatted(any(dice.nextBoolean() ? grounds : assignments)));
        }
    }

    private static void keep(List<UUID> entries, String name, HttpAnswer answer) {
        if (answer.status() == 201) {
            entries.add(answer.id(name));
        }
    }

    private UUID any(List<UUID> entries) {
        return entries.isEmpty() ? UUID.randomUUID() : entries.get(Math.max(0, entries.size() - 1 - dice.nextInt(3)));
    }

    private void staffAndPolicies() {
        var kept = OPERATOR_1.post("/api/staff", """
                {'organisation':'1481','subject':'x','role':'SOCIAL_WORKER','unit':'Y','to':'2100-01-01',
                 'mandates':['PROTECTED_IDENTITIES']}""").id("staffId");
        OPERATOR_1.post("/api/staff/" + kept + "/ending", "{}").done();
        for (int days = 1; days < 4; days++) {
            OPERATOR_1
                    .post(
                            "/api/organisations/1481/policies",
                            "{'kind':'CLEARANCE_ANSWER','values':{'days':'%d'},'validFrom':'2019-01-01','validTo':'2019-02-01'}"
                                    .formatted(days))
                    .done();
        }
    }

    /** Event by event, as the appends did it. */
    private static void replayInto(TestPostgres anew) throws SQLException {
        var reader = RUNNING.bean(EventReader.class);
        var rights = AccessProjection.real();
        var streams = RUNNING.database()
                .sql("select stream from samplan.event group by stream order by min(global_index)")
                .query(UUID.class)
                .list();
        var events = streams.stream()
                .flatMap(stream -> reader.ofStream(stream).stream())
                .filter(RecordedEvent::readable)
                .sorted(Comparator.comparingLong(RecordedEvent::globalIndex))
                .toList();
        try (var connection = anew.superuser().getConnection()) {
            for (var event : events) {
                var appended = new EventToAppend(event.stream(), event.sequence(), event.event(), event.metadata());
                for (var sql : rights.rows(List.of(appended))) {
                    write(connection, sql);
                }
            }
        }
    }

    private static void write(Connection connection, Sql sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql.text())) {
            for (int i = 0; i < sql.parameters().size(); i++) {
                statement.setObject(i + 1, plain(sql.parameters().get(i)));
            }
            statement.execute();
        }
    }

    private static @Nullable Object plain(@Nullable Object parameter) {
        return switch (parameter) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Enum<?> code -> code.name();
            case null, default -> parameter;
        };
    }

    private static List<String> rows(TestPostgres postgres, String table) {
        return JdbcClient.create(postgres.superuser())
                .sql("select (%s)::text as row from samplan.%s t order by 1".formatted(TABLES.get(table), table))
                .query(String.class)
                .list();
    }
}
