package se.samplan.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import se.samplan.access.TokenIdentity;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;
import tools.jackson.databind.json.JsonMapper;

/** What docker/ must have in common with the code, as far as reading can tell. */
@ExtendWith(RunningSamplan.Extension.class)
class DockerTest {

    private static final Path DOCKER = Readme.ROOT.resolve("docker");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)");
    private static final Pattern METRIC = Pattern.compile("\\b[a-z]\\w*\\b(?! *(?:by *)?\\()");

    @ParameterizedTest
    @ValueSource(strings = {"command-side", "query-side"})
    void a_side_gets_every_variable_that_its_configuration_names(String side) {
        var wanted = placeholders(read(Readme.ROOT.resolve(side + "/src/main/resources/" + side + ".yml")));
        assertThat(wanted).hasSizeGreaterThan(5);
        assertThat(environment(side)).containsKeys(wanted.toArray(String[]::new));
    }

    @Test
    void every_secret_that_compose_asks_for_stands_in_the_example() {
        var example = read(DOCKER.resolve(".env.example"))
                .lines()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertThat(placeholders(read(DOCKER.resolve("compose.yaml"))))
                .isNotEmpty()
                .isSubsetOf(example);
    }

    @Test
    void the_roles_of_the_database_have_the_rights_that_the_embedded_one_gives_them() {
        var provisioning = read(Readme.ROOT.resolve("platform/src/main/java/se/samplan/store/Provisioning.java"));
        assertThat(provisioning)
                .contains(
                        "with inherit false, set true",
                        "grant pg_read_all_stats to ",
                        "grant connect, temporary on database ");
        assertThat(read(DOCKER.resolve("postgres/roles.sh")))
                .containsIgnoringCase("grant samplan_vault to samplan_owner with inherit false, set true")
                .containsIgnoringCase("grant pg_read_all_stats to samplan_owner")
                .containsIgnoringCase("revoke all on database samplan from public")
                .containsIgnoringCase("grant connect, temporary on database samplan to samplan_app");
    }

    @Test
    void the_realm_has_a_client_for_each_role_whose_tokens_have_the_claims_asked_for() {
        var claims = new HashMap<Role, TokenIdentity>();
        for (var client : new JsonMapper()
                .readTree(read(DOCKER.resolve("keycloak/samplan-realm.json")))
                .path("clients")) {
            var values = new HashMap<String, String>();
            var audiences = new HashSet<String>();
            for (var mapper : client.path("protocolMappers")) {
                var config = mapper.path("config");
                if (mapper.path("protocolMapper").asString().equals("oidc-audience-mapper")) {
                    audiences.add(config.path("included.custom.audience").asString());
                } else {
                    values.put(
                            config.path("claim.name").asString(),
                            config.path("claim.value").asString());
                }
            }
            assertThat(audiences).containsExactlyInAnyOrder("samplan-command-side", "samplan-query-side");
            assertThat(values).containsOnlyKeys("sub", "organisation", "role");
            var role = Role.valueOf(value(values, "role"));
            claims.put(
                    role,
                    new TokenIdentity(value(values, "sub"), new OrganisationId(value(values, "organisation")), role));
        }
        assertThat(claims).containsOnlyKeys(Role.values());
        assertThat(claims.get(Role.OPERATOR))
                .isEqualTo(new TokenIdentity("demo.operator", new OrganisationId("SAMPLAN"), Role.OPERATOR));
        assertThat(read(DOCKER.resolve(".env.example"))).contains("SAMPLAN_FIRST_OPERATOR=demo.operator");
    }

    @Test
    void prometheus_finds_its_rules_where_its_configuration_says() {
        Map<String, List<String>> configuration = new Yaml().load(read(DOCKER.resolve("prometheus/prometheus.yml")));
        assertThat(value(configuration, "rule_files")).containsExactly("alerts.yml");
        assertThat(volumes("prometheus"))
                .contains(
                        "./prometheus/prometheus.yml:/etc/prometheus/prometheus.yml:ro",
                        "./prometheus/alerts.yml:/etc/prometheus/alerts.yml:ro");
        assertThat(alerts()).containsKeys("CaseSetAside", "AppendHoldsReadersBack", "SamplanDown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"command-side", "query-side"})
    void metrics_have_a_port_that_prometheus_and_the_health_check_know_and_nothing_publishes(String side) {
        var image = read(DOCKER.resolve(side + ".Dockerfile"));
        var port = image.replaceAll("(?s).*MANAGEMENT_SERVER_PORT=([0-9]+).*", "$1");

        assertThat(image).contains("/dev/tcp/127.0.0.1/" + port + " ").contains("SERVER_ADDRESS=0.0.0.0");
        assertThat(read(DOCKER.resolve("prometheus/prometheus.yml"))).contains(side + ":" + port);
        assertThat(read(DOCKER.resolve("compose.yaml"))).doesNotContain(":" + port);
    }

    @Test
    void health_is_told_to_whoever_asks_as_the_containers_do(RunningSamplan samplan) {
        var answer = samplan.get("/actuator/health", null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"UP\"");
    }

    @Test
    void every_metric_of_the_alerts_and_of_the_dashboard_is_one_that_samplan_has(RunningSamplan samplan) {
        // Requests are counted once one has been answered.
        await().untilAsserted(() -> assertThat(metrics(samplan)).contains("http_server_requests_seconds_count"));
        var known = metrics(samplan);
        known.add("up"); // Prometheus' own
        assertThat(alerts())
                .allSatisfy((alert, expression) ->
                        assertThat(metrics(expression)).as(alert).isNotEmpty().isSubsetOf(known));
        assertThat(panels())
                .allSatisfy((panel, expression) ->
                        assertThat(metrics(expression)).as(panel).isNotEmpty().isSubsetOf(known));
        assertThat(alerts().values()).anyMatch(expression -> metrics(expression).contains("samplan_views_parked"));
        assertThat(panels().values()).anyMatch(expression -> metrics(expression).contains("samplan_views_parked"));
    }

    /** The names of all that it tells at the moment. */
    private static Set<String> metrics(RunningSamplan samplan) {
        return samplan.get("/actuator/prometheus", null)
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }

    /** Expressions by the names of their alerts. */
    private static Map<String, String> alerts() {
        Map<String, List<Map<String, List<Map<String, String>>>>> file =
                new Yaml().load(read(DOCKER.resolve("prometheus/alerts.yml")));
        return value(file, "groups").stream()
                .flatMap(group -> value(group, "rules").stream())
                .collect(Collectors.toMap(rule -> value(rule, "alert"), rule -> value(rule, "expr")));
    }

    /** Expressions by the titles of their panels. */
    private static Map<String, String> panels() {
        return new JsonMapper()
                .readTree(read(DOCKER.resolve("grafana/dashboards/samplan.json")))
                .path("panels")
                .valueStream()
                .collect(Collectors.toMap(
                        panel -> panel.path("title").asString(),
                        panel -> panel.path("targets").path(0).path("expr").asString()));
    }

    /** What is left of an expression without labels, ranges, groupings and functions. */
    private static Set<String> metrics(String expression) {
        var bare = expression.replaceAll("\\{[^}]*}|\\[[^]]*]|\\bby \\([^)]*\\)", "");
        return METRIC.matcher(bare).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Map<String, String> environment(String service) {
        Map<String, Map<String, Map<String, Map<String, String>>>> compose =
                new Yaml().load(read(DOCKER.resolve("compose.yaml")));
        return value(value(value(compose, "services"), service), "environment");
    }

    private static List<String> volumes(String service) {
        Map<String, Map<String, Map<String, List<String>>>> compose =
                new Yaml().load(read(DOCKER.resolve("compose.yaml")));
        return value(value(value(compose, "services"), service), "volumes");
    }

    private static <T> T value(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
