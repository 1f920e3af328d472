package dev.annealer.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCountTest {
    @ParameterizedTest
    @ValueSource(strings = {"50000", "50,000", "50_000", " 50 000 ", "5e4"})
    void separatorsMeanNothing(String text) {
        assertThat(TypedCount.of(text, 50_000)).hasValue(50_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "2.5", "many", "50001", "1e999999999"})
    void anythingElseIsNoCount(String text) {
        assertThat(TypedCount.of(text, 50_000)).isEmpty();
    }
}
