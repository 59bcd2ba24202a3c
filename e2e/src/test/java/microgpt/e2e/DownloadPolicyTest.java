package microgpt.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import microgpt.protocol.Source;
import microgpt.protocol.lab.LabCommand;
import microgpt.protocol.lab.LabReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a worker asks the network for, whatever its page tells it: no content security policy covers it. */
@ExtendWith(LabExtension.class)
final class DownloadPolicyTest {
    @Test
    void anAddressWithoutEncryptionIsNotAsked(Lab lab) throws IOException {
        String address = "http://texts.example/a.txt";
        String refusal = failure(lab, address);
        assertTrue(refusal.contains("only addresses that begin with https: are asked"), refusal);
        assertFalse(lab.requests().contains(address));
    }

    @Test
    void whatIsNoAddressIsNotAsked(Lab lab) throws IOException {
        String refusal = failure(lab, "https://");
        assertTrue(refusal.contains("could not be read"), refusal);
    }

    /** Why a stream cannot be loaded. */
    private static String failure(Lab lab, String address) throws IOException {
        BareWorker worker = BareWorker.open(lab.page(), lab.site());
        worker.until(report -> report instanceof LabReport.Ready);
        String recipe = Files.readString(LabExtension.built().resolve("configs/online.tiny.json"));
        worker.send(List.of(new LabCommand.Start(recipe, new Source.Url(address, 1000))));
        List<LabReport> reports = worker.until(report -> report instanceof LabReport.Failed);
        return ((LabReport.Failed) reports.get(reports.size() - 1)).message();
    }
}
