package dev.annealer.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableJoinTest {
    private static Table table(Column... columns) {
        return new Table("CSV", Map.of(), List.of(columns), columns[0].size(), List.of(), 0);
    }

    private static TableJoin join(Table lr, Table loss) throws TableException {
        return TableJoin.of(lr, ColumnRoles.guess(lr), loss, ColumnRoles.guess(loss));
    }

    @Test
    void aStepWithoutALearningRateHasTheLastOneBefore() throws Exception {
        TableJoin join = join(
                table(Column.of("step", 10, 0, 20), Column.of("lr", 0.2, 0.1, 0.3)),
                table(Column.of("step", -1, 0, 5, 10, 19, 20, 99, Double.NaN), Column.of("loss", 9, 8, 7, 6, 5, 4, 3, 2)));
        assertThat(join.table().columns()).extracting(Column::name).containsExactly("step", "lr", "loss");
        assertThat(join.table().columns().get(1).toArray()).containsExactly(Double.NaN, 0.1, 0.1, 0.2, 0.2, 0.3, 0.3, Double.NaN);
        assertThat(join.table().columns().get(2).toArray()).containsExactly(9, 8, 7, 6, 5, 4, 3, 2);
        assertThat(join.roles().lr()).hasValue(1);
        assertThat(join.roles().loss()).hasValue(2);
    }

    @Test
    void ofSeveralRatesOfAStepTheLastCounts() throws Exception {
        TableJoin join = join(
                table(Column.of("step", 0, 1, 1), Column.of("lr", 0.1, 0.2, 0.3)), table(Column.of("step", 1), Column.of("loss", 9)));
        assertThat(join.table().columns().get(1).toArray()).containsExactly(0.3);
    }

    @Test
    void withoutStepsRowsBelongTogether() throws Exception {
        TableJoin join = join(table(Column.of("lr", 0.1, 0.2)), table(Column.of("loss", 9, 8)));
        assertThat(join.table().columns().get(0).toArray()).containsExactly(0.1, 0.2);
        assertThat(join.remark()).isEqualTo("joined row by row");
    }

    @Test
    void withoutStepsAndOfOtherLengthsNothingMatches() {
        assertThatThrownBy(() -> join(table(Column.of("lr", 0.1, 0.2, 0.3)), table(Column.of("loss", 9, 8))))
                .isInstanceOf(TableException.class)
                .hasMessage("the learning rates (3 rows) and the losses (2 rows) have no step in common;"
                        + " both files need a column of steps, or the same number of rows");
    }
}
