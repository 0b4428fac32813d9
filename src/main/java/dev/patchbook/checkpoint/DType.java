package dev.patchbook.checkpoint;

import java.nio.ByteBuffer;

/** Number formats of safetensors that can be read, all little-endian. */
public enum DType {
    F32(4),
    F16(2),
    BF16(2),
    F64(8),
    I64(8),
    I32(4),
    I16(2),
    I8(1),
    U8(1),
    BOOL(1);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one number. */
    public int bytes() {
        return bytes;
    }

    /** Whether only whole numbers can be written in it. */
    public boolean whole() {
        return ordinal() >= I64.ordinal();
    }

    /** Reads the next number as a float, rounded where the format is wider. */
    float nextFloat(ByteBuffer in) {
        return switch (this) {
            case F32 -> in.getFloat();
            case F16 -> half(in.getShort());
            case BF16 -> Float.intBitsToFloat(in.getShort() << 16);
            case F64 -> (float) in.getDouble();
            default -> nextLong(in);
        };
    }

    /** Reads the next number of a whole-number format. */
    long nextLong(ByteBuffer in) {
        return switch (this) {
            case I64 -> in.getLong();
            case I32 -> in.getInt();
            case I16 -> in.getShort();
            case I8 -> in.get();
            case U8, BOOL -> in.get() & 0xFF;
            default -> throw new IllegalStateException(this + " holds fractions");
        };
    }

    /** IEEE 754 binary16: 1 sign bit, 5 of exponent, 10 of fraction. */
    private static float half(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = bits >>> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        if (exponent == 0) {
            float subnormal = fraction * 0x1p-24f;
            return sign == 0 ? subnormal : -subnormal;
        }
        int wide = exponent == 0x1F ? 0xFF : exponent - 15 + 127;
        return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
    }
}
