package dev.fairlead.cli.show;

/** How data is written. Lower case, for it is typed. */
public enum OutputFormat {
    table, wide, json, yaml, name
}
