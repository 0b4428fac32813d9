package dev.patchbook.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbook.model.op.FusedOps;
import dev.patchbook.plan.kernel.Kernels;
import org.junit.jupiter.api.Test;

class KernelTableTest {
    @Test
    void everyOperationOfTheModelHasAKernel() {
        assertThat(Kernels.operations()).containsAll(FusedOps.names());
    }
}
