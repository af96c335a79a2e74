package se.samplan.vault;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import se.samplan.casework.CaseId;
import se.samplan.casework.DocumentClass;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.Sealed;
import se.samplan.store.Query;
import se.samplan.store.Sql;

/** Seals personal fields before a command is sent, and opens them for readers whose rights were checked. */
public final class Seals {

    private final DataKeys dataKeys;

    Seals(MasterKey master, DataSource vault) {
        dataKeys = new DataKeys(new WrappedKeys(master), vault);
    }

    /**
     * Seals one field of an entry about to be created; call it before the command is sent, outside its transaction.
     *
     * @param enteringLane the lane whose disposal destroys it
     * @param entryId the entry's id, generated before the command is sent
     * @param field the component's name in the event
     */
    public Sealed seal(
            CaseId caseId,
            ParticipantId participant,
            LaneId enteringLane,
            DocumentClass documentClass,
            UUID entryId,
            String field,
            String text) {
        var key = dataKeys.of(new DataKeys.Owner(participant, enteringLane, documentClass));
        var ciphertext = WrappedKeys.encrypt(
                key.aead(), WrappedKeys.bytes(text), SealedField.associated(caseId, entryId, field));
        return new Sealed(key.id(), Base64.getEncoder().encodeToString(ciphertext));
    }

    /** Whether the owner's key is cached, so that sealing needs neither a new key nor the vault. */
    public boolean isAtHand(ParticipantId participant, LaneId enteringLane, DocumentClass documentClass) {
        return dataKeys.isAtHand(new DataKeys.Owner(participant, enteringLane, documentClass));
    }

    /**
     * The participant that this SELECT returns, with a key to seal for them now cached; one query to the vault for
     * both. Empty, and no key created, if it returns none.
     */
    public Optional<ParticipantId> prepare(Sql participant, LaneId enteringLane, DocumentClass documentClass) {
        return dataKeys.of(participant, enteringLane, documentClass).map(DataKeys.Owned::participant);
    }

    /** The query of {@link #prepare}, to combine with another. */
    public Query<ParticipantId> preparing(Sql participant, LaneId enteringLane, DocumentClass documentClass) {
        var query = dataKeys.asking(participant, enteringLane, documentClass);
        return new Query<>(query.sql(), row -> query.row().read(row).participant());
    }

    /**
     * The plain text, or empty if its key was destroyed: then it is erased for ever.
     *
     * @throws SealBroken if it was changed, or was sealed for another place
     */
    public Optional<String> open(Sealed sealed, CaseId caseId, UUID entryId, String field) {
        return openAll(List.of(new SealedField(caseId, entryId, field, sealed))).getFirst();
    }

    /**
     * The plain texts of these fields, in their order, with one query to the vault at most.
     *
     * @throws SealBroken if one was changed, or was sealed for another place
     */
    public List<Optional<String>> openAll(Collection<SealedField> fields) {
        var found =
                dataKeys.of(fields.stream().map(each -> each.sealed().dataKey()).collect(Collectors.toSet()));
        return fields.stream()
                .map(each ->
                        Optional.ofNullable(found.get(each.sealed().dataKey())).map(key -> open(key.aead(), each)))
                .toList();
    }

    private static String open(Aead key, SealedField field) {
        try {
            var ciphertext = Base64.getDecoder().decode(field.sealed().ciphertext());
            return new String(key.decrypt(ciphertext, WrappedKeys.bytes(field.associated())), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SealBroken(field.sealed().dataKey(), e);
        }
    }
}
