package se.samplan.refusal;

import se.samplan.text.Sentence;
import se.samplan.text.Texts;

/** Why something is refused; one enum per capability, whose constant names are the codes that clients rely on. */
public interface Reason {

    /** The stable code. */
    String name();

    Kind kind();

    /** What is the case and what to do next; the text may change. */
    default Sentence text() {
        return Texts.sentence((Enum<?>) this);
    }
}
