package se.samplan.client.caseload;

/** A command that the server refused, or that got no answer for too long; the text names no person. */
final class NotDone extends Exception {

    private final boolean hopeless;

    private NotDone(String text, boolean hopeless) {
        super(text);
        this.hopeless = hopeless;
    }

    static NotDone refused(String template, Answer answer) {
        return new NotDone(
                "%s: %d %s %s"
                        .formatted(
                                template,
                                answer.status(),
                                answer.body().path("code").asString("without a code"),
                                answer.body().path("detail").asString("")),
                false);
    }

    static NotDone unexpected(String template, String text) {
        return new NotDone(template + ": " + text, false);
    }

    /** Nothing more can be sent at all. */
    static NotDone unreachable(String text) {
        return new NotDone(text, true);
    }

    boolean isHopeless() {
        return hopeless;
    }
}
