package dev.fairlead.orchestrator.api;

import java.util.concurrent.Semaphore;

import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Long readings of the log: a few at a time, so that they leave connections for all others. */
final class Scans {

    /** At a time; below the number of the readers' connections. */
    static final int MOST = 2;

    private final Semaphore free = new Semaphore(MOST);

    /**
     * The work, if there is room for it now.
     *
     * @throws TooManyScans
     *             when there is none
     */
    StreamingResponseBody of(StreamingResponseBody work) {
        if (free.availablePermits() == 0) {
            throw new TooManyScans(MOST);
        }
        return out -> {
            if (!free.tryAcquire()) {
                throw new TooManyScans(MOST);
            }
            try {
                work.writeTo(out);
            } finally {
                free.release();
            }
        };
    }
}
