package se.samplan.history;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.casefile.OpenedTexts;
import se.samplan.casefile.Visibility;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.ComputedFrom;
import se.samplan.casework.EntryId;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.StaffId;
import se.samplan.subsidy.EmployerId;
import se.samplan.text.Texts;

/** An event's content by component name: codes with their texts, free texts opened. */
final class Fields {

    private static final Set<String> SAID_BESIDE = Set.of("lane", "effectiveAt");

    /** Types that refer to no other entry. Anything not listed is hidden, so that new types fail closed. */
    private static final Set<Class<?>> SHOWN_AS_THEY_ARE = Set.of(
            Boolean.class,
            Integer.class,
            BigDecimal.class,
            String.class,
            Instant.class,
            LocalDate.class,
            LaneId.class,
            OrganisationId.class,
            StaffId.class,
            EmployerId.class);

    private final OpenedTexts texts;
    private final Set<UUID> visibleEntries;
    private final Visibility visibility;

    Fields(OpenedTexts texts, Set<UUID> visibleEntries, Visibility visibility) {
        this.texts = texts;
        this.visibleEntries = visibleEntries;
        this.visibility = visibility;
    }

    Map<String, @Nullable Object> of(CaseEvent event) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (var component : event.getClass().getRecordComponents()) {
            if (!SAID_BESIDE.contains(component.getName()) && isKnown(event, component.getName())) {
                var value = shown(event, component.getName(), value(event, component));
                if (value != null) {
                    fields.put(component.getName(), value);
                }
            }
        }
        return fields;
    }

    /** False for what was computed from facts that the reader may not know. */
    boolean isKnown(CaseEvent event, String component) {
        return Stream.of(event.getClass().getRecordComponents())
                .filter(each -> each.getName().equals(component))
                .map(each -> each.getAnnotation(ComputedFrom.class))
                .filter(Objects::nonNull)
                .allMatch(computed -> visibility.includes(
                        computed.value(), event.lane(), () -> visibleEntries.containsAll(event.refersTo())));
    }

    /** The value as shown; null if it is hidden, or of a type not listed as showable. */
    @Nullable
    Object shown(CaseEvent event, String field, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> code -> Texts.of(code);
            case Sealed sealed -> texts.of(event, field, sealed);
            case Collection<?> several ->
                several.stream()
                        .map(each -> shown(event, field, each))
                        .filter(Objects::nonNull)
                        .toList();
            // A reference to another entry reveals that the entry exists.
            case EntryId id -> pointer(id.value());
            case UUID id -> pointer(id);
            default -> SHOWN_AS_THEY_ARE.contains(value.getClass()) ? value : null;
        };
    }

    /** Whether values of the type are shown at all; a test lists the event components that are not. */
    static boolean isShown(Class<?> type) {
        return type.isEnum()
                || type == Sealed.class
                || type == UUID.class
                || EntryId.class.isAssignableFrom(type)
                || SHOWN_AS_THEY_ARE.contains(type);
    }

    private @Nullable UUID pointer(UUID id) {
        return visibleEntries.contains(id) ? id : null;
    }

    private static @Nullable Object value(CaseEvent event, RecordComponent component) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an event's component cannot be read", e);
        }
    }
}
