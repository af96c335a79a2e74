package se.samplan.pipeline;

import org.springframework.stereotype.Component;

/** Forgets, when its time has come, what was remembered of sent writes. */
@Component
public class Forgetting {

    private final Idempotency idempotency;

    Forgetting(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    public void forget() {
        idempotency.forget();
    }
}
