package microgpt.web.text;

import microgpt.protocol.Bytes;
import microgpt.protocol.lab.LabReport;

/** What the picture of a model says in words. */
public final class ModelText {
    private static final double TOP = 127;

    private ModelText() {}

    /** Its shape in a sentence. */
    public static String of(LabReport.ModelShape shape) {
        String position = switch (shape.position()) {
            case "relative" -> "attention biased by distance";
            case "learned" -> "positions embedded";
            default -> "no positions";
        };
        return count(shape.layers(), "layer") + " of width " + shape.width() + ", "
                + count(shape.heads(), "head") + " each, an MLP of " + shape.mlp() + ", a window of "
                + shape.context() + " bytes, " + position
                + (shape.tied() ? ", embedding and head tied" : "") + ". Press a part to look inside.";
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** A matrix: where it stands, its size, and how much it changed since the picture before, {@code bytes} ago. */
    public static String of(LabReport.MatrixPicture matrix, long bytes) {
        StringBuilder out = new StringBuilder(meaning(matrix.name()));
        out.append(": ").append(matrix.rows()).append(" × ").append(matrix.columns());
        out.append(" = ")
                .append(Numbers.grouped((long) matrix.rows() * matrix.columns()))
                .append(" weights, norm ");
        out.append(Numbers.significant(matrix.norm())).append(", largest ");
        out.append(Numbers.significant(matrix.largest())).append('.');
        double moved = moved(matrix);
        if (bytes > 0 && moved >= 0) {
            out.append(" Over the last ").append(Numbers.grouped(bytes)).append(" bytes it changed by ");
            out.append(Numbers.fixed(100 * moved, 2)).append(" % of its norm.");
        }
        if (matrix.seenRows() < matrix.rows() || matrix.seenColumns() < matrix.columns()) {
            out.append(" Each cell is the mean of some neighbouring weights.");
        }
        return out.toString();
    }

    /** The norm of what changed by that of what is there, as far as the cells show; -1 if nothing came before. */
    static double moved(LabReport.MatrixPicture matrix) {
        double all = norm(matrix.cells()) * matrix.cellScale();
        return matrix.changes().size() == 0 || all == 0 ? -1 : norm(matrix.changes()) * matrix.changeScale() / all;
    }

    private static double norm(Bytes cells) {
        double sum = 0;
        for (int i = 0; i < cells.size(); i++) {
            sum += cells.at(i) * cells.at(i);
        }
        return Math.sqrt(sum);
    }

    /** What a matrix is for, by its name in the code. */
    public static String meaning(String name) {
        int dot = name.lastIndexOf('.');
        String part = name.substring(dot + 1);
        String what = switch (part) {
            case "wte" -> "embedding, a row for each byte";
            case "wpe" -> "embedding of positions, a row for each";
            case "lmHead" -> "head, a row for each byte";
            case "qkv" -> "query, key and value, one below the other";
            case "proj" -> "what the heads gathered, back to the residual stream";
            case "up" -> "from the residual stream to the hidden channels of the MLP";
            case "down" -> "from the hidden channels back to the residual stream";
            case "relativeBias" -> "what is added to attention, by head and distance";
            case "attention" -> "where each head looks, in the latest window";
            default -> part;
        };
        return dot < 0
                ? what
                : "layer " + (Integer.parseInt(name.substring(name.indexOf('.') + 1, dot)) + 1) + ", " + what;
    }

    /** A cell of a matrix: its place, and its value. */
    public static String cell(LabReport.MatrixPicture matrix, int row, int column, double value) {
        String rows = range(row, matrix.seenRows(), matrix.rows());
        String columns = range(column, matrix.seenColumns(), matrix.columns());
        boolean ofBytes = matrix.name().equals("wte") || matrix.name().equals("lmHead");
        boolean one = matrix.seenRows() == matrix.rows();
        String place = ofBytes && one ? Glyphs.name(row) : "row " + rows;
        boolean mean = !one || matrix.seenColumns() < matrix.columns();
        return place + ", column " + columns + ": " + Numbers.significant(value) + (mean ? " (mean)" : "");
    }

    private static String range(int at, int seen, int all) {
        int first = (int) (((long) at * all + seen - 1) / seen);
        int last = (int) (((long) (at + 1) * all + seen - 1) / seen) - 1;
        return first == last ? Integer.toString(first) : first + "–" + last;
    }

    /** The value of a cell. */
    public static double value(Bytes cells, double scale, int index) {
        return cells.at(index) / TOP * scale;
    }

    /** The likeliest next bytes: “e” 61 %, ... */
    public static String likeliest(LabReport.WindowPicture window, int count) {
        StringBuilder out = new StringBuilder();
        boolean[] told = new boolean[window.probabilities().size()];
        for (int rank = 0; rank < Math.min(count, told.length); rank++) {
            int best = -1;
            for (int b = 0; b < told.length; b++) {
                if (!told[b]
                        && (best < 0
                                || window.probabilities().at(b)
                                        > window.probabilities().at(best))) {
                    best = b;
                }
            }
            told[best] = true;
            out.append(rank == 0 ? "" : ", ").append(Glyphs.name(best)).append(' ');
            out.append(Numbers.percent(window.probabilities().at(best)));
        }
        return out.toString();
    }
}
