package dev.fairlead.cli.engine;

/**
 * Why a command ends without having done what it was asked: what was tried, what came back, and
 * what to do now.
 */
public final class Trouble extends RuntimeException {

    /** Refused, not known, wrong. */
    public static final int REFUSED = 1;
    /** The rollout was rolled back. */
    public static final int ROLLED_BACK = 2;
    /** The rollout goes on. */
    public static final int WAITING = 3;
    /** It took longer than was allowed. */
    public static final int TIME_OUT = 4;
    /** The engine does not answer. */
    public static final int UNREACHABLE = 5;
    /** The command line itself is wrong. */
    public static final int USAGE = 64;

    private static final long serialVersionUID = 1;

    private final int exitCode;
    private final String tried;
    private final String came;
    private final String next;

    /**
     * @param exitCode
     *            one of the constants
     * @param title
     *            in a few words
     * @param tried
     *            the request or the thing looked at
     * @param came
     *            what came back
     * @param next
     *            the next command to run, or what to change
     */
    public Trouble(int exitCode, String title, String tried, String came, String next) {
        super(title);
        this.exitCode = exitCode;
        this.tried = tried;
        this.came = came;
        this.next = next;
    }

    public int exitCode() {
        return exitCode;
    }

    /** As it is shown. */
    public String inWords() {
        return "fairlead: " + getMessage() + "\n  tried: " + tried + "\n  came:  " + came
                + "\n  next:  " + next;
    }
}
