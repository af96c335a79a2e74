package se.samplan.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
import se.samplan.casework.LaneId;
import se.samplan.http.Moment;
import se.samplan.pipeline.CommandResponder;
import se.samplan.pipeline.Sealing;
import se.samplan.pipeline.WriteRequest;
import se.samplan.referral.ReferralEvent.ReferralDeclined;
import se.samplan.referral.ReferralEvent.ReferralMade;
import se.samplan.referral.ReferralEvent.ReferralWithdrawn;

/** Referrals, and the answers to them. */
@RestController
@RequestMapping("/api/cases/{caseId}/referrals")
class ReferralController {

    private final CommandResponder writes;
    private final Sealing sealing;

    record Referral(
            @NotNull LaneId to,
            @NotNull ReferralSource source,
            @Nullable OtherSource otherSource,
            @NotNull TargetGroup targetGroup,
            @NotNull SocialAssistance socialAssistance,
            @Nullable LocalDate withoutWorkSince,
            @NotNull Education education,
            @Nullable DesiredOutcome desiredOutcome,
            @Size(max = 4000) @Nullable String reason,
            @Nullable Moment effectiveAt) {}

    record Acceptance(@Nullable Moment effectiveAt) {}

    record Refusal(
            @NotNull DeclineReason reason,
            @Size(max = 4000) @Nullable String explanation,
            @Nullable Moment effectiveAt) {}

    record Withdrawal(
            @NotNull WithdrawalReason reason,
            @Size(max = 4000) @Nullable String explanation,
            @Nullable Moment effectiveAt) {}

    ReferralController(CommandResponder writes, Sealing sealing) {
        this.writes = writes;
        this.sealing = sealing;
    }

    @PostMapping("")
    ResponseEntity<Map<String, Object>> refer(
            @PathVariable UUID caseId, @Valid @RequestBody Referral body, WriteRequest sender) {
        var id = ReferralId.random();
        var command = new ReferParticipant(
                new CaseId(caseId),
                sender.lane(),
                id,
                body.to(),
                body.source(),
                body.otherSource(),
                body.targetGroup(),
                body.socialAssistance(),
                body.withoutWorkSince(),
                body.education(),
                body.desiredOutcome(),
                sealing.text(new CaseId(caseId), sender, ReferralMade.REASON, id.value(), body.reason()),
                sender.at(body.effectiveAt()));
        return writes.made("referralId", command, sender);
    }

    @PostMapping("/{id}/acceptance")
    ResponseEntity<Map<String, Object>> accept(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @Valid @RequestBody Acceptance body,
            WriteRequest sender) {
        var command = new AcceptReferral(
                new CaseId(caseId), sender.lane(), new ReferralId(id), sender.at(body.effectiveAt()));
        return writes.done("referralId", command, sender);
    }

    @PostMapping("/{id}/refusal")
    ResponseEntity<Map<String, Object>> decline(
            @PathVariable UUID caseId, @PathVariable UUID id, @Valid @RequestBody Refusal body, WriteRequest sender) {
        var command = new DeclineReferral(
                new CaseId(caseId),
                sender.lane(),
                new ReferralId(id),
                body.reason(),
                sealing.text(new CaseId(caseId), sender, ReferralDeclined.EXPLANATION, id, body.explanation()),
                sender.at(body.effectiveAt()));
        return writes.done("referralId", command, sender);
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<Map<String, Object>> withdraw(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @Valid @RequestBody Withdrawal body,
            WriteRequest sender) {
        var command = new WithdrawReferral(
                new CaseId(caseId),
                sender.lane(),
                new ReferralId(id),
                body.reason(),
                sealing.text(new CaseId(caseId), sender, ReferralWithdrawn.EXPLANATION, id, body.explanation()),
                sender.at(body.effectiveAt()));
        return writes.done("referralId", command, sender);
    }
}
