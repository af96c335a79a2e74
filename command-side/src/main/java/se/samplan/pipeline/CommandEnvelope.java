package se.samplan.pipeline;

import org.jspecify.annotations.Nullable;
import se.samplan.access.TokenIdentity;

/**
 * What a request carries beside its command.
 *
 * @param ifMatch the ETag of what the sender read
 * @param key the idempotency key
 * @param body the path and the body as sent, hashed to tell a repeated request from another one under the same key
 */
public record CommandEnvelope(
        TokenIdentity claimed,
        @Nullable String ifMatch,
        @Nullable String key,
        String body) {}
