package se.samplan.subsidy;

import org.springframework.stereotype.Component;
import se.samplan.vault.Vault;

/** Tells employers apart: a sole trader's organisation number is an identity number, which stays in the vault. */
@Component
class Employers {

    private final Vault vault;

    Employers(Vault vault) {
        this.vault = vault;
    }

    EmployerId idOf(String written) {
        return OrganisationNumber.parse(written).employer(vault::idOf);
    }
}
