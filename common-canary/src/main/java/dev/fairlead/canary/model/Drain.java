package dev.fairlead.canary.model;

import java.time.Duration;

/** The pause between traffic having left a side and that side being scaled down. */
public record Drain(Duration afterPromotion, Duration afterRollback) {}
