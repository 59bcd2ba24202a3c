/** The command line on the JVM: the one place that touches files and the console. */
package microgpt.cli;
