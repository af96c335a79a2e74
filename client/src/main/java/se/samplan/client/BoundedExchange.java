package se.samplan.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An answer that is there in time to its last byte. The time that {@link HttpRequest.Builder#timeout} sets ends with the
 * headers: a server that stands still after them would be waited for without end.
 */
public final class BoundedExchange {

    private BoundedExchange() {}

    /**
     * Sends the request and reads the answer as UTF-8.
     *
     * @throws HttpTimeoutException if it is not there in full by then
     */
    public static HttpResponse<String> within(Duration limit, HttpClient http, HttpRequest request)
            throws IOException, InterruptedException {
        var answer = http.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer within " + limit.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            answer.cancel(true); // closes the connection of one that is not wanted any more
        }
    }
}
