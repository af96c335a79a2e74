package se.samplan.history;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casefile.OpenedTexts;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.Sealed;
import se.samplan.clearance.ClearanceId;
import se.samplan.collision.CollisionId;
import se.samplan.enrolment.EnrolmentId;
import se.samplan.plan.ActivityId;
import se.samplan.plan.PlanId;
import se.samplan.referral.ReferralId;
import se.samplan.registration.RegistrationId;
import se.samplan.subsidy.SubsidyRequestId;
import se.samplan.text.Texts;

/** What an event says, by the names of its components: codes with their texts, free texts opened. */
final class Fields {

    private static final Set<String> SAID_BESIDE = Set.of("lane", "effectiveAt");

    private final OpenedTexts texts;
    private final Set<UUID> visibleEntries;

    Fields(OpenedTexts texts, Set<UUID> visibleEntries) {
        this.texts = texts;
        this.visibleEntries = visibleEntries;
    }

    Map<String, @Nullable Object> of(CaseEvent event) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (var component : event.getClass().getRecordComponents()) {
            if (!SAID_BESIDE.contains(component.getName())) {
                var value = shown(event, component.getName(), value(event, component));
                if (value != null) {
                    fields.put(component.getName(), value);
                }
            }
        }
        return fields;
    }

    private @Nullable Object shown(CaseEvent event, String field, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> code -> Texts.of(code);
            case Sealed sealed -> texts.of(event, field, sealed);
            case Collection<?> several ->
                several.stream()
                        .map(each -> shown(event, field, each))
                        .filter(java.util.Objects::nonNull)
                        .toList();
            // A pointer to another entry tells that it is there.
            case ActivityId id -> pointer(id.value());
            case PlanId id -> pointer(id.value());
            case ReferralId id -> pointer(id.value());
            case EnrolmentId id -> pointer(id.value());
            case RegistrationId id -> pointer(id.value());
            case ClearanceId id -> pointer(id.value());
            case CollisionId id -> pointer(id.value());
            case SubsidyRequestId id -> pointer(id.value());
            case UUID id -> pointer(id);
            default -> value;
        };
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
