package microgpt.worker.lab;

/** The compressor that every browser has: it is given a stream piece by piece, and says how small it would be. */
interface Gzip {
    /** Forgets everything. */
    void clear();

    void append(byte[] piece);

    /** Compresses all that was appended, while other things go on; where there is no compressor, nobody is told. */
    void measure(SizeReceiver receiver);

    /** Told of a compressed size, later. */
    interface SizeReceiver {
        void measured(long bytes);
    }
}
