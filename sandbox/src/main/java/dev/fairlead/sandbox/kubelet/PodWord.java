package dev.fairlead.sandbox.kubelet;

/** What a pod's thread may hear. */
enum PodWord {
    READY, NOT_READY, DELETION_WANTED, GONE
}
