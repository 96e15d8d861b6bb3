package dev.fairlead.canary;

import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the YAML of tests. */
public final class Yaml {

    private static final YAMLMapper MAPPER = new YAMLMapper();

    private Yaml() {}

    public static Map<String, Object> read(String yaml) {
        return MAPPER.readValue(yaml, new TypeReference<Map<String, Object>>() {});
    }
}
