package microgpt.worker.train;

/** Moments as ISO 8601 writes them. */
final class IsoTime {
    private static final long DAY_MILLIS = 86_400_000;
    private static final int DAYS_OF_400_YEARS = 146_097;
    /** From the first of March of the year 0 to 1970. */
    private static final long DAYS_BEFORE_1970 = 719_468;

    private IsoTime() {}

    /** The moment so many milliseconds after 1970 began in Greenwich; years begin in March here (Hinnant 2013). */
    static String of(long millis) {
        long days = millis / DAY_MILLIS + DAYS_BEFORE_1970;
        long cycle = days / DAYS_OF_400_YEARS;
        long day = days % DAYS_OF_400_YEARS;
        long year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        long dayOfYear = day - (365 * year + year / 4 - year / 100);
        long month = (5 * dayOfYear + 2) / 153;
        long dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1;
        long civilMonth = month < 10 ? month + 3 : month - 9;
        long civilYear = year + 400 * cycle + (civilMonth <= 2 ? 1 : 0);
        long seconds = millis % DAY_MILLIS / 1000;
        return civilYear + "-" + two(civilMonth) + "-" + two(dayOfMonth) + "T" + two(seconds / 3600) + ":"
                + two(seconds / 60 % 60) + ":" + two(seconds % 60) + "Z";
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
