package se.samplan.client.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samplan.client.contract.GeneratedRequest.Shape;
import se.samplan.client.contract.RawConnection.Answer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says what of an answer is not as the contract has it. */
final class Judge {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROBLEM = "Problem";
    private static final Set<String> OF_SHAPE = Set.of("INVALID_REQUEST", "TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE");

    /** Of a token that only Samplan writes: no schema knows which ones it wrote. */
    private static final String NOT_ISSUED = "NOT_ISSUED";

    private final Contract contract;

    Judge(Contract contract) {
        this.contract = contract;
    }

    /** Nothing for an answer that is right. */
    List<String> faults(GeneratedRequest request, Answer answer) {
        var faults = new ArrayList<String>();
        var status = answer.status();
        if (status >= 500 && status != 503) {
            faults.add("a failure: " + status);
        }
        if (status >= 400 && answer.body().contains(Requests.MARKER)) {
            faults.add("an answer repeats what was sent");
        }
        var operation = request.operation();
        if (operation == null) {
            beside(request, answer, faults);
            return faults;
        }
        if (request.shape() == Shape.INVALID && status < 300) {
            faults.add("what the contract does not allow was accepted: " + status);
        }
        if (request.shape() == Shape.VALID && isOfShape(answer)) {
            faults.add("what the contract allows was refused for its shape: " + status + " " + errors(answer));
        }
        var response = operation.responses().get(Integer.toString(status));
        if (response == null) {
            faults.add("a status that the contract does not name: " + status);
            return faults;
        }
        var definition = response.content().get(answer.mediaType());
        if (definition == null) {
            faults.add(status + " with an undeclared media type: " + answer.mediaType());
        } else if (answer.mediaType().endsWith("json")) {
            body(definition, answer, faults);
        }
        response.headers().stream()
                .filter(header -> !answer.headers().containsKey(header.toLowerCase(Locale.ROOT)))
                .forEach(header -> faults.add(status + " without the header " + header));
        return faults;
    }

    private void beside(GeneratedRequest request, Answer answer, List<String> faults) {
        var status = answer.status();
        if (request.method().equals("HEAD") || request.method().equals("OPTIONS") && status == 200) {
            return;
        }
        if (status < 400) {
            faults.add("what the contract does not know was accepted: " + status);
        } else if (answer.mediaType().equals(Contract.PROBLEM)) {
            body(PROBLEM, answer, faults);
        } else {
            faults.add(status + " with another media type than a problem's: " + answer.mediaType());
        }
    }

    private void body(String definition, Answer answer, List<String> faults) {
        var body = parsed(answer);
        if (body == null) {
            faults.add(answer.status() + " with a body that is no JSON");
        } else {
            contract.faults(definition, body).forEach(fault -> faults.add(answer.status() + " with " + fault));
        }
    }

    /** Whether it was refused for its shape. */
    private static boolean isOfShape(Answer answer) {
        var body = answer.status() >= 400 ? parsed(answer) : null;
        return body != null
                && OF_SHAPE.contains(body.path("code").asString(""))
                && !body.at("/errors/0/code").asString("").equals(NOT_ISSUED);
    }

    private static String errors(Answer answer) {
        var body = parsed(answer);
        return body == null ? "" : body.path("errors").toString();
    }

    static @Nullable JsonNode parsed(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            return null;
        }
    }
}
