package dev.fairlead.cli.show;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Data for programs. */
public final class Plain {

    /** Wider lines of YAML are not broken. */
    private static final int WIDTH = 10_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    private static final JsonMapper LINE = JsonMapper.builder().build();

    private Plain() {}

    /** On several lines. */
    public static String json(JsonNode tree) {
        return JSON.writeValueAsString(tree) + "\n";
    }

    /** On one line. */
    public static String jsonLine(JsonNode tree) {
        return LINE.writeValueAsString(tree) + "\n";
    }

    public static String yaml(JsonNode tree) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(WIDTH);
        return new Yaml(options).dump(value(tree));
    }

    private static Object value(JsonNode tree) {
        if (tree.isObject()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            tree.properties().forEach(it -> fields.put(it.getKey(), value(it.getValue())));
            return fields;
        }
        if (tree.isArray()) {
            // lists of their own: one that stands twice would be written as an alias
            return tree.valueStream()
                    .map(Plain::value)
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        if (tree.isNumber()) {
            return tree.numberValue();
        }
        return tree.isBoolean() ? (Object) tree.asBoolean() : tree.asString("");
    }
}
