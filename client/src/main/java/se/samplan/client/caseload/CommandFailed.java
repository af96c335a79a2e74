package se.samplan.client.caseload;

/** A command that the server refused, or that got no answer for too long; the text names no person. */
final class CommandFailed extends Exception {

    private final boolean hopeless;

    private CommandFailed(String text, boolean hopeless) {
        super(text);
        this.hopeless = hopeless;
    }

    static CommandFailed refused(String template, ApiAnswer answer) {
        return new CommandFailed(
                "%s: %d %s %s"
                        .formatted(
                                template,
                                answer.status(),
                                answer.body().path("code").asString("without a code"),
                                answer.body().path("detail").asString("")),
                false);
    }

    static CommandFailed unexpected(String template, String text) {
        return new CommandFailed(template + ": " + text, false);
    }

    /** Nothing more can be sent at all. */
    static CommandFailed unreachable(String text) {
        return new CommandFailed(text, true);
    }

    boolean isHopeless() {
        return hopeless;
    }
}
