package dev.fairlead.clusters.secrets;

import java.util.Map;

/** Reads what orders refer to, in the cluster that the order is about. */
public interface References {

    /**
     * The value at a reference, such as {@code AlertProvider/prod/slack#spec.address}: a text, a
     * number, a list or a map.
     *
     * @throws Unreadable
     *             when there is none or the cluster does not answer within its time for a call
     */
    Object value(String cluster, String reference);

    /**
     * The keys of a Secret with their values as text.
     *
     * @param place
     *            {@code namespace/name}
     * @throws Unreadable
     *             when there is none or the cluster does not answer within its time for a call
     */
    Map<String, String> secret(String cluster, String place);
}
