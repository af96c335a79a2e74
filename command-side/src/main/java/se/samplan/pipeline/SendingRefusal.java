package se.samplan.pipeline;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why a command is refused before anybody decides on it. */
public enum SendingRefusal implements Reason {
    IDEMPOTENCY_KEY_REUSED(
            Kind.INVALID,
            "Samma Idempotency-Key har använts till något annat. Ta en ny nyckel.",
            "The same Idempotency-Key was used for something else. Take a new key."),
    IDEMPOTENCY_KEY_TOO_LONG(
            Kind.MALFORMED,
            "Idempotency-Key är längre än 200 tecken.",
            "The Idempotency-Key is longer than 200 characters."),
    TRY_AGAIN(
            Kind.UNAVAILABLE,
            "Många skrev samtidigt. Försök igen med samma Idempotency-Key.",
            "Many wrote at the same time. Try again with the same Idempotency-Key.");

    private final Wording wording;

    SendingRefusal(Kind kind, String sv, String en) {
        wording = new Wording(kind, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
