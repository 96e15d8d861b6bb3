package dev.fairlead.watcher.detection;

import java.util.Map;

import dev.fairlead.events.Seen;

/**
 * What is kept of a MetricTemplate or AlertProvider.
 *
 * @param seen
 *            its marks
 * @param tree
 *            metadata and spec, as manifests have them
 */
public record RefSight(Seen seen, Map<String, Object> tree) {}
