package microgpt.worker.lab;

/** The compressor that every browser has, which makes a gzip file member by member (RFC 1952). */
interface Gzip {
    /** Begins a member, which knows nothing of those before it. */
    Member begin();

    /** A part of a gzip file that is compressed by itself. */
    interface Member {
        void append(byte[] piece);

        /**
         * Compresses what was appended so far, while other things go on; more may be appended afterwards. Where there is no
         * compressor, nobody is told.
         */
        void measure(SizeReceiver receiver);
    }

    /** Told of a compressed size, later. */
    interface SizeReceiver {
        void measured(long bytes);
    }
}
