package se.samplan.policy;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The policies that commands decide by; empty until the first command compares the version. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    Policies policies() {
        return new Policies(List.of());
    }
}
