package se.samplan.http;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schemas of the bodies that no class of the APIs declares. */
final class OpenApiSchemas {

    private OpenApiSchemas() {}

    static Schema<?> problem() {
        return closed(object("RFC 9457, with a stable code.")
                        .addProperty("type", text("`urn:samplan:problem:` and the code"))
                        .addProperty("title", text("what the status means"))
                        .addProperty("status", typed("integer", "the status"))
                        .addProperty("detail", text("in English"))
                        .addProperty("code", text("what is the case; the contract"))
                        .addProperty("sv", text("in Swedish"))
                        .addProperty("en", text("in English"))
                        .addProperty(
                                "errors",
                                list(whole(object("A field that cannot be read.")
                                        .addProperty("field", text("empty where it has no name that may be repeated"))
                                        .addProperty("code", text(null)))))
                        .addProperty("open", list(openEntry()))
                        .addProperty("views", list(text("A view that there is, where none was named.")))
                        .addProperty("entries", list(id("An entry that rests on what a correction is refused for."))))
                .required(List.of("code", "detail", "en", "status", "sv", "title", "type"));
    }

    /** The problem of one status: with one of these codes. */
    static Schema<?> problem(String component, int status, List<String> codes) {
        var code = new Schema<String>();
        code.addType("string");
        code.setEnum(codes);
        var these = object(null)
                .addProperty("status", typed("integer", null)._const(status))
                .addProperty("code", code);
        return new JsonSchema().allOf(List.of(reference(component), these));
    }

    /** The response of a write to a case. */
    static Schema<?> written() {
        Schema<?> written = object("What was written; each member but `caseId` only where it applies to the entry.")
                .addProperty("caseId", id(null))
                .addProperty("warnings", list(coded()))
                .addProperty("collisions", list(collision()))
                .addProperty("state", text("of a request for a subsidy"))
                .addProperty(
                        "respondBy",
                        text("by when a request for clearance is to be answered")
                                .format("date"))
                .addProperty("stillInForce", list(object("A consent that a withdrawal leaves in force.")))
                .additionalProperties(id("The entry under its own name, as `referralId`."));
        return written.required(List.of("caseId", "collisions", "warnings"));
    }

    /** The response of a check. */
    static Schema<?> openEntries() {
        return whole(object(null).addProperty("open", list(openEntry())));
    }

    /** The response of a write that names what it made. */
    static Schema<?> made() {
        return object("What was made, under its own name, as `staffId`.").additionalProperties(text(null));
    }

    private static Schema<?> openEntry() {
        return whole(object("An entry that is still open.")
                .addProperty("entry", id(null))
                .addProperty("what", coded())
                .addProperty("lane", text(null)));
    }

    private static Schema<?> collision() {
        return whole(object("A collision that the sender may know.")
                .addProperty("collisionId", id(null))
                .addProperty("kind", coded())
                .addProperty("state", text(null))
                .addProperty("owner", text("the lane whose entry made it"))
                .addProperty("activityId", id(null))
                .addProperty("otherActivityId", orNull(id(null)))
                .addProperty("from", text(null).format("date"))
                .addProperty("to", orNull(text(null).format("date"))));
    }

    private static Schema<?> coded() {
        return whole(object(null)
                .addProperty("code", text(null))
                .addProperty("sv", text(null))
                .addProperty("en", text(null)));
    }

    /** With all of its members, and no others. */
    static Schema<?> whole(Schema<?> object) {
        return closed(object.required(
                object.getProperties().keySet().stream().sorted().toList()));
    }

    /** Without members that it does not name. */
    static Schema<?> closed(Schema<?> object) {
        return object.additionalProperties(false);
    }

    static Schema<?> id(@Nullable String description) {
        return text(description).format("uuid");
    }

    /** The component that a reference names. */
    static String named(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** The same, or null. */
    static Schema<?> orNull(Schema<?> schema) {
        var nothing = typed("null", null);
        if (schema.get$ref() != null || schema.getAnyOf() != null) {
            return new JsonSchema().anyOf(List.of(schema, nothing));
        }
        schema.addType("null");
        if (schema.getEnum() != null) {
            schema.addEnumItemObject(null);
        }
        return schema;
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
