package dev.fairlead.events;

/**
 * Names an order by the event that carries it, as {@code stream@version/ordinal}: the same order
 * published twice has the same name.
 *
 * @param text
 *            the whole name
 */
public record OrderId(String text) {

    public static OrderId of(TargetKey target, Fence fence, int ordinal) {
        return new OrderId(target.stream() + "@" + fence.version() + "/" + ordinal);
    }

    @Override
    public String toString() {
        return text;
    }
}
