package dev.fairlead.canary.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.fairlead.canary.model.MetricSource;
import dev.fairlead.canary.model.MetricTemplate;

/** Reads MetricTemplate resources. */
public final class MetricTemplateReader {

    private MetricTemplateReader() {}

    /** @param tree the whole resource */
    public static Reading<MetricTemplate> read(Map<String, ?> tree) {
        List<Problem> problems = new ArrayList<>();
        Field root = Field.root(tree, problems);
        Field provider = root.at("spec").at("provider");
        MetricSource source = source(provider.at("type"));
        MetricTemplate template =
                new MetricTemplate(IdentityReader.read(root.at("metadata")), source,
                        address(provider.at("address"), source), headers(provider.at("headers")),
                        secret(provider),
                        provider.at("region").text(), provider.at("insecureSkipVerify").flag(),
                        root.at("spec").at("query").requiredText("a query"));
        if (source == MetricSource.CLOUDWATCH && template.region().isEmpty()) {
            provider.at("region").missing("the AWS region, which cloudwatch needs");
        }
        return Reading.of(problems, () -> template);
    }

    private static MetricSource source(Field type) {
        if (!type.given()) {
            type.missing("one of " + MetricSource.names());
            return MetricSource.KEPTN;
        }
        return type.choice(MetricSource::named, MetricSource.names(), MetricSource.KEPTN);
    }

    private static String address(Field field, MetricSource source) {
        return source.needsAddress() ? Addresses.required(field) : field.text();
    }

    private static String secret(Field provider) {
        Field ref = provider.at("secretRef");
        return ref.given() ? ref.at("name").requiredText("the name of a Secret") : "";
    }

    private static Map<String, List<String>> headers(Field field) {
        Map<String, List<String>> headers = new TreeMap<>();
        field.tree().keySet().forEach(name -> headers.put(name, values(field.atKey(name))));
        return Collections.unmodifiableMap(headers);
    }

    /** Values may be secret, so none is shown. */
    private static List<String> values(Field field) {
        if (field.value() instanceof List<?> list
                && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        field.notShown("a list of texts", "something else (not shown, it may be secret)");
        return List.of();
    }
}
