package se.samplan;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The command side as a process of its own. */
@SpringBootApplication
public class CommandSide {

    public static void main(String[] arguments) {
        var application = new SpringApplication(CommandSide.class);
        // A name of its own, so that both sides fit into one process with its own configuration.
        application.setDefaultProperties(Map.of("spring.config.name", "command-side"));
        application.run(arguments);
    }
}
