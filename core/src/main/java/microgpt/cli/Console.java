package microgpt.cli;

import java.io.InputStream;
import java.io.PrintStream;

/** Where a command reads from and writes to. */
record Console(InputStream in, PrintStream out, PrintStream err) {}
