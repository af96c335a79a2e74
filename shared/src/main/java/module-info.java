/** What is stored, and the small types that both sides need to read it. */
module se.samplan.shared {
    requires transitive org.jspecify;
    requires com.fasterxml.jackson.annotation;
    requires org.axonframework.messaging;

    exports se.samplan.casework;
    exports se.samplan.caseworker;
    exports se.samplan.clearance;
    exports se.samplan.collision;
    exports se.samplan.consent;
    exports se.samplan.enrolment;
    exports se.samplan.event;
    exports se.samplan.organisation;
    exports se.samplan.participant;
    exports se.samplan.plan;
    exports se.samplan.policy;
    exports se.samplan.referral;
    exports se.samplan.registration;
    exports se.samplan.staff;
    exports se.samplan.subsidy;
}
