package org.plumbline.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.server.PlumblineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The description of the interface keeps to what OpenAPI 3.1 says of one: the Initiative's own schema, which
/// lies beside the tests, and JSON Schema's for what it says of the documents.
@PlumblineTest
final class OpenApiTest {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema OPEN_API = REGISTRY.getSchema(read());

    @Autowired private MockMvcTester pages;

    private static String read() {
        try (InputStream in =
                OpenApiTest.class.getResourceAsStream("/openapi/oas-3.1.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String document() throws IOException {
        return pages.get()
                .uri("/api/v1/openapi.json")
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<Error> errors(String document) {
        return OPEN_API.validate(document, InputFormat.JSON);
    }

    @Test
    void theDocumentKeepsToTheSchemaOfTheOpenApiInitiative() throws Exception {
        assertThat(errors(document())).isEmpty();
    }

    /// The schema above leaves those of the documents alone.
    @Test
    void whatItSaysOfTheDocumentsIsJsonSchema() throws Exception {
        Schema meta =
                REGISTRY.getSchema(
                        "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"$ref\":"
                                + " \"https://json-schema.org/draft/2020-12/schema\"}");
        JsonNode schemas = new ObjectMapper().readTree(document()).get("components").get("schemas");
        assertThat(schemas.size()).isGreaterThan(10);
        schemas.properties()
                .forEach(one ->
                        assertThat(meta.validate(one.getValue().toString(), InputFormat.JSON))
                                .as(one.getKey())
                                .isEmpty());
        assertThat(meta.validate("{\"type\": \"txt\"}", InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    another version        | "openapi" : "3.1     | "openapi" : "3.0
                    a path without stroke  | "/api/v1/ask" :      | "api/v1/ask" :
                    a method there is none | "post" :             | "posted" :
                    an answer with no word | "description" :      | "descriptions" :
                    """)
    void aDocumentThatDoesNotIsFound(String why, String part, String instead) throws Exception {
        String broken = document().replace(part, instead);
        assertThat(broken).as(why).isNotEqualTo(document());
        assertThat(errors(broken)).as(why).isNotEmpty();
    }
}
