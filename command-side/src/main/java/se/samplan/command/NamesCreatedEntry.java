package se.samplan.command;

import java.util.UUID;

/** An answer that names another entry than its command could, as the id of a person who was known already. */
public interface NamesCreatedEntry {

    UUID entry();
}
