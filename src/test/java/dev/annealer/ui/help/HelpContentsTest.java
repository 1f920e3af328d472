package dev.annealer.ui.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.annealer.document.Parameter;
import dev.annealer.document.SchedulerType;
import dev.annealer.lint.Rule;
import dev.annealer.lint.rule.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HelpContentsTest {
    private static final int LONGEST_TEXT = 120;
    private static final int LONGEST_EXPLANATION = 700;

    static Stream<HelpTopic.Knob> knobs() {
        return Arrays.stream(SchedulerType.values())
                .flatMap(type -> type.parameters().stream().map(parameter -> new HelpTopic.Knob(type, parameter)));
    }

    static Stream<Rule> rules() {
        return Rules.ALL.stream();
    }

    private static HelpContent knob(SchedulerType type, String parameter) {
        return HelpContents.of(new HelpTopic.Knob(type, type.parameter(parameter).orElseThrow()));
    }

    @ParameterizedTest
    @EnumSource
    void everySchedulerIsExplainedInFewWordsWithItsFormulaAndCurve(SchedulerType type) {
        HelpContent content = HelpContents.of(new HelpTopic.Scheduler(type));
        assertThat(content.what()).endsWith(".").hasSizeLessThanOrEqualTo(LONGEST_TEXT);
        assertThat(content.when()).isNotBlank();
        assertThat(content.formula()).isNotBlank().hasSizeLessThanOrEqualTo(90);
        assertThat(content.curves()).singleElement().satisfies(curve -> assertThat(curve.points().x()).hasSize(100));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("knobs")
    void everyKnobIsExplainedAndItsValuesLookDifferent(HelpTopic.Knob knob) {
        HelpContent content = HelpContents.of(knob);
        assertThat(content.what()).endsWith(".").hasSizeLessThanOrEqualTo(LONGEST_TEXT);
        assertThat(content.typical()).isNotBlank().hasSizeLessThanOrEqualTo(70);
        assertThat(content.standard()).isNotBlank();
        assertThat(content.curves().stream().map(curve -> List.of(box(curve.points().y()))))
                .doesNotHaveDuplicates()
                .hasSize(content.varied().isBlank() ? 1 : content.curves().size());
        assertThat(content.curves()).allSatisfy(curve ->
                assertThat(Arrays.stream(curve.points().y()).boxed()).allSatisfy(y -> assertThat(y).isBetween(0.0, 1.0)));
    }

    private static Double[] box(double[] values) {
        return Arrays.stream(values).boxed().toArray(Double[]::new);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleExplainsItself(Rule rule) {
        HelpContent content = HelpContents.of(new HelpTopic.RuleTopic(rule.id()));
        assertThat(content.title()).isEqualTo(rule.id());
        assertThat(content.what()).isNotBlank().hasSizeLessThanOrEqualTo(2 * LONGEST_TEXT);
        assertThat(content.when()).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_EXPLANATION);
    }

    @Test
    void noTextIsAboutAParameterThatDoesNotExist() {
        for (SchedulerType type : SchedulerType.values()) {
            assertThat(HelpFile.of(type).parameters().keySet())
                    .containsExactlyInAnyOrderElementsOf(type.parameters().stream().map(Parameter::name).toList());
        }
    }

    @Test
    void theCurvesAreThoseOfTheNamedValues() {
        HelpContent gamma = knob(SchedulerType.EXPONENTIAL_LR, "gamma");
        assertThat(gamma.varied()).isEqualTo("gamma");
        assertThat(gamma.curves()).extracting(HelpCurve::label).containsExactly("0.92", "0.96", "0.99");
        // 0.96 ** 50.
        assertThat(gamma.curves().get(1).points().y()[50]).isCloseTo(0.12988579352203838, within(1e-12));
    }

    @Test
    void momentumIsDrawnWhereItIsMomentumThatChanges() {
        HelpContent base = knob(SchedulerType.ONE_CYCLE_LR, "base_momentum");
        // At step 29, the peak of the learning rate, momentum is lowest; the picture goes from 0.65 to 1.
        assertThat(base.curves()).extracting(curve -> 0.65 + 0.35 * curve.points().y()[29])
                .satisfiesExactly(
                        low -> assertThat(low).isCloseTo(0.8, within(1e-12)),
                        middle -> assertThat(middle).isCloseTo(0.85, within(1e-12)),
                        high -> assertThat(high).isCloseTo(0.9, within(1e-12)));
    }

    @Test
    void defaultsAreThoseOfPyTorch() {
        assertThat(knob(SchedulerType.LINEAR_LR, "start_factor").standard()).isEqualTo("1/3");
        assertThat(knob(SchedulerType.ONE_CYCLE_LR, "final_div_factor").standard()).isEqualTo("10000");
        assertThat(knob(SchedulerType.REDUCE_LR_ON_PLATEAU, "eps").standard()).isEqualTo("1e-8");
        assertThat(knob(SchedulerType.ONE_CYCLE_LR, "max_lr").standard()).isEqualTo("none: it has to be given");
        assertThat(HelpContents.of(new HelpTopic.Scheduler(SchedulerType.COSINE_ANNEALING_LR)).standard())
                .isEqualTo("eta_min 0, T_max the stage’s length");
    }
}
