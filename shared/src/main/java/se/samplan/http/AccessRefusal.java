package se.samplan.http;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why somebody is not let in, or a request cannot be read. */
public enum AccessRefusal implements Reason {
    UNAUTHENTICATED(
            Kind.UNAUTHENTICATED,
            "Ingen giltig token. Hämta en ny och försök igen.",
            "No valid token. Get a new one and try again."),
    TOKEN_INCOMPLETE(
            Kind.FORBIDDEN,
            "Token saknar person, organisation eller roll.",
            "The token lacks a person, an organisation or a role."),
    NOT_APPOINTED(
            Kind.FORBIDDEN,
            "Personen har inget gällande förordnande i den rollen och organisationen.",
            "The person has no appointment in force in that role and organisation."),
    NOT_ALLOWED(Kind.FORBIDDEN, "Rollen får inte göra detta.", "The role may not do this."),
    INVALID_REQUEST(
            Kind.MALFORMED,
            "Begäran går inte att läsa; se fälten i errors.",
            "The request cannot be read; see the fields in errors."),
    INVALID_POSITION(
            Kind.MALFORMED,
            "Samplan-Position är inte en position som den här servern har gett.",
            "Samplan-Position is not a position that this server gave."),
    NO_SUCH_RESOURCE(Kind.NOT_FOUND, "Det finns inget här.", "There is nothing here."),
    UNKNOWN_CASE(Kind.NOT_FOUND, "Okänt ärende.", "Unknown case."),
    UNKNOWN_PARTICIPANT(Kind.NOT_FOUND, "Okänd deltagare.", "Unknown participant."),
    HISTORY_NOT_READABLE(
            Kind.UNAVAILABLE,
            "Ärendet har händelser som den här versionen inte kan läsa. Kör den nyare versionen.",
            "The case has events that this version cannot read. Run the newer version."),
    TOO_BUSY(
            Kind.UNAVAILABLE,
            "Servern är upptagen. Försök igen om en stund.",
            "The server is busy. Try again in a moment.");

    private final Wording wording;

    AccessRefusal(Kind kind, String sv, String en) {
        wording = new Wording(kind, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
