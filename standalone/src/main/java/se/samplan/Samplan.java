package se.samplan;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import se.samplan.standalone.Options;
import se.samplan.standalone.Stores;

/** Samplan in one process: both sides, the stores and the demo issuer. */
// The issuer brings its own key; the excluded auto-configuration would create a new one at each start.
@SpringBootApplication(exclude = OAuth2AuthorizationServerJwtAutoConfiguration.class)
public class Samplan {

    private static final Duration CONTEXT_STOPS_WITHIN = Duration.ofMillis(1500);

    private final AtomicReference<@Nullable ConfigurableApplicationContext> context = new AtomicReference<>();
    private final AtomicReference<@Nullable Stores> stores = new AtomicReference<>();

    public static void main(String... arguments) {
        var parsed = Options.parse(arguments);
        if (parsed.options() == null) {
            System.exit(parsed.exitCode());
        } else {
            new Samplan().run(parsed.options());
        }
    }

    private void run(Options options) {
        System.setProperty("axoniq.update-checker.disabled", "true"); // no calls to the outside, however it is started
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        var application = new SpringApplication(Samplan.class);
        application.setRegisterShutdownHook(false); // hooks run concurrently, and the stores must stop last
        application.addInitializers(starting -> {
            context.set(starting);
            var started = new Stores(System.getenv());
            stores.set(started); // set before they start, so that a stop during the start reaches them
            started.start(options);
            starting.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("stores", started.properties()));
        });
        try {
            application.run();
        } catch (RuntimeException reportedBySpring) {
            System.exit(1);
        }
        var uptime = ManagementFactory.getRuntimeMXBean().getUptime();
        System.out.println(Welcome.text(options.port(), options.data(), uptime / 1000.0));
    }

    /** Stops the application, then the stores; the application must not delay the stores for long. */
    private void stop() {
        var running = context.get();
        if (running != null) {
            var closing = Thread.ofPlatform().daemon().start(running::close);
            try {
                closing.join(CONTEXT_STOPS_WITHIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        var started = stores.get();
        if (started != null) {
            started.close();
        }
    }
}
