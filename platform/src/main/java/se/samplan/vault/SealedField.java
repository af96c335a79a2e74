package se.samplan.vault;

import java.util.UUID;
import se.samplan.casework.CaseId;
import se.samplan.casework.Sealed;

/** A sealed value together with the place it was sealed for; it opens in no other place. */
public record SealedField(CaseId caseId, UUID entryId, String field, Sealed sealed) {

    String associated() {
        return associated(caseId, entryId, field);
    }

    static String associated(CaseId caseId, UUID entryId, String field) {
        return caseId.value() + "|" + entryId + "|" + field;
    }
}
