package dev.patchbook.plan.kernel;

import dev.patchbook.plan.Tensor;

/** Pictures [B, 3, S, S] to flattened patches [B*N, 3*P*P], or gradients the other way. */
final class PatchifyKernel implements Kernel {
    private final Node node;
    private final Tensor images;
    private final Tensor patches;
    private final boolean back;
    private final int side;
    private final int patch;

    private PatchifyKernel(Node node, Tensor images, Tensor patches, boolean back) {
        this.node = node;
        this.images = images;
        this.patches = patches;
        this.back = back;
        this.side = images.size(2);
        this.patch = node.whole(0);
    }

    static Kernel forward(Node node) {
        return new PatchifyKernel(node, node.in(0), node.out(0), false);
    }

    static Kernel backward(Node node) {
        return new PatchifyKernel(node, node.out(0), node.in(0), true);
    }

    @Override
    public void run() {
        node.workers().run(images.size(0), 1, (thread, from, to) -> {
            for (int b = from; b < to; b++) {
                picture(b);
            }
        });
    }

    private void picture(int b) {
        int grid = side / patch;
        int size = 3 * patch * patch;
        for (int colour = 0; colour < 3; colour++) {
            for (int y = 0; y < side; y++) {
                int image = ((b * 3 + colour) * side + y) * side;
                int inPatch = (colour * patch + y % patch) * patch;
                for (int column = 0; column < grid; column++) {
                    int at = (b * grid * grid + y / patch * grid + column) * size + inPatch;
                    if (back) {
                        images.copy(image + column * patch, patches, at, patch);
                    } else {
                        patches.copy(at, images, image + column * patch, patch);
                    }
                }
            }
        }
    }
}
