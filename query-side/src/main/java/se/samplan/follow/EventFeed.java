package se.samplan.follow;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * What a processor follows: the events, and the tokens that say how far it is.
 *
 * @param transactions those in which tokens are stored
 */
public record EventFeed(
        StreamableMessageSource<TrackedEventMessage<?>> source,
        TokenStore tokens,
        TransactionManager transactions,
        TokenPositions positions) {}
