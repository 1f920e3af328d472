package dev.annealer.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annealer.document.Place;
import dev.annealer.document.Problem;
import org.junit.jupiter.api.Test;

class PlaceTextTest {
    @Test
    void stagesAndParamGroupsAreCountedFromOne() {
        assertThat(PlaceText.of(Place.stage(0))).isEqualTo("Stage 1");
        assertThat(PlaceText.of(Place.stage(11).at("T_max"))).isEqualTo("Stage 12: T_max");
        assertThat(PlaceText.of(Place.stage(1).at("schedulers").at(0).at("factor"))).isEqualTo("Stage 2: schedulers[0].factor");
        assertThat(PlaceText.of(Place.group(2).at("lr"))).isEqualTo("Param group 3: lr");
        assertThat(PlaceText.of(Place.OPTIMIZER.at("lr"))).isEqualTo("optimizer.lr");
    }

    @Test
    void aProblemIsOneLine() {
        var problem = new Problem(Place.stage(0).at("T_max"), "0 is below 1", "give a whole number of at least 1");
        assertThat(PlaceText.of(problem)).isEqualTo("Stage 1: T_max: 0 is below 1; give a whole number of at least 1");
        assertThat(PlaceText.of(new Problem(Place.DOCUMENT, "it is empty", ""))).isEqualTo("it is empty");
    }
}
