package dev.fairlead.events;

/**
 * One life of a target: the UID of its Canary. A Canary that is deleted and made again under the
 * same name begins another life.
 *
 * @param uid
 *            the UID as the API server gave it
 */
public record Life(String uid) {

    /** No life: nothing was ever registered under the name. */
    public static final Life NONE = new Life("");

    @Override
    public String toString() {
        return uid;
    }
}
