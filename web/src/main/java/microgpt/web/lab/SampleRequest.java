package microgpt.web.lab;

/** A sample that was asked for: its own number, and that of the command. */
record SampleRequest(int id, int command) {}
