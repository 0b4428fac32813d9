package dev.patchbook.config;

/** How the patch projection starts. */
public enum PatchInit {
    /** U(-1/sqrt(fan in), 1/sqrt(fan in)), PyTorch's default. */
    UNIFORM,
    /** Xavier uniform, as the second article has it. */
    XAVIER
}
