package se.samplan.pipeline;

import org.jspecify.annotations.Nullable;
import se.samplan.access.TokenIdentity;

/**
 * What comes with a command from the door.
 *
 * @param ifMatch the ETag of what the sender read
 * @param key what makes a second sending recognisable
 * @param body the path and the body as sent, hashed to tell a repeated sending from another one under the same key
 */
public record CommandEnvelope(
        TokenIdentity claimed,
        @Nullable String ifMatch,
        @Nullable String key,
        String body) {}
