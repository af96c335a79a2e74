package se.samplan.http;

import static se.samplan.http.OpenApiSchemas.text;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samplan.casework.LaneId;
import se.samplan.organisation.Branch;
import se.samplan.organisation.OrganisationId;

/** The contract at {@code /v3/api-docs}: what springdoc finds, and what it cannot know. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String TOKEN = "token";

    private static final String DESCRIPTION = """
            Samplan coordinates the cases of people who have one plan at their municipality and another at the state \
            Public Employment Service (Arbetsförmedlingen).

            A token says who somebody is, in which organisation and role; what the person may do follows from the \
            appointments in force. What may not be known looks like what is not there. Writes may say when they took \
            effect (`effectiveAt`, now unless said), and answer with a `Samplan-Position`: a read that sends it back \
            sees what was written. Texts are in Swedish (`sv`) and English (`en`); the codes are the contract.""";

    @Bean
    OpenAPI contract() {
        return new OpenAPI(SpecVersion.V31)
                .info(new Info().title("Samplan").version("1").description(DESCRIPTION))
                .servers(List.of(new Server().url("/").description("this Samplan")))
                .security(List.of(new SecurityRequirement().addList(TOKEN)))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("with the claims `sub`, `organisation` and `role`")));
    }

    @Bean
    ModelResolver schemaNames(ObjectMapperProvider mappers) {
        replace(LocalDate.class, day());
        replace(
                Moment.class,
                moment("An instant with its offset, or a day in Europe/Stockholm. What happened on a day is not before"
                                + " anything else of that day.")
                        .example("2022-03-01"));
        replace(
                LastMoment.class,
                moment("The end of a period: an instant with its offset, or a last day in Europe/Stockholm, which is"
                                + " included.")
                        .example("2022-03-31"));
        var organisation = OrganisationId.PATTERN;
        replace(
                OrganisationId.class,
                text("An organisation: a municipality's code, or one chosen at its registration.")
                        .pattern("^" + organisation + "$")
                        .example("1481"));
        var branches = Arrays.stream(Branch.values()).map(Enum::name).collect(Collectors.joining("|"));
        replace(
                LaneId.class,
                text("A lane: an organisation and a branch.")
                        .pattern("^" + organisation + ":(" + branches + ")$")
                        .example("1481:LABOUR_MARKET"));
        return new OpenApiRecords(mappers.jsonMapper(), new OpenApiSchemaNames());
    }

    @Bean
    OperationCustomizer namedByCapability() {
        return OpenApiOperations::name;
    }

    @Bean
    OpenApiCustomizer withAnswers() {
        return OpenApiResponses::complete;
    }

    private static Schema<?> day() {
        return text(null).format("date").pattern("^" + Moment.DAY + "$");
    }

    private static Schema<?> moment(String description) {
        var instant = text(null).format("date-time").pattern("^" + Moment.INSTANT + "$");
        return new JsonSchema().anyOf(List.of(day(), instant)).description(description);
    }

    private static void replace(Class<?> type, Schema<?> schema) {
        SpringDocUtils.getConfig().replaceWithSchema(type, schema);
    }
}
