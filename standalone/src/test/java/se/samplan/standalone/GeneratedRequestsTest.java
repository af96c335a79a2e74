package se.samplan.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.samplan.client.contract.GeneratedRun;

/** Requests generated over the contract, in it and beside it: what comes back is what the contract says. */
class GeneratedRequestsTest {

    private static final int REQUESTS = Integer.getInteger("samplan.generated-requests", 1_000);

    @Test
    void nothing_comes_back_that_the_contract_does_not_say() throws IOException, InterruptedException {
        var seed = Long.getLong("samplan.seed", 20_261_201L);
        System.out.println("-Dsamplan.seed=" + seed);
        try (var samplan = RunningSamplan.start(Map.of())) { // not the shared one: what is done here changes it
            var run = GeneratedRun.send(
                    URI.create("http://localhost:" + samplan.port()), seed, REQUESTS, (done, faults) -> {});
            System.out.println(run.table());
            run.faults().forEach(System.out::println);

            assertThat(run.faults()).isEmpty();
            assertThat(run.neverDone()).hasSizeLessThan(run.operations() * 2 / 3);
        }
    }
}
