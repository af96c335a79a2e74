package se.samplan.follow;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * A processor's input: the events, and the tokens that hold its position.
 *
 * @param transactions the transactions that store tokens
 */
public record EventFeed(
        StreamableMessageSource<TrackedEventMessage<?>> source,
        TokenStore tokens,
        TransactionManager transactions,
        TokenPositions positions) {}
