package dev.fairlead.sandbox.mesh.routing;

import java.util.List;
import java.util.Map;

/** What a route does to the headers of a message: set replaces, add appends, remove drops. */
public record HeaderChange(Map<String, String> set, Map<String, String> add, List<String> remove) {

    public static final HeaderChange NONE = new HeaderChange(Map.of(), Map.of(), List.of());

    public HeaderChange {
        set = Map.copyOf(set);
        add = Map.copyOf(add);
        remove = List.copyOf(remove);
    }

    public boolean isNone() {
        return set.isEmpty() && add.isEmpty() && remove.isEmpty();
    }

    /** Changes of a request on its way in and of its answer on the way back. */
    public record Both(HeaderChange request, HeaderChange response) {
        public static final Both NONE = new Both(HeaderChange.NONE, HeaderChange.NONE);
    }
}
