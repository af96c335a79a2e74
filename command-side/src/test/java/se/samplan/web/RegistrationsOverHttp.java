package se.samplan.web;

import static java.util.Map.entry;
import static se.samplan.web.Scene.below;
import static se.samplan.web.TestStaff.AGENCY;
import static se.samplan.web.TestStaff.CASEWORKER;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import se.samplan.web.Endpoints.Endpoint;

/** Registrations with the agency over HTTP. */
class RegistrationsOverHttp implements OverHttp {

    private static final String REASON = "{'reason':'OTHER','explanation':'" + Marks.TEXT + "'}";

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("registrations", Scene.registration("'provenance':'STATED'")),
                new Endpoint("registrations/ID/deregistration", REASON));
    }

    @Override
    public Map<String, Supplier<HttpAnswer>> refusals() {
        return Map.ofEntries(
                entry("UNKNOWN_REGISTRATION", () -> Scene.ofAll()
                        .post(AGENCY, below("registrations", UUID.randomUUID(), "deregistration"), REASON)),
                entry("ALREADY_REGISTERED_THERE", () -> {
                    var scene = Scene.ofAll();
                    scene.registered();
                    return scene.post(AGENCY, "registrations", Scene.registration("'provenance':'OWN'"));
                }),
                entry("REGISTRATION_ENDED", () -> {
                    var scene = Scene.ofAll();
                    var deregistration = below("registrations", scene.registered(), "deregistration");
                    scene.post(AGENCY, deregistration, REASON).done();
                    return scene.post(AGENCY, deregistration, REASON);
                }),
                entry("UNKNOWN_OFFICE", () -> Scene.ofAll()
                        .post(
                                AGENCY,
                                "registrations",
                                Scene.registration("'provenance':'OWN'").replace("AF-1481", "1480"))),
                entry("PROVENANCE_NEEDED", () -> Scene.ofAll()
                        .post(CASEWORKER, "registrations", Scene.registration("'provenance':'OWN'"))));
    }

    @Override
    public List<HttpAnswer> accepted(Scene scene) {
        var recorded = scene.post(AGENCY, "registrations", Scene.registration("'provenance':'OWN'"));
        var deregistration = below("registrations", recorded.id("registrationId"), "deregistration");
        return List.of(recorded, scene.post(AGENCY, deregistration, "{'reason':'WORK'}"));
    }
}
