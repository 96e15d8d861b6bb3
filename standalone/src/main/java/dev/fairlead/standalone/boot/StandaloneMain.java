package dev.fairlead.standalone.boot;

import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.fairlead.standalone.clusters.Definitions;
import dev.fairlead.standalone.flags.FlagReading;
import dev.fairlead.standalone.flags.Usage;
import dev.fairlead.standalone.flags.Wish;
import dev.fairlead.standalone.flags.WrongFlag;

/** {@code fairlead standalone}: the five services in one process, for clusters that exist. */
public final class StandaloneMain {

    private static final int USAGE_ERROR = 2;

    private StandaloneMain() {}

    public static void main(String[] words) throws InterruptedException {
        PrintStream out = System.out;
        try {
            Wish wish = FlagReading.of(List.of(words), System.getenv());
            LogChoice.take(wish.value("zap-encoding").orElse("console"));
            if (!answered(wish, out)) {
                run(wish, out);
            }
        } catch (WrongFlag | IllegalArgumentException wrong) {
            System.err.println("fairlead: " + wrong.getMessage());
            System.exit(USAGE_ERROR);
        } catch (RuntimeException failed) {
            System.err.println("fairlead: " + reason(failed));
            System.exit(1);
        }
    }

    /** What can be said without starting anything. */
    private static boolean answered(Wish wish, PrintStream out) {
        if (wish.has("help")) {
            out.print(Usage.text());
        } else if (wish.has("version")) {
            out.println("Fairlead version " + version());
        } else if (wish.has("print-crds")) {
            out.print(Definitions.yaml());
        } else if (wish.value("move-log-to").isPresent()) {
            Moving.run(wish, wish.value("move-log-to").get(), new Story(out));
        } else {
            return false;
        }
        return true;
    }

    private static void run(Wish wish, PrintStream out) throws InterruptedException {
        Story story = new Story(out);
        story.say("fairlead", version() + ", standalone, process "
                + ProcessHandle.current().pid());
        wish.notes().forEach(note -> story.say("note", note));
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean failed = new AtomicBoolean();
        Standalone standalone = new Standalone(wish, System.getenv(), story);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!failed.get()) {
                story.say("ending", "in good order; nothing is lost if it is killed instead");
            }
            standalone.close();
            ended.countDown();
        }, "standalone-end"));
        try {
            standalone.run();
        } catch (RuntimeException e) {
            failed.set(true);
            throw e;
        }
        ended.await();
    }

    private static String version() {
        return Objects.requireNonNullElse(
                StandaloneMain.class.getPackage().getImplementationVersion(), "unpackaged");
    }

    /** The first sentence that says what is wrong; what led there is in the log. */
    private static String reason(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null && !(root instanceof IllegalStateException)) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
