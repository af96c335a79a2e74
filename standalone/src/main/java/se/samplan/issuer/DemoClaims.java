package se.samplan.issuer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Issues a demo client's token for a person currently appointed in that role, or refuses. */
class DemoClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final Appointments appointments;
    private final String audience;

    DemoClaims(Appointments appointments, String audience) {
        this.appointments = appointments;
        this.audience = audience;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        var role =
                DemoRole.ofClient(context.getRegisteredClient().getClientId()).orElseThrow();
        OAuth2ClientCredentialsAuthenticationToken request =
                Objects.requireNonNull(context.getAuthorizationGrant(), "a token without a request");
        var organisation = parameter(request.getAdditionalParameters(), "organisation");
        var person = parameter(request.getAdditionalParameters(), "person");
        var found = appointments.of(role, organisation, person);
        if (found.isEmpty()) {
            throw refused(whatThereIs(role, organisation, person));
        }
        context.getClaims()
                .audience(List.of(audience))
                .subject(found.getFirst().subject())
                .claim("organisation", found.getFirst().organisation())
                .claim("role", role.name());
    }

    private static @Nullable String parameter(Map<String, Object> parameters, String name) {
        var value = parameters.getOrDefault(name, "");
        if (!(value instanceof String text)) {
            throw refused("The parameter " + name + " is given more than once.");
        }
        if (text.indexOf('\0') >= 0) {
            throw refused("The parameter " + name + " holds a character that no text has.");
        }
        return text.isBlank() ? null : text;
    }

    /** Does not echo the request: it may contain anything, even an identity number. */
    private String whatThereIs(DemoRole role, @Nullable String organisation, @Nullable String person) {
        if (person != null && organisation != null) {
            var there = appointments.of(role, organisation, null);
            if (!there.isEmpty()) {
                return "That person is not " + role + " in that organisation now; there: " + list(there) + ".";
            }
        }
        var anywhere = appointments.of(role, null, null);
        return anywhere.isEmpty()
                ? "Nobody is appointed as " + role + " now. A manager or the operator appoints staff."
                : "Nobody as asked for is " + role + " now; there are: " + list(anywhere) + ".";
    }

    private static String list(List<Appointment> appointments) {
        return appointments.stream()
                .map(appointment -> appointment.subject() + " in " + appointment.organisation())
                .collect(Collectors.joining(", "));
    }

    private static OAuth2AuthenticationException refused(String description) {
        return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, description, null));
    }
}
