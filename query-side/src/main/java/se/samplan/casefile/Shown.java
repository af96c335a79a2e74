package se.samplan.casefile;

import java.util.List;
import java.util.UUID;
import se.samplan.text.Coded;

/** Why something is shown; with the grounds if it is shown on grounds. */
public record Shown(Coded how, List<UUID> groundIds) {}
