package se.samplan.operation;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import se.samplan.access.AccessRefusal;
import se.samplan.access.Actor;
import se.samplan.organisation.Role;
import se.samplan.refusal.Rejected;

/** Shows operators the state and progress of operations over HTTP. */
@RestController
@RequestMapping("/api/operations")
class OperationController {

    private static final Duration WATCHED_FOR = Duration.ofHours(12);

    private final Operations operations;
    private final ProgressStream progressStream;

    OperationController(Operations operations, ProgressStream progressStream) {
        this.operations = operations;
        this.progressStream = progressStream;
    }

    @GetMapping
    Map<String, List<Operation>> latest(Actor actor) {
        operator(actor);
        return Map.of("operations", operations.latest());
    }

    @GetMapping("/{operationId}")
    Operation one(@PathVariable UUID operationId, Actor actor) {
        operator(actor);
        return found(operationId);
    }

    /** Streams the operation as JSON in server-sent events: one at once, one per change; closes when it ends. */
    @GetMapping(path = "/{operationId}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter progress(@PathVariable UUID operationId, Actor actor) {
        operator(actor);
        found(operationId);
        var emitter = new SseEmitter(WATCHED_FOR.toMillis());
        progressStream.watch(operationId, operation -> send(emitter, operation), emitter::complete);
        return emitter;
    }

    private static void send(SseEmitter emitter, Operation operation) throws IOException {
        emitter.send(SseEmitter.event().name("progress").data(operation, MediaType.APPLICATION_JSON));
    }

    private Operation found(UUID id) {
        return operations.find(id).orElseThrow(() -> new Rejected(OperationRefusal.UNKNOWN_OPERATION));
    }

    private static void operator(Actor actor) {
        Rejected.unless(actor.role() == Role.OPERATOR, AccessRefusal.NOT_ALLOWED);
    }
}
