package microgpt.protocol;

/**
 * A command as it travels: {@code number} is counted by the page, from 1. What fails names the command by it, and so does
 * what the command began.
 */
public record Numbered<C>(int number, C command) {}
