package se.samplan.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/** Talks HTTP/1.1 to a running Samplan, and retries what got no answer until patience ends. */
public final class RetryingHttpClient implements AutoCloseable {

    private final HttpClient http;
    private final Duration answerWithin;
    private final Patience patience;

    /**
     * How long to retry: the pause doubles from the first to the longest, with jitter.
     *
     * @param total after which no further attempt is made; zero for a single one
     */
    public record Patience(Duration total, Duration firstPause, Duration longestPause) {

        private RetryPolicy policy() {
            var giveUp = System.nanoTime() + total.toNanos();
            return RetryPolicy.builder()
                    .maxRetries(Long.MAX_VALUE)
                    .predicate(failure -> failure instanceof IOException && System.nanoTime() - giveUp < 0)
                    .delay(firstPause)
                    .jitter(firstPause.dividedBy(2))
                    .multiplier(2)
                    .maxDelay(longestPause)
                    .build();
        }
    }

    /**
     * One attempt.
     *
     * @param <E> what it may throw that is not retried
     */
    public interface Attempt<T, E extends Exception> {

        /**
         * Makes it.
         *
         * @throws IOException if there was no answer, or one that is as good as none: it is retried
         */
        T make() throws IOException, InterruptedException, E;
    }

    public RetryingHttpClient(Duration connectWithin, Duration answerWithin, Patience patience) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectWithin)
                .build();
        this.answerWithin = answerWithin;
        this.patience = patience;
    }

    /** Sends the request once and reads the whole answer. */
    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return BoundedExchange.within(answerWithin, http, request);
    }

    /**
     * The result of the first attempt that succeeds.
     *
     * @throws IOException the last attempt's, when patience has ended
     */
    public <T, E extends Exception> T retry(Attempt<T, E> attempt) throws IOException, InterruptedException, E {
        try {
            return new RetryTemplate(patience.policy()).execute(attempt::make);
        } catch (RetryException e) {
            if (Thread.interrupted()) { // during a pause
                throw new InterruptedException();
            }
            throw RetryingHttpClient.<E>thrownByAttempt(e.getCause());
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // an attempt declares what it throws
    private static <E extends Exception> E thrownByAttempt(Throwable cause) throws IOException, InterruptedException {
        switch (cause) {
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case Error e -> throw e;
            default -> {
                return (E) cause;
            }
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
