package se.samplan.organisation;

import org.jspecify.annotations.Nullable;

/** What somebody may do in Samplan. */
public enum Role {
    SOCIAL_WORKER(Branch.SOCIAL_SERVICES),
    MUNICIPAL_CASEWORKER(Branch.LABOUR_MARKET),
    MUNICIPAL_MANAGER(Branch.LABOUR_MARKET),
    AGENCY_CASEWORKER(Branch.AGENCY),
    AGENCY_MANAGER(Branch.AGENCY),
    PROVIDER_TUTOR(null),
    AUDITOR(null),
    REPORT_MAKER(null),
    OPERATOR(null);

    private final @Nullable Branch branch;

    Role(@Nullable Branch branch) {
        this.branch = branch;
    }

    /** The branch in whose lane the role works; absent for those who have no lane. */
    public @Nullable Branch branch() {
        return branch;
    }

    /** Whether the role reads cases of more than one branch: it opens both sides of the wall to one person. */
    public boolean readsAcrossBranches() {
        return this == AUDITOR;
    }
}
