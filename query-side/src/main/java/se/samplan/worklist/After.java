package se.samplan.worklist;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import se.samplan.http.AccessRefusal;
import se.samplan.refusal.Rejected;

/** Where a page ended: the last row that was scanned, shown or not. */
record After(LocalDate at, UUID caseId, UUID entry) {

    String written() {
        var plain = at + "|" + caseId + "|" + entry;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads the written form.
     *
     * @throws Rejected {@code INVALID_REQUEST} if it is none
     */
    static After of(String written) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length != 3) {
                throw new Rejected(AccessRefusal.INVALID_REQUEST);
            }
            return new After(LocalDate.parse(parts[0]), UUID.fromString(parts[1]), UUID.fromString(parts[2]));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new Rejected(AccessRefusal.INVALID_REQUEST);
        }
    }
}
