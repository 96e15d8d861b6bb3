package dev.fairlead.orchestrator.eventlog;

import java.util.Map;
import java.util.TreeMap;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The headers of an outgoing record as they are stored. */
public final class HeaderJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private HeaderJson() {}

    public static String write(Map<String, String> headers) {
        return MAPPER.writeValueAsString(new TreeMap<>(headers));
    }

    public static Map<String, String> read(String text) {
        return MAPPER.readValue(text, new TypeReference<Map<String, String>>() {});
    }
}
