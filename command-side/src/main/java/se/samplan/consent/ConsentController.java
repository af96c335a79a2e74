package se.samplan.consent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.consent.ConsentEvent.ConsentRecorded;
import se.samplan.http.LastMoment;
import se.samplan.http.Moment;
import se.samplan.pipeline.CaseRequest;

/** Consents, and their withdrawal. */
@RestController
@RequestMapping("/api/cases/{caseId}/consents")
class ConsentController {

    record NewConsent(
            @NotNull @Size(max = 20) Set<@NotNull LaneId> parties,
            @NotNull Set<@NotNull InformationKind> kinds,
            @NotNull ConsentPurpose purpose,
            @NotNull ConsentForm form,
            @Size(max = 200) @Nullable String witness,
            @Nullable Moment validFrom,
            @Nullable LastMoment validTo,
            @Nullable Moment effectiveAt) {}

    record Withdrawal(@Nullable Boolean all, @Nullable Moment effectiveAt) {}

    @PostMapping("")
    ResponseEntity<Map<String, Object>> record(CaseRequest request, @Valid @RequestBody NewConsent body) {
        var id = GroundId.random();
        return request.created(
                "groundId",
                new RecordConsent(
                        request.caseId(),
                        request.lane(),
                        id,
                        new TreeSet<>(body.parties()),
                        new TreeSet<>(body.kinds()),
                        body.purpose(),
                        body.form(),
                        request.seal(ConsentRecorded.WITNESS, id.value(), body.witness()),
                        body.validFrom() == null ? null : body.validFrom().instant(),
                        body.validTo() == null ? null : body.validTo().end(),
                        request.at(body.effectiveAt())));
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<Map<String, Object>> withdraw(
            CaseRequest request, @PathVariable GroundId id, @Valid @RequestBody Withdrawal body) {
        return request.updated(
                "groundId",
                new WithdrawConsent(
                        request.caseId(),
                        request.lane(),
                        id,
                        Boolean.TRUE.equals(body.all()),
                        request.at(body.effectiveAt())));
    }
}
