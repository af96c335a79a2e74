package se.samplan.http;

import java.time.Duration;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.samplan.access.AccessRefusal;
import se.samplan.access.Actor;
import se.samplan.access.ActorLookup;
import se.samplan.access.TokenIdentity;
import se.samplan.refusal.Rejected;
import se.samplan.vault.MasterKey;
import tools.jackson.databind.json.JsonMapper;

/** What both APIs share: ETags, positions, and the caller as a controller argument. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    @Bean
    Etags etags(MasterKey masterKey) {
        return new Etags(masterKey.derive("etag", 32));
    }

    @Bean
    Positions positions(MasterKey masterKey) {
        return new Positions(masterKey.derive("position", 32));
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsOfTheServer() {
        return server -> server.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemValve.class.getName()));
    }

    /** Whoever sends a request byte by byte keeps no connection by it. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> promptRequests(
            @Value("${samplan.http.request-within:PT10S}") Duration within) {
        return server -> {
            server.setProtocol(PromptHttp11Protocol.class.getName());
            server.addProtocolHandlerCustomizers(
                    (TomcatProtocolHandlerCustomizer<PromptHttp11Protocol>) protocol -> protocol.setHeadWithin(within));
            server.addEngineValves(new PromptBodies(within));
        };
    }

    @Bean
    ValidationConfigurationCustomizer charactersAreCounted() {
        return configuration -> {
            if (configuration instanceof HibernateValidatorConfiguration hibernate) {
                CountedCharacters.configure(hibernate);
            }
        };
    }

    /** Every write consumes JSON, by the mapping and not by each controller. */
    @Bean
    WebMvcRegistrations jsonRequests() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new JsonRequests();
            }
        };
    }

    /** {@link TokenIdentity} costs nothing; {@link Actor} costs a database query. */
    @Bean
    WebMvcConfigurer callersAsArguments(ActorLookup actorLookup, JsonMapper json) {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(TokenIdentity.class, Actor.class); // they come with the token
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument(actorLookup));
            }

            /** JSON is read and written by one converter; texts and bytes are written only. */
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.configureMessageConvertersList(all -> {
                    all.removeIf(each -> !(each instanceof StringHttpMessageConverter)
                            && !(each instanceof ByteArrayHttpMessageConverter));
                    all.add(new JsonBody(json));
                });
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new StrictQuery());
            }

            /** A path has one format: refusing another after a write took effect would deny that effect. */
            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
                negotiation.ignoreAcceptHeader(true).defaultContentType(MediaType.ALL);
            }
        };
    }

    private record CallerArgument(ActorLookup actorLookup) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == TokenIdentity.class || parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)) {
                throw new Rejected(AccessRefusal.UNAUTHENTICATED);
            }
            var identity = TokenIdentity.in(token.getToken());
            return parameter.getParameterType() == TokenIdentity.class ? identity : actorLookup.find(identity);
        }
    }
}
