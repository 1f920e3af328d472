package dev.annealer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.document.SchedulerType;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.testing.Documents;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleChartTest {
    private static final ImageSize SIZE = new ImageSize(800, 400);

    private static Schedule compile(Document document) {
        return ScheduleCompiler.compile(document).compiled().orElseThrow();
    }

    private static BufferedImage picture(Schedule schedule, ChartView view, boolean dark) throws Exception {
        var chart = new ScheduleChart(ChartPalette.of(dark)).build(schedule, view, null, false);
        return ImageIO.read(new ByteArrayInputStream(ChartImage.png(chart, SIZE)));
    }

    /// The rows that the curve's colour reaches: its least and greatest y.
    private static int[] reach(BufferedImage image, Color color) {
        int top = Integer.MAX_VALUE;
        int bottom = -1;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xffffff) == (color.getRGB() & 0xffffff)) {
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        return new int[] {top, bottom};
    }

    @ParameterizedTest
    @ValueSource(longs = {101, 100_000_001})
    void aSpikeOfOneStepReachesTheTopHoweverLongTheRun(long steps) throws Exception {
        Schedule schedule = compile(Documents.ofSteps(
                steps,
                Documents.stage("60%", SchedulerType.CONSTANT_LR, "factor", "0.1"),
                Documents.stage("1", SchedulerType.CONSTANT_LR, "factor", "1"),
                Documents.stage("", SchedulerType.CONSTANT_LR, "factor", "0.1")));
        int[] reach = reach(picture(schedule, ChartView.whole(schedule), false), ChartPalette.LIGHT.curve(0));
        assertThat(reach[1] - reach[0]).as("pixels between the spike and the floor").isGreaterThan(200);
    }

    @Test
    void lightAndDarkDifferAndAreFilled() throws Exception {
        Schedule schedule = compile(Documents.ofSteps(50, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR)));
        ChartView view = ChartView.whole(schedule);
        assertThat(new Color(picture(schedule, view, false).getRGB(2, 2))).isEqualTo(Color.WHITE);
        assertThat(new Color(picture(schedule, view, true).getRGB(2, 2)).getRed()).isLessThan(60);
    }

    @Test
    void momentumHasItsStripOnlyWhereItCycles() throws Exception {
        Schedule oneCycle = compile(Documents.ofSteps(50, Documents.stage("", SchedulerType.ONE_CYCLE_LR, "max_lr", "0.1")));
        Schedule cosine = compile(Documents.ofSteps(50, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR)));
        assertThat(svg(oneCycle)).contains(">momentum<").contains(">learning rate<").contains("OneCycleLR");
        assertThat(svg(cosine)).doesNotContain(">momentum<").contains("CosineAnnealingLR");
    }

    private static String svg(Schedule schedule) throws Exception {
        var chart = new ScheduleChart(ChartPalette.LIGHT).build(schedule, ChartView.whole(schedule), null, false);
        return new String(ChartImage.svg(chart, SIZE), StandardCharsets.UTF_8);
    }

    @Test
    void everyParamGroupHasACurveOfItsOwn() throws Exception {
        Document two = Documents.withGroups(
                Documents.ofSteps(50, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR)), 0.01, 0.1);
        BufferedImage image = picture(compile(two), ChartView.whole(compile(two)), false);
        assertThat(reach(image, ChartPalette.LIGHT.curve(0))[1]).isPositive();
        assertThat(reach(image, ChartPalette.LIGHT.curve(1))[1]).isPositive();
    }

    @Test
    void aLearningRateOfZeroHasNoPlaceOnALogarithmicAxisAndHarmsNothing() throws Exception {
        Schedule schedule = compile(Documents.ofSteps(50, Documents.stage("", SchedulerType.LINEAR_LR, "end_factor", "0")));
        Schedule zero = compile(Documents.ofSteps(50, Documents.stage("", SchedulerType.CONSTANT_LR, "factor", "0")));
        for (Schedule each : new Schedule[] {schedule, zero}) {
            assertThat(picture(each, ChartView.whole(each).withLogarithmic(true), false).getWidth()).isEqualTo(800);
        }
    }
}
