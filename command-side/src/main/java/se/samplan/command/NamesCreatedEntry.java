package se.samplan.command;

import java.util.UUID;

/** An answer that names an entry its command could not, such as the id of a person who was known already. */
public interface NamesCreatedEntry {

    UUID entry();
}
