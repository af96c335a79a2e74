package se.samplan.http;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import se.samplan.coordination.LaneId;
import se.samplan.refusal.Rejected;
import se.samplan.staff.Branch;
import se.samplan.staff.OrganisationId;
import se.samplan.staff.Role;

/**
 * Who and where a token says that somebody is; what the person may do follows from the appointments.
 *
 * @param subject what the identity provider calls the person
 */
public record Claimed(String subject, OrganisationId organisation, Role role) {

    /**
     * Reads the claims {@code sub}, {@code organisation} and {@code role}.
     *
     * @throws Rejected {@code TOKEN_INCOMPLETE} if one is missing or unknown
     */
    public static Claimed in(Jwt token) {
        var organisation = token.getClaimAsString("organisation");
        var role = token.getClaimAsString("role");
        if (token.getSubject() == null
                || organisation == null
                || !OrganisationId.isCode(organisation)
                || role == null) {
            throw new Rejected(AccessRefusal.TOKEN_INCOMPLETE);
        }
        try {
            return new Claimed(token.getSubject(), new OrganisationId(organisation), Role.valueOf(role));
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
