package se.samplan.casework;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import se.samplan.organisation.Branch;
import se.samplan.organisation.OrganisationId;

/**
 * One lane of a case: what one branch of one organisation did, decided and planned. Written {@code 1481:LABOUR_MARKET}.
 */
public record LaneId(OrganisationId organisation, Branch branch) implements Comparable<LaneId> {

    /** The agency has one lane nationwide. */
    public static final LaneId AGENCY = new LaneId(OrganisationId.AGENCY, Branch.AGENCY);

    public static LaneId labourMarket(OrganisationId municipality) {
        return new LaneId(municipality, Branch.LABOUR_MARKET);
    }

    public static LaneId socialServices(OrganisationId municipality) {
        return new LaneId(municipality, Branch.SOCIAL_SERVICES);
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if it is not {@code ORGANISATION:BRANCH}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LaneId of(String written) {
        var colon = written.indexOf(':');
        var organisation = written.substring(0, Math.max(0, colon));
        if (!OrganisationId.isCode(organisation)) {
            throw new IllegalArgumentException("a lane is written ORGANISATION:BRANCH");
        }
        return new LaneId(new OrganisationId(organisation), Branch.valueOf(written.substring(colon + 1)));
    }

    /** Orders by the written form, which it builds only where the colons differ in position. */
    @Override
    public int compareTo(LaneId other) {
        if (organisation.value().length() != other.organisation.value().length()) {
            return toString().compareTo(other.toString());
        }
        var byOrganisation = organisation.compareTo(other.organisation);
        return byOrganisation != 0 ? byOrganisation : branch.name().compareTo(other.branch.name());
    }

    @JsonValue
    @Override
    public String toString() {
        return organisation.value() + ":" + branch.name();
    }
}
