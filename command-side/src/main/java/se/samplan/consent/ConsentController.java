package se.samplan.consent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.casework.CaseId;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.consent.ConsentEvent.ConsentRecorded;
import se.samplan.http.Moment;
import se.samplan.pipeline.CommandResponder;
import se.samplan.pipeline.Sealing;
import se.samplan.pipeline.WriteRequest;

/** Consents, and their withdrawal. */
@RestController
@RequestMapping("/api/cases/{caseId}/consents")
class ConsentController {

    private final CommandResponder writes;
    private final Sealing sealing;

    record NewConsent(
            @NotNull @Size(max = 20) Set<@NotNull LaneId> parties,
            @NotNull Set<@NotNull InformationKind> kinds,
            @NotNull ConsentPurpose purpose,
            @NotNull ConsentForm form,
            @Size(max = 200) @Nullable String witness,
            @Nullable Moment validFrom,
            @Nullable Moment validTo,
            @Nullable Moment effectiveAt) {}

    record Withdrawal(@Nullable Moment effectiveAt) {}

    ConsentController(CommandResponder writes, Sealing sealing) {
        this.writes = writes;
        this.sealing = sealing;
    }

    @PostMapping("")
    ResponseEntity<Map<String, Object>> record(
            @PathVariable UUID caseId, @Valid @RequestBody NewConsent body, WriteRequest sender) {
        var id = GroundId.random();
        var command = new RecordConsent(
                new CaseId(caseId),
                sender.lane(),
                id,
                new TreeSet<>(body.parties()),
                new TreeSet<>(body.kinds()),
                body.purpose(),
                body.form(),
                sealing.text(new CaseId(caseId), sender, ConsentRecorded.WITNESS, id.value(), body.witness()),
                instant(body.validFrom()),
                instant(body.validTo()),
                sender.at(body.effectiveAt()));
        return writes.made("groundId", command, sender);
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<Map<String, Object>> withdraw(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @Valid @RequestBody Withdrawal body,
            WriteRequest sender) {
        var command =
                new WithdrawConsent(new CaseId(caseId), sender.lane(), new GroundId(id), sender.at(body.effectiveAt()));
        return writes.done("groundId", command, sender);
    }

    private static @Nullable Instant instant(@Nullable Moment moment) {
        return moment == null ? null : moment.instant();
    }
}
