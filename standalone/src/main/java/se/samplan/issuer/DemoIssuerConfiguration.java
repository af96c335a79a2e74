package se.samplan.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import se.samplan.standalone.PrivateFile;

/** Wires the demo issuer: one client per role, its key, its endpoints; inactive if another issuer is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("samplan.demo-issuer.key-file")
class DemoIssuerConfiguration {

    /** What nothing here uses, such as introspection and revocation, is not there. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain demoIssuerEndpoints(HttpSecurity http) {
        return http.securityMatcher("/oauth2/token", "/oauth2/jwks", "/.well-known/**")
                .oauth2AuthorizationServer(server -> server.authorizationServerMetadataEndpoint(
                        endpoint -> endpoint.authorizationServerMetadataCustomizer(
                                metadata -> metadata.claims(DemoIssuerConfiguration::keepWhatIsThere))))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                        (request, response, failure) -> response.sendError(HttpServletResponse.SC_UNAUTHORIZED)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .logout(logout -> logout.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new LoopbackFilter(), SecurityContextHolderFilter.class)
                .build();
    }

    /** The server's metadata must name an authorization endpoint, though no client here may use one. */
    private static void keepWhatIsThere(Map<String, Object> metadata) {
        metadata.keySet()
                .removeIf(name -> name.contains("_endpoint")
                        && !name.startsWith("token_endpoint")
                        && !name.equals("authorization_endpoint"));
    }

    @Bean
    RegisteredClientRepository demoClients() {
        return new DemoClients();
    }

    @Bean
    OAuth2AuthorizationService demoTokens() {
        return new StatelessAuthorizations();
    }

    @Bean
    AuthorizationServerSettings demoIssuerSettings(@Value("${samplan.issuer}") String issuer) {
        return AuthorizationServerSettings.builder().issuer(issuer).build();
    }

    /** Queries the database over its own connection: tokens are rare, and the pools are for cases. */
    @Bean
    DemoClaims demoClaims(
            @Value("${samplan.postgres.url}") String url,
            @Value("${samplan.postgres.user}") String user,
            @Value("${samplan.postgres.password}") String password,
            @Value("${samplan.audience}") String audience) {
        var database = new DriverManagerDataSource(url, user, password);
        return new DemoClaims(new Appointments(JdbcClient.create(database)), audience);
    }

    @Bean
    JWKSource<SecurityContext> demoIssuerKey(@Value("${samplan.demo-issuer.key-file}") Path file)
            throws IOException, ParseException {
        var key = RSAKey.parse(PrivateFile.getOrCreate(file, DemoIssuerConfiguration::newKey));
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    private static String newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Verifies tokens with the key itself, so that the process need not fetch it from itself over HTTP. */
    @Bean
    JwtDecoder demoTokenDecoder(JWKSource<SecurityContext> key, @Value("${samplan.issuer}") String issuer) {
        var decoder = NimbusJwtDecoder.withJwkSource(key).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(issuer));
        return decoder;
    }
}
