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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
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

    /** Documents what no argument is named after: the case's id in the path, and the headers of writes. */
    @Bean
    OperationCustomizer pathsAndHeaders() {
        return (operation, method) -> {
            if (takes(method, CaseRequest.class)) {
                CaseRequestArgument.describe(operation);
            }
            var writes = !method.hasMethodAnnotation(GetMapping.class);
            if (writes && (takes(method, CaseRequest.class) || takes(method, WriteRequest.class))) {
                operation.addParametersItem(IdempotencyKey.parameter());
            }
            if (writes && takes(method, CaseRequest.class)) {
                operation.addParametersItem(IfMatch.parameter());
            }
            return operation;
        };
    }

    private static boolean takes(HandlerMethod method, Class<?> argument) {
        return Arrays.stream(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(argument::equals);
    }
}
