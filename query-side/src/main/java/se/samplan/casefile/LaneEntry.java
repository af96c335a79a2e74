package se.samplan.casefile;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.LaneId;

/**
 * An entry as it is shown in a lane.
 *
 * @param from its first day; null if the reader may not know it
 * @param why why the reader may see it
 */
public record LaneEntry<T extends OnAxis>(
        LaneId lane, @Nullable LocalDate from, UUID id, Shown why, T shown) {

    /** By day, then by id: an order that reveals nothing about hidden entries. */
    public static final Comparator<LaneEntry<?>> BY_DAY = Comparator.<LaneEntry<?>, @Nullable LocalDate>comparing(
                    LaneEntry::from, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(LaneEntry::id);
}
