package se.samplan.web;

import static java.util.Map.entry;
import static se.samplan.web.TestStaff.CASEWORKER;
import static se.samplan.web.TestStaff.MANAGER;
import static se.samplan.web.TestStaff.TRUSTED_MANAGER;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Ways to be refused in the register. */
final class RefusalsOfTheRegister {

    private RefusalsOfTheRegister() {}

    static Map<String, Supplier<HttpAnswer>> all() {
        return Map.ofEntries(
                entry("IDENTITY_NUMBER_MALFORMED", () -> register(Marks.TEXT)),
                entry(
                        "IDENTITY_NUMBER_WITHOUT_CENTURY",
                        () -> register(Scene.freshNumber().substring(2))),
                entry("IDENTITY_NUMBER_NO_SUCH_DATE", () -> register("19901301-T000")),
                entry("IDENTITY_NUMBER_CHECK_DIGIT", () -> register("19900101-0000")),
                entry("IDENTITY_NUMBER_IN_FUTURE", () -> register("21990101-T000")),
                entry("UNKNOWN_PARTICIPANT", () -> protect(UUID.randomUUID(), "SECRECY_MARKING")),
                entry("NO_PROTECTION_NAMED", () -> protect(Scene.ofAll().participant(), "NONE")),
                entry("NOT_PROTECTED", () -> Scene.ofAll().lift(TRUSTED_MANAGER)),
                entry("PROTECTION_NEEDS_SECOND_PERSON", () -> {
                    var scene = Scene.ofAll();
                    scene.protect(TRUSTED_MANAGER, "SECRECY_MARKING").done();
                    return scene.protect(TRUSTED_MANAGER, "SECRECY_MARKING");
                }),
                entry("SECOND_PERSON_NEEDS_MANDATE", () -> {
                    var scene = Scene.ofAll();
                    scene.protect(TRUSTED_MANAGER, "SECRECY_MARKING").done();
                    return scene.protect(MANAGER, "SECRECY_MARKING");
                }),
                entry(
                        "ALREADY_PROTECTED",
                        () -> protect(Scene.ofAll().protectedFromNowOn().participant(), "SECRECY_MARKING")));
    }

    private static HttpAnswer register(String number) {
        return CASEWORKER.post("/api/participants", "{'identityNumber':'%s'}".formatted(number));
    }

    private static HttpAnswer protect(UUID participant, String protection) {
        return TRUSTED_MANAGER.post(
                "/api/participants/" + participant + "/protection", "{'protection':'%s'}".formatted(protection));
    }
}
