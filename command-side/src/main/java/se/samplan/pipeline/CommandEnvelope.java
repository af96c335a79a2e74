package se.samplan.pipeline;

import org.jspecify.annotations.Nullable;
import se.samplan.access.TokenIdentity;

/**
 * What a request carries beside its command.
 *
 * @param ifMatch the ETags of what the sender read
 * @param key the idempotency key
 * @param content hashed to tell a repeated request from another one under the same key
 */
public record CommandEnvelope(
        TokenIdentity claimed,
        @Nullable IfMatch ifMatch,
        @Nullable IdempotencyKey key,
        RequestContent content) {}
