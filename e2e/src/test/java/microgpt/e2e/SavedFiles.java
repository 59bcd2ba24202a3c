package microgpt.e2e;

import com.microsoft.playwright.Page;
import java.util.Base64;

/** The files that runs are kept in, as something else on the machine may treat them. */
final class SavedFiles {
    private static final String SPOIL = """
            async ending => {
              const root = await navigator.storage.getDirectory();
              const folder = await root.getDirectoryHandle('microgpt-runs');
              let newest = '';
              const number = name => Number(name.split('.')[1]);
              for await (const name of folder.keys()) {
                if (name.endsWith(ending) && (!newest || number(name) > number(newest))) newest = name;
              }
              const file = await folder.getFileHandle(newest);
              const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer());
              const out = await file.createWritable();
              await out.write((%s)(bytes));
              await out.close();
            }""";
    private static final String READ = """
            async ending => {
              const root = await navigator.storage.getDirectory();
              const folder = await root.getDirectoryHandle('microgpt-runs');
              for await (const name of folder.keys()) {
                if (name.endsWith(ending)) {
                  const file = await (await folder.getFileHandle(name)).getFile();
                  let text = '';
                  for (const byte of new Uint8Array(await file.arrayBuffer())) text += String.fromCharCode(byte);
                  return btoa(text);
                }
              }
              throw new Error('there is no file ' + ending);
            }""";

    private SavedFiles() {}

    /** Replaces the newest state there is by what {@code spoil}, a function of JavaScript, makes of its bytes. */
    static void spoilNewestState(Page page, String spoil) {
        page.evaluate(SPOIL.formatted(spoil), ".state");
    }

    /** The same with the only text. */
    static void spoilText(Page page, String spoil) {
        page.evaluate(SPOIL.formatted(spoil), ".text");
    }

    /** The content of a file whose name ends like that. */
    static byte[] read(WorkerWire.Evaluation page, String ending) {
        return Base64.getDecoder().decode((String) page.call(READ, ending));
    }
}
