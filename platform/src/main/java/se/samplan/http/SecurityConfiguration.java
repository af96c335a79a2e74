package se.samplan.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import se.samplan.access.AccessRefusal;
import se.samplan.refusal.Reason;

/** Authenticates by a bearer token of the configured issuer; authorisation follows behind it. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    @Order(100)
    SecurityFilterChain api(
            HttpSecurity http,
            JwtDecoder tokens,
            Clock clock,
            @Value("${samplan.audience}") String audience,
            Environment environment)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access((caller, asked) ->
                                new AuthorizationDecision(mayReadMetrics(asked.getRequest(), environment)))
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.decoder(new CachingJwtDecoder(tokens, clock, audience)))
                                .authenticationEntryPoint((request, response, failure) ->
                                        problem(response, AccessRefusal.UNAUTHENTICATED))
                                .accessDeniedHandler(
                                        (request, response, failure) -> problem(response, AccessRefusal.NOT_ALLOWED)))
                // Clients attach bearer tokens explicitly, so another site cannot make a browser send one.
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** What the firewall stops is answered as everything else is, and its path is not logged. */
    @Bean
    RequestRejectedHandler stoppedByTheFirewall() {
        return (request, response, rejected) -> problem(response, AccessRefusal.INVALID_REQUEST);
    }

    /** Spring would observe each filter, too; the request's own observation is enough. */
    @Bean
    SecurityObservationSettings filtersAreNotObserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** Metrics count writes: they are read on this machine, or on a port of their own, bound to where that is safe. */
    private static boolean mayReadMetrics(HttpServletRequest request, Environment environment) {
        var ofManagement = environment.getProperty("local.management.port", Integer.class);
        var ofTheApi = environment.getProperty("local.server.port", Integer.class);
        var isOnAPortOfItsOwn =
                !Objects.equals(ofManagement, ofTheApi) && Objects.equals(ofManagement, request.getLocalPort());
        return isOnAPortOfItsOwn || FromThisMachine.is(request);
    }

    private static void problem(HttpServletResponse response, Reason reason) throws IOException {
        if (reason == AccessRefusal.UNAUTHENTICATED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        Problems.write(response, reason);
    }
}
