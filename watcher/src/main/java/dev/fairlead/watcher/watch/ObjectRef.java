package dev.fairlead.watcher.watch;

import dev.fairlead.watcher.detection.Place;

/** An object of a cluster. */
record ObjectRef(Kind kind, Place place) {}
