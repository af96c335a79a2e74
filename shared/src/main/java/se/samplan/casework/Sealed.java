package se.samplan.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/**
 * A personal field as it is stored: ciphertext under a data key of its participant, lane and document class. It is
 * sealed before a command is sent, and opened only after the reader's rights were checked.
 *
 * @param dataKey the data key's id in the vault
 * @param ciphertext Tink AES-GCM output, base64; its associated data are {@code caseId|entryId|field}
 */
public record Sealed(
        @JsonProperty("k") UUID dataKey, @JsonProperty("c") String ciphertext) {}
