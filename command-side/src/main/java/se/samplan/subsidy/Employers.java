package se.samplan.subsidy;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import se.samplan.casework.ParticipantId;
import se.samplan.pipeline.CaseAccessGuard;
import se.samplan.pipeline.WriteRequest;
import se.samplan.store.Query;
import se.samplan.vault.Vault;

/** Tells employers apart: a sole trader's organisation number is an identity number, which stays in the vault. */
@Component
class Employers {

    private final Vault vault;
    private final CaseAccessGuard door;

    Employers(Vault vault, CaseAccessGuard door) {
        this.vault = vault;
        this.door = door;
    }

    /**
     * Nothing comes into the vault from a sender who may not touch the case.
     *
     * @param allowed finds nobody for such a sender
     */
    EmployerId idOf(String written, Supplier<Query<ParticipantId>> allowed, WriteRequest sender) {
        return OrganisationNumber.parse(written)
                .employer(number -> vault.idOf(number, allowed.get()).orElseThrow(() -> door.refusal(sender)));
    }
}
