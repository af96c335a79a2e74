package se.samplan.command;

import se.samplan.vault.SecretNumber;

/** A command about whoever has an identity number: who that is, and the person's stream, are read with all the rest. */
public interface NamesPersonByNumber {

    SecretNumber number();
}
