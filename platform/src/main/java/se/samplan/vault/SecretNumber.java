package se.samplan.vault;

/** An identity number on its way into the vault, which alone reads its digits; its {@code toString} hides them. */
public interface SecretNumber {

    /** Whose number it is. One person may be both; neither entry then reveals the other. */
    enum Subject {
        PARTICIPANT,
        SOLE_TRADER
    }

    Subject subject();

    /** The number in its one canonical form, without a separator. */
    String revealed();
}
