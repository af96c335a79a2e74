package se.samplan.check;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.access.AccessRefusal;
import se.samplan.access.Actor;
import se.samplan.operation.Operation;
import se.samplan.organisation.Role;
import se.samplan.refusal.Rejected;
import se.samplan.view.RebuildService;

/** Lets operators start checks and rebuilds of the views over HTTP; each runs in the background. */
@RestController
@RequestMapping("/api/operations")
class CheckController {

    private final Checks checks;
    private final RebuildService rebuilds;

    CheckController(Checks checks, RebuildService rebuilds) {
        this.checks = checks;
        this.rebuilds = rebuilds;
    }

    /**
     * What to rebuild.
     *
     * @param view the view to rebuild; absent to rebuild all
     */
    record Rebuilt(@Nullable String view) {}

    @PostMapping("/checks")
    ResponseEntity<Operation> check(Actor actor) {
        return begun(checks.begin(operator(actor).staffId().value()));
    }

    @PostMapping("/rebuilds")
    ResponseEntity<Operation> rebuild(@RequestBody(required = false) @Nullable Rebuilt rebuilt, Actor actor) {
        var by = operator(actor).staffId().value();
        return begun(rebuilds.begin(rebuilt == null ? null : rebuilt.view(), by));
    }

    private static ResponseEntity<Operation> begun(Operation operation) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/operations/" + operation.operationId()))
                .body(operation);
    }

    private static Actor operator(Actor actor) {
        Rejected.unless(actor.role() == Role.OPERATOR, AccessRefusal.NOT_ALLOWED);
        return actor;
    }
}
