package dev.fairlead.cli.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Columns of text, as wide as what stands in them. */
public final class Table {

    private static final Pattern PAINT = Pattern.compile("\033\\[[0-9;]*m");

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... head) {
        rows.add(Arrays.asList(head));
    }

    public void row(String... cells) {
        rows.add(Arrays.asList(cells));
    }

    /** One line for each row; nothing behind the last column. */
    public String text() {
        int[] widths = new int[rows.getFirst().size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        });
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(line(row, widths)).append('\n'));
        return text.toString();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i).isEmpty() ? "-" : row.get(i);
            line.append(cell);
            if (i < row.size() - 1) {
                line.append(" ".repeat(widths[i] - Math.max(1, width(row.get(i))) + 2));
            }
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return Math.max(1, PAINT.matcher(cell).replaceAll("").length());
    }
}
