package dev.patchbook.plan;

import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A row-major array in native memory that kernels read and write: a stretch of a buffer, with a shape. Reading and writing copy
 * between native memory and Java arrays, in which the JIT vectorises; matrix products take the memory as it is.
 */
public final class Tensor implements AutoCloseable {
    private static final FloatBuffer NO_FLOATS = FloatBuffer.allocate(0);
    private final INDArray owner; // keeps the memory alive
    private final FloatPointer pointer;
    private final Buffer numbers;
    private final FloatBuffer floats;
    private final int offset;
    private final long[] shape;
    private final int length;

    private Tensor(INDArray owner, FloatPointer pointer, Buffer numbers, int offset, long[] shape) {
        this.owner = owner;
        this.pointer = pointer;
        this.numbers = numbers;
        this.floats = numbers instanceof FloatBuffer buffer ? buffer : NO_FLOATS;
        this.offset = offset;
        this.shape = shape.clone();
        long size = 1;
        for (long side : shape) {
            size *= side;
        }
        this.length = Math.toIntExact(size);
    }

    /** All of an array of floats, ints or longs, which stays its owner's. */
    public static Tensor of(INDArray array) {
        Buffer numbers = switch (array.dataType()) {
            case FLOAT -> array.data().asNioFloat();
            case INT -> array.data().asNioInt();
            case LONG -> array.data().asNioLong();
            default -> throw new IllegalArgumentException("no tensors of " + array.dataType());
        };
        return new Tensor(array, new FloatPointer(array.data().pointer()), numbers, 0, array.shape());
    }

    /** A new array of zeros. */
    public static Tensor zeros(DataType type, long... shape) {
        return of(Nd4j.create(type, shape));
    }

    /** A stretch of this array under a shape. */
    public Tensor slice(long from, long... newShape) {
        Tensor slice = new Tensor(owner, pointer, numbers, Math.toIntExact(offset + from), newShape);
        if (from < 0 || from + slice.length > length) {
            throw new IndexOutOfBoundsException(from + " + " + slice.length + " of " + length);
        }
        return slice;
    }

    /** The sizes, outermost first. */
    public long[] shape() {
        return shape.clone();
    }

    /** One of the sizes. */
    public int size(int dimension) {
        return (int) shape[dimension];
    }

    /** How many numbers it holds. */
    public int length() {
        return length;
    }

    /** Copies numbers out. */
    public void get(int from, float[] to, int at, int count) {
        floats.get(offset + from, to, at, count);
    }

    /** Copies numbers in. */
    public void put(int to, float[] from, int at, int count) {
        floats.put(offset + to, from, at, count);
    }

    /** Copies numbers from another tensor. */
    public void copy(int to, Tensor from, int at, int count) {
        floats.put(offset + to, from.floats, from.offset + at, count);
    }

    /** All numbers, copied. */
    public float[] toArray() {
        float[] all = new float[length];
        get(0, all, 0, length);
        return all;
    }

    /** Sets all numbers. */
    public void set(float[] all) {
        put(0, all, 0, length);
    }

    /** Whether it is an array of floats. */
    public boolean holdsFloats() {
        return numbers instanceof FloatBuffer;
    }

    /** Ids, of an array of ints. */
    public IntBuffer ints() {
        return (IntBuffer) numbers;
    }

    /** Longs, of an array of longs. */
    public LongBuffer longs() {
        return (LongBuffer) numbers;
    }

    /** Gives the whole array's memory back at once, for whoever made it; neither it nor any slice may be used again. */
    @Override
    public void close() {
        owner.close();
    }

    /** Where the number at an index stands in native memory. */
    public FloatPointer pointer(long index) {
        return new FloatPointer(pointer).position(offset + index);
    }
}
