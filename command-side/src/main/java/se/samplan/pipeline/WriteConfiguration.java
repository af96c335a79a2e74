package se.samplan.pipeline;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives the controllers {@link WriteRequest}, {@link CaseRequest} and the ids of entries as arguments. */
@Configuration(proxyBeanMethods = false)
class WriteConfiguration {

    @Bean
    WebMvcConfigurer writeArguments(Clock clock, Sealing sealing, CommandResponder responder) {
        // They come with the token, the headers and the path.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(WriteRequest.class, CaseRequest.class);
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new WriteRequestArgument(clock));
                resolvers.add(new CaseRequestArgument(clock, sealing, responder));
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(new PathIds());
            }
        };
    }

    /** Documents the case's id in the path, which no argument is named after. */
    @Bean
    OperationCustomizer caseIdInPath() {
        return (operation, method) -> Arrays.stream(method.getMethodParameters())
                        .map(MethodParameter::getParameterType)
                        .anyMatch(CaseRequest.class::equals)
                ? CaseRequestArgument.describe(operation)
                : operation;
    }
}
