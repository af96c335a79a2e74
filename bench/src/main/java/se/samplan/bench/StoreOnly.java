package se.samplan.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.ResolvableType;
import se.samplan.fold.Fold;
import se.samplan.store.EventReader;

/** The product's event store as the product wires it, and the folds of all views, in this process and nothing else of it. */
// Not a @Configuration: Samplan looks for its parts by package and would find this one beside them.
@EnableAutoConfiguration
@ComponentScan(basePackages = "se.samplan.store")
@ComponentScan(
        basePackages = "se.samplan",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Fold.class))
class StoreOnly {

    static final class Running implements AutoCloseable {

        private final ConfigurableApplicationContext context;

        private Running(ConfigurableApplicationContext context) {
            this.context = context;
        }

        EventStore events() {
            return context.getBean(EventStore.class);
        }

        TransactionManager transactions() {
            return context.getBean("axonTransactionManager", TransactionManager.class);
        }

        HikariDataSource commandConnections() {
            return context.getBean("commandDataSource", HikariDataSource.class);
        }

        EventReader reader() {
            return context.getBean(EventReader.class);
        }

        List<Fold<?>> folds() {
            return context.<Fold<?>>getBeanProvider(ResolvableType.forClass(Fold.class))
                    .orderedStream()
                    .toList();
        }

        @Override
        public void close() {
            context.close();
        }
    }

    /** Over a cluster's PostgreSQL, with so many connections for commands. */
    static Running over(Cluster cluster, int commandConnections) {
        var application = new SpringApplication(StoreOnly.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        var properties = new HashMap<>(cluster.database().properties());
        properties.put("samplan.postgres.command-connections", commandConnections);
        properties.put("spring.config.name", "samplan");
        properties.put("logging.level.root", "warn");
        application.setDefaultProperties(properties);
        return new Running(application.run());
    }
}
