package dev.patchbook.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbook.base.UserFacingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookFilesTest {
    private static final String TEXT = "---\npatchbook: 1\ntitle: é\n---\nwords 😀";

    @TempDir
    Path folder;

    @Test
    void anUntouchedFileIsSavedByteForByte() throws IOException {
        Path file = Files.writeString(folder.resolve("a b.md"), TEXT);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        NotebookFiles.save(file, NotebookFiles.open(file));
        assertThat(Files.readString(file)).isEqualTo(TEXT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r--");
        assertThat(names()).containsExactly("a b.md");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("real.md"), TEXT);
        Path link = Files.createSymbolicLink(folder.resolve("link.md"), file);
        NotebookFiles.save(link, NotebookFiles.open(link).apply(new NotebookEdit.SetTitle("new")));
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(file)).contains("title: new");
    }

    @Test
    void whatCannotBeReadOrWrittenIsToldInPlainWordsAndLeavesTheFile() throws IOException {
        assertThatThrownBy(() -> NotebookFiles.open(folder.resolve("none.md")))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("no file");
        assertThatThrownBy(() -> NotebookFiles.open(folder)).isInstanceOf(UserFacingException.class);
        Path latin = Files.write(folder.resolve("latin.md"), TEXT.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> NotebookFiles.open(latin)).hasMessageContaining("UTF-8");
        Path blocked = folder.resolve("no/such/folder.md");
        assertThatThrownBy(() -> NotebookFiles.save(blocked, Notebook.empty("x")))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("cannot be written");
        Path file = Files.writeString(folder.resolve("a.md"), TEXT);
        assertThatThrownBy(() -> NotebookFiles.write(file, "\uD800")).isInstanceOf(UserFacingException.class);
        assertThat(Files.readString(file)).isEqualTo(TEXT);
        assertThat(names()).containsExactlyInAnyOrder("a.md", "latin.md");
    }

    private Stream<String> names() throws IOException {
        return Files.list(folder).map(path -> String.valueOf(path.getFileName()));
    }
}
