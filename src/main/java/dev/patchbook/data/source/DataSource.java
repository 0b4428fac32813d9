package dev.patchbook.data.source;

import dev.patchbook.base.OutsideException;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.SourceNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds what a notebook names: paths relative to its folder, or {@code sample:NAME}. */
public final class DataSource {
    private static final String SAMPLE = "sample:";

    private DataSource() {}

    /**
     * The files and folders a setting names, with commas between them.
     *
     * @param folder what relative paths are relative to
     * @param names paths, or {@code sample:NAME}; a path that is there may itself hold commas
     * @param allowOutside whether the paths may leave the folder
     * @throws UserFacingException where one is not there, or lies outside of the folder
     */
    public static List<Path> resolveAll(Path folder, String names, boolean allowOutside) {
        return SourceNames.of(folder, names).stream()
                .map(name -> resolve(folder, name, allowOutside, true))
                .toList();
    }

    /**
     * The file a setting names.
     *
     * @param folder what relative paths are relative to
     * @param name a path, or {@code sample:NAME} for shipped sample data
     * @param allowOutside whether the path may leave the folder
     * @return a file that is there
     * @throws UserFacingException where there is no such file, or it lies outside of the folder
     */
    public static Path resolve(Path folder, String name, boolean allowOutside) {
        return resolve(folder, name, allowOutside, false);
    }

    private static Path resolve(Path folder, String name, boolean allowOutside, boolean folders) {
        if (name.isBlank()) {
            throw new UserFacingException(
                    "No file is named.", "Name a CSV or JSON lines file, a folder of pictures, or sample:scenes.");
        }
        if (name.startsWith(SAMPLE)) {
            return sample(name.substring(SAMPLE.length()).strip());
        }
        Path root = folder.toAbsolutePath().normalize();
        Path file = path(root, name);
        if (!allowOutside && !file.startsWith(root)) {
            throw outside(name, folder);
        }
        if (!Files.isRegularFile(file) && !(folders && Files.isDirectory(file))) {
            throw missing(name, file);
        }
        if (!allowOutside && !real(file).startsWith(real(root))) {
            throw outside(name, folder); // a link that leads out
        }
        return file;
    }

    private static Path path(Path root, String name) {
        try {
            return root.resolve(name.strip()).normalize();
        } catch (InvalidPathException e) {
            throw new UserFacingException("“" + name + "” is not a file name.", "Write the path of a CSV file.", e);
        }
    }

    private static Path sample(String name) {
        List<Path> folders = sampleFolders();
        if (name.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
            for (Path folder : folders) {
                Path file = folder.resolve(name + ".csv");
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        List<String> names = folders.stream()
                .flatMap(folder -> csvFiles(folder).stream())
                .map(file -> SAMPLE + file.substring(0, file.length() - ".csv".length()))
                .distinct()
                .toList();
        throw new UserFacingException(
                "There is no sample data called “" + name + "”.",
                names.isEmpty()
                        ? "The program's sample data is missing; install it again."
                        : "There are " + String.join(", ", names) + ".");
    }

    private static List<Path> sampleFolders() {
        String home = System.getProperty("patchbook.home");
        if (home != null) {
            Path folder = Path.of(home, "share", "sample-data");
            if (Files.isDirectory(folder)) {
                return List.of(folder);
            }
        }
        // a checkout: the folder stands at its top
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("sample-data"))
                .filter(Files::isDirectory)
                .toList();
    }

    private static UserFacingException missing(String name, Path file) {
        Path parent = file.getParent();
        if (Files.isDirectory(file)) {
            return new UserFacingException("“" + name + "” is a folder.", "Name the CSV file in it." + hint(file));
        }
        if (parent == null || !Files.isDirectory(parent)) {
            return new UserFacingException(
                    "There is no file “" + name + "”; its folder " + parent + " is not there either.",
                    "Check the path.");
        }
        return new UserFacingException(
                "There is no file “" + file.getFileName() + "” in " + parent + ".",
                "Check the name, or choose another file." + hint(parent));
    }

    private static String hint(Path folder) {
        List<String> files = csvFiles(folder);
        return files.isEmpty() ? "" : " CSV files there: " + String.join(", ", files) + ".";
    }

    private static List<String> csvFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(".csv"))
                    .sorted()
                    .limit(8)
                    .toList();
        } catch (IOException e) {
            return List.of(); // only a hint is lost
        }
    }

    private static UserFacingException outside(String name, Path folder) {
        return new OutsideException(
                "“" + name + "” lies outside of the notebook's folder " + folder + ".",
                "Move the file beside the notebook, or allow files outside (--allow-outside).");
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UserFacingException(path + " cannot be opened.", "Check that you may read it.", e);
        }
    }
}
