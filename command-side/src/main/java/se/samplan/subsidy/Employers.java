package se.samplan.subsidy;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samplan.pipeline.CaseRequest;
import se.samplan.subsidy.SubsidyEvent.SubsidyDecisionRequested;
import se.samplan.vault.Vault;

/** Tells employers apart: a sole trader's organisation number is an identity number, which stays in the vault. */
@Component
class Employers {

    private final Vault vault;

    Employers(Vault vault) {
        this.vault = vault;
    }

    /**
     * The employer whose number this is. Stores nothing in the vault for a sender who may not touch the case.
     *
     * @param position the text of the same request, whose key is fetched from the vault along with a sole trader's id
     */
    EmployerId idOf(String number, @Nullable String position, CaseRequest request) {
        return OrganisationNumber.parse(number).employer(identity -> vault.idOf(
                        identity, request.participant(SubsidyDecisionRequested.POSITION, position))
                .orElseThrow(request::refusal));
    }
}
