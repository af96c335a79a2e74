package se.samplan.coordination;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samplan.pipeline.CaseOpener;
import se.samplan.plan.ActivityKind;
import se.samplan.policy.PolicyValues;
import se.samplan.rights.AccessProjection;
import se.samplan.subsidy.Scheme;

/** Wires the capabilities and the command pipeline together without either knowing the other. */
@Configuration(proxyBeanMethods = false)
class CaseConfiguration {

    /** Only the side that appends writes the access rows. */
    @Bean
    AccessProjection accessProjection() {
        return AccessProjection.real();
    }

    @Bean
    CaseOpener caseOpener(Repository<CoordinationCase> cases) {
        return (command, person) -> cases.newInstance(() -> new CoordinationCase(
                command.caseId(),
                person.participant(),
                command.lane(),
                person.sex(),
                person.birthYear(),
                command.effectiveAt().withoutCause()));
    }

    @Bean
    PolicyValues policyValues() {
        return new PolicyValues(names(ActivityKind.values()), names(Scheme.values()));
    }

    private static Set<String> names(Enum<?>[] codes) {
        return Stream.of(codes).map(Enum::name).collect(Collectors.toSet());
    }
}
