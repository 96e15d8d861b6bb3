package dev.fairlead.standalone.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several pages in Prometheus' text format as one, in which each metric has its head once. */
final class MetricPages {

    private static final String HELP = "# HELP ";

    private static final String TYPE = "# TYPE ";

    private record Family(List<String> head, List<String> samples) {}

    private final Map<String, Family> families = new LinkedHashMap<>();

    private MetricPages() {}

    static String joined(List<String> pages) {
        MetricPages all = new MetricPages();
        pages.forEach(all::add);
        StringBuilder text = new StringBuilder();
        all.families.values().forEach(family -> {
            family.head().forEach(line -> text.append(line).append('\n'));
            family.samples().forEach(line -> text.append(line).append('\n'));
        });
        return text.toString();
    }

    private void add(String page) {
        Family family = new Family(new ArrayList<>(), new ArrayList<>());
        for (String line : page.lines().toList()) {
            if (line.startsWith(HELP) || line.startsWith(TYPE)) {
                String name = line.split(" ", 4)[2];
                family = families.computeIfAbsent(name,
                        _ -> new Family(new ArrayList<>(), new ArrayList<>()));
                addHead(family, line);
            } else if (!line.startsWith("#")) {
                family.samples().add(line);
            }
        }
    }

    /** The first word on what a metric means is the one that counts. */
    private static void addHead(Family family, String line) {
        String kind = line.substring(0, HELP.length());
        if (family.head().stream().noneMatch(known -> known.startsWith(kind))) {
            family.head().add(line);
        }
    }
}
