package dev.fairlead.cli.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that were perhaps meant. */
final class Nearest {

    private static final int SHOWN = 3;

    private Nearest() {}

    /**
     * @param asked
     *            with as many parts as the person gave
     * @param names
     *            as {@code cluster/namespace/name}
     */
    static List<String> to(String asked, List<String> names) {
        int farthest = Math.max(2, asked.length() / 3);
        String wanted = asked.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> name.contains(wanted)
                        || distance(wanted, tail(name, asked)) <= farthest)
                .sorted(Comparator
                        .comparingInt((String name) -> distance(wanted, tail(name, asked)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
    }

    private static String tail(String name, String asked) {
        int parts = asked.split("/", -1).length;
        String tail = name;
        for (int slashes = tail.split("/", -1).length; slashes > parts; slashes--) {
            tail = tail.substring(tail.indexOf('/') + 1);
        }
        return tail;
    }

    /** How many letters must be changed, added or left out. */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(before[j - 1] + change, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }
}
