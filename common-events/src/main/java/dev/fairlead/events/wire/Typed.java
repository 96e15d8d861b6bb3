package dev.fairlead.events.wire;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Puts the word's own name first in its JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.PROPERTY, property = "type")
interface Typed {}
