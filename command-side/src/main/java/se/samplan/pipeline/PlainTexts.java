package se.samplan.pipeline;

import java.text.Normalizer;
import java.util.regex.Pattern;
import se.samplan.casework.Components;
import se.samplan.refusal.Rejected;

/**
 * Refuses commands with an identity number in a text that is not sealed. Texts are found by their type, so that a
 * command's new component is checked without being named anywhere.
 */
final class PlainTexts {

    /** Digits of a birth date, with or without century, and four more; a legal person's number has no such month. */
    private static final Pattern IDENTITY_NUMBER = Pattern.compile(
            "[0-9]{2}[-./ ]?(0[0-9]|1[0-2])[-./ ]?"
                    + "([0-2][0-9]|3[01]|[678][0-9]|9[01])[-+ ]{0,3}[0-9TRSUWXJKLMN][0-9]{3}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern UUIDS = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]");

    private PlainTexts() {}

    /** Checks every text in the command, however deep. */
    static void check(Object command) {
        Rejected.when(
                Components.of(command, String.class).anyMatch(PlainTexts::looksLikeNumber),
                SendingRefusal.IDENTITY_NUMBER_IN_PLAIN_TEXT);
    }

    private static boolean looksLikeNumber(String text) {
        if (UUIDS.matcher(text).matches()) {
            return false;
        }
        var plain = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        var spaced = SPACES.matcher(DASHES.matcher(plain).replaceAll("-")).replaceAll(" ");
        return IDENTITY_NUMBER.matcher(spaced).find();
    }
}
