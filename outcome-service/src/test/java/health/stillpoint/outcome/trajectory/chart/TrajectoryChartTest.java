package health.stillpoint.outcome.trajectory.chart;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.outcome.fixtures.TrajectoryFixtures;
import health.stillpoint.outcome.trajectory.domain.Trajectory;
import java.io.StringReader;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TrajectoryChartTest {

    @Test
    void drawsOnePanelForEachInstrumentWithThePrimaryEndpointFirst() throws Exception {
        Document chart = parsed(TrajectoryFixtures.aResponder());
        NodeList panels = chart.getElementsByTagName("g");
        assertThat(IntStream.range(0, panels.getLength())
                        .mapToObj(i -> ((Element) panels.item(i)).getAttribute("aria-label")))
                .hasSize(4)
                .first()
                .isEqualTo("Liebowitz Social Anxiety Scale, self-report");
    }

    @Test
    void saysInWordsWhatItShows() throws Exception {
        Document chart = parsed(TrajectoryFixtures.aResponder());
        String words = chart.getElementsByTagName("desc").item(0).getTextContent();
        assertThat(chart.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(chart.getDocumentElement().getAttribute("aria-labelledby")).isEqualTo("title desc");
        assertThat(words)
                .contains("LSAS_SR: 96 on 2026-03-02, very severe; 71 on 2026-03-16, marked")
                .contains("52 on 2026-04-01, moderate, prorated (now response")
                .contains("Doses: number 1 on 2026-03-09");
    }

    @Test
    void namesNobody() {
        assertThat(TrajectoryChart.of(TrajectoryFixtures.aResponder()))
                .doesNotContain(TrajectoryFixtures.PATIENT.value().toString());
    }

    @Test
    void marksProratedScoresAsOpenPoints() throws Exception {
        NodeList circles = parsed(TrajectoryFixtures.aResponder()).getElementsByTagName("circle");
        assertThat(IntStream.range(0, circles.getLength())
                        .mapToObj(i -> (Element) circles.item(i))
                        .filter(circle -> circle.getAttribute("fill").equals("#ffffff")))
                .singleElement()
                .satisfies(circle -> assertThat(circle.getTextContent()).startsWith("52 on 2026-04-01"));
    }

    @Test
    void showsABaselineAlone() throws Exception {
        assertThat(parsed(TrajectoryFixtures.aBaselineOnly()).getElementsByTagName("circle").getLength())
                .isEqualTo(2);
    }

    @Test
    void saysThatThereIsNothingYet() throws Exception {
        Document chart = parsed(TrajectoryFixtures.nothingYet());
        assertThat(chart.getElementsByTagName("text").item(0).getTextContent()).isEqualTo("No scores yet");
    }

    private static Document parsed(Trajectory trajectory) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(TrajectoryChart.of(trajectory))));
    }
}
