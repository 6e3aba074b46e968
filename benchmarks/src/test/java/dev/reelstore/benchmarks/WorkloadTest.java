package dev.reelstore.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class WorkloadTest {

    @Test
    void aWorkloadIsFoundByWhatIsPrintedOfItInAnyCase() {
        for (Workload workload : Workload.values()) {
            assertThat(Workload.parse(workload.label())).isEqualTo(workload);
        }
        assertThat(Workload.parse(" w1B ")).isEqualTo(Workload.W1B);
        assertThat(Workload.W1B.label()).isEqualTo("W1b");
        assertThatThrownBy(() -> Workload.parse("W99"))
                .hasMessageContaining("'W99' is no workload")
                .hasMessageContaining("W3s");
    }

    @Test
    void moreASecondAndLessOfTheRestAreBetter() {
        assertThat(Workload.W3.unit().ratio(200, 100)).isEqualTo(2);
        assertThat(Workload.W4.unit().ratio(200, 100)).isEqualTo(0.5);
        assertThat(Workload.W10.unit().ratio(200, 100)).isEqualTo(0.5);
    }

    @Test
    void fewAreSaidMorePrecisely() {
        assertThat(Workload.W12M5.unit().format(0.314)).isEqualTo("0.31");
        assertThat(Workload.W10.unit().format(12.34)).isEqualTo("12.3");
        assertThat(Workload.W3.unit().format(24_678.4)).isEqualTo("24,678");
    }

    @Test
    void theMedianOfAnEvenNumberOfRunsLiesBetweenTheTwoInTheMiddle() {
        assertThat(Lap.median(new double[] {9, 1, 5})).isEqualTo(5);
        assertThat(Lap.median(new double[] {4, 1, 9, 2})).isEqualTo(3);
    }
}
