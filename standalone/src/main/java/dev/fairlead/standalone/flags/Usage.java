package dev.fairlead.standalone.flags;

import java.util.List;

/** The help. */
public final class Usage {

    private static final String HEAD = """
            Usage: fairlead standalone --kubeconfig FILE [--context NAME]… --metrics-server URL [flags]

            Fairlead for your clusters, in one process. Needs nothing but a kubeconfig and a Prometheus:
            Kafka and Postgres are embedded, unless you name your own. Everything is kept in --data, also
            when the process is killed; start it again and it goes on where it was. Ctrl-C ends it.
            """;

    private static final String FOOT = """

            -x=v, --x=v, -x v and --x v are the same. Every setting of the services may stand here, too, such
            as --fairlead.router.orders-at-a-time=16, or in the environment, or in ./standalone.properties; see
            docs/settings.md. More in docs/standalone.md and docs/operate.md.
            """;

    private static final int NAMES = 34;

    private static final int WIDTH = 100;

    private Usage() {}

    public static String text() {
        StringBuilder text = new StringBuilder(HEAD);
        part(text, "Clusters", Flags.CLUSTERS);
        part(text, "Where things are kept", Flags.STORES);
        part(text, "HTTP", Flags.HTTP);
        part(text, "Rollouts", Flags.ROLLOUTS);
        part(text, "Notices", Flags.PEOPLE);
        part(text, "Logs", Flags.LOGS_OF_OURS);
        part(text, "And", Flags.ENDS);
        text.append("\nFlags of Flagger that are accepted and not needed:\n");
        wrap(text, "  ", Flags.NEEDLESS.stream().map(flag -> "--" + flag.name()).toList());
        return text.append(FOOT).toString();
    }

    private static void part(StringBuilder text, String title, List<Flag> flags) {
        text.append('\n').append(title).append('\n');
        for (Flag flag : flags) {
            String name = "  --" + flag.name()
                    + (flag.label().isEmpty() ? "" : " " + flag.label());
            text.append(name).append(" ".repeat(Math.max(1, NAMES - name.length())));
            wrap(text, " ".repeat(NAMES), List.of(flag.help().split(" ")));
        }
    }

    /** Words in lines; the first line is indented already when the text does not end one. */
    private static void wrap(StringBuilder text, String indent, List<String> words) {
        int column = text.charAt(text.length() - 1) == '\n' ? 0 : indent.length();
        for (String word : words) {
            if (column + word.length() >= WIDTH) {
                text.setLength(text.length() - 1);
                text.append('\n');
                column = 0;
            }
            if (column == 0) {
                text.append(indent);
                column = indent.length();
            }
            text.append(word).append(' ');
            column += word.length() + 1;
        }
        text.setLength(text.length() - 1);
        text.append('\n');
    }
}
