package se.samplan.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import se.samplan.casework.LaneId;
import se.samplan.organisation.Branch;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;
import se.samplan.refusal.Rejected;

/**
 * The identity that a token claims: person, organisation and role. What the person may do follows from the
 * appointments.
 *
 * @param subject what the identity provider calls the person
 */
public record TokenIdentity(String subject, OrganisationId organisation, Role role) {

    /**
     * Reads the claims {@code sub}, {@code organisation} and {@code role}.
     *
     * @throws Rejected {@code TOKEN_INCOMPLETE} if one is missing or unknown
     */
    public static TokenIdentity in(Jwt token) {
        var organisation = token.getClaimAsString("organisation");
        var role = token.getClaimAsString("role");
        if (token.getSubject() == null
                || organisation == null
                || !OrganisationId.isCode(organisation)
                || role == null) {
            throw new Rejected(AccessRefusal.TOKEN_INCOMPLETE);
        }
        try {
            return new TokenIdentity(token.getSubject(), new OrganisationId(organisation), Role.valueOf(role));
        } catch (IllegalArgumentException unknownRole) {
            throw new Rejected(AccessRefusal.TOKEN_INCOMPLETE);
        }
    }

    /** The lane that the person works in; absent for roles without one. */
    public @Nullable LaneId lane() {
        var branch = role.branch();
        if (branch == null) {
            return null;
        }
        return branch == Branch.AGENCY ? LaneId.AGENCY : new LaneId(organisation, branch);
    }
}
