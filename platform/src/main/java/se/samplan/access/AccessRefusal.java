package se.samplan.access;

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
    NOT_YET_AVAILABLE(
            Kind.MALFORMED,
            "Historiken vid en tidigare tidpunkt går inte att läsa ännu; asOf och knownAt tas inte emot.",
            "The history at a past moment cannot be read yet; asOf and knownAt are not taken."),
    NO_SUCH_RESOURCE(Kind.NOT_FOUND, "Det finns inget här.", "There is nothing here."),
    UNKNOWN_CASE(Kind.NOT_FOUND, "Okänt ärende.", "Unknown case."),
    UNKNOWN_PARTICIPANT(Kind.NOT_FOUND, "Okänd deltagare.", "Unknown participant."),
    METHOD_NOT_ALLOWED(
            Kind.METHOD_NOT_ALLOWED, "Metoden finns inte här; se Allow.", "The method does not exist here; see Allow."),
    TOO_LARGE(Kind.TOO_LARGE, "Begäran är större än 256 KiB.", "The request is larger than 256 KiB."),
    UNSUPPORTED_MEDIA_TYPE(
            Kind.UNSUPPORTED_MEDIA_TYPE,
            "Begäran ska vara application/json i UTF-8.",
            "The request must be application/json in UTF-8."),
    UNFORESEEN(
            Kind.FAILED,
            "Något gick fel i Samplan; loggen säger var. Försök igen med samma Idempotency-Key.",
            "Something went wrong in Samplan; the log says where. Try again with the same Idempotency-Key."),
    HISTORY_NOT_READABLE(
            Kind.UNAVAILABLE,
            "Ärendet har händelser som den här versionen inte kan läsa. Kör den nyare versionen.",
            "The case has events that this version cannot read. Run the newer version."),
    STORE_NOT_REACHABLE(
            Kind.UNAVAILABLE,
            "Händelsernas databas svarar inte. Försök igen om en stund, med samma Idempotency-Key.",
            "The database of the events does not answer. Try again in a moment, with the same Idempotency-Key."),
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
