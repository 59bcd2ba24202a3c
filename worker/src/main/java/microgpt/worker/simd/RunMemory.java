package microgpt.worker.simd;

import java.util.ArrayList;
import java.util.List;
import microgpt.numeric.Nullable;

/** What one run holds of the kernels' memory: its tensors, and what kernels read besides tensors. */
final class RunMemory {
    private final Arena arena;
    private final List<LinearMemory> allocations = new ArrayList<>();
    private final List<RunMemory> parts = new ArrayList<>();
    private @Nullable LinearMemory indices;
    private @Nullable LinearMemory scratch;

    RunMemory(Arena arena) {
        this.arena = arena;
    }

    Arena arena() {
        return arena;
    }

    /** What a part of the run holds: it comes back with the rest, or before. */
    RunMemory part() {
        RunMemory part = new RunMemory(arena);
        parts.add(part);
        return part;
    }

    /** Zeros, with a guard of zeros behind them. */
    LinearMemory allocate(int floats) {
        LinearMemory memory = new LinearMemory(arena.take(4L * floats), floats);
        Kernels.zero(memory.address(), 4 * floats + Arena.GUARD);
        allocations.add(memory);
        return memory;
    }

    /** Makes room for the indices of so many rows, and for attention over so many positions. */
    void reserve(int rows, int positions, int headChannels) {
        room(rows);
        attentionScratch(positions, headChannels);
    }

    /** Where {@code count} indices go, and as many weights. */
    private int room(int count) {
        if (indices == null || indices.size() < 2 * count) {
            indices = allocate(2 * count);
        }
        return indices.address();
    }

    /** The address of the first {@code count} of the values, until the next call; as much room is behind them. */
    int indices(int[] values, int count) {
        int at = room(count);
        for (int i = 0; i < count; i++) {
            Kernels.pokeInt(at + 4 * i, values[i]);
        }
        return at;
    }

    /** The address of scratch for attention over so many positions, by heads of so many channels. */
    int attentionScratch(int positions, int headChannels) {
        int floats = Kernels.attentionScratch(positions, headChannels) / 4;
        if (scratch == null || scratch.size() < floats) {
            scratch = allocate(floats);
        }
        return scratch.address();
    }

    /** Gives everything back, that of its parts as well. */
    void release() {
        parts.forEach(RunMemory::release);
        for (LinearMemory memory : allocations) {
            arena.giveBack(memory.address(), 4L * memory.size());
        }
        allocations.clear();
        indices = null;
        scratch = null;
    }
}
