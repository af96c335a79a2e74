package se.samplan.caseworker;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.casework.CaseId;
import se.samplan.caseworker.CaseworkerEvent.CaseHandedOver;
import se.samplan.http.Moment;
import se.samplan.organisation.StaffId;
import se.samplan.pipeline.CommandResponder;
import se.samplan.pipeline.Sealing;
import se.samplan.pipeline.WriteRequest;

/** Who is responsible for the lane. */
@RestController
@RequestMapping("/api/cases/{caseId}/caseworkers")
class CaseworkerController {

    private final CommandResponder writes;
    private final Sealing sealing;

    record Assignment(
            @Nullable StaffId caseworker, @Nullable Moment effectiveAt) {}

    record HandOver(
            @NotNull StaffId to,
            @Size(max = 4000) @Nullable String note,
            @Nullable Moment effectiveAt) {}

    CaseworkerController(CommandResponder writes, Sealing sealing) {
        this.writes = writes;
        this.sealing = sealing;
    }

    @PostMapping("")
    ResponseEntity<Map<String, Object>> assign(
            @PathVariable UUID caseId, @Valid @RequestBody Assignment body, WriteRequest sender) {
        var command = new AssignCaseworker(
                new CaseId(caseId),
                sender.lane(),
                AssignmentId.random(),
                body.caseworker(),
                sender.at(body.effectiveAt()));
        return writes.made("assignmentId", command, sender);
    }

    @PostMapping("/hand-over")
    ResponseEntity<Map<String, Object>> handOver(
            @PathVariable UUID caseId, @Valid @RequestBody HandOver body, WriteRequest sender) {
        var id = AssignmentId.random();
        var command = new HandOverCase(
                new CaseId(caseId),
                sender.lane(),
                id,
                body.to(),
                sealing.text(new CaseId(caseId), sender, CaseHandedOver.NOTE, id.value(), body.note()),
                sender.at(body.effectiveAt()));
        return writes.made("assignmentId", command, sender);
    }
}
