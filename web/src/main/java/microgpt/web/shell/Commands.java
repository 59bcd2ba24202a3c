package microgpt.web.shell;

/** Where a page's commands go. */
public interface Commands<C> {
    /** Sends a command, if there is somebody to send it to; the answer is its number, by which reports name it, 0 if not. */
    int send(C command);
}
