package se.samplan;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs the query side as its own process: views, histories, work lists, reports. */
@SpringBootApplication
public class QuerySide {

    public static void main(String[] arguments) {
        var application = new SpringApplication(QuerySide.class);
        // A separate configuration name, so that both sides can also run in one process with its own configuration.
        application.setDefaultProperties(Map.of("spring.config.name", "query-side"));
        application.run(arguments);
    }
}
