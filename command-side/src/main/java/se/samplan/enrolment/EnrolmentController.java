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
import se.samplan.casework.CaseAnswer;
import se.samplan.casework.CaseId;
import se.samplan.enrolment.EnrolmentEvent.EnrolmentEnded;
import se.samplan.http.Moment;
import se.samplan.pipeline.CommandResponder;
import se.samplan.pipeline.Sealing;
import se.samplan.pipeline.WriteRequest;
import se.samplan.referral.ReferralId;

/** Enrolments, the check before one ends, and its end. */
@RestController
@RequestMapping("/api/cases/{caseId}/enrolments")
class EnrolmentController {

    private final CommandResponder writes;
    private final Sealing sealing;

    record NewEnrolment(
            @Nullable ReferralId referralId,
            @Nullable EnrolmentForm form,
            @Size(max = 100) @Nullable String unit,
            @Nullable Moment effectiveAt) {}

    record Ending(
            @NotNull Outcome outcome,
            @Size(max = 1000) @Nullable List<@NotNull UUID> leftOpen,
            @Size(max = 4000) @Nullable String leftOpenReason,
            @Size(max = 4000) @Nullable String explanation,
            @Nullable Moment effectiveAt) {}

    EnrolmentController(CommandResponder writes, Sealing sealing) {
        this.writes = writes;
        this.sealing = sealing;
    }

    @PostMapping("")
    ResponseEntity<Map<String, Object>> enrol(
            @PathVariable UUID caseId, @Valid @RequestBody NewEnrolment body, WriteRequest sender) {
        var command = new EnrolParticipant(
                new CaseId(caseId),
                sender.lane(),
                EnrolmentId.random(),
                body.referralId(),
                Objects.requireNonNullElse(body.form(), EnrolmentForm.PROGRAMME),
                body.unit(),
                sender.at(body.effectiveAt()));
        return writes.made("enrolmentId", command, sender);
    }

    @PostMapping("/{id}/ending")
    ResponseEntity<Map<String, Object>> end(
            @PathVariable UUID caseId, @PathVariable UUID id, @Valid @RequestBody Ending body, WriteRequest sender) {
        var command = new EndEnrolment(
                new CaseId(caseId),
                sender.lane(),
                new EnrolmentId(id),
                body.outcome(),
                Objects.requireNonNullElse(body.leftOpen(), List.of()),
                sealing.text(new CaseId(caseId), sender, EnrolmentEnded.LEFT_OPEN_REASON, id, body.leftOpenReason()),
                sealing.text(new CaseId(caseId), sender, EnrolmentEnded.EXPLANATION, id, body.explanation()),
                sender.at(body.effectiveAt()));
        return writes.done("enrolmentId", command, sender);
    }

    @GetMapping("/{id}/closing-check")
    Map<String, Object> check(@PathVariable UUID caseId, @PathVariable UUID id, WriteRequest sender) {
        var command = new CheckClosing(new CaseId(caseId), sender.lane(), new EnrolmentId(id), sender.at(null));
        return writes.send(command, sender.unrepeatable())
                .answer(CaseAnswer.class)
                .responseFields();
    }
}
