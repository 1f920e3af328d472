package dev.annealer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Document;
import dev.annealer.document.Input;
import dev.annealer.document.SchedulerType;
import dev.annealer.document.Training;
import dev.annealer.schedule.Schedule;
import dev.annealer.schedule.ScheduleCompiler;
import dev.annealer.testing.Documents;
import dev.annealer.trace.Comparison;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

    /// 250 rises and falls, each three pixels wide: no column of the plot is without the curve, and neighbours touch.
    @Test
    void aCurveThatGoesUpAndDownAllTheTimeHasNoGaps() throws Exception {
        Schedule schedule = compile(Documents.ofSteps(
                20_000, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR, "T_max", "80")));
        BufferedImage image = picture(schedule, ChartView.whole(schedule), false);
        for (int x = 110; x < 750; x++) {
            int[] here = reach(image.getSubimage(x, 0, 1, image.getHeight()), ChartPalette.LIGHT.curve(0));
            int[] next = reach(image.getSubimage(x + 1, 0, 1, image.getHeight()), ChartPalette.LIGHT.curve(0));
            assertThat(here[1]).as("lowest pixel of column %d", x).isGreaterThanOrEqualTo(0);
            assertThat(next[0]).as("top of column %d", x + 1).isLessThanOrEqualTo(here[1] + 1);
            assertThat(next[1]).as("bottom of column %d", x + 1).isGreaterThanOrEqualTo(here[0] - 1);
        }
    }

    @Test
    void lightAndDarkDifferAndAreFilled() throws Exception {
        Schedule schedule = compile(Documents.ofSteps(50, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR)));
        ChartView view = ChartView.whole(schedule);
        assertThat(new Color(picture(schedule, view, false).getRGB(2, 2))).isEqualTo(Color.WHITE);
        assertThat(new Color(picture(schedule, view, true).getRGB(2, 2)).getRed()).isLessThan(60);
    }

    @Test
    void anAxisOfEpochsCountsEpochs() throws Exception {
        Document document = Documents.ofSteps(1, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR));
        Schedule schedule = compile(document.withTraining(
                Training.EMPTY.withEpochs(Input.of(100L)).withStepsPerEpoch(Input.of(391L))));
        var chart = new ScheduleChart(ChartPalette.LIGHT)
                .build(schedule, ChartView.whole(schedule).withInEpochs(true), null, false);
        assertThat(new String(ChartImage.svg(chart, SIZE), StandardCharsets.UTF_8))
                .contains(">epoch<", ">20<", ">40<", ">80<")
                .doesNotContain(">7820<");
    }

    @Test
    void anotherScheduleIsDrawnBehindAtItsEpochs() throws Exception {
        Schedule own = compile(Documents.ofEpochs(10, Documents.stage("", SchedulerType.LINEAR_LR, "start_factor", "0.5", "end_factor", "0.2")));
        Schedule other = compile(Documents.ofEpochs(20, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR)));
        var compared = new Compared(Comparison.of(own, other), "this one", "the other");
        var chart = new ScheduleChart(ChartPalette.LIGHT)
                .build(own, new ChartView(0, 20, false, true), null, false, compared);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(ChartImage.png(chart, SIZE)));
        int[] own10 = columns(image, ChartPalette.LIGHT.curve(0));
        int[] other20 = columns(image, ChartPalette.LIGHT.mutedText());
        assertThat(own10[1]).as("10 epochs end in the middle").isBetween(380, 470);
        assertThat(other20[1]).as("20 epochs fill the plot").isGreaterThan(760);
        assertThat(new String(ChartImage.svg(chart, SIZE), StandardCharsets.UTF_8)).contains(">this one<", ">the other<");
    }

    /// The columns that a colour reaches below the legend.
    private static int[] columns(BufferedImage image, Color color) {
        int left = Integer.MAX_VALUE;
        int right = -1;
        for (int y = 90; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xffffff) == (color.getRGB() & 0xffffff)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                }
            }
        }
        return new int[] {left, right};
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

    /// Six colours, and then the same six in dashes: a solid line is whole, a dashed one has gaps in every stretch.
    @Test
    void theSeventhParamGroupIsToldFromTheFirst() throws Exception {
        Document seven = Documents.withGroups(
                Documents.ofSteps(50, Documents.stage("", SchedulerType.CONSTANT_LR, "factor", "1")), .1, .2, .3, .4, .5, .6, .7);
        BufferedImage image = picture(compile(seven), ChartView.whole(compile(seven)), false);
        Color shared = ChartPalette.LIGHT.curve(0);
        assertThat(ChartPalette.LIGHT.curve(6)).isEqualTo(shared);
        int[] rows = reach(image.getSubimage(200, 0, 300, image.getHeight()), shared);
        assertThat(colouredColumns(image, shared, rows[0])).as("of 300 pixels of the seventh, the highest").isBetween(100L, 250L);
        assertThat(colouredColumns(image, shared, rows[1])).as("of 300 pixels of the first, the lowest").isGreaterThanOrEqualTo(290);
    }

    /// How many of 300 columns have the colour in this row or next to it.
    private static long colouredColumns(BufferedImage image, Color color, int row) {
        return IntStream.range(200, 500)
                .filter(x -> IntStream.rangeClosed(row - 2, row + 2).anyMatch(y ->
                        (image.getRGB(x, y) & 0xffffff) == (color.getRGB() & 0xffffff)))
                .count();
    }

    @Test
    void theLegendOfManyParamGroupsLeavesHalfOfALowPlotToTheCurves() throws Exception {
        Document eight = Documents.withGroups(
                Documents.ofSteps(50, Documents.stage("", SchedulerType.COSINE_ANNEALING_LR)), .1, .2, .3, .4, .5, .6, .7, .8);
        Schedule schedule = compile(eight);
        assertThat(legendRows(schedule, new ImageSize(800, 400))).isEqualTo(8);
        assertThat(legendRows(schedule, new ImageSize(800, 170))).isBetween(2L, 4L);
    }

    private static long legendRows(Schedule schedule, ImageSize size) throws Exception {
        var chart = new ScheduleChart(ChartPalette.LIGHT).build(schedule, ChartView.whole(schedule), null, false);
        String svg = new String(ChartImage.svg(chart, size), StandardCharsets.UTF_8);
        List<String> heights = schedule.groups().stream()
                .map(group -> Pattern.compile("<text[^>]*\\by=\"([\\d.]+)\"[^>]*>" + Pattern.quote(group.name()) + "<").matcher(svg))
                .peek(found -> assertThat(found.find()).isTrue())
                .map(found -> found.group(1))
                .toList();
        return heights.stream().distinct().count();
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
