package dev.fairlead.sandbox.bench.sheet;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/** A sheet for machines: one JSON object, with the values as they were measured. */
public final class SheetJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SheetJson() {}

    public static String of(Sheet sheet) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("bench", sheet.bench());
        all.put("begun", sheet.begun().toString());
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("good", sheet.isGood());
        all.put("machine", sheet.machine());
        all.put("figures", sheet.figures().stream().map(SheetJson::figure).toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    private static Map<String, Object> figure(Figure figure) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", figure.name());
        fields.put("unit", figure.unit());
        fields.put("good", figure.isGood());
        fields.put("ours", figure.ours());
        fields.put("others", figure.others().stream().map(it -> side(figure, it)).toList());
        fields.put("limits", figure.limits().stream().map(SheetJson::limit).toList());
        fields.put("machine", figure.machine());
        return fields;
    }

    private static Map<String, Object> side(Figure figure, Side side) {
        return Map.of("name", side.name(), "spread", side.spread(), "ratio", figure.ratio(side));
    }

    private static Map<String, Object> limit(Limit limit) {
        return Map.of("what", limit.what(), "value", limit.value(), "most", limit.most(), "met",
                limit.isMet());
    }
}
