package microgpt.e2e.loop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a module's pom.xml says about the site: the loop makes of the classes what Maven makes of them. */
record Pom(String module, List<Element> configurations) {
    private static final String SITE = "${site}";

    /** A WebAssembly module of the site, {@code file}, made of {@code mainClass} in a module of Java. */
    record WasmModule(String file, String module, String mainClass) {}

    /** A program that writes files of the site. */
    record Generator(String mainClass, List<String> arguments) {}

    static Pom read(Path root, String module) throws IOException {
        Path pom = root.resolve(module).resolve("pom.xml");
        try {
            NodeList found = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getElementsByTagName("configuration");
            return new Pom(
                    module,
                    IntStream.range(0, found.getLength())
                            .mapToObj(i -> (Element) found.item(i))
                            .toList());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(pom + ": " + e.getMessage(), e);
        }
    }

    List<WasmModule> wasmModules() {
        List<WasmModule> modules = new ArrayList<>();
        for (Element configuration : configurations) {
            for (String file : texts(configuration, "targetFileName").toList()) {
                String folder =
                        texts(configuration, "targetDirectory").findFirst().orElse(SITE);
                String prefix = folder.equals(SITE) ? "" : folder.substring(SITE.length() + 1) + "/";
                modules.add(new WasmModule(prefix + file, module, mainClass(configuration)));
            }
        }
        return modules;
    }

    /** Programs whose arguments are folders of the site, which is in {@code site} here. */
    List<Generator> generators(Path site) {
        List<Generator> programs = new ArrayList<>();
        for (Element configuration : configurations) {
            List<String> folders = texts(configuration, "argument")
                    .map(folder -> folder.replace(SITE, site.toString()))
                    .toList();
            if (!folders.isEmpty()) {
                programs.add(new Generator(mainClass(configuration), folders));
            }
        }
        return programs;
    }

    private static String mainClass(Element configuration) {
        return texts(configuration, "mainClass").findFirst().orElseThrow();
    }

    private static Stream<String> texts(Element parent, String name) {
        NodeList children = parent.getElementsByTagName(name);
        return IntStream.range(0, children.getLength())
                .mapToObj(i -> children.item(i).getTextContent().strip());
    }
}
