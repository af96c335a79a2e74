package se.samplan.pipeline;

import java.util.Optional;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import se.samplan.store.AppendReceipt;

/** What a command's sender gets: the answer, and the position at which the views show its effect. */
public final class Receipt {

    private final @Nullable Object answer;
    private final UUID entry;
    private long position;

    Receipt(@Nullable Object answer, UUID entry, long position) {
        this.answer = answer;
        this.entry = entry;
        this.position = position;
    }

    /** A receipt with that position, until the unit's events are stored. */
    static Receipt of(@Nullable Object answer, UUID entry, long bound, UnitOfWork<?> unit) {
        var receipt = new Receipt(answer, entry, bound);
        unit.onCommit(done -> AppendReceipt.last(done).ifPresent(last -> receipt.position = last.globalIndex()));
        return receipt;
    }

    public <T> T answer(Class<T> type) {
        return type.cast(Optional.ofNullable(answer).orElseThrow());
    }

    /** The entry that the first request created or updated. */
    public UUID entry() {
        return entry;
    }

    /** The global index to wait for. */
    public long position() {
        return position;
    }
}
