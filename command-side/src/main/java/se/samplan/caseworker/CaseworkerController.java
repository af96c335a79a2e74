package se.samplan.caseworker;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.caseworker.CaseworkerEvent.CaseHandedOver;
import se.samplan.http.Moment;
import se.samplan.organisation.StaffId;
import se.samplan.pipeline.CaseRequest;

/** Who is responsible for the lane. */
@RestController
@RequestMapping("/api/cases/{caseId}/caseworkers")
class CaseworkerController {

    record Assignment(
            @Nullable StaffId caseworker, @Nullable Moment effectiveAt) {}

    record HandOver(
            @NotNull StaffId to,
            @Size(max = 4000) @Nullable String note,
            @Nullable Moment effectiveAt) {}

    record Ending(@Nullable Moment effectiveAt) {}

    @PostMapping("")
    ResponseEntity<Map<String, Object>> assign(CaseRequest request, @Valid @RequestBody Assignment body) {
        return request.created(
                "assignmentId",
                new AssignCaseworker(
                        request.caseId(),
                        request.lane(),
                        AssignmentId.random(),
                        body.caseworker(),
                        request.at(body.effectiveAt())));
    }

    @PostMapping("/{id}/ending")
    ResponseEntity<Map<String, Object>> end(
            CaseRequest request, @PathVariable AssignmentId id, @Valid @RequestBody Ending body) {
        return request.updated(
                "assignmentId",
                new EndResponsibility(request.caseId(), request.lane(), id, request.at(body.effectiveAt())));
    }

    @PostMapping("/hand-over")
    ResponseEntity<Map<String, Object>> handOver(CaseRequest request, @Valid @RequestBody HandOver body) {
        var id = AssignmentId.random();
        return request.created(
                "assignmentId",
                new HandOverCase(
                        request.caseId(),
                        request.lane(),
                        id,
                        body.to(),
                        request.seal(CaseHandedOver.NOTE, id.value(), body.note()),
                        request.at(body.effectiveAt())));
    }
}
