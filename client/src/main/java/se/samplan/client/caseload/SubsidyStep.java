package se.samplan.client.caseload;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** What is done about a request for a wage subsidy. */
sealed interface SubsidyStep extends Step {

    record Request(
            StaffActor by,
            LocalDateTime at,
            String request,
            String scheme,
            String employer,
            int extentPercent,
            LocalDate wantedStart,
            LocalDate windowClosesOn)
            implements SubsidyStep {

        @Override
        public Call call() {
            return Call.onCase(
                            "subsidy-requests",
                            Map.of(
                                    "scheme", scheme,
                                    "employer", employer,
                                    "extentPercent", extentPercent,
                                    "wantedStart", wantedStart,
                                    "windowClosesOn", windowClosesOn))
                    .making(request, "subsidyRequestId");
        }

        @Override
        public List<String> events() {
            return List.of("SubsidyDecisionRequested");
        }
    }

    /**
     * Approves it.
     *
     * @param proposes whether a second person has to approve it after that
     */
    record Approve(StaffActor by, LocalDateTime at, String request, LocalDate from, boolean proposes)
            implements SubsidyStep {

        @Override
        public Call call() {
            return Call.onCase(
                    "subsidy-requests/{%s}/approval".formatted(request),
                    Map.of("levelPercent", 50, "from", from, "to", from.plusYears(1)));
        }

        @Override
        public List<String> events() {
            return List.of(proposes ? "SubsidyApprovalProposed" : "SubsidyApproved");
        }
    }

    record Refuse(StaffActor by, LocalDateTime at, String request, String reason) implements SubsidyStep {

        @Override
        public Call call() {
            return Call.onCase("subsidy-requests/{%s}/refusal".formatted(request), Map.of("reason", reason));
        }

        @Override
        public List<String> events() {
            return List.of("SubsidyRefused");
        }
    }

    record Withdraw(StaffActor by, LocalDateTime at, String request) implements SubsidyStep {

        @Override
        public Call call() {
            return Call.onCase("subsidy-requests/{%s}/withdrawal".formatted(request), Map.of());
        }

        @Override
        public List<String> events() {
            return List.of("SubsidyRequestWithdrawn");
        }
    }
}
