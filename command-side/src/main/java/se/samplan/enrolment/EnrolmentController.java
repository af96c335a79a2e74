package se.samplan.enrolment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.enrolment.EnrolmentEvent.EnrolmentEnded;
import se.samplan.http.Moment;
import se.samplan.pipeline.CaseRequest;
import se.samplan.referral.ReferralId;

/** Enrolments, the check before one ends, and its end. */
@RestController
@RequestMapping("/api/cases/{caseId}/enrolments")
class EnrolmentController {

    record NewEnrolment(
            @Nullable ReferralId referralId,
            @Nullable EnrolmentForm form,
            @Size(max = 100) @Nullable String unit,
            @Nullable Moment effectiveAt,
            @Valid @Nullable EnrolmentEnding ending) {}

    record EnrolmentEnding(
            @NotNull Outcome outcome,
            @Size(max = 1000) @Nullable List<@NotNull UUID> leftOpen,
            @Size(max = 4000) @Nullable String leftOpenReason,
            @Size(max = 4000) @Nullable String explanation,
            @Nullable Moment effectiveAt) {}

    @PostMapping("")
    ResponseEntity<Map<String, Object>> enrol(CaseRequest request, @Valid @RequestBody NewEnrolment body) {
        var id = EnrolmentId.random();
        return request.created(
                "enrolmentId",
                new EnrolParticipant(
                        request.caseId(),
                        request.lane(),
                        id,
                        body.referralId(),
                        Objects.requireNonNullElse(body.form(), EnrolmentForm.PROGRAMME),
                        body.unit(),
                        request.at(body.effectiveAt()),
                        body.ending() == null ? null : ending(request, id, body.ending())));
    }

    @PostMapping("/{id}/ending")
    ResponseEntity<Map<String, Object>> end(
            CaseRequest request, @PathVariable EnrolmentId id, @Valid @RequestBody EnrolmentEnding body) {
        return request.updated(
                "enrolmentId", new EndEnrolment(request.caseId(), request.lane(), id, ending(request, id, body)));
    }

    @GetMapping("/{id}/closing-check")
    Map<String, Object> check(CaseRequest request, @PathVariable EnrolmentId id) {
        return request.read(new CheckClosing(request.caseId(), request.lane(), id, request.at(null)));
    }

    private static Ending ending(CaseRequest request, EnrolmentId id, EnrolmentEnding body) {
        return new Ending(
                body.outcome(),
                Objects.requireNonNullElse(body.leftOpen(), List.of()),
                request.seal(EnrolmentEnded.LEFT_OPEN_REASON, id.value(), body.leftOpenReason()),
                request.seal(EnrolmentEnded.EXPLANATION, id.value(), body.explanation()),
                request.at(body.effectiveAt()));
    }
}
