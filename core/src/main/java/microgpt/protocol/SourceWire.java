package microgpt.protocol;

/** The bytes of each {@link Source}. */
public final class SourceWire {
    private SourceWire() {}

    public static void write(ByteWriter out, Source source) {
        if (source instanceof Source.Phases phases) {
            out.tag(0).text(phases.plan());
        } else if (source instanceof Source.Supplied supplied) {
            out.tag(1).text(supplied.name());
        } else if (source instanceof Source.Typed) {
            out.tag(2);
        } else if (source instanceof Source.Url url) {
            out.tag(3).text(url.address()).int64(url.limit());
        } else if (source instanceof Source.HuggingFace rows) {
            out.tag(4)
                    .text(rows.dataset())
                    .text(rows.subset())
                    .text(rows.split())
                    .text(rows.column())
                    .int64(rows.limit());
        } else if (source instanceof Source.Wikipedia articles) {
            out.tag(5).text(articles.language()).text(articles.titles()).int64(articles.limit());
        }
    }

    public static Source read(ByteReader in) {
        int tag = in.tag();
        return switch (tag) {
            case 0 -> new Source.Phases(in.text());
            case 1 -> new Source.Supplied(in.text());
            case 2 -> new Source.Typed();
            case 3 -> new Source.Url(in.text(), in.int64());
            case 4 -> new Source.HuggingFace(in.text(), in.text(), in.text(), in.text(), in.int64());
            case 5 -> new Source.Wikipedia(in.text(), in.text(), in.int64());
            default -> throw new IllegalArgumentException("no source has the tag " + tag);
        };
    }
}
