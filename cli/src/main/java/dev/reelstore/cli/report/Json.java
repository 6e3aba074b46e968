package dev.reelstore.cli.report;

import dev.reelstore.domain.value.JsonDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as this command reads and writes it: properties in the order of their records, nulls written. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private Json() {}

    /** The value on one line. */
    public static String line(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** An object to be filled. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The value as a document for the store. */
    public static JsonDocument document(Object value) {
        return new JsonDocument(line(value));
    }

    /**
     * What a document of the store holds, as a record that {@link #document} wrote.
     *
     * @throws tools.jackson.core.JacksonException when it is not that
     */
    public static <T> T read(JsonDocument document, Class<T> type) {
        return MAPPER.readValue(document.text(), type);
    }

    /** What a document of the store holds. */
    public static JsonNode read(JsonDocument document) {
        return MAPPER.readTree(document.text());
    }
}
