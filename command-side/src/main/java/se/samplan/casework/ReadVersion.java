package se.samplan.casework;

/** The version of a case that the sender of a command read, as something to compare the present one with. */
@FunctionalInterface
public interface ReadVersion {

    boolean isStill(CaseId caseId, String version);
}
