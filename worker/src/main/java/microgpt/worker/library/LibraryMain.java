package microgpt.worker.library;

import java.util.LinkedHashMap;
import java.util.Map;
import microgpt.MicroGpt;
import microgpt.OnlineGpt;
import microgpt.coding.CodeFile;
import microgpt.coding.CodingRecipe;
import microgpt.coding.RunRecipe;
import microgpt.coding.TextDecoder;
import microgpt.coding.TextEncoder;
import microgpt.config.OnlineRecipe;
import microgpt.names.NamesConfig;
import microgpt.names.NamesConfig.Arithmetic;
import microgpt.names.NamesConfig.Dialect;
import microgpt.numeric.MulberryDraws;
import microgpt.scalar.Value;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Float64Array;
import org.teavm.jso.typedarrays.Int8Array;

/** The exports of the library's Wasm module. */
public final class LibraryMain {
    private LibraryMain() {}

    /** Makes ready what models compute with; to be waited for before anything else. */
    @JSExport
    public static void open(Opened opened) {
        Compute.open(opened::opened);
    }

    /** Told that models can be made. */
    @JSFunctor
    interface Opened extends JSObject {
        void opened();
    }

    /** A model that has read nothing. */
    @JSExport
    public static GptHandle names(
            double seed,
            boolean python,
            boolean float32,
            String backend,
            int layers,
            int heads,
            int width,
            int context) {
        NamesConfig config = NamesConfig.DEFAULT
                .withSeed((long) seed)
                .with(python ? Dialect.PYTHON : Dialect.MICROGPTJS)
                .with(float32 ? Arithmetic.FLOAT32 : Arithmetic.SCALAR)
                .with(new NamesConfig.Shape(layers, heads, width, context));
        return new GptHandle(new MicroGpt(config, Compute.on(backend)));
    }

    /** A model as {@link GptHandle#save} left it. */
    @JSExport
    public static GptHandle savedNames(Int8Array saved, String backend) {
        return new GptHandle(MicroGpt.restored(Compute.on(backend), saved.copyToJavaArray()));
    }

    /** The recipe of an online run in JSON, changed by {@code settings}: a line of {@code key=value} each. */
    @JSExport
    public static String recipeWith(String json, String settings) {
        return changed(OnlineRecipe.parse(json, "recipe"), settings).toJson();
    }

    static OnlineRecipe changed(OnlineRecipe recipe, String settings) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (String setting : settings.split("\n", -1)) {
            int equals = setting.indexOf('=');
            if (equals > 0) { // else there are no settings at all
                changes.put(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        return recipe.withAll(changes);
    }

    /** A model that learns a stream by the recipe in {@code json}. */
    @JSExport
    public static OnlineHandle online(String json, String backend) {
        return new OnlineHandle(new OnlineGpt(OnlineRecipe.parse(json, "recipe"), Compute.on(backend)));
    }

    /** A model as {@link OnlineHandle#save} left it. */
    @JSExport
    public static OnlineHandle savedOnline(Int8Array saved, String backend) {
        return new OnlineHandle(OnlineGpt.restored(Compute.on(backend), saved.copyToJavaArray()));
    }

    /** {@code text} as the file that the predictions of the recipe in {@code json} make of it. */
    @JSExport
    public static Int8Array encode(String json, Int8Array text) {
        CodingRecipe recipe = new RunRecipe(OnlineRecipe.parse(json, "recipe"));
        TextEncoder encoder = new TextEncoder(recipe.expert(), recipe.toJson());
        byte[] bytes = text.copyToJavaArray();
        encoder.add(bytes, 0, bytes.length);
        return Int8Array.copyFromJavaArray(encoder.finish().toBytes());
    }

    /** The text that such a file was made of. */
    @JSExport
    public static Int8Array decode(Int8Array file) {
        TextDecoder decoder = new TextDecoder(
                CodeFile.parse(file.copyToJavaArray()),
                recipe -> CodingRecipe.parse(recipe).expert());
        decoder.advance(Integer.MAX_VALUE);
        return Int8Array.copyFromJavaArray(decoder.finish());
    }

    /** The bytes of the kernels' memory that models hold. */
    @JSExport
    public static double memoryInUse() {
        return Compute.memoryInUse();
    }

    /** Random draws as microgptjs makes them. */
    @JSExport
    public static DrawsHandle draws(int seed) {
        return new DrawsHandle(new MulberryDraws(seed));
    }

    /** A number that depends on nothing. */
    @JSExport
    public static ValueHandle value(double data) {
        return new ValueHandle(new Value(data));
    }

    /** A number computed elsewhere, from {@code inputs} with these slopes. */
    @JSExport
    public static ValueHandle computedValue(double data, VectorHandle inputs, Float64Array slopes) {
        return new ValueHandle(Value.of(data, inputs.toArray(), slopes.copyToJavaArray()));
    }

    /** An empty list of numbers. */
    @JSExport
    public static VectorHandle vector() {
        return new VectorHandle();
    }

    public static void main(String[] args) {}
}
