package se.samplan.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a command, and when.
 *
 * @param subject what the identity provider calls the sender; absent if the program itself sends it
 */
public record CommandOrigin(@Nullable String subject, Instant now) {}
