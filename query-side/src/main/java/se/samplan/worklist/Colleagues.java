package se.samplan.worklist;

import java.util.Set;
import java.util.UUID;

/**
 * The people of a lane at the actor's organisation, by the ids of all appointments that they have or had.
 *
 * @param own those of the actor
 * @param present those of others who work there now
 * @param unseen the cases whose person is protected from whoever is responsible
 */
record Colleagues(Set<String> own, Set<String> present, Set<UUID> unseen) {}
