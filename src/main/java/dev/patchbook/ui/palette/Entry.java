package dev.patchbook.ui.palette;

/**
 * Something that can be chosen in the palette.
 *
 * @param words its name
 * @param detail what it does
 * @param keys its keys; empty where it has none
 * @param run does it
 */
public record Entry(String words, String detail, String keys, Runnable run) {}
