package microgpt.web.text;

/** What is said of texts that become coded files, and of coded files that become texts. */
public final class CodeText {
    /** How the names of coded files end. */
    public static final String ENDING = ".mgc";

    private static final int HASH_DIGITS = 16;

    private CodeText() {}

    /** What the button offers, which saves a text as so many bytes. */
    public static String offer(double codeLengthBytes) {
        long bytes = (long) Math.ceil(codeLengthBytes);
        return bytes == 1 ? "Save this byte" : "Save these " + Numbers.grouped(bytes) + " bytes";
    }

    /** What the button says while it saves. */
    public static String coding(long position, long length) {
        return "Coding byte " + of(position, length) + ", press to stop";
    }

    /** What a text was saved as; {@code gzipBytes} is -1 where it is not known. */
    public static String saved(long length, long fileBytes, long gzipBytes) {
        return Numbers.grouped(length) + " bytes in a file of " + Numbers.grouped(fileBytes)
                + (gzipBytes < 0 ? "" : " (gzip: " + Numbers.grouped(gzipBytes) + ")")
                + ". It can be dropped on this page, or given to decompress on the command line.";
    }

    /** The name of a file of that text. */
    public static String fileName(long length) {
        return "microgpt-" + length + ENDING;
    }

    /** The name of the text that was in a file of that name. */
    public static String textName(String file) {
        String name = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file + ".decoded";
        return name.indexOf('.') < 0 ? name + ".txt" : name;
    }

    /** A file is being decoded; {@code length} is 0 while that of the text is not known. */
    public static String decoding(long position, long length, long fileBytes) {
        return (length == 0 ? "Decoding" : "Decoding byte " + of(position, length)) + ": the text comes out of "
                + file(fileBytes) + ".";
    }

    /** It was given up. */
    public static String stopped(long position, long length, long fileBytes) {
        return "Stopped at byte " + of(position, length) + " of the text in " + file(fileBytes) + ".";
    }

    /** It is all there. */
    public static String identical(long length, long fileBytes, String sha256) {
        return Numbers.grouped(length) + (length == 1 ? " byte" : " bytes") + " came out of " + file(fileBytes)
                + ": identical, SHA-256 " + sha256.substring(0, Math.min(sha256.length(), HASH_DIGITS)) + "…";
    }

    /** It cannot be decoded. */
    public static String refused(String why) {
        return "This coded file cannot be decoded: " + why + ".";
    }

    private static String of(long position, long length) {
        return Numbers.grouped(position) + " of " + Numbers.grouped(length);
    }

    private static String file(long bytes) {
        return "a file of " + Numbers.grouped(bytes) + " bytes";
    }
}
