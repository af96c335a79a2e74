package se.samplan.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The contract at {@code /v3/api-docs}, as it is committed. */
@ExtendWith(RunningSamplan.Extension.class)
class ContractTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void it_is_the_committed_one(RunningSamplan samplan) throws IOException {
        var shown = JSON.writeValueAsString(JSON.treeToValue(contract(samplan), TreeMap.class)) + "\n";
        var committed = Readme.ROOT.resolve("docs/openapi.json");
        if (Boolean.getBoolean("samplan.write-docs")) {
            Files.writeString(committed, shown);
        }
        assertThat(committed)
                .as("write it with ./samplan test -Dsamplan.write-docs=true")
                .hasContent(shown);
    }

    @Test
    void every_operation_has_a_name_of_its_own_a_capability_and_problems(RunningSamplan samplan) {
        var names = new ArrayList<String>();
        for (var path : contract(samplan).path("paths")) {
            for (var operation : path) {
                names.add(operation.path("operationId").asString());
                assertThat(operation.path("tags")).hasSize(1);
                assertThat(operation.path("responses").propertyNames()).contains("401", "403", "404");
            }
        }
        assertThat(names).hasSizeGreaterThan(40).doesNotHaveDuplicates().doesNotContain("");
    }

    @Test
    void it_shows_nothing_that_comes_with_the_token(RunningSamplan samplan) {
        var contract = contract(samplan);
        var parameters = contract.path("paths").findValues("parameters").toString();
        assertThat(parameters).contains("\"If-Match\"").doesNotContain("\"sender\"", "\"caller\"", "\"claimed\"");
        assertThat(contract.path("components").path("schemas").propertyNames())
                .contains("ClearanceWithdrawal", "SubsidyWithdrawal", "PlansPage", "Problem")
                .doesNotContain("Sender", "Claimed", "Withdrawal", "Moment", "LaneId");
    }

    private static JsonNode contract(RunningSamplan samplan) {
        return JSON.readTree(samplan.get("/v3/api-docs", null).body());
    }
}
