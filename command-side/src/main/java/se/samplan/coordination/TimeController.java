package se.samplan.coordination;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.casework.CaseId;
import se.samplan.http.Moment;
import se.samplan.pipeline.CommandResponder;
import se.samplan.pipeline.WriteRequest;

/** Time that passes, for importers of past cases. */
@RestController
@RequestMapping("/api/cases/{caseId}/passing-of-time")
class TimeController {

    private final CommandResponder writes;

    record PassingOfTime(@NotNull Moment until) {}

    TimeController(CommandResponder writes) {
        this.writes = writes;
    }

    @PostMapping("")
    ResponseEntity<Map<String, Object>> pass(
            @PathVariable UUID caseId, @Valid @RequestBody PassingOfTime body, WriteRequest sender) {
        var command =
                new LetTimePass(new CaseId(caseId), sender.lane(), body.until().instant());
        return writes.done("caseId", command, sender);
    }
}
