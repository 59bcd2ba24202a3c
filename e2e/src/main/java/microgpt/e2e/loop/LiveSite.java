package microgpt.e2e.loop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import microgpt.e2e.Folder;
import microgpt.e2e.StaticSite;

/** The site as its sources stand: files from where they are edited, WebAssembly as it is asked for, the rest as Maven built it. */
final class LiveSite implements StaticSite.Contents {
    private final List<Part> parts = new ArrayList<>();
    private final WasmBuilds wasm;
    private final OpenPages pages;

    LiveSite(Path root, Path made, WasmBuilds wasm, OpenPages pages) throws IOException {
        this.wasm = wasm;
        this.pages = pages;
        Folder configs = new Folder(root.resolve("configs"));
        Folder files = new Folder(root.resolve("static"));
        parts.add(new Part("", files));
        parts.add(new Part("configs/", configs));
        parts.add(new Part("lib/", configs)); // the library brings what it needs
        parts.add(new Part("lib/", files));
        parts.add(new Part("", new Folder(made)));
        parts.add(new Part("", new Folder(root.resolve("target/site"))));
    }

    @Override
    public Optional<byte[]> find(String name) throws IOException {
        if (wasm.has(name)) {
            return webAssembly(name);
        }
        for (Part part : parts) {
            if (name.startsWith(part.prefix)) {
                Optional<byte[]> found = part.files.find(name.substring(part.prefix.length()));
                if (found.isPresent()) {
                    return name.endsWith(".html") ? found.map(pages::following) : found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<byte[]> webAssembly(String name) {
        try {
            return Optional.of(wasm.get(name));
        } catch (BuildException e) {
            pages.complain(e.problems());
            return Optional.empty();
        }
    }

    /** Files of a folder, below a part of the site. */
    private record Part(String prefix, Folder files) {}
}
