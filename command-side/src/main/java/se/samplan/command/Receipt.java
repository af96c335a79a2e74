package se.samplan.command;

import java.util.Optional;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import se.samplan.store.AppendReceipt;

/** What a command's sender gets: the answer, and the position that the views have when they show its effect. */
public final class Receipt {

    private final @Nullable Object answer;
    private long position;

    Receipt(@Nullable Object answer, long position) {
        this.answer = answer;
        this.position = position;
    }

    /** A receipt whose position is filled in when the unit's events are stored. */
    static Receipt of(@Nullable Object answer, UnitOfWork<?> unit) {
        var receipt = new Receipt(answer, 0);
        unit.onCommit(done -> AppendReceipt.last(done).ifPresent(last -> receipt.position = last.globalIndex()));
        return receipt;
    }

    public <T> T answer(Class<T> type) {
        return type.cast(Optional.ofNullable(answer).orElseThrow());
    }

    /** The global index to wait for; 0 if nothing was stored. */
    public long position() {
        return position;
    }
}
