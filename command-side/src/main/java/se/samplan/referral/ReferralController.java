package se.samplan.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.casework.LaneId;
import se.samplan.http.Moment;
import se.samplan.pipeline.CaseRequest;
import se.samplan.referral.ReferralEvent.ReferralDeclined;
import se.samplan.referral.ReferralEvent.ReferralMade;
import se.samplan.referral.ReferralEvent.ReferralWithdrawn;

/** Referrals, and the answers to them. */
@RestController
@RequestMapping("/api/cases/{caseId}/referrals")
class ReferralController {

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

    @PostMapping("")
    ResponseEntity<Map<String, Object>> refer(CaseRequest request, @Valid @RequestBody Referral body) {
        var id = ReferralId.random();
        return request.created(
                "referralId",
                new ReferParticipant(
                        request.caseId(),
                        request.lane(),
                        id,
                        body.to(),
                        body.source(),
                        body.otherSource(),
                        body.targetGroup(),
                        body.socialAssistance(),
                        body.withoutWorkSince(),
                        body.education(),
                        body.desiredOutcome(),
                        request.seal(ReferralMade.REASON, id.value(), body.reason()),
                        request.at(body.effectiveAt())));
    }

    @PostMapping("/{id}/acceptance")
    ResponseEntity<Map<String, Object>> accept(
            CaseRequest request, @PathVariable ReferralId id, @Valid @RequestBody Acceptance body) {
        return request.updated(
                "referralId", new AcceptReferral(request.caseId(), request.lane(), id, request.at(body.effectiveAt())));
    }

    @PostMapping("/{id}/refusal")
    ResponseEntity<Map<String, Object>> decline(
            CaseRequest request, @PathVariable ReferralId id, @Valid @RequestBody Refusal body) {
        return request.updated(
                "referralId",
                new DeclineReferral(
                        request.caseId(),
                        request.lane(),
                        id,
                        body.reason(),
                        request.seal(ReferralDeclined.EXPLANATION, id.value(), body.explanation()),
                        request.at(body.effectiveAt())));
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<Map<String, Object>> withdraw(
            CaseRequest request, @PathVariable ReferralId id, @Valid @RequestBody Withdrawal body) {
        return request.updated(
                "referralId",
                new WithdrawReferral(
                        request.caseId(),
                        request.lane(),
                        id,
                        body.reason(),
                        request.seal(ReferralWithdrawn.EXPLANATION, id.value(), body.explanation()),
                        request.at(body.effectiveAt())));
    }
}
