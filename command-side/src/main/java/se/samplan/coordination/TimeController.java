package se.samplan.coordination;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.http.Moment;
import se.samplan.pipeline.CaseRequest;

/** Time that passes, for importers of past cases. */
@RestController
@RequestMapping("/api/cases/{caseId}/passing-of-time")
class TimeController {

    record PassingOfTime(@NotNull Moment until) {}

    @PostMapping("")
    ResponseEntity<Map<String, Object>> pass(CaseRequest request, @Valid @RequestBody PassingOfTime body) {
        return request.updated("caseId", new LetTimePass(request.caseId(), request.lane(), request.at(body.until())));
    }
}
