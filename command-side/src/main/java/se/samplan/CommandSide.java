package se.samplan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The command side as a process of its own. */
@SpringBootApplication
public class CommandSide {

    public static void main(String[] arguments) {
        SpringApplication.run(CommandSide.class, arguments);
    }
}
