package se.samplan.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is shown of an entry in a lane, and the days that it takes on the axis that all lanes share. */
public interface OnAxis {

    /** The days; {@link Days#NONE} if it takes none. */
    Days days();

    /** From a first day to a last one, each included; without a last one it goes on. */
    record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

        public static final Days NONE = new Days(null, null);

        /** What has neither, and what was called off before it began, takes no days. */
        public boolean isNone() {
            return from == null ? to == null : to != null && to.isBefore(from);
        }
    }
}
