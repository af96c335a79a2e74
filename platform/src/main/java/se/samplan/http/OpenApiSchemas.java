package se.samplan.http;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Schemas of the bodies that no class of the APIs declares. */
final class OpenApiSchemas {

    private OpenApiSchemas() {}

    static Schema<?> problem() {
        return object("RFC 9457, with a stable code.")
                .addProperty("type", text("`urn:samplan:problem:` and the code"))
                .addProperty("title", text("what the status means"))
                .addProperty("status", typed("integer", "the status"))
                .addProperty("detail", text("in English"))
                .addProperty("code", text("what is the case; the contract"))
                .addProperty("sv", text("in Swedish"))
                .addProperty("en", text("in English"))
                .addProperty(
                        "errors",
                        list(object("A field that cannot be read.")
                                .addProperty("field", text(null))
                                .addProperty("code", text(null))))
                .addProperty("open", list(object("An entry that is still open, where an ending is refused for it.")))
                .addProperty("entries", list(text("An entry that rests on what a correction is refused for.")));
    }

    /** The response of a write to a case. */
    static Schema<?> written() {
        return object("What was written: also the id of the entry under its own name, as `referralId`.")
                .addProperty("caseId", text(null).format("uuid"))
                .addProperty("warnings", list(coded()))
                .addProperty("collisions", list(collision()));
    }

    private static Schema<?> collision() {
        return object("A collision that the sender may know.")
                .addProperty("collisionId", text(null).format("uuid"))
                .addProperty("kind", coded())
                .addProperty("state", text(null))
                .addProperty("owner", text("the lane whose entry made it"))
                .addProperty("activityId", text(null).format("uuid"))
                .addProperty("otherActivityId", text(null).format("uuid"))
                .addProperty("from", text(null).format("date"))
                .addProperty("to", text(null).format("date"));
    }

    private static Schema<?> coded() {
        return object(null)
                .addProperty("code", text(null))
                .addProperty("sv", text(null))
                .addProperty("en", text(null));
    }

    static Schema<?> text(@Nullable String description) {
        return typed("string", description);
    }

    static Schema<?> reference(String component) {
        return new JsonSchema().$ref("#/components/schemas/" + component);
    }

    private static Schema<?> object(@Nullable String description) {
        return typed("object", description);
    }

    private static Schema<?> list(Schema<?> items) {
        var schema = typed("array", null);
        schema.setItems(items);
        return schema;
    }

    private static Schema<?> typed(String type, @Nullable String description) {
        var schema = new JsonSchema();
        schema.addType(type);
        schema.setDescription(description);
        return schema;
    }
}
