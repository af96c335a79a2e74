package se.samplan.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
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
            HttpSecurity http, JwtDecoder tokens, Clock clock, @Value("${samplan.audience}") String audience)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**", "/v3/api-docs.yaml")
                        .permitAll()
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

    private static void problem(HttpServletResponse response, Reason reason) throws IOException {
        if (reason == AccessRefusal.UNAUTHENTICATED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        Problems.write(response, reason);
    }
}
