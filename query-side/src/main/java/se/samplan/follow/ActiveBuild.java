package se.samplan.follow;

import se.samplan.build.Build;
import se.samplan.document.CaseDocuments;
import se.samplan.document.ParkedCases;

/** A build that this process follows. */
public record ActiveBuild(Build build, CaseDocuments documents, ParkedCases parked, ViewProcessor processor) {}
