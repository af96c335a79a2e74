package se.samplan.worklist;

import java.time.LocalDate;
import java.util.UUID;

/** Where a page or a batch ended: its last row. */
record PageCursor(LocalDate at, UUID caseId, UUID entry) {}
