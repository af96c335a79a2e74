package se.samplan.command;

import java.util.List;

/**
 * Supplies facts that a command cannot declare by itself, because querying them takes a component such as the vault.
 */
public interface FactSource {

    /** What this command needs to know; nothing for commands of other capabilities. */
    List<Fact<?>> factsFor(Command command);
}
