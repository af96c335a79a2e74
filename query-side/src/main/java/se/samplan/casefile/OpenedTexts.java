package se.samplan.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.CaseId;
import se.samplan.casework.Sealed;
import se.samplan.casework.SealedText;
import se.samplan.vault.SealedField;

/**
 * Opens the free texts of a page in one batch: builds the page twice, first to collect the texts that it shows, then
 * with them. Visibility is decided once, before either.
 */
public final class OpenedTexts {

    private final CaseId caseId;
    private final List<SealedField> asked = new ArrayList<>();
    private final Map<SealedField, String> opened = new HashMap<>();

    private OpenedTexts(CaseId caseId) {
        this.caseId = caseId;
    }

    /** Builds the page with its texts opened. */
    public static <T> T within(
            CaseId caseId, Function<List<SealedField>, List<Optional<String>>> seals, Function<OpenedTexts, T> page) {
        var texts = new OpenedTexts(caseId);
        var first = page.apply(texts);
        if (texts.asked.isEmpty()) {
            return first;
        }
        var fields = List.copyOf(texts.asked);
        var opened = seals.apply(fields);
        for (var i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            opened.get(i).ifPresent(text -> texts.opened.put(field, text));
        }
        return page.apply(texts);
    }

    /** A text of an event; null if it has none, or if it was erased. */
    public <E extends CaseEvent> @Nullable String of(E event, SealedText<E> text) {
        return of(event, text.component(), text.sealed().apply(event));
    }

    /** The opened text of an event's sealed component; null if it has none, or if it was erased. */
    public @Nullable String of(CaseEvent event, String component, @Nullable Sealed sealed) {
        if (sealed == null) {
            return null;
        }
        var place = new SealedField(caseId, event.entryOfTexts(), component, sealed);
        asked.add(place);
        return opened.get(place);
    }
}
