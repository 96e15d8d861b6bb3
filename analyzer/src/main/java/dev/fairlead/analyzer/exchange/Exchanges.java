package dev.fairlead.analyzer.exchange;

/** Asks servers outside. */
public interface Exchanges {

    /**
     * Asks once. Follows redirects, but from https to http.
     *
     * @throws NoReply
     *             when no answer came within the question's time
     */
    Reply ask(Question question) throws NoReply;
}
