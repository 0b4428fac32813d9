package dev.patchbook.data.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the files lie that a source names.
 *
 * @param base what their names are relative to
 * @param root the notebook's folder
 * @param allowOutside whether they may lie outside of it
 */
public record Places(Path base, Path root, boolean allowOutside) {
    Path find(String name) {
        Path file = base.resolve(name).normalize();
        return name.indexOf('\\') >= 0 && !Files.exists(file)
                ? base.resolve(name.replace('\\', '/')).normalize() // written on Windows
                : file;
    }

    boolean allows(Path file) throws IOException {
        return allowOutside || file.toRealPath().startsWith(root.toRealPath());
    }

    Places at(Path newBase) {
        return new Places(newBase, root, allowOutside);
    }
}
