package se.samplan.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import se.samplan.CommandSide;
import se.samplan.SettableClock;
import se.samplan.store.CountingSockets;
import se.samplan.store.TestPostgres;

/** The command side as it runs, over a database; the one that tests share is started once for a process. */
public final class Running implements AutoCloseable {

    private static final String MASTER_KEY = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    /** Names a request, so that its round trips can be told from others'. */
    static final String REQUEST = "Test-Request";

    private final TestPostgres postgres;
    private final SettableClock clock;
    private final ConfigurableApplicationContext context;
    private final Map<String, Long> trips;

    private static final class Shared {

        static final Running RUNNING = startWithStaff();

        private static Running startWithStaff() {
            // A connection that rests longer than this is tried before it is used: a trip that no command asked for.
            System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "3600000");
            var running = start(TestPostgres.fresh(), new SettableClock());
            TestStaff.appear(running);
            return running;
        }
    }

    private Running(
            TestPostgres postgres,
            SettableClock clock,
            ConfigurableApplicationContext context,
            Map<String, Long> trips) {
        this.postgres = postgres;
        this.clock = clock;
        this.context = context;
        this.trips = trips;
    }

    /** The one over a database with the test staff in it. */
    public static Running shared() {
        return Shared.RUNNING;
    }

    /** Another process over a database. */
    public static Running start(TestPostgres postgres, SettableClock clock) {
        return start(postgres, clock, Map.of());
    }

    /** Another process over a database, configured otherwise. */
    static Running start(TestPostgres postgres, SettableClock clock, Map<String, Object> properties) {
        var trips = new ConcurrentHashMap<String, Long>();
        var application = new SpringApplication(CommandSide.class);
        application.setDefaultProperties(Map.of(
                "spring.config.name", "command-side",
                "samplan.deadlines.every", "PT10H", // tests let them fire
                "samplan.commands.patience", "PT0.5S",
                "samplan.http.request-within", "PT2S"));
        application.setRegisterShutdownHook(false);
        application.addInitializers(started -> {
            var beans = (GenericApplicationContext) started;
            beans.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
            beans.getBeanFactory().registerSingleton("noTestClasses", new NoTestClasses());
            beans.registerBean("testClock", Clock.class, () -> clock, Running::primary);
            beans.registerBean(JwtDecoder.class, TestIssuer::decoder);
            beans.registerBean(TripCounter.class, () -> new TripCounter(trips));
        });
        var context = application.run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TestIssuer.ISSUER,
                "--samplan.master-key=" + MASTER_KEY,
                "--samplan.postgres.url=" + postgres.url() + CountingSockets.PARAMETER,
                "--samplan.postgres.user=samplan_app",
                "--samplan.postgres.password=" + postgres.properties().get("samplan.postgres.password"),
                "--samplan.postgres.owner-user=samplan_owner",
                "--samplan.postgres.owner-password=" + postgres.properties().get("samplan.postgres.owner-password"));
        return new Running(postgres, clock, context, trips);
    }

    private static void primary(BeanDefinition definition) {
        definition.setPrimary(true);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public SettableClock clock() {
        return clock;
    }

    public TestPostgres postgres() {
        return postgres;
    }

    /** Sees and may do everything in the database. */
    public JdbcClient database() {
        return JdbcClient.create(postgres.superuser());
    }

    public long count(String table) {
        return database().sql("select count(*) from " + table).query(Long.class).single();
    }

    String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    String newRequest() {
        return UUID.randomUUID().toString();
    }

    /** The round trips that the request made; known soon after it is answered. */
    long tripsOf(String request) {
        Eventually.holds(() -> trips.containsKey(request));
        return trips.getOrDefault(request, -1L);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Around everything else, so that refused requests are counted as well. */
    private record TripCounter(Map<String, Long> trips) implements Filter, Ordered {

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            var before = CountingSockets.trips();
            try {
                chain.doFilter(request, response);
            } finally {
                var name = ((HttpServletRequest) request).getHeader(REQUEST);
                if (name != null) {
                    trips.put(name, CountingSockets.trips() - before);
                }
            }
        }
    }

    /** Keeps other tests' applications out of the one under test, which looks for its parts by package. */
    private static final class NoTestClasses extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
            var place = reader.getResource().toString();
            return place.contains("test-classes") || place.contains("-tests.jar");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NoTestClasses;
        }

        @Override
        public int hashCode() {
            return NoTestClasses.class.hashCode();
        }
    }
}
