package se.samplan.casework;

/** The version of a case that the sender of a command read, to compare with the current one. */
@FunctionalInterface
public interface ReadVersion {

    boolean isStill(CaseId caseId, String version);
}
