package se.samplan;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The query side as a process of its own: views, histories, work lists, reports. */
@SpringBootApplication
public class QuerySide {

    public static void main(String[] arguments) {
        var application = new SpringApplication(QuerySide.class);
        // A name of its own, so that both sides fit into one process with its own configuration.
        application.setDefaultProperties(Map.of("spring.config.name", "query-side"));
        application.run(arguments);
    }
}
